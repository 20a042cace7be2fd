"""A page of any type can be looked at while it is being written, whatever is still empty."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import BooleanField
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField

from pages import cards
from tests import factories
from tests.factories.each import one_of_each
from tests.factories.forms import edit_address, form_of

pytestmark = pytest.mark.django_db

TYPES = sorted(model.__name__ for model in cards.kinds())
KEPT = ("count", "-type", "-order", "-deleted", "-id", "_FORMS")  # of a stream or formset, not typed by anybody
NO_TEXT = "null"  # what the text editor sends


@pytest.fixture
def page(request, tree):
    return one_of_each(tree)[request.param]


def nothing(block: blocks.Block):
    """The raw value of a block in which nothing is filled in."""
    if isinstance(block, blocks.StructBlock):
        return {name: nothing(child) for name, child in block.child_blocks.items()}
    return [] if isinstance(block, blocks.StreamBlock | blocks.ListBlock) else None


def own_fields(page):
    """What the project's types add to Wagtail's page."""
    return [field for field in page._meta.concrete_fields if field.model.__module__.split(".")[0] != "wagtail" and not field.primary_key]


def empty(page):
    """One block of each kind in every stream, and no value anywhere."""
    for field in own_fields(page):
        if isinstance(field, StreamField):
            raw = [{"type": name, "value": nothing(child)} for name, child in field.stream_block.child_blocks.items()]
            setattr(page, field.name, field.to_python(raw))
        elif isinstance(field, BooleanField):
            setattr(page, field.attname, False)  # a box without a tick
        else:
            setattr(page, field.attname, "" if field.empty_strings_allowed and not field.null else None)
    return page


@pytest.mark.parametrize("page", TYPES, indirect=True)
def test_draft_with_nothing_in_it_is_shown(page, editor):
    empty(page).save_revision(clean=False)
    assert editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200


@pytest.mark.parametrize("page", TYPES, indirect=True)
def test_preview_of_an_emptied_form(page, editor):
    filled = form_of(empty(page), title="", slug="")
    said = {name: value if name.endswith(KEPT) or value == NO_TEXT else "" for name, value in filled.items()}
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert editor.post(address, said).status_code == 200
    assert editor.get(address).status_code == 200
    assert editor.post(edit_address(page), said).status_code in (200, 302)


@pytest.mark.parametrize("emptied", [{"minutes": None}, {"do_minutes": None}, {"share_minutes": None}])
def test_lesson_without_minutes_is_refused_not_broken(tree, editor, emptied):
    lesson = factories.make_lesson()
    for name, value in emptied.items():
        setattr(lesson, name, value)
    with pytest.raises(ValidationError, match=next(iter(emptied))):
        lesson.full_clean()


def test_empty_days_and_prices_of_a_guide_count_nothing(tree):
    steps = factories.stream(*(("step", {"title": "Bước", "text": "", "days": days}) for days in (None, 7)))
    costs = factories.stream(*(("cost", {"item": "Túi", "quantity": q, "unit": "", "unit_price": p}) for q, p in ((None, 5), ("2", None), ("2", 10))))
    guide = factories.make_guide(steps=0, live=False)
    guide.steps, guide.costs = (guide._meta.get_field(name).to_python(raw) for name, raw in (("steps", steps), ("costs", costs)))
    assert (guide.duration, guide.total) == (7, 20)
    assert [(row["first"], row["last"]) for row in guide.scheduled_steps] == [(1, 1), (1, 7)]
