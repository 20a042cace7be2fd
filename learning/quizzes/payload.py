"""A quiz as it is frozen, shown and marked: plain data that no later change of page, blocks or pictures reaches.

{"title", "graded", "pass_mark" (per cent), "intro" (plain text), "questions": [
  {"id", "kind", "text", "picture" (id or None), "alt", "audio" (id or None), "feedback",
   "options": [{"id", "text", "picture", "alt", "audio", "feedback", and one of
                "weight": per cent, -100 to 100       single, several, truefalse
                "match": index in "matches"           matching
                "place": where it belongs, from 0}]   ordering
   "matches": [str]                                   matching
   "answers": [{"id", "value", "tolerance", "weight", "feedback"}]   number; decimals with a point
              [{"id", "text", "weight", "feedback"}]                 text
   "tones", "case"}]}                                                text: must they be right?

Options of single and several stand as the editor wrote them. truefalse has two without words, right before wrong. Steps to put
in order, and matches, stand in an order made from their ids: the same in every language, and of three and more never the right
one. Of two it may be, since an order that is never right would be the key.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from learning.quizzes.rules import values, weight_of
from pages.text import nfc

Payload = dict[str, Any]


def payload_of(page) -> Payload:
    """What the page holds now, published or not."""
    block = page.questions.stream_block
    return {
        "title": page.title,
        "graded": page.graded,
        "pass_mark": page.pass_mark or 0,  # empty in a preview
        "intro": page.intro,
        "questions": [question_of(each["type"], each["id"], each["value"]) for each in block.settled(nfc(page.questions.get_prep_value()))],
    }


def question_of(kind: str, question_id: str, value: dict) -> dict[str, Any]:
    """One stored question (see learning.quizzes.blocks) as it is frozen."""
    return {"id": question_id, "kind": kind, **_shown(value), **_KINDS[kind](question_id, value)}


def fingerprint(payload: Payload, **more: Any) -> str:
    """SHA-256 of the content, the same on every machine."""
    text = json.dumps({**payload, **more}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def key_of(payload: Payload) -> str:
    """SHA-256 of what decides the marks: equal in every language, whatever is worded, shown or ordered otherwise.

    The pass mark is no part of it: it decides who passes, not what an answer is worth.
    """
    return fingerprint({"questions": sorted((_key(question) for question in payload["questions"]), key=lambda key: key["id"])})


def shape_of(payload: Payload) -> str:
    """The same for as long as an answer means the same: words may be corrected, while questions, options and matches stay in their places."""
    shown = [[each["id"], each["kind"], [option["id"] for option in each.get("options", ())], each.get("matches")] for each in payload["questions"]]
    return fingerprint({"questions": shown})[:12]


def without_key(payload: Payload) -> Payload:
    """What a phone may know of a graded quiz before its answers are in: no weight, place or match, no accepted answer, no feedback."""
    return {**payload, "questions": [_hidden(question) for question in payload["questions"]]}


def pictures_of(payload: Payload) -> set[int]:
    return {thing["picture"] for thing in _things(payload) if thing.get("picture")}


def sounds_of(payload: Payload) -> set[int]:
    return {thing["audio"] for thing in _things(payload) if thing.get("audio")}


def _things(payload: Payload):
    for question in payload["questions"]:
        yield question
        yield from question.get("options", ())


# From what is stored


def _shown(value: dict) -> dict[str, Any]:
    """What questions and options have in common."""
    picture = value.get("picture") or {}
    alt = "" if picture.get("decorative") or not picture.get("image") else picture.get("alt_text") or ""
    return {
        "text": (value.get("text") or "").strip(),
        "picture": picture.get("image") or None,
        "alt": alt.strip(),
        "audio": value.get("audio") or None,
        "feedback": (value.get("feedback") or "").strip(),
    }


def _options(items: list) -> list[dict[str, Any]]:
    return [{"id": item["id"], **_shown(item["value"])} for item in items]


def _per_cent(value: dict, otherwise: float) -> float:
    weight = weight_of(value)
    return round(float(otherwise if weight is None else weight), 5)


def _choice(value: dict, right: float, wrong: float) -> dict[str, Any]:
    written = values(value["options"])
    weights = [{"weight": _per_cent(each, right if each["right"] else wrong)} for each in written]
    return {"options": [option | weight for option, weight in zip(_options(value["options"]), weights, strict=True)]}


def _single(question_id: str, value: dict) -> dict[str, Any]:
    return _choice(value, 100, 0)


def _several(question_id: str, value: dict) -> dict[str, Any]:
    """Without weights of their own, wrong ones take as much as right ones bring: who ticks everything has nothing."""
    ticked = [each["right"] for each in values(value["options"])]
    return _choice(value, 100 / max(ticked.count(True), 1), -100 / max(ticked.count(False), 1))


def _truefalse(question_id: str, value: dict) -> dict[str, Any]:
    return {
        "options": [
            {"id": f"{question_id}:{answer}", **_shown({"feedback": value[f"feedback_{answer}"]}), "weight": 100.0 if value["answer"] == answer else 0.0}
            for answer in ("true", "false")
        ]
    }


def _matching(question_id: str, value: dict) -> dict[str, Any]:
    """Two pairs that belong to the same thing share one match."""
    ids: dict[str, str] = {}
    for item in value["pairs"]:
        ids.setdefault(item["value"]["match"].strip(), item["id"])
    own = list(ids)
    for item in value["extra"]:
        ids.setdefault(item["value"].strip(), item["id"])
    matches = _shuffled(list(ids), [ids[text] for text in ids], question_id)
    if matches[: len(own)] == own and len(matches) > 2:
        matches = matches[1:] + matches[:1]
    pairs = [{"match": matches.index(item["value"]["match"].strip())} for item in value["pairs"]]
    return {"options": [option | pair for option, pair in zip(_options(value["pairs"]), pairs, strict=True)], "matches": matches}


def _ordering(question_id: str, value: dict) -> dict[str, Any]:
    lines = [option | {"place": place} for place, option in enumerate(_options(value["lines"]))]
    shown = _shuffled(lines, [line["id"] for line in lines], question_id)
    return {"options": shown[1:] + shown[:1] if shown == lines and len(lines) > 2 else shown}


def _shuffled(things: list, ids: list[str], question_id: str) -> list:
    ranks = [hashlib.sha256(f"{question_id}/{each}".encode()).hexdigest() for each in ids]
    return [thing for _, thing in sorted(zip(ranks, things, strict=True), key=lambda pair: pair[0])]


def _number(question_id: str, value: dict) -> dict[str, Any]:
    return {
        "answers": [
            {
                "id": item["id"],
                "value": item["value"]["value"],
                "tolerance": item["value"]["tolerance"] or "0",
                "weight": _per_cent(item["value"], 100),
                "feedback": item["value"]["feedback"].strip(),
            }
            for item in value["answers"]
        ]
    }


def _text(question_id: str, value: dict) -> dict[str, Any]:
    answers = [
        {"id": item["id"], "text": item["value"]["text"].strip(), "weight": _per_cent(item["value"], 100), "feedback": item["value"]["feedback"].strip()}
        for item in value["answers"]
    ]
    return {"answers": answers, "tones": value["tones"], "case": value["case"]}


_KINDS: dict[str, Callable[[str, dict], dict[str, Any]]] = {
    "single": _single,
    "several": _several,
    "truefalse": _truefalse,
    "matching": _matching,
    "ordering": _ordering,
    "number": _number,
    "text": _text,
}


# The key


def _key(question: dict[str, Any]) -> dict[str, Any]:
    """Of one question. A matched thing is known by the first of the pairs that belong to it: its words and place differ by language."""
    options = question.get("options", [])
    key: dict[str, Any] = {name: question[name] for name in ("id", "kind", "tones", "case") if name in question}
    key["options"] = sorted([each["id"], each.get("weight"), each.get("place"), _first_with(options, each)] for each in options)
    key["answers"] = sorted([each["id"], each.get("value"), each.get("tolerance"), each["weight"]] for each in question.get("answers", []))
    return key


def _first_with(options: list[dict], option: dict) -> str | None:
    return min(each["id"] for each in options if each["match"] == option["match"]) if "match" in option else None


_TOLD = {"feedback": ""}
_KEY = ("weight", "place", "match", "answers")


def _hidden(question: dict[str, Any]) -> dict[str, Any]:
    shown = {name: value for name, value in question.items() if name not in _KEY} | _TOLD
    if "options" in question:
        shown["options"] = [{name: value for name, value in option.items() if name not in _KEY} | _TOLD for option in question["options"]]
    return shown
