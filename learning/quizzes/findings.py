"""Figures of item analysis in words for editors. Pure.

The bounds are those of Moodle's guide to the report (https://docs.moodle.org/dev/Quiz_report_statistics), read for short quizzes
that teach: a question that nearly everybody gets right may stay, but it tells nothing.
"""

from django.utils.translation import gettext, ngettext

from learning.quizzes.statistics import ChoiceFigures, ItemFigures, QuizFigures
from pages.text import shorten

EASY, HARD = 95, 35
WEAK, INVERTED = 20, 0
NEAR_A_GUESS = 5
LOOSE, FIRM = 64, 75


def in_words(item: ItemFigures) -> list[str]:
    """What to look at in a question, the gravest first; one sentence that all is well if nothing is."""
    found = [*_key(item), *_difficulty(item), *_discrimination(item), *_choices(item), *_open(item)]
    return found or [gettext("This question works well: not too easy, and it shows who knows.")]


def quiz_in_words(quiz: QuizFigures) -> list[str]:
    if quiz.consistency is None:
        return [gettext("Everybody has the same result, so nothing can be said about the quiz as a whole.")]
    if quiz.consistency < LOOSE:
        return [gettext("The questions measure rather different things: luck has a large part in the result. Look at the weak ones first.")]
    if quiz.consistency < FIRM:
        return [gettext("The questions fit together fairly well. The result is good enough to learn by.")]
    return [gettext("The questions fit together well. The result can be relied on.")]


def _key(item: ItemFigures) -> list[str]:
    """A wrong option that more choose than any right one is often a right one marked wrong."""
    if item.item.kind != "single":
        return []
    wrong = [choice for choice in item.choices if choice.choice.weight <= 0]
    right = [choice for choice in item.choices if choice.choice.weight > 0]
    most = max(wrong, key=lambda choice: choice.count, default=None)
    if most is None or not right or most.count <= max(choice.count for choice in right):
        return []
    return [gettext("More choose “%(option)s” than the right option. Check whether the right one is marked.") % {"option": _named(most)}]


def _difficulty(item: ItemFigures) -> list[str]:
    percent = {"percent": round(item.facility)}
    if item.facility >= EASY:
        return [gettext("Too easy: members get %(percent)d per cent of it right. It hardly tells anything.") % percent]
    if item.guess is not None and item.guess > 0 and item.facility <= item.guess + NEAR_A_GUESS:
        return [gettext("No better than guessing: members get %(percent)d per cent of it right. Look at the wording and the lesson.") % percent]
    if item.facility < HARD:
        return [gettext("Too hard: members get %(percent)d per cent of it right. Look at the wording and the lesson.") % percent]
    return []


def _discrimination(item: ItemFigures) -> list[str]:
    if item.discrimination is None:
        return [gettext("Everybody has the same mark here or elsewhere, so it does not show who knows.")]
    if item.discrimination < INVERTED:
        return [gettext("Those who do well elsewhere do worse here. Check the right answer and the wording.")]
    if item.discrimination < WEAK:
        return [gettext("It hardly tells those who know from those who don't.")]
    return []


def _choices(item: ItemFigures) -> list[str]:
    if item.item.kind not in ("single", "several"):
        return []
    idle = [choice for choice in item.choices if choice.choice.weight <= 0 and choice.count == 0]
    return [gettext("Nobody chooses “%(option)s”. Replace it by a likelier mistake.") % {"option": _named(choice)} for choice in idle]


def _open(item: ItemFigures) -> list[str]:
    if 10 * item.left_open < item.attempts:
        return []
    sentence = ngettext("%(count)d member left it open.", "%(count)d members left it open.", item.left_open)
    return [sentence % {"count": item.left_open}]


def _named(choice: ChoiceFigures) -> str:
    return shorten(choice.choice.text, 60)
