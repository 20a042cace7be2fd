"""From what a form or a phone sends to the compact answers that are marked and stored. Pure.

One element a question, in the order of the version; None where nothing was answered:
single, truefalse: index of the option. several: sorted list of indexes. matching: for each option the index of its match or None.
ordering: for each place the index of the option put there or None. number: a string with a point before the decimals where it
reads as a number. text: an NFC string.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, Protocol

from django.utils.translation import gettext

from learning.quizzes.numbers import normalised
from pages.text import nfc

LONGEST_NUMBER = 40
LONGEST_TEXT = 200

SHAPE, COUNT, OPTION, LONG = "shape", "count", "option", "long"


class InvalidAnswers(ValueError):
    """What no form of this quiz sends. question_index is None where no single question is at fault."""

    def __init__(self, question_index: int | None, reason: str):
        super().__init__(f"question {question_index}: {reason}")
        self.question_index = question_index
        self.reason = reason

    def sentence(self) -> str:
        if self.reason == LONG and self.question_index is not None:
            return gettext("The answer to question %(number)d is too long. Shorten it and send again.") % {"number": self.question_index + 1}
        return gettext("These answers do not fit this quiz. Open the quiz again and answer it once more.")


class Form(Protocol):
    """A QueryDict, as far as it is needed here."""

    def getlist(self, key: str) -> list[str]: ...


def clean_answers(payload: dict[str, Any], raw: Any) -> list[Any]:
    """The answers in their stored form; cleaning them once more changes nothing. Raises InvalidAnswers."""
    questions = payload["questions"]
    if not isinstance(raw, list):
        raise InvalidAnswers(None, SHAPE)
    if len(raw) > len(questions):
        raise InvalidAnswers(len(questions), COUNT)
    raw = raw + [None] * (len(questions) - len(raw))
    return [_clean(question, answer, number) for number, (question, answer) in enumerate(zip(questions, raw, strict=True))]


def read_form(payload: dict[str, Any], form: Form) -> list[Any]:
    """Raw answers from form fields c<n> and c<n>-<option>, still to be cleaned. Missing fields are open questions."""
    return [_from_fields(question, f"c{number}", form) for number, question in enumerate(payload["questions"])]


def unanswered(payload: dict[str, Any], answers: list[Any]) -> list[int]:
    """Indexes of the questions with something left open, for the page that names them before sending."""
    return [index for index, answer in enumerate(answers[: len(payload["questions"])]) if answer is None or (isinstance(answer, list) and None in answer)]


def _clean(question: dict[str, Any], answer: Any, number: int) -> Any:
    if answer is None or answer == "" or answer == []:
        return None
    try:
        return _CLEANERS[question["kind"]](question, answer)
    except InvalidAnswers as invalid:
        raise InvalidAnswers(number, invalid.reason) from None


def _clean_one(question: dict[str, Any], answer: Any) -> int:
    return _index(answer, len(question["options"]))


def _clean_several(question: dict[str, Any], answer: Any) -> list[int]:
    return sorted({_index(index, len(question["options"])) for index in _list(answer, len(question["options"]))})


def _clean_matching(question: dict[str, Any], answer: Any) -> list[int | None] | None:
    size = len(question["options"])
    chosen = [None if index is None else _index(index, len(question["matches"])) for index in _list(answer, size)]
    return _filled(chosen, size)


def _clean_ordering(question: dict[str, Any], answer: Any) -> list[int | None] | None:
    size = len(question["options"])
    order = [None if index is None else _index(index, size) for index in _list(answer, size)]
    placed = [index for index in order if index is not None]
    if len(placed) != len(set(placed)):
        raise InvalidAnswers(None, OPTION)
    return _filled(order, size)


def _clean_number(question: dict[str, Any], answer: Any) -> str | None:
    return normalised(_text(answer, LONGEST_NUMBER)) or None


def _clean_text(question: dict[str, Any], answer: Any) -> str | None:
    return _text(answer, LONGEST_TEXT) or None


_CLEANERS: dict[str, Callable[[dict[str, Any], Any], Any]] = {
    "single": _clean_one,
    "truefalse": _clean_one,
    "several": _clean_several,
    "matching": _clean_matching,
    "ordering": _clean_ordering,
    "number": _clean_number,
    "text": _clean_text,
}


def _index(value: Any, size: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidAnswers(None, SHAPE)
    if not 0 <= value < size:
        raise InvalidAnswers(None, OPTION)
    return value


def _list(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list):
        raise InvalidAnswers(None, SHAPE)
    if len(value) > most:
        raise InvalidAnswers(None, OPTION)
    return value


def _filled(values: list[int | None], size: int) -> list[int | None] | None:
    values = values + [None] * (size - len(values))
    return values if any(value is not None for value in values) else None


def _text(value: Any, most: int) -> str:
    """Composed, on one line, without what a database refuses (NUL, halves of surrogate pairs)."""
    if not isinstance(value, str):
        raise InvalidAnswers(None, SHAPE)
    shown = "".join(
        " " if character.isspace() else character for character in value if character.isspace() or unicodedata.category(character) not in ("Cc", "Cs")
    )
    text = " ".join(nfc(shown).split())
    if len(text) > most:
        raise InvalidAnswers(None, LONG)
    return text


def _from_fields(question: dict[str, Any], name: str, form: Form) -> Any:
    if question["kind"] == "several":
        return [_number(value) for value in form.getlist(name)]
    if question["kind"] == "matching":
        return [_last(form, f"{name}-{option}", number=True) for option in range(len(question["options"]))]
    if question["kind"] == "ordering":
        return _order([_last(form, f"{name}-{option}", number=True) for option in range(len(question["options"]))])
    return _last(form, name, number=question["kind"] in ("single", "truefalse"))


def _order(positions: list[Any]) -> list[Any]:
    """The option on each place, from the place (from 1) of each option. Two on one place leave it open: she has to decide."""
    if any(position is not None and not (isinstance(position, int) and 1 <= position <= len(positions)) for position in positions):
        return positions + [None]  # refused: longer than any order
    return [positions.index(place) if positions.count(place) == 1 else None for place in range(1, len(positions) + 1)]


def _last(form: Form, name: str, *, number: bool) -> Any:
    values = [value for value in form.getlist(name) if value.strip()]
    if not values:
        return None
    return _number(values[-1]) if number else values[-1]


def _number(value: str) -> Any:
    """An index, or the text itself, which cleaning refuses."""
    return int(value) if re.fullmatch(r"\d{1,4}", value, re.ASCII) else value
