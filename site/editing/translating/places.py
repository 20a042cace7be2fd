"""Where a string stands on its page, in the editor's words, and how much room is there."""

from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField


@dataclass(frozen=True)
class Place:
    label: str
    limit: int | None = None  # characters


def place_of(model, field_path: str) -> Place:
    """field_path as wagtail-localize keeps it: "summary", or "learn.step.title"."""
    first, *rest = field_path.split(".")
    try:
        field = model._meta.get_field(first)
    except FieldDoesNotExist:
        return Place(first)
    if not isinstance(field, StreamField):
        return Place(str(capfirst(getattr(field, "verbose_name", first))), getattr(field, "max_length", None))
    block, labels, limit = field.stream_block, [str(capfirst(field.verbose_name))], None
    for name in rest:
        block = block.child_block if isinstance(block, blocks.ListBlock) else getattr(block, "child_blocks", {}).get(name)
        if block is None:
            break
        if block.label and str(capfirst(block.label)) not in labels:
            labels.append(str(capfirst(block.label)))
        limit = getattr(getattr(block, "field", None), "max_length", None)
    return Place(" › ".join(labels), limit)
