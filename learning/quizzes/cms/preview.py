"""Questions as they were understood, before anything is made of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from learning.quizzes.blocks import QuestionsBlock
from learning.quizzes.imported import Answer, ImportedQuestion
from learning.quizzes.wording import as_written


@dataclass(frozen=True)
class Line:
    """What can be chosen, paired or typed. weight: empty where the tick says it all."""

    text: str
    right: bool = True
    weight: str = ""
    feedback: str = ""


@dataclass(frozen=True)
class Previewed:
    line: int  # where it begins in the text
    kind: str
    text: str
    lines: list[Line]
    feedback: str


def preview(questions: Iterable[ImportedQuestion]) -> list[Previewed]:
    blocks = QuestionsBlock().child_blocks
    return [Previewed(each.line, str(blocks[each.kind].label), each.text, _LINES.get(each.kind, _choice)(each), each.feedback) for each in questions]


def _choice(question: ImportedQuestion) -> list[Line]:
    return [Line(option.text, option.weight > 0, _per_cent(option.weight), option.feedback) for option in question.options]


def _truefalse(question: ImportedQuestion) -> list[Line]:
    return [Line(words, option.weight > 0, "", option.feedback) for words, option in zip((_("True"), _("False")), question.options, strict=True)]


def _matching(question: ImportedQuestion) -> list[Line]:
    pairs = [Line(f"{option.text} → {option.match}", feedback=option.feedback) for option in question.options]
    return pairs + [Line(f"… → {text}", right=False) for text in question.distractors]


def _ordering(question: ImportedQuestion) -> list[Line]:
    return [Line(f"{place}. {option.text}", feedback=option.feedback) for place, option in enumerate(question.options, 1)]


def _number(question: ImportedQuestion) -> list[Line]:
    return [Line(_with_margin(answer), answer.weight > 0, _per_cent(answer.weight), answer.feedback) for answer in question.answers]


def _text(question: ImportedQuestion) -> list[Line]:
    return [Line(answer.value, answer.weight > 0, _per_cent(answer.weight), answer.feedback) for answer in question.answers]


def _with_margin(answer: Answer) -> str:
    value = as_written(answer.value)
    return value if answer.tolerance in ("", "0") else f"{value} ± {as_written(answer.tolerance)}"


def _per_cent(weight: float) -> str:
    return "" if weight in (0, 100) else f"{as_written(f'{weight:.2f}')}%"


_LINES: dict[str, Callable[[ImportedQuestion], list[Line]]] = {
    "truefalse": _truefalse,
    "matching": _matching,
    "ordering": _ordering,
    "number": _number,
    "text": _text,
}
