"""A guide adds up its costs and its days."""

import pytest

from home.guides.models import GuidePage
from tests import factories
from tests.factories.forms import complaints, save

pytestmark = pytest.mark.django_db


def costs(*rows) -> str:
    return factories.stream(*(("cost", {"item": "Túi", "quantity": quantity, "unit": "cái", "unit_price": price}) for quantity, price in rows))


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ([], 0),
        ([("1", 2_500_000), ("3", 150_000)], 2_950_000),
        ([("0", 1_000_000)], 0),
        ([("1.5", 33_333)], 49_999),
        ([("0.01", 50)], 0),
        ([("9999999", 2_000_000_000)], 19_999_998_000_000_000),
        ([("2", None), (None, 5)], 0),
    ],
)
def test_total_is_the_sum_in_whole_dong(rows, total):
    guide = GuidePage(costs=costs(*rows))
    assert guide.total == total and isinstance(guide.total, int)


@pytest.mark.parametrize(("days", "duration", "spans"), [([], 0, []), ([1], 1, [(1, 1)]), ([7, 7], 14, [(1, 7), (8, 14)]), ([0, 3], 3, [(1, 1), (1, 3)])])
def test_duration_is_the_sum_of_days_and_each_step_falls_on_its_own(days, duration, spans):
    steps = factories.stream(*(("step", {"title": "Bước", "days": each, "text": "", "picture": factories.picture_value(None)}) for each in days))
    guide = GuidePage(steps=steps)
    assert guide.duration == duration
    assert [(row["first"], row["last"]) for row in guide.scheduled_steps] == spans


def test_reader_sees_total_and_days(tree, client):
    html = client.get(factories.make_guide(steps=3).address).content.decode()
    assert "2.950.000 đ" in html and "450.000 đ" in html and "21" in html


@pytest.mark.parametrize(("field", "value"), [("unit_price", -1), ("quantity", "-1"), ("quantity", "1.234")])
def test_impossible_cost_is_refused(tree, editor, field, value):
    guide = factories.make_guide()
    row = {"item": "Túi", "quantity": "1", "unit": "cái", "unit_price": 1000, field: value}
    answer = save(editor, guide, costs=GuidePage._meta.get_field("costs").to_python([{"type": "cost", "value": row}]))
    assert answer.status_code == 200 and complaints(answer)
