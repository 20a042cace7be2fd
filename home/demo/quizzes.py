"""Questions of the demonstration's quizzes: from their texts to what editors would have stored.

Only the Vietnamese text says what is right, what it is worth and which picture belongs to it; the others hold words.
"""

import json
from datetime import datetime

from home.demo.streams import Streams
from learning.quizzes.models import QuizPage, QuizVersion


def quiz(text, make: Streams) -> dict:
    questions = [_question(row, f"questions/{n}", make) for n, row in enumerate(text["questions"])]
    return {
        "intro": text["intro"],
        "graded": text["graded"],
        "pass_mark": text["pass_mark"],
        "questions": json.dumps(questions, ensure_ascii=False),
    }


def age(page: QuizPage, language: str, moment: datetime) -> None:
    """The page is as old as its lesson, so what was frozen is as well: members took it half a year ago."""
    QuizVersion.objects.filter(quiz_key=page.translation_key, language=language).update(made_at=moment)


def _question(row, place: str, make: Streams) -> dict:
    kind = row["kind"]
    return {"type": kind, "value": _common(row, make) | _OF_KIND[kind](row, place, make), "id": make.id(place)}


def _common(row, make: Streams) -> dict:
    """Of questions and options; what is missing here the page completes when it is saved."""
    words = {"text": row["text"], "feedback": row.get("feedback", "")}
    return words | {"picture": make.picture(row)} if row.get("picture") else words


def _list(values, place: str, make: Streams) -> list[dict]:
    return [{"type": "item", "value": value, "id": make.id(f"{place}/{n}")} for n, value in enumerate(values)]


def _options(row, place, make) -> dict:
    options = [_common(option, make) | {"right": option.get("right", False), "weight": str(option.get("weight", ""))} for option in row["options"]]
    return {"options": _list(options, f"{place}/options", make)}


def _truefalse(row, place, make) -> dict:
    return {"answer": "true" if row["right"] else "false", **{name: row.get(name, "") for name in ("feedback_true", "feedback_false")}}


def _matching(row, place, make) -> dict:
    pairs = [{"text": pair["left"], "match": pair["right"]} for pair in row["pairs"]]
    return {"pairs": _list(pairs, f"{place}/pairs", make), "extra": _list(row.get("extra", []), f"{place}/extra", make)}


def _ordering(row, place, make) -> dict:
    return {"lines": _list([{"text": line} for line in row["lines"]], f"{place}/lines", make)}


def _number(row, place, make) -> dict:
    off = "" if row["tolerance"] == "0" else row["tolerance"]  # left empty, the number must be exact
    return {"answers": _list([{"value": row["value"], "tolerance": off}], f"{place}/answers", make)}


def _text(row, place, make) -> dict:
    answers = [{"text": words} for words in row["accepted"]]
    return {"answers": _list(answers, f"{place}/answers", make), "tones": row["tones"], "case": row["case"]}


_OF_KIND = {
    "single": _options,
    "several": _options,
    "truefalse": _truefalse,
    "matching": _matching,
    "ordering": _ordering,
    "number": _number,
    "text": _text,
}
