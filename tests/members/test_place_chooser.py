"""The editor finds a commune as she types it, among all of them."""

import pytest
from django.urls import reverse

from members.domain import UnitRow, place_units
from members.models import Unit

ROWS = [
    UnitRow("central", "VN", "Trung ương Hội"),
    UnitRow("province", "98", "Sơn La", ("central", "VN")),
    UnitRow("commune", "98171", "Mường Bằng", ("province", "98")),
    UnitRow("commune", "98172", "Đông Sang", ("province", "98")),
]


@pytest.fixture
def units(db):
    place_units(ROWS)


@pytest.mark.parametrize("typed", ["Mường Bằng", "muong bang", "MUONG BANG", "Muo\u031bng Ba\u0306\u0300ng", "bang, son la"])
def test_a_place_is_found_with_tones_and_without(units, typed):
    assert [unit.name for unit in Unit.objects.called(typed)] == ["Mường Bằng"]


def test_the_letter_d_with_a_stroke_is_found_by_a_plain_one(units):
    assert [unit.name for unit in Unit.objects.called("dong sang")] == ["Đông Sang"]


def test_the_chooser_window_lists_only_what_was_typed(units, admin_client):
    page = admin_client.get(reverse("unit_chooser:choose_results"), {"q": "muong bang"}).content.decode()
    assert "Mường Bằng, Sơn La" in page
    assert "Đông Sang" not in page


def test_the_story_editor_does_not_list_every_unit(units, admin_client, tree):
    form = admin_client.get(reverse("wagtailadmin_pages:add", args=["stories", "storypage", tree.stories.pk])).content.decode()
    assert reverse("unit_chooser:choose") in form
    assert "Đông Sang" not in form
