"""What a question needs before it can be published. Pure: takes what is stored (see learning.quizzes.blocks), gives sentences."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from learning.quizzes import numbers
from learning.quizzes.scoring import ANYTHING_ELSE, comparable
from pages.text import nfc

Problem = tuple[str, str]  # the field, and a sentence that says what to do

LIKE_100 = Decimal("0.1")  # three times 33,33 will do
MOST_OPTIONS = 20


def values(items: list) -> list[Any]:
    return [item["value"] for item in items or []]


def weight_of(value: dict) -> Decimal | None:
    return numbers.decimal(value.get("weight") or "")


def problems(kind: str, value: dict, translated: bool = False) -> list[Problem]:
    """Of one question. translated: two words of the source may have become one, which is no fault."""
    found = list(_CHECKS[kind](value))
    if not (value.get("text") or "").strip():
        found.insert(0, ("text", _("Write the question.")))
    return [each for each in found if not (translated and each[0] == "answers")]


def _things(field: str, things: list[dict], least: str) -> Iterator[Problem]:
    """Common to all that is chosen, paired or put in order."""
    if len(things) < 2:
        yield field, least
    if len(things) > MOST_OPTIONS:
        yield field, _("Leave at most %(most)s; nobody reads more on a phone.") % {"most": MOST_OPTIONS}
    seen: dict[object, int] = {}
    for number, thing in enumerate(things, start=1):
        text, picture = nfc(thing.get("text") or "").strip(), thing.get("picture") or {}
        if not text and not picture.get("image"):
            yield field, _("Number %(number)s is empty. Give it words or a picture, or delete it.") % {"number": number}
            continue
        if not text and (picture.get("decorative") or not (picture.get("alt_text") or "").strip()):
            yield field, _("Number %(number)s is only a picture. Describe it, for women who cannot see it.") % {"number": number}
        same = " ".join(text.casefold().split()) or picture["image"]
        if same in seen:
            yield field, _("Numbers %(first)s and %(second)s are the same. Change one of them, or delete it.") % {"first": seen[same], "second": number}
        seen.setdefault(same, number)


def _unreadable(field: str, things: list[dict]) -> Iterator[Problem]:
    for number, thing in enumerate(things, start=1):
        if thing.get("weight") and weight_of(thing) is None:
            yield field, _("The weight of number %(number)s is not a number. Write figures only, for example 50.") % {"number": number}


def _weights(field: str, options: list[dict]) -> Iterator[Problem]:
    """Where weights are given: right ones above 0, wrong ones not."""
    yield from _unreadable(field, options)
    for number, option in enumerate(options, start=1):
        weight = weight_of(option)
        if weight is None:
            continue
        if abs(weight) > 100:
            yield field, _("The weight of number %(number)s is over 100. Write a percentage.") % {"number": number}
        elif option.get("right") and weight <= 0:
            yield field, _("Number %(number)s is right, so its weight must be above 0. Change the weight, or remove the tick.") % {"number": number}
        elif not option.get("right") and weight > 0:
            yield field, _("Number %(number)s is wrong, so its weight must be 0 or less. Change the weight, or tick it as right.") % {"number": number}


def _single(value: dict) -> Iterator[Problem]:
    options = values(value["options"])
    yield from _things("options", options, _("Write at least two options."))
    yield from _weights("options", options)
    right = [option for option in options if option.get("right")]
    weights = [weight_of(option) for option in right]
    if not right:
        yield "options", _("Tick the right option.")
    elif len(right) > 1 and None in weights:
        yield (
            "options",
            _("Tick only one option as right. If she may choose several, take “Several right answers”; if some are half right, give each a weight."),
        )
    elif weights != [None] and max(weight for weight in weights if weight is not None) != 100:
        yield "options", _("Give the best option the weight 100, or leave its weight empty.")


def _several(value: dict) -> Iterator[Problem]:
    options = values(value["options"])
    yield from _things("options", options, _("Write at least two options."))
    yield from _weights("options", options)
    weights = [weight_of(option) for option in options if option.get("right")]
    if not weights:
        yield "options", _("Tick the right options.")
    given = [weight for weight in weights if weight is not None]
    total = sum(given, Decimal())
    if given and len(given) < len(weights):
        yield "options", _("Give every right option a weight, or none of them.")
    elif given and abs(total - 100) > LIKE_100:
        shown = numbers.written(total).replace(".", ",")
        yield "options", _("The weights of the right options make %(total)s. Change them so that they make 100.") % {"total": shown}


def _truefalse(value: dict) -> Iterator[Problem]:
    if value.get("answer") not in ("true", "false"):
        yield "answer", _("Say whether the sentence is right or wrong.")


def _matching(value: dict) -> Iterator[Problem]:
    pairs = values(value["pairs"])
    yield from _things("pairs", pairs, _("Write at least two pairs."))
    for number, pair in enumerate(pairs, start=1):
        if not (pair.get("match") or "").strip():
            yield "pairs", _("Number %(number)s has nothing that it belongs to. Write it.") % {"number": number}
    matches = {_same(pair.get("match")) for pair in pairs}
    seen: set[str] = set()
    for text in values(value["extra"]):
        if not (text or "").strip():
            yield "extra", _("One of these is empty. Write it, or delete it.")
        elif _same(text) in matches | seen:
            yield "extra", _("“%(text)s” is there already. Change it, or delete it.") % {"text": text}
        seen.add(_same(text))
    if len(pairs) > 1 and len(matches | seen) < 2:
        yield "pairs", _("All belong to the same. Write another one to choose from.")


def _same(text: str | None) -> str:
    return " ".join(nfc(text or "").casefold().split())


def _ordering(value: dict) -> Iterator[Problem]:
    yield from _things("lines", values(value["lines"]), _("Write at least two steps."))


def _catches_all(answer: dict) -> bool:
    return ANYTHING_ELSE in (answer.get("value"), answer.get("text"))


def _answers(answers: list[dict]) -> Iterator[Problem]:
    """Of numbers and words: one of them is fully right."""
    if not any(not _catches_all(answer) for answer in answers):
        yield "answers", _("Write at least one right answer.")
        return
    yield from _unreadable("answers", answers)
    for number, answer in enumerate(answers, start=1):
        weight = weight_of(answer)
        if _catches_all(answer) and weight != 0:
            yield "answers", _("Number %(number)s stands for any other answer. Give it the weight 0.") % {"number": number}
        elif weight is not None and not 0 <= weight <= 100:
            yield "answers", _("The weight of number %(number)s must be between 0 and 100.") % {"number": number}
    if not any(weight_of(answer) in (None, 100) for answer in answers):
        yield "answers", _("Give the best answer the weight 100, or leave its weight empty.")


def _number(value: dict) -> Iterator[Problem]:
    answers = values(value["answers"])
    yield from _answers(answers)
    for number, answer in enumerate(answers, start=1):
        if not _catches_all(answer) and numbers.decimal(answer.get("value") or "") is None:
            yield "answers", _("Answer %(number)s is not a number. Write figures only, for example 1,5.") % {"number": number}
        if (off := numbers.decimal(answer.get("tolerance") or "0")) is None or off < 0:
            yield "answers", _("Answer %(number)s may be off by 0 or more. Write figures only, for example 0,5.") % {"number": number}


def _text(value: dict) -> Iterator[Problem]:
    answers = values(value["answers"])
    yield from _answers(answers)
    seen: dict[str, int] = {}
    for number, answer in enumerate(answers, start=1):
        text = comparable(answer.get("text") or "", tones=bool(value.get("tones")), case=bool(value.get("case")))
        if not text:
            yield "answers", _("Answer %(number)s is empty. Write it, or delete it.") % {"number": number}
        elif text in seen:
            yield "answers", _("Answers %(first)s and %(second)s count as the same. Delete one of them.") % {"first": seen[text], "second": number}
        seen.setdefault(text, number)


_CHECKS: dict[str, Callable[[dict], Iterator[Problem]]] = {
    "single": _single,
    "several": _several,
    "truefalse": _truefalse,
    "matching": _matching,
    "ordering": _ordering,
    "number": _number,
    "text": _text,
}
KINDS = tuple(_CHECKS)
