"""Every field that an editor meets in a page says what to put there."""

import pytest
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

pytestmark = pytest.mark.django_db
TYPES = [model for model in get_page_models() if model is not Page]
WITHOUT = {
    "go_live_at": "stands in Wagtail's own dialog, which explains it",
    "expire_at": "stands in Wagtail's own dialog, which explains it",
}


def fields_of(panel):
    """Panels of fields, with what is said above a group of one field."""
    for child in getattr(panel, "children", []):
        yield from fields_of(child)
    if name := getattr(panel, "field_name", None):
        yield name, panel


def leaves(block, name: str, seen=None):
    """Blocks that are filled in. Groups, lists and streams are what they hold."""
    seen = set() if seen is None else seen
    if id(block) in seen:
        return
    seen.add(id(block))
    if isinstance(block, blocks.FieldBlock):
        yield name, block
    for child_name, child in getattr(block, "child_blocks", {}).items():
        yield from leaves(child, f"{name}.{child_name}", seen)
    if isinstance(block, blocks.ListBlock):
        yield from leaves(block.child_block, f"{name}[]", seen)


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_field_has_help(model):
    handler = model.get_edit_handler()
    form = handler.get_form_class()
    shown = dict(fields_of(handler))
    assert {"title", "summary", "review_on"} <= shown.keys()  # it looks into every tab
    silent = {name for name, panel in shown.items() if name not in WITHOUT and not str(panel.help_text or form.base_fields[name].help_text)}
    assert silent == set()


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_block_has_help(model):
    streams = [field for field in model._meta.get_fields() if isinstance(field, StreamField)]
    found = dict(leaf for field in streams for leaf in leaves(field.stream_block, field.name))
    assert found
    assert {name for name, block in found.items() if not str(block.field.help_text or "")} == set()


def test_reasons_are_only_given_for_what_exists():
    assert WITHOUT.keys() <= {name for model in TYPES for name, _panel in fields_of(model.get_edit_handler())}
