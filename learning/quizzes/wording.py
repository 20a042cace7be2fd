"""Answers in words: hers, and the right ones. Pure but for the reader's language."""

from typing import Any

from django.utils.translation import gettext as _

from learning.quizzes.numbers import decimal
from pages.templatetags.numbers import number


def words_of(question: dict[str, Any], index: int) -> str:
    """How an option is named where its picture is not seen."""
    if question["kind"] == "truefalse":
        return _("False") if index else _("True")
    if question["options"][index]["text"]:
        return question["options"][index]["text"]
    return _("Picture %(number)d") % {"number": index + 1}


def right_words(question: dict[str, Any]) -> list[str]:
    """The right answer in words, one line each."""
    kind = question["kind"]
    options = question.get("options", ())
    if kind in ("single", "several", "truefalse"):
        return [words_of(question, index) for index, option in enumerate(options) if option["weight"] > 0]
    if kind == "matching":
        return [f"{words_of(question, index)}: {question['matches'][option['match']]}" for index, option in enumerate(options)]
    if kind == "ordering":
        order = sorted(range(len(options)), key=lambda index: options[index]["place"])
        return [f"{place}. {words_of(question, index)}" for place, index in enumerate(order, 1)]
    best = [entry for entry in question["answers"] if entry["weight"] >= 100]
    return [as_written(entry["value"]) if kind == "number" else entry["text"] for entry in best[:1]]


def given_words(question: dict[str, Any], answer: Any) -> list[str]:
    """Her answer in words, one line each; empty where she left it open."""
    kind = question["kind"]
    if answer is None:
        return []
    if kind in ("single", "truefalse"):
        return [words_of(question, answer)]
    if kind == "several":
        return [words_of(question, index) for index in answer]
    if kind == "matching":
        return [f"{words_of(question, index)}: {question['matches'][match]}" for index, match in enumerate(answer) if match is not None]
    if kind == "ordering":
        return [f"{place}. {words_of(question, index)}" for place, index in enumerate(answer, 1) if index is not None]
    return [as_written(answer) if kind == "number" else answer]


def as_written(value: str) -> str:
    """1234.5 as the reader's language writes it; what is none, or of no believable size ("NaN", "1e999999"), stays as she typed it."""
    known = decimal(value)
    return value if known is None else number(known)
