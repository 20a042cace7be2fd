"""A version as it was shown, with the key of another. Pure.

Answers are indexes into what was shown, so the questions, options and matches stay as they were, in their order; weights, places,
right matches, accepted answers and the pass mark come from the other version, by their ids.
"""

from typing import Any

from learning.quizzes.payload import Payload

Question = dict[str, Any]


class OtherQuestions(ValueError):
    """The two versions do not ask the same: questions or options were added, removed, or paired in another way."""


def rekeyed(shown: Payload, key: Payload) -> Payload:
    """For marking what was answered to `shown`. Raises OtherQuestions."""
    keys = {question["id"]: question for question in key["questions"]}
    if keys.keys() != {question["id"] for question in shown["questions"]}:
        raise OtherQuestions
    return {**shown, "pass_mark": key["pass_mark"], "questions": [_rekeyed(question, keys[question["id"]]) for question in shown["questions"]]}


def same_questions(shown: Payload, key: Payload) -> bool:
    try:
        rekeyed(shown, key)
    except OtherQuestions:
        return False
    return True


def _rekeyed(shown: Question, key: Question) -> Question:
    """Accepted answers may be others: one more is what a question of short text is most often marked again for."""
    theirs = {option["id"]: option for option in key.get("options", ())}
    if shown["kind"] != key["kind"] or theirs.keys() != {option["id"] for option in shown.get("options", ())}:
        raise OtherQuestions
    if shown["kind"] == "matching":
        return {**shown, "options": _matched(shown, key, theirs)}
    taken: dict[str, Any] = {name: key[name] for name in ("answers", "tones", "case") if name in key}
    options = [option | {name: theirs[option["id"]][name] for name in ("weight", "place") if name in option} for option in shown.get("options", ())]
    return {**shown, **taken, **({"options": options} if "options" in shown else {})}


def _matched(shown: Question, key: Question, theirs: dict[str, Question]) -> list[Question]:
    """A match has no id: it is known by its words, or, where these differ, by what belongs to it."""
    words = {text: index for index, text in enumerate(shown["matches"])}
    right = [key["matches"][theirs[option["id"]]["match"]] for option in shown["options"]]
    if all(text in words for text in right):
        return [option | {"match": words[text]} for option, text in zip(shown["options"], right, strict=True)]
    if _together(shown) == _together(key):
        return shown["options"]
    raise OtherQuestions


def _together(question: Question) -> set[frozenset[str]]:
    """Which options share a match."""
    groups: dict[int, set[str]] = {}
    for option in question["options"]:
        groups.setdefault(option["match"], set()).add(option["id"])
    return {frozenset(group) for group in groups.values()}
