"""What a woman of a given ability answers. Some questions are harder than others, and wrong answers are those that people give."""

import hashlib
import math
from random import Random
from typing import Any

DISCRIMINATION = 1.4
SKIPPED = 0.012  # questions left open
NOT_KNOWN = ("không biết", "quên rồi", "cài đặt", "hỏi con", "mạng")


def answers(chance: Random, payload: dict, ability: float) -> list[Any]:
    """One quiz, as a phone would send it."""
    return [None if chance.random() < SKIPPED else _answer(chance, question, ability) for question in payload["questions"]]


def difficulty(question: dict) -> float:
    """-0.9 to 1.1, the same for everybody."""
    return hashlib.sha256(question["id"].encode()).digest()[0] / 128 - 0.9


def _answer(chance: Random, question: dict, ability: float):
    knows = chance.random() < 1 / (1 + math.exp(-DISCRIMINATION * (ability - difficulty(question))))
    return _OF_KIND[question["kind"]](chance, question, knows)


def _one(chance: Random, question: dict, knows: bool) -> int:
    weights = [option["weight"] for option in question["options"]]
    best = weights.index(max(weights))
    if knows:
        return best
    others = [index for index in range(len(weights)) if index != best]
    return chance.choices(others, range(len(others) + 1, 1, -1))[0]


def _several(chance: Random, question: dict, knows: bool) -> list[int]:
    options = question["options"]
    chosen = {index for index, option in enumerate(options) if option["weight"] > 0}
    if not knows:  # one forgotten, or one too many
        chosen ^= {chance.randrange(len(options))}
    return sorted(chosen) or [0]


def _matching(chance: Random, question: dict, knows: bool) -> list[int]:
    matches = [option["match"] for option in question["options"]]
    if not knows:
        one, other = chance.sample(range(len(matches)), 2)
        matches[one], matches[other] = matches[other], matches[one]
    return matches


def _ordering(chance: Random, question: dict, knows: bool) -> list[int]:
    options = question["options"]
    order = sorted(range(len(options)), key=lambda index: options[index]["place"])
    if not knows:
        one = chance.randrange(len(order) - 1)
        order[one], order[one + 1] = order[one + 1], order[one]
    return order


def _number(chance: Random, question: dict, knows: bool) -> str:
    right = max(question["answers"], key=lambda answer: answer["weight"])["value"]
    if knows:
        return right
    return chance.choice([f"{right}0", str(round(float(right)) + chance.randint(7, 12)), "10"])


def _text(chance: Random, question: dict, knows: bool) -> str:
    if not knows:
        return chance.choice(NOT_KNOWN)
    right = chance.choice([answer["text"] for answer in question["answers"] if answer["weight"] == 100])
    return chance.choice([right, right.capitalize(), right.upper()])


_OF_KIND = {
    "single": _one,
    "truefalse": _one,
    "several": _several,
    "matching": _matching,
    "ordering": _ordering,
    "number": _number,
    "text": _text,
}
