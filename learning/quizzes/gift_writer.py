"""Questions written as GIFT, so that Moodle and learning.quizzes.gift read the same questions again. Pure.

Texts are marked [plain]: Moodle shows them as they are, with every < and &. What GIFT cannot hold (feedback to a pair or a step, a
question that is not finished) is named in a comment and left out.
"""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext

from learning.quizzes.gift_text import as_html, escape
from learning.quizzes.imported import Answer, ImportedQuestion, Option, validate
from learning.quizzes.scoring import ANYTHING_ELSE
from pages.text import shorten

ARROW = "->"


def write(questions: Iterable[ImportedQuestion]) -> str:
    """A GIFT file, one question after an empty line."""
    return "\n".join(_write_question(question) for question in questions)


def _write_question(question: ImportedQuestion) -> str:
    reasons = validate(question) or _unwritable(question)
    if reasons:
        left_out = gettext("Left out: “%(question)s”. %(reason)s") % {"question": shorten(question.text, 60), "reason": " ".join(reasons)}
        return _comment(left_out)
    return "".join(_notes(question)) + _name(question) + "[plain]" + escape(question.text) + "{" + _WRITERS[question.kind](question) + "}\n"


def _unwritable(question: ImportedQuestion) -> list[str]:
    """With one answer the equals sign can be spared, and an arrow stays an arrow."""
    if question.kind == "text" and len(question.answers) > 1 and any(ARROW in answer.value for answer in question.answers):
        return [gettext("GIFT reads the arrow -> in its answers as a pair.")]
    return []


def _notes(question: ImportedQuestion) -> Iterable[str]:
    if question.kind == "text" and (not question.tones or question.case):
        yield _comment(" ".join(["[tag:any-tones]"] * (not question.tones) + ["[tag:exact-case]"] * question.case))
    if question.kind in ("matching", "ordering") and any(option.feedback for option in question.options):
        yield _comment(gettext("Left out: the explanations of single lines in “%(question)s”.") % {"question": shorten(question.text, 60)})


def _comment(text: str) -> str:
    return "// " + " ".join(text.split()) + "\n"


def _name(question: ImportedQuestion) -> str:
    return f"::{escape(question.name)}::" if question.name else ""


def _text(text: str) -> str:
    """A text that begins like [html] says that it is plain."""
    return ("[plain]" if text.startswith("[") else "") + escape(text)


def _without_arrow(text: str) -> str:
    return "[html]" + escape(as_html(text)) if ARROW in text else _text(text)


def _feedback(text: str) -> str:
    return "#" + _without_arrow(text) if text else ""


def _general(question: ImportedQuestion) -> str:
    return "####" + _text(question.feedback) if question.feedback else ""


def _lines(question: ImportedQuestion, lines: Iterable[str]) -> str:
    general = _general(question)
    return "\n" + "".join(f"\t{line}\n" for line in lines) + (f"\t{general}\n" if general else "")


def _percent(weight: float) -> str:
    return "%" + f"{weight:.5f}".rstrip("0").rstrip(".") + "%"


def _choice(question: ImportedQuestion) -> str:
    return _lines(question, (_sign(question.kind, option) + _text(option.text) + _feedback(option.feedback) for option in question.options))


def _sign(kind: str, option: Option) -> str:
    if kind == "single" and option.weight == 100:
        return "="
    return "~" + (_percent(option.weight) if option.weight or option.text.startswith("%") else "")


def _truefalse(question: ImportedQuestion) -> str:
    true, false = question.options
    truth, right, wrong = ("TRUE", true, false) if true.weight > 0 else ("FALSE", false, true)
    feedback = "#" + _text(wrong.feedback) if wrong.feedback or right.feedback else ""
    return truth + feedback + ("#" + _text(right.feedback) if right.feedback else "") + _general(question)


def _matching(question: ImportedQuestion) -> str:
    pairs = [(option.text, option.match) for option in question.options] + [("", distractor) for distractor in question.distractors]
    return _lines(question, (f"={_without_arrow(left)} {ARROW} {escape(right)}" for left, right in pairs))


def _ordering(question: ImportedQuestion) -> str:
    steps = "".join(("[plain]" if option.text.startswith("//") else "") + _text(option.text) + "\n" for option in question.options)
    return f">{len(question.options)} ALL VERTICAL ABSOLUTE SHOW\n{steps}{_general(question)}"


def _short_text(question: ImportedQuestion) -> str:
    sign = "" if len(question.answers) == 1 and ARROW in question.answers[0].value else "="
    return _lines(question, (sign + _percent(answer.weight) + _short_answer(answer) + _feedback(answer.feedback) for answer in question.answers))


def _short_answer(answer: Answer) -> str:
    literal = answer.value == ANYTHING_ELSE and answer.weight == 0
    return _text(answer.value if literal else answer.value.replace("*", r"\*"))


def _number(question: ImportedQuestion) -> str:
    exact = [answer for answer in question.answers if answer.value != ANYTHING_ELSE]
    lines = [f"={_percent(answer.weight)}{answer.value}:{answer.tolerance}{_feedback(answer.feedback)}" for answer in exact]
    return "#" + _lines(question, lines + ["~" + _feedback(answer.feedback) for answer in question.answers if answer.value == ANYTHING_ELSE])


_WRITERS: dict[str, Callable[[ImportedQuestion], str]] = {
    "single": _choice,
    "several": _choice,
    "truefalse": _truefalse,
    "matching": _matching,
    "ordering": _ordering,
    "number": _number,
    "text": _short_text,
}
