"""Questions on their way between text files and the editor's blocks: near the payload, without ids, pictures or audio. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext

from learning.quizzes.answers import LONGEST_TEXT
from learning.quizzes.numbers import decimal
from learning.quizzes.rules import MOST_OPTIONS
from learning.quizzes.scoring import ANYTHING_ELSE, comparable
from pages.text import nfc, shorten

CHOICES = ("single", "several", "truefalse")
ENTERED = ("number", "text")
LONGEST_QUESTION, LONGEST_WORDS = 600, 300  # characters, as in the editor's blocks


@dataclass
class Option:
    """Of a choice (weight in per cent), a pair to match (match: its right side) or a step to put in order (in the right order)."""

    text: str
    weight: float = 0.0
    feedback: str = ""
    match: str = ""


@dataclass
class Answer:
    """A right or half right number or short text. The value "*" with weight 0 brings feedback to every other answer."""

    value: str
    tolerance: str = "0"  # numbers only
    weight: float = 100.0
    feedback: str = ""


@dataclass
class ImportedQuestion:
    """truefalse has two options without text: true, then false. distractors: right sides that belong to no pair."""

    kind: str
    text: str
    feedback: str = ""
    options: list[Option] = field(default_factory=list)
    distractors: list[str] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    tones: bool = True
    case: bool = False
    name: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Problem:
    """Why something in the file was not taken, and from which line on."""

    line: int
    message: str
    question: str = ""  # how it begins

    def __str__(self) -> str:
        return gettext("Line %(line)d: %(message)s") % {"line": self.line, "message": self.message}


@dataclass
class Parsed:
    questions: list[ImportedQuestion] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, line: int, message: str, text: str = "") -> None:
        self.problems.append(Problem(line, message, shorten(text, 60)))

    def take(self, question: ImportedQuestion) -> bool:
        """The question among the good ones, or among the problems with everything that is wrong with it."""
        found = validate(question)
        if found:
            self.refuse(question.line, " ".join(found), question.text)
        else:
            self.questions.append(question)
        return not found


def plain(text: str) -> str:
    """Composed, with ordinary spaces and line ends, without control characters."""
    text = re.sub("\r\n|[\r\u2028\u2029\x85]", "\n", text)
    text = "".join(
        " " if character in "\t\xa0" else character for character in text if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs")
    )
    return str(nfc(text)).strip()


def one_line(text: str) -> str:
    """For everything but the question itself: the editor has one line for it."""
    return " ".join(plain(text).split())


def rounded_weight(percent: float) -> float:
    """Thirds, sixths, sevenths, ninths and twelfths as exact as Moodle writes them, however they were typed: 33.3 gives 33.33333."""
    for parts in (3, 6, 7, 9, 12):
        nearest = 100 * round(percent * parts / 100) / parts
        if nearest and abs(nearest - percent) <= 0.05:
            return round(nearest, 5)
    return round(percent, 5)


def validate(question: ImportedQuestion) -> list[str]:
    """What is wrong with it, as sentences for its editor; nothing if it can be published."""
    if not question.text:
        return [gettext("The question has no text. Write it before the answers.")]
    if len(question.options) + len(question.distractors) > MOST_OPTIONS:
        return [gettext("There are more than %(most)d options. Leave the best ones.") % {"most": MOST_OPTIONS}]
    return [sentence for sentence in [_too_long(question), *_CHECKS[question.kind](question)] if sentence]


def weights_problem(kind: str, weights: Sequence[float]) -> str:
    """Of a choice. As in Moodle: the best of a single choice brings 100, the right ones of several make 100 together."""
    right = [weight for weight in weights if weight > 0]
    if any(abs(weight) > 100 for weight in weights):
        return gettext("A weight lies outside -100 to 100 per cent. Correct it.")
    if not right:
        return gettext("No option is right. Mark at least one.")
    if kind == "several":
        return (
            ""
            if 99.9 <= round(sum(right), 5) <= 100.1
            else gettext("The right options make %(sum)s per cent together. Change their weights to make 100.") % {"sum": _short(sum(right))}
        )
    if len(right) == len(weights):
        return gettext("Every option is right. Add a wrong one.")
    return "" if max(right) == 100 else gettext("The best option brings only %(best)s per cent. Give one option 100.") % {"best": _short(max(right))}


def duplicate_problem(texts: Iterable[str]) -> str:
    """Tones make another word, capitals and spaces don't."""
    seen = set()
    for text in texts:
        folded = " ".join(nfc(text).casefold().split())
        if folded and folded in seen:
            return gettext("Two options say the same: “%(text)s”. Change one of them.") % {"text": shorten(text, 60)}
        seen.add(folded)
    return ""


