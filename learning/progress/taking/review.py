"""A marked quiz as it is shown: each question with her answer, what was right, and why. Values in, values out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from learning.quizzes.scoring import fraction, matched
from learning.quizzes.wording import given_words, right_words

RIGHT = 0.9999


@dataclass(frozen=True)
class Reviewed:
    number: int  # from 1
    text: str
    given: list[str]
    points: float
    right_answer: list[str]  # empty while it is not told
    told: list[str]  # feedback

    @property
    def right(self) -> bool:
        return self.points >= RIGHT

    @property
    def partly(self) -> bool:
        return 0 < self.points < RIGHT


def review(payload: dict[str, Any], answers: Sequence[Any], *, reveal: bool) -> list[Reviewed]:
    """reveal: right answers may be named. Until then feedback is only what her own choice brings, since the general one may name them."""
    return [_reviewed(number, question, answer, reveal) for number, (question, answer) in enumerate(zip(payload["questions"], answers, strict=True), 1)]


def _reviewed(number: int, question: dict[str, Any], answer: Any, reveal: bool) -> Reviewed:
    points = fraction(question, answer)
    tell = reveal or points >= RIGHT
    told = [*_feedback_of_choice(question, answer), *([question["feedback"]] if tell else [])]
    right = right_words(question) if reveal and points < RIGHT else []
    return Reviewed(number, question["text"], given_words(question, answer), points, right, [words for words in dict.fromkeys(told) if words])


def _feedback_of_choice(question: dict[str, Any], answer: Any) -> list[str]:
    if answer is None:
        return []
    if question["kind"] in ("number", "text"):
        entry = matched(question, answer)
        return [entry["feedback"]] if entry else []
    if question["kind"] in ("single", "truefalse"):
        return [question["options"][answer]["feedback"]]
    if question["kind"] == "several":
        return [question["options"][index]["feedback"] for index in answer]
    return []
