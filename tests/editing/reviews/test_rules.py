"""When a reminder is due."""

from datetime import date, timedelta

import pytest

from editing.reviews import rules

DAY = date(2026, 12, 15)


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (-400, ""),
        (-15, ""),
        (-14, "before"),
        (-1, "before"),
        (0, "on"),
        (6, "on"),
        (7, "after-1"),
        (13, "after-1"),
        (14, "after-2"),
        (48, "after-6"),
        (49, ""),
        (400, ""),
    ],
)
def test_stages(days, stage):
    assert rules.stage(DAY, DAY + timedelta(days)) == stage


def test_days_that_are_asked_for_are_those_that_have_a_stage():
    dates = [DAY + timedelta(days) for days in range(-100, 100)]
    assert [each for each in dates if rules.stage(each, DAY)] == [each for each in dates if rules.earliest(DAY) <= each <= rules.latest(DAY)]
