"""What the browser sends when an editor saves a page: the fields of the real form, from what a page holds."""

import json
from datetime import date
from decimal import Decimal

from django.db.models import Model
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks.field_block import FieldBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.test.utils.form_data import nested_form_data

PLAIN = ["bold", "italic", "ol", "ul", "link", "document-link"]


def form_of(page, action: str | None = None, **changes) -> dict[str, str]:
    """POST data of the page's editor. changes replace fields of the page; action is publish, submit or None for a draft."""
    for name, value in changes.items():
        setattr(page, name, value)
    form = page.get_edit_handler().get_form_class()(instance=page, parent_page=page.get_parent() if page.pk else None)
    data: dict[str, object] = {}
    for name in form.fields:
        field = page._meta.get_field(name) if name in {each.name for each in page._meta.get_fields()} else None
        if isinstance(field, StreamField):
            data[name] = sent(field.stream_block, getattr(page, name))
        elif isinstance(field, RichTextField):
            data[name] = contentstate(getattr(page, name), field.features)
        else:
            data[name] = plain(form[name].value())
    posted = (
        nested_form_data(data) | {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")} | {"comments-MAX_NUM_FORMS": "1000"}
    )
    return posted | ({f"action-{action}": "1"} if action else {})


def sent(block: blocks.Block, value):
    """A block's value as its form fields."""
    if isinstance(block, blocks.StreamBlock):
        children = [
            {"type": child.block_type, "value": sent(child.block, child.value), "order": str(n), "deleted": "", "id": child.id or ""}
            for n, child in enumerate(value)
        ]
        return {"count": str(len(children))} | {str(n): child for n, child in enumerate(children)}
    if isinstance(block, blocks.ListBlock):
        items = [
            {"value": sent(block.child_block, item.value), "order": str(n), "deleted": "", "id": item.id or ""} for n, item in enumerate(value.bound_blocks)
        ]
        return {"count": str(len(items))} | {str(n): item for n, item in enumerate(items)}
    if isinstance(block, blocks.StructBlock):
        if not isinstance(value, dict):  # ImageBlock's value is the picture, with the words of this use on it
            value = {"image": value, "decorative": getattr(value, "decorative", False), "alt_text": getattr(value, "contextual_alt_text", "")}
        return {name: sent(child, value.get(name)) for name, child in block.child_blocks.items() if sent(child, value.get(name)) is not None}
    if isinstance(block, blocks.RichTextBlock):
        return contentstate(value.source if value else "", block.features)
    assert isinstance(block, FieldBlock), block
    if isinstance(block, blocks.BooleanBlock):
        return "on" if value else None
    return plain(value)


def plain(value) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, date | Decimal):
        return str(value)
    return "on" if value is True else str(value)


def contentstate(html: str, features=None) -> str:
    """What the rich text editor sends for this text; null where it is empty."""
    if not html:
        return "null"
    return ContentstateConverter(features or PLAIN).from_database_format(html)


def pasted(*paragraphs: str, entities: dict | None = None) -> str:
    """Content as a client could send it without the editor: raw text, whatever it holds."""
    rows = [{"key": f"p{n}", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []} for n, text in enumerate(paragraphs)]
    return json.dumps({"blocks": rows, "entityMap": entities or {}})


def edit_address(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_address(model, parent) -> str:
    return reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])


def save(client, page, action: str | None = None, **changes):
    """Through the real editor view; the answer."""
    return client.post(edit_address(page), form_of(type(page).objects.get(pk=page.pk).get_latest_revision_as_object(), action, **changes))


def complaints(answer) -> str:
    """All that the editor's form complains of, in one string; empty when it was saved."""
    form = (answer.context or {}).get("form") if answer.status_code == 200 else None
    return " ".join(str(message) for messages in form.errors.values() for message in messages) if form else ""
