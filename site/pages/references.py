"""Which pages, pictures and documents a page points to, read from its raw values, so that they can be fetched together."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

Reference = tuple[type[models.Model], Any]


LINKED = {"page": "wagtailcore.Page", "document": "library.LibraryDocument"}
LONGEST_NUMBER = 18  # digits; more do not fit into a database's column


def number(raw: Any) -> int | None:
    """A primary key as an editor's HTML or JSON holds it; None where it is damaged."""
    text = str(raw)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


def in_html(html: str | None) -> Iterator[Reference]:
    for match in FIND_A_TAG.finditer(html or ""):
        attrs = extract_attrs(match.group(1))
        model, pk = LINKED.get(attrs.get("linktype")), number(attrs.get("id"))
        if model and pk:
            yield apps.get_model(model), pk


def in_block(block: blocks.Block, raw: Any) -> Iterator[Reference]:
    """Walks a block's definition beside its raw JSON value."""
    if not raw:
        return
    if isinstance(block, blocks.ChooserBlock):
        if pk := number(raw):
            yield block.model_class, pk
    elif isinstance(block, blocks.RichTextBlock):
        yield from in_html(raw)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from in_block(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            yield from in_block(block.child_block, item["value"] if isinstance(item, dict) and "value" in item else item)
    elif isinstance(block, blocks.StreamBlock):
        for item in raw:
            if child := block.child_blocks.get(item["type"]):
                yield from in_block(child, item["value"])


def of(owner: models.Model) -> Iterator[Reference]:
    """Every reference that one object's own fields hold."""
    for field in owner._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from in_block(field.stream_block, getattr(owner, field.name).get_prep_value())
        elif isinstance(field, RichTextField):
            yield from in_html(getattr(owner, field.name))
