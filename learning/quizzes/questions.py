"""The questions of a frozen version as a form shows them. Values in, values out: no request, no query, no key.

Field names are those that learning.quizzes.answers reads: c<n>, and c<n>-<option> for matching and ordering.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from learning.quizzes.answers import LONGEST_NUMBER, LONGEST_TEXT
from learning.quizzes.wording import words_of


@dataclass(frozen=True)
class Option:
    """Something to choose, or to be given a match or a place."""

    index: int
    words: str
    picture: int | None = None
    alt: str = ""
    audio: int | None = None
    chosen: bool = False
    of_interface: bool = False  # the words are ours, not the editor's: they may be in another language
    why: str = ""  # feedback; only practice quizzes send it before the answer is in


@dataclass(frozen=True)
class Row:
    """One option with what may be chosen for it."""

    name: str
    option: Option
    choices: list[tuple[int, str, bool]]  # value, words, chosen


@dataclass(frozen=True)
class Question:
    number: int  # from 1
    name: str
    kind: str
    text: str
    hint: str
    picture: int | None
    alt: str
    audio: int | None
    options: list[Option] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    value: str = ""
    open: bool = True  # something is left to answer

    @property
    def input_type(self) -> str:
        return "checkbox" if self.kind == "several" else "radio"

    @property
    def in_pictures(self) -> bool:
        """All options have a picture: two columns."""
        return bool(self.options) and all(option.picture for option in self.options)

    @property
    def longest(self) -> int:
        return LONGEST_NUMBER if self.kind == "number" else LONGEST_TEXT

    @property
    def previous(self) -> int:
        return self.number - 1


def questions_of(payload: dict[str, Any], answers: Sequence[Any] = (), open_ones: Sequence[int] | None = None) -> list[Question]:
    """answers: cleaned, or none yet. open_ones: indexes of what is not answered; all of them where it is None."""
    answers = [*answers] + [None] * (len(payload["questions"]) - len(answers))
    return [
        _question(number, question, answer, open_ones is None or number in open_ones, payload["graded"])
        for number, (question, answer) in enumerate(zip(payload["questions"], answers, strict=True))
    ]


def _question(number: int, question: dict[str, Any], answer: Any, is_open: bool, graded: bool) -> Question:
    kind, name = question["kind"], f"c{number}"
    options = [_option(question, index, answer, graded) for index in range(len(question.get("options", ())))]
    rows: list[Row] = []
    if kind == "matching":
        rows = [Row(f"{name}-{option.index}", option, _matches(question, answer, option.index)) for option in options]
    elif kind == "ordering":
        rows = [Row(f"{name}-{option.index}", option, _places(options, answer, option.index)) for option in options]
    return Question(
        number=number + 1,
        name=name,
        kind=kind,
        text=question["text"],
        hint=_hint(question),
        picture=question["picture"],
        alt=question["alt"],
        audio=question["audio"],
        options=[] if rows else options,
        rows=rows,
        value=answer if kind in ("number", "text") and answer else "",
        open=is_open,
    )


def _option(question: dict[str, Any], index: int, answer: Any, graded: bool) -> Option:
    option = question["options"][index]
    return Option(
        index=index,
        words=words_of(question, index),
        picture=option["picture"],
        alt=option["alt"],
        audio=option["audio"],
        chosen=index in answer if isinstance(answer, list) and question["kind"] == "several" else index == answer,
        of_interface=not option["text"],
        why="" if graded else option["feedback"],
    )


def _matches(question: dict[str, Any], answer: Any, index: int) -> list[tuple[int, str, bool]]:
    return [(value, words, bool(answer) and answer[index] == value) for value, words in enumerate(question["matches"])]


def _places(options: list[Option], answer: Any, index: int) -> list[tuple[int, str, bool]]:
    """answer: for each place the index of the option put there."""
    return [(place, str(place), bool(answer) and answer[place - 1] == index) for place in range(1, len(options) + 1)]


def _hint(question: dict[str, Any]) -> str:
    kind = question["kind"]
    pictures = kind in ("single", "several") and all(option["picture"] for option in question["options"])
    if kind == "single":
        return _("Tap one picture.") if pictures else _("Tap one answer.")
    if kind == "several":
        return _("Tap all the right pictures.") if pictures else _("Tap all the right answers.")
    return {
        "truefalse": _("Is it true or false? Tap one."),
        "matching": _("For each line choose what belongs to it."),
        "ordering": _("Choose a place for each line: 1 comes first."),
        "number": _("Type a number."),
        "text": _("Type a few words. Tone marks are not needed.") if not question.get("tones") else _("Type a few words."),
    }[kind]
