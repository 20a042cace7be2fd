"""Aiken: a question on one line, its options on lines A) or A., and ANSWER: with the letter of the right one. Pure.

Read as Moodle reads it (question/format/aiken/format.php): lines shorter than two characters are nothing, options may lack the
space, signs of HTML stay as they are. Where Moodle goes on with half a question (a text on two lines, options that don't run A, B,
C), we name the line and take nothing.
"""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext

from learning.quizzes.imported import ImportedQuestion, Option, Parsed, one_line

_OPTION = re.compile(r"([A-Z])[).] ?(.*)")
_ANSWER = "ANSWER:"


@dataclass
class _Open:
    """A question whose answer has not come yet."""

    line: int
    text: str
    letters: list[str] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    torn: bool = False  # its text began on the line before


def read(text: str) -> Parsed:
    """The good questions in order, and a problem for each that was left out."""
    parsed, question, blank = Parsed(), None, True
    for number, line in enumerate(re.split("\r\n|\r|\n", text.removeprefix("\ufeff")), 1):
        line = one_line(line)
        option = _OPTION.match(line)
        if len(line) < 2:
            blank = True
            continue
        if option or line.startswith(_ANSWER):
            if question is None:
                parsed.refuse(number, gettext("No question stands before this line. Write it on the line above."), line)
            elif option:
                question.letters.append(option[1])
                question.options.append(Option(option[2]))
            else:
                _close(question, line.removeprefix(_ANSWER).strip(), parsed)
                question = None
        else:
            torn = question is not None and not question.options and not blank
            if question is not None and not torn:
                parsed.refuse(question.line, gettext("The line ANSWER: with the right letter is missing. Add it under the options."), question.text)
            question = _Open(question.line, f"{question.text} {line}", torn=True) if question is not None and torn else _Open(number, line)
        blank = False
    _finish(parsed, question)
    return parsed


def _close(question: _Open, letter: str, parsed: Parsed) -> None:
    right = ord(letter[:1] or "?") - ord("A")
    if question.torn:
        parsed.refuse(question.line, gettext("The question stands on several lines. Put it on one."), question.text)
    elif question.letters != [chr(ord("A") + place) for place in range(len(question.letters))]:
        parsed.refuse(question.line, gettext("The letters of the options do not run A, B, C. Correct them."), question.text)
    elif len(question.options) >= 2 and not 0 <= right < len(question.options):
        parsed.refuse(question.line, gettext("ANSWER: names no option of this question. Write one of its letters."), question.text)
    else:
        for place, option in enumerate(question.options):
            option.weight = 100.0 if place == right else 0.0
        parsed.take(ImportedQuestion("single", question.text, options=question.options, line=question.line))


def _finish(parsed: Parsed, question: _Open | None) -> None:
    if question is not None:
        parsed.refuse(question.line, gettext("The line ANSWER: with the right letter is missing. Add it under the options."), question.text)
    if not parsed.questions and not parsed.problems:
        parsed.refuse(1, gettext("There is no question here. Paste text in the Aiken format."))
