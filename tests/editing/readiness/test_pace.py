"""The minutes of a lesson against what it takes to read it slowly."""

import pytest

from learning.lessons import pace
from pages.readiness import Content
from tests import factories
from tests.factories import stream


@pytest.mark.parametrize(
    ("words", "steps", "played", "minutes"),
    [(0, 0, 0, 1), (90, 0, 0, 1), (450, 0, 0, 5), (450, 6, 0, 8), (450, 0, 4, 9)],
)
def test_slow_reading(words, steps, played, minutes):
    assert pace.estimated(words, steps, played) == minutes


@pytest.mark.parametrize(
    ("given", "needed", "told"),
    [(5, 5, False), (5, 7, False), (5, 8, True), (10, 4, False), (10, 3, True), (1, 1, False)],
)
def test_only_what_is_far_off_is_told(given, needed, told):
    assert pace.misjudged(given, needed) is told


@pytest.mark.django_db
@pytest.mark.parametrize(("syllables", "told"), [(450, False), (1500, True)])
def test_lesson_that_is_too_long_for_its_minutes(tree, syllables, told):
    lesson = factories.make_lesson(minutes=10, learn=stream(("text", f"<p>{'chữ ' * syllables}</p>")), live=False)
    found = list(lesson.own_findings(Content.of(lesson)))
    assert [finding.path for finding in found] == ([("minutes",)] if told else [])
