"""What an answer is worth. Pure: the frozen question and the cleaned answer in, a number out.

Each question is worth 1. The shapes of questions and answers are described in learning.quizzes.payload; answers come from
learning.quizzes.answers, whose names are given here as well.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from anyascii import anyascii

from learning.quizzes.answers import InvalidAnswers, clean_answers, read_form, unanswered
from learning.quizzes.numbers import decimal, readings
from pages.text import folded, nfc

__all__ = ["InvalidAnswers", "Marked", "clean_answers", "fraction", "mark", "matched", "read_form", "unanswered"]

ANYTHING_ELSE = "*"  # the answer of a number or text question that catches what no other does; it brings feedback, never points

_OLD, _NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ", "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_OLD_TONES = dict(zip(_OLD.split(), _NEW.split(), strict=True))
_OLD_TONE = re.compile("(?:" + "|".join(_OLD_TONES) + r")(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Marked:
    points: list[float]  # of each question, 0 to 1
    score: float  # their sum
    maximum: int  # the number of questions
    percent: float
    passed: bool

    @property
    def hundredths(self) -> int:
        """The score as attempts keep it: one right question is 100."""
        return round(100 * self.score)


def mark(payload: dict[str, Any], answers: Sequence[Any]) -> Marked:
    """Every question of a version marked. `answers` as clean_answers gives them."""
    points = [fraction(question, answer) for question, answer in zip(payload["questions"], answers, strict=True)]
    score, maximum = sum(points), len(points)
    percent = round(100 * score) / maximum if maximum else 0.0  # of what attempts keep: 4.1 of 5 is 82, where floats say 81.99
    return Marked(points, score, maximum, percent, maximum > 0 and percent >= payload["pass_mark"])


def fraction(question: dict[str, Any], answer: Any) -> float:
    """What the answer is worth, 0 to 1. No answer is worth nothing."""
    if answer is None:
        return 0.0
    return min(max(_WORTH[question["kind"]](question, answer), 0.0), 1.0)


def matched(question: dict[str, Any], answer: Any) -> dict[str, Any] | None:
    """The entry of a number or text question's answers that applies, for its feedback: the best that fits, else "*"."""
    if answer is None:
        return None
    fits = _fits_number if question["kind"] == "number" else _fits_text
    fitting = [entry for entry in question["answers"] if not _catches_all(entry) and fits(question, entry, answer)]
    catching = [entry for entry in question["answers"] if _catches_all(entry)]
    return max(fitting, key=lambda entry: entry["weight"]) if fitting else next(iter(catching), None)


def _one(question: dict[str, Any], answer: int) -> float:
    return question["options"][answer]["weight"] / 100


def _several(question: dict[str, Any], answer: list[int]) -> float:
    """Thirds that make 99.99 together are still the whole."""
    weights = [option["weight"] for option in question["options"]]
    whole = sum(weight for weight in weights if weight > 0)
    return sum(weights[index] for index in answer) / (whole if abs(whole - 100) < 1 else 100)


def _matching(question: dict[str, Any], answer: list[int | None]) -> float:
    options = question["options"]
    return sum(chosen == option["match"] for chosen, option in zip(answer, options, strict=True)) / len(options)


def _ordering(question: dict[str, Any], answer: list[int | None]) -> float:
    """The share of options that stand where they belong."""
    options = question["options"]
    return sum(index is not None and options[index]["place"] == place for place, index in enumerate(answer)) / len(options)


def _entered(question: dict[str, Any], answer: str) -> float:
    entry = matched(question, answer)
    return entry["weight"] / 100 if entry and not _catches_all(entry) else 0.0


_WORTH: dict[str, Callable[[dict[str, Any], Any], float]] = {
    "single": _one,
    "truefalse": _one,
    "several": _several,
    "matching": _matching,
    "ordering": _ordering,
    "number": _entered,
    "text": _entered,
}


def _catches_all(entry: dict[str, Any]) -> bool:
    return entry.get("value", entry.get("text")) == ANYTHING_ELSE and entry["weight"] <= 0


def _fits_number(question: dict[str, Any], entry: dict[str, Any], answer: str) -> bool:
    value, tolerance = decimal(entry["value"]), decimal(entry.get("tolerance") or "0") or Decimal(0)
    return value is not None and any(abs(reading - value) <= tolerance for reading in readings(answer))


def _fits_text(question: dict[str, Any], entry: dict[str, Any], answer: str) -> bool:
    form = {"tones": question["tones"], "case": question["case"]}
    given = comparable(answer, **form)
    return given != "" and given == comparable(entry["text"], **form)


def comparable(text: str, *, tones: bool, case: bool) -> str:
    """The form in which short texts are compared. Both ways of placing a tone mark are right: hòa and hoà."""
    text = " ".join(nfc(text).split())
    if not tones:
        return " ".join(anyascii(text).split()) if case else folded(text)
    text = _OLD_TONE.sub(_new_tone, text)
    return text if case else text.casefold()


def _new_tone(match: re.Match[str]) -> str:
    old = match.group()
    new = _OLD_TONES[old.lower()]
    return new.upper() if old.isupper() else new.capitalize() if old[0].isupper() else new
