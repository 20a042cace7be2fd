"""What a translation may have of its own besides words: sound, documents, pictures, addresses, who wrote it.

Kept in wagtail-localize's own overrides. A narration may be in a language alone: where the source has none, a place is made for it.
"""

import json
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext
from wagtail import blocks
from wagtail.fields import StreamField

from editing.translating.places import Place, place_of
from learning.library.models import LibraryDocument

NARRATION = "narration"


@dataclass
class Field:
    """One thing that the translation may have of its own."""

    segment: int
    place: Place
    widget: str  # its HTML
    source: str  # what the source has, in words
    value: Any
    name: str
    kind: str

    @property
    def is_own(self) -> bool:
        return self.value is not None


def holder(model, field_path: str):
    """The model field or block at a path."""
    first, *rest = field_path.split(".")
    try:
        found = model._meta.get_field(first)
    except FieldDoesNotExist:
        return None
    if not isinstance(found, StreamField):
        return found
    block = found.stream_block
    for name in rest:
        block = block.child_block if isinstance(block, blocks.ListBlock) else getattr(block, "child_blocks", {}).get(name)
    return block


def aimed_at(found) -> type[models.Model] | None:
    """The model that a chooser leads to; None for text and addresses."""
    if isinstance(found, models.ForeignKey):
        return found.related_model
    return found.model_class if isinstance(found, blocks.ChooserBlock) else None


def widget_for(model, code: str):
    """Sound is chosen from a plain list, which needs no script; the rest by Wagtail's choosers."""
    from wagtail.admin.widgets import AdminPageChooser
    from wagtail.documents.widgets import AdminDocumentChooser
    from wagtail.images.widgets import AdminImageChooser
    from wagtail.models import Page

    from pages.models import Picture

    if model is None:
        return forms.TextInput()
    if issubclass(model, LibraryDocument):
        return AdminDocumentChooser()
    if issubclass(model, Picture):
        return AdminImageChooser()
    return AdminPageChooser(target_models=[model]) if issubclass(model, Page) else None


def sounds(code: str) -> list[tuple[str, str]]:
    """Sound files in this language."""
    found = LibraryDocument.objects.filter(kind=LibraryDocument.Kind.AUDIO, language_code=code).order_by("title").values_list("pk", "title")[:200]
    return [("", gettext("None in this language")), *((str(pk), title) for pk, title in found)]


def segments_of(translation):
    from wagtail_localize.models import SegmentOverride  # its models need ours to be loaded

    kept = {one.context_id: one for one in SegmentOverride.objects.filter(locale=translation.target_locale_id, context__object_id=translation.source.object_id)}
    return [(segment, kept.get(segment.context_id)) for segment in translation.source.overridablesegment_set.select_related("context").order_by("order")]


def fields(translation) -> list[Field]:
    model, code = translation.source.specific_content_type.model_class(), translation.target_locale.language_code
    found = []
    for segment, kept in segments_of(translation):
        path = segment.context.field_path or segment.context.path
        held = holder(model, path)
        aim = aimed_at(held)
        value = json.loads(kept.data_json) if kept else None
        name = f"o-{segment.context_id}"
        if path == NARRATION:
            widget: Any = forms.Select(choices=sounds(code))
        else:
            widget = widget_for(aim, code)
        if widget is None:
            continue
        chosen = value if path == NARRATION or aim is None else (aim.objects.filter(pk=value).first() if value else None)
        html = (
            widget.render(name, chosen if chosen is not None else "", {"id": f"id_{name}"})
            if aim is None or path == NARRATION
            else widget.render(name, chosen, {"id": f"id_{name}"})
        )
        found.append(Field(segment.pk, place_of(model, path), html, in_words(segment.data, aim), value, name, path))
    return found


def in_words(value, aim) -> str:
    if value in (None, ""):
        return gettext("nothing")
    if aim is None:
        return str(value)
    found = aim.objects.filter(pk=value).first()
    return str(found) if found else gettext("no longer there")


def media() -> forms.Media:
    from wagtail.admin.widgets import AdminPageChooser
    from wagtail.documents.widgets import AdminDocumentChooser
    from wagtail.images.widgets import AdminImageChooser

    return AdminDocumentChooser().media + AdminImageChooser().media + AdminPageChooser().media


def write(*, translation, post, by) -> list[str]:
    """Keep what was chosen; an empty choice gives the source's back. Sentences about what cannot be."""
    from wagtail_localize.models import SegmentOverride  # its models need ours to be loaded

    model, faults = translation.source.specific_content_type.model_class(), []
    for segment, kept in segments_of(translation):
        name = f"o-{segment.context_id}"
        if name not in post or post[name] == post.get(f"was-{name}"):
            continue
        value = post[name].strip()
        if not value:
            if kept:
                kept.delete()
            continue
        held = holder(model, segment.context.field_path or segment.context.path)
        aim, data = aimed_at(held), value
        if aim is not None:
            data = int(value) if value.isdecimal() and aim.objects.filter(pk=value).exists() else None
        elif fault := unfit(held, value):
            faults.append(fault)
            continue
        if data is None:
            faults.append(gettext("What was chosen is no longer there. Choose again."))
        elif not kept or json.loads(kept.data_json) != data:
            SegmentOverride.objects.update_or_create(
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data_json": json.dumps(data), "last_translated_by": by, "has_error": False},
            )
    return faults


def unfit(held, value: str) -> str:
    """Why a text or an address does not fit its field; empty where it does."""
    from django.core.exceptions import ValidationError

    try:
        if isinstance(held, blocks.FieldBlock):
            held.field.clean(value)
        elif isinstance(held, models.Field):
            held.run_validators(value)
    except ValidationError as error:
        return f"{value[:60]}: {' '.join(error.messages)}"
    return ""


def make_room(source) -> None:
    """For a narration in one language alone, after the segments of a source were read."""
    from wagtail_localize.models import OverridableSegment, TranslationContext  # its models need ours to be loaded

    model = source.specific_content_type.model_class()
    if not any(one.name == NARRATION for one in model._meta.fields) or source.overridablesegment_set.filter(context__path=NARRATION).exists():
        return
    context, _created = TranslationContext.objects.get_or_create(object_id=source.object_id, path=NARRATION, defaults={"field_path": NARRATION})
    OverridableSegment.objects.create(source=source, context=context, order=0, data_json="null")
