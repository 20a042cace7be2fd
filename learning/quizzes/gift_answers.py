"""What stands in the braces of a GIFT question, kind by kind, in the order in which Moodle tries them. Pure."""

import re
from typing import Any

from django.utils.translation import gettext

from learning.quizzes.gift_text import Unreadable, read_line, show_escapes, split_format
from learning.quizzes.imported import Answer, Option, one_line, rounded_weight
from learning.quizzes.numbers import decimal, written
from learning.quizzes.scoring import ANYTHING_ELSE

_WEIGHT = re.compile(r"%(-*[0-9]{1,2}\.?[0-9]*)%")
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_SUBSETS = {"RANDOM", "REL", "CONTIGUOUS", "CONTIG"}
_SETTING = re.compile(r"\d+|ALL|EXACT|RANDOM|REL\w*|CONTIG\w*|H\w*|V\w*|ABS\w*|LONGEST\w*|SHOW|TRUE|FALSE|YES|NO|none|abc|ABCD|iii|IIII")


def read_answers(text: str, form: str) -> dict[str, Any]:
    """Kind, options and answers as ImportedQuestion takes them. `form`: the text format of the question. Raises Unreadable."""
    if not text:
        raise Unreadable(gettext("This is an essay question, which this site does not have. It was left out."))
    if text.startswith(">"):
        return _ordering(text, form)
    if text.startswith("#"):
        return _number(text[1:], form)
    if "~" in text:
        return _choice(text, form)
    if "=" in text and "->" in text:
        return _matching(text, form)
    truth = text.partition("#")[0].strip()
    return _truefalse(text, form) if truth in _TRUTHS else _short_text(text, form)


def _choice(text: str, form: str) -> dict[str, Any]:
    """One "=" anywhere makes it a single choice; without, several may be right."""
    options = []
    for piece in _pieces(text.replace("=", "~="), "~"):
        weight, rest = (100.0, piece[1:]) if piece.startswith("=") else _split_weight(piece, 0.0)
        words, feedback = _split_feedback(rest, form)
        options.append(Option(read_line(words, form), weight, feedback))
    return {"kind": "single" if "=" in text else "several", "options": options}


def _matching(text: str, form: str) -> dict[str, Any]:
    """A pair without left side brings a distractor. "#" has no meaning here, as in Moodle."""
    options, distractors = [], []
    for piece in _pieces(text, "="):
        left, arrow, right = piece.partition("->")
        if not arrow:
            raise Unreadable(gettext("The pair “%(text)s” has no arrow. Write it like =left -> right.") % {"text": one_line(show_escapes(piece))})
        words, match = read_line(left, form), one_line(show_escapes(right))
        if words:
            options.append(Option(words, match=match))
        elif match and match not in distractors:
            distractors.append(match)
    own = {option.match for option in options}
    return {"kind": "matching", "options": options, "distractors": [match for match in distractors if match not in own]}


def _truefalse(text: str, form: str) -> dict[str, Any]:
    """Feedback comes first for the wrong choice, then for the right one."""
    truth, wrong, right = (*text.split("#", 2), "", "")[:3]
    feedback = {False: read_line(wrong, form), True: read_line(right, form)}
    true = _TRUTHS[truth.strip()]
    return {"kind": "truefalse", "options": [Option("", 100.0 if true == side else 0.0, feedback[true == side]) for side in (True, False)]}


def _short_text(text: str, form: str) -> dict[str, Any]:
    answers = []
    for piece in _pieces(text, "="):
        weight, rest = _split_weight(piece, 100.0)
        words, feedback = _split_feedback(rest, form)
        answers.append(Answer(_literal(one_line(show_escapes(split_format(words)[1])), weight), weight=weight, feedback=feedback))
    return {"kind": "text", "answers": answers}


def _literal(text: str, weight: float) -> str:
    r"""In Moodle * stands for any words, \* for the sign itself. Ours are literal; alone and without points * catches the rest."""
    if text == ANYTHING_ELSE and weight == 0:
        return text
    if re.search(r"(?<!\\)\*", text):
        raise Unreadable(gettext("In “%(text)s” the * stands for any words. Write each answer out, or put a backslash before the sign.") % {"text": text})
    return text.replace(r"\*", "*")


def _number(text: str, form: str) -> dict[str, Any]:
    """What follows "~" is the feedback to every other number."""
    text, tilde, wrong = text.partition("~")
    answers = []
    for piece in _pieces(text, "="):
        weight, rest = _split_weight(piece, 100.0)
        words, feedback = _split_feedback(rest, form)
        value, tolerance = _value(show_escapes(words).strip(), weight)
        answers.append(Answer(value, tolerance, weight, feedback))
    otherwise = _split_feedback(wrong, form)[1]
    if tilde and otherwise:
        answers.append(Answer(ANYTHING_ELSE, weight=0.0, feedback=otherwise))
    return {"kind": "number", "answers": answers}


def _value(text: str, weight: float) -> tuple[str, str]:
    """(value, margin) from value, value:margin or least..most."""
    if text == ANYTHING_ELSE and weight == 0:
        return text, "0"
    if text.find("..") > 0:
        low, high = (_decimal(side) for side in text.split("..", 1))
        if high < low:
            raise Unreadable(gettext("The range %(text)s ends before it begins. Turn it round.") % {"text": text})
        return written((low + high) / 2), written((high - low) / 2)
    value, _, margin = text.partition(":") if text.find(":") > 0 else (text, "", "0")
    return written(_decimal(value)), written(_decimal(margin))


def _decimal(text: str) -> Any:
    number = decimal(text)
    if number is None:
        raise Unreadable(gettext("“%(text)s” is no number. Write it like 1234.5.") % {"text": text.strip()})
    return number


def _ordering(text: str, form: str) -> dict[str, Any]:
    """Settings on the first line, then the steps, a line each. Its ways of grading all become ours."""
    head, _, steps = text[1:].partition("\n")
    settings = head.split()
    if not all(_SETTING.fullmatch(setting) for setting in settings):
        raise Unreadable(gettext("The steps to put in order are not readable. Write {>, then each step on a line of its own, then }."))
    options = [Option(read_line(step, form)) for step in steps.split("\n") if step.strip()]
    if _SUBSETS & set(settings) and any(setting.isdecimal() and 0 < int(setting[:9]) < len(options) for setting in settings[:1]):
        raise Unreadable(gettext("It shows only some of its steps, which this site does not do. Make this question by hand."))
    return {"kind": "ordering", "options": options}


def _pieces(text: str, mark: str) -> list[str]:
    pieces = [piece.strip() for piece in text.split(mark)]
    return pieces if pieces[0] else pieces[1:]


def _split_weight(text: str, default: float) -> tuple[float, str]:
    match = _WEIGHT.match(text)
    if match is None:
        return default, text
    try:
        return rounded_weight(float(match[1])), text[match.end() :]
    except ValueError:
        raise Unreadable(gettext("“%(text)s” is no weight. Write it like %%50%%.") % {"text": match.group()}) from None


def _split_feedback(text: str, form: str) -> tuple[str, str]:
    words, _, feedback = text.partition("#")
    return words.strip(), read_line(feedback, form)