def _too_long(question: ImportedQuestion) -> str:
    things: list[Option | Answer] = [*question.options, *question.answers]
    words = [question.feedback, *question.distractors, *(thing.feedback for thing in things)]
    words += [side for option in question.options for side in (option.text, option.match)]
    if len(question.text) > LONGEST_QUESTION:
        return gettext("The question is longer than %(most)d characters. Shorten it.") % {"most": LONGEST_QUESTION}
    if any(len(text) > LONGEST_WORDS for text in words):
        return gettext("An option or an explanation is longer than %(most)d characters. Shorten it.") % {"most": LONGEST_WORDS}
    return ""


def _check_choice(question: ImportedQuestion) -> list[str]:
    texts = [option.text for option in question.options]
    if len(texts) < 2:
        return [gettext("There are fewer than two options. Add another one.")]
    named = question.kind == "truefalse" or all(texts)
    return [
        "" if named else gettext("An option is empty. Write it or take it out."),
        duplicate_problem(texts),
        weights_problem(question.kind, [option.weight for option in question.options]),
    ]


def _check_matching(question: ImportedQuestion) -> list[str]:
    if len(question.options) < 2:
        return [gettext("There are fewer than two pairs. Add another one.")]
    whole = all(option.text and option.match for option in question.options) and all(question.distractors)
    matches = [*{option.match.casefold(): option.match for option in question.options}.values(), *question.distractors]
    return [
        "" if whole else gettext("A pair lacks one side. Write both."),
        duplicate_problem(option.text for option in question.options),
        duplicate_problem(matches),
        "" if len(matches) > 1 else gettext("All pairs have the same right side. Add another one to choose from."),
    ]


def _check_ordering(question: ImportedQuestion) -> list[str]:
    if len(question.options) < 2:
        return [gettext("There are fewer than two steps to put in order. Add another one.")]
    return [
        "" if all(option.text for option in question.options) else gettext("A step is empty. Write it or take it out."),
        duplicate_problem(option.text for option in question.options),
    ]


def _check_entered(question: ImportedQuestion) -> list[str]:
    answers = [answer for answer in question.answers if not (answer.value == ANYTHING_ELSE and answer.weight == 0)]
    return [
        *(map(_check_number, answers) if question.kind == "number" else _check_texts(question, answers)),
        "" if all(0 <= answer.weight <= 100 for answer in answers) else gettext("A weight lies outside 0 to 100 per cent. Correct it."),
        "" if any(answer.weight == 100 for answer in answers) else gettext("No answer brings 100 per cent. Give one that does."),
    ]


def _check_number(answer: Answer) -> str:
    if decimal(answer.value) is None:
        return gettext("“%(text)s” is no number. Write it like 1234.5.") % {"text": shorten(answer.value, 60)}
    tolerance = decimal(answer.tolerance)
    if tolerance is None or tolerance < 0:
        return gettext("“%(text)s” is no margin. Write a number from 0 up.") % {"text": shorten(answer.tolerance, 60)}
    return ""


def _check_texts(question: ImportedQuestion, answers: list[Answer]) -> list[str]:
    forms = [comparable(answer.value, tones=question.tones, case=question.case) for answer in answers]
    longest = max((len(answer.value) for answer in answers), default=0)
    return [
        "" if all(forms) else gettext("An answer is empty. Write it or take it out."),
        "" if longest <= LONGEST_TEXT else gettext("An answer is longer than %(most)d characters. Shorten it.") % {"most": LONGEST_TEXT},
        "" if len(forms) == len(set(forms)) else gettext("Two answers count as the same. Take one out."),
    ]


_CHECKS: dict[str, Callable[[ImportedQuestion], list[str]]] = {
    **dict.fromkeys(CHOICES, _check_choice),
    **dict.fromkeys(ENTERED, _check_entered),
    "matching": _check_matching,
    "ordering": _check_ordering,
}


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
