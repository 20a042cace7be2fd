"""Questions from text files into the editor's blocks, and back out of a quiz. Pictures and sounds are not in those formats."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from learning.quizzes import aiken, gift
from learning.quizzes.blocks import QuestionsBlock
from learning.quizzes.imported import Answer, ImportedQuestion, Option, Parsed
from learning.quizzes.numbers import written
from learning.quizzes.payload import Payload, payload_of
from pages.text import nfc, shorten

FORMATS: dict[str, Callable[[str], Parsed]] = {"gift": gift.read, "aiken": aiken.read}
LARGEST = 1024 * 1024  # bytes; a thousand questions are a third of it
UNTYPED = str.maketrans({"\u201c": '"', "\u201d": '"', "\xa0": " ", "\u200b": "", "\ufeff": ""})  # what Word puts in the way of braces


def read(text: str, form: str = "") -> Parsed:
    """The good questions, and a problem with its line for each other. form: gift, aiken, or empty to find out."""
    text = nfc(text).translate(UNTYPED) if form != "gift" and "{" not in text else nfc(text)
    return FORMATS[form or guessed(text)](text)


def guessed(text: str) -> str:
    """Aiken has an ANSWER line and no braces."""
    return "aiken" if "ANSWER:" in text.upper() and "{" not in text else "gift"


def decoded(content: bytes) -> str:
    """A file's text: UTF-8, UTF-16 with its mark, or what Windows wrote before. Raises ValueError with a sentence."""
    if len(content) > LARGEST:
        raise ValueError(gettext("The file is larger than 1 MB. Split it into several files."))
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1258"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise ValueError(gettext("This is no text file. Save the questions as plain text (UTF-8) and upload that file."))


# Into the editor


def to_blocks(questions: Iterable[ImportedQuestion]) -> list[dict[str, Any]]:
    """Raw questions with ids, as QuizPage.questions stores them."""
    raw = [
        {"type": question.kind, "value": {"text": question.text, "feedback": question.feedback, **_VALUES[question.kind](question)}} for question in questions
    ]
    return QuestionsBlock().settled(raw)


def _weight(weight: float) -> str:
    return written(Decimal(str(weight)))


def _choice(question: ImportedQuestion) -> dict[str, Any]:
    """Weights are written where ticks alone would not give them."""
    rights = sum(option.weight > 0 for option in question.options)
    wrongs = len(question.options) - rights
    single = question.kind == "single"
    usual = {True: 100 if single else 100 / max(rights, 1), False: 0 if single else -100 / max(wrongs, 1)}
    plain = all(abs(option.weight - usual[option.weight > 0]) < 0.01 for option in question.options)
    return {
        "options": [
            {"text": option.text, "right": option.weight > 0, "weight": "" if plain else _weight(option.weight), "feedback": option.feedback}
            for option in question.options
        ]
    }


def _truefalse(question: ImportedQuestion) -> dict[str, Any]:
    true, false = question.options
    return {"answer": "true" if true.weight > 0 else "false", "feedback_true": true.feedback, "feedback_false": false.feedback}


def _matching(question: ImportedQuestion) -> dict[str, Any]:
    pairs = [{"text": option.text, "match": option.match, "feedback": option.feedback} for option in question.options]
    return {"pairs": pairs, "extra": list(question.distractors)}


def _ordering(question: ImportedQuestion) -> dict[str, Any]:
    return {"lines": [{"text": option.text, "feedback": option.feedback} for option in question.options]}


def _number(question: ImportedQuestion) -> dict[str, Any]:
    return {
        "answers": [{"value": answer.value, "tolerance": "" if answer.tolerance == "0" else answer.tolerance, **_rest(answer)} for answer in question.answers]
    }


def _text(question: ImportedQuestion) -> dict[str, Any]:
    answers = [{"text": answer.value, **_rest(answer)} for answer in question.answers]
    return {"answers": answers, "tones": question.tones, "case": question.case}


def _rest(answer: Answer) -> dict[str, str]:
    return {"weight": "" if answer.weight == 100 else _weight(answer.weight), "feedback": answer.feedback}


_VALUES: dict[str, Callable[[ImportedQuestion], dict[str, Any]]] = {
    "single": _choice,
    "several": _choice,
    "truefalse": _truefalse,
    "matching": _matching,
    "ordering": _ordering,
    "number": _number,
    "text": _text,
}


# Out of a quiz


def exported(page) -> str:
    """The page's questions as GIFT, without pictures and sounds; what else GIFT cannot hold is named in comments."""
    return gift.write(of_payload(payload_of(page)))


def of_payload(payload: Payload) -> list[ImportedQuestion]:
    return [_of_question(question) for question in payload["questions"]]


def _of_question(question: dict[str, Any]) -> ImportedQuestion:
    options, matches = question.get("options", []), question.get("matches", [])
    if question["kind"] == "ordering":
        options = sorted(options, key=lambda option: option["place"])
    used = {option.get("match") for option in options}
    return ImportedQuestion(
        kind=question["kind"],
        text=question["text"] or question["alt"],
        feedback=question["feedback"],
        options=[
            Option(
                option["text"] or option["alt"],
                weight=option.get("weight", 0.0),
                feedback=option["feedback"],
                match=matches[option["match"]] if "match" in option else "",
            )
            for option in options
        ],
        distractors=[text for index, text in enumerate(matches) if index not in used],
        answers=[
            Answer(answer.get("value", answer.get("text", "")), answer.get("tolerance", "0"), answer["weight"], answer["feedback"])
            for answer in question.get("answers", [])
        ],
        tones=question.get("tones", True),
        case=question.get("case", False),
        name=shorten(question["text"], 60),
    )
