"""A version with the key of another: what was shown stays, what is right changes."""

from copy import deepcopy

import pytest

from learning.quizzes.blocks import QuestionsBlock
from learning.quizzes.payload import question_of
from learning.quizzes.rekeying import OtherQuestions, rekeyed, same_questions
from learning.quizzes.scoring import mark
from tests.factories.quizzes import make_questions, right_answers

KINDS = ("single", "several", "truefalse", "matching", "ordering", "number", "text")


def payload(*kinds: str) -> dict:
    """Of the factories, without a database: one question of each kind."""
    settled = QuestionsBlock().settled(make_questions(*kinds))
    questions = [question_of(each["type"], each["id"], each["value"]) for each in settled]
    return {"title": "Thử", "graded": True, "pass_mark": 80, "intro": "", "questions": questions}


@pytest.mark.parametrize("kind", KINDS)
def test_own_key_changes_nothing(kind):
    shown = payload(kind)
    assert rekeyed(shown, deepcopy(shown)) == shown


def turned(question: dict) -> None:
    """Questions and options as another order shows them."""
    if "matches" in question:
        last = len(question["matches"]) - 1
        question["matches"].reverse()
        for option in question["options"]:
            option["match"] = last - option["match"]
    if "options" in question:
        question["options"].reverse()


def test_answers_are_worth_the_same_whatever_the_order_of_the_other_version():
    shown = payload(*KINDS)
    other = deepcopy(shown)
    other["questions"].reverse()
    for question in other["questions"]:
        turned(question)
    assert mark(rekeyed(shown, other), right_answers(shown)).score == len(KINDS)
    assert rekeyed(shown, other)["questions"] == shown["questions"]


def test_key_and_pass_mark_come_from_the_other():
    shown = payload("single", "truefalse", "ordering", "number", "text")
    key = deepcopy(shown)
    key["pass_mark"] = 20
    single, truefalse, ordering, number, text = key["questions"]
    single["options"][0]["weight"], single["options"][1]["weight"] = 0, 100
    truefalse["options"][0]["weight"], truefalse["options"][1]["weight"] = 100, 0
    ordering["options"][0]["place"], ordering["options"][1]["place"] = ordering["options"][1]["place"], ordering["options"][0]["place"]
    number["answers"] = [{"id": "new", "value": "7", "tolerance": "0", "weight": 100, "feedback": ""}]
    text["answers"].append({"id": "new", "text": "Viber", "weight": 100, "feedback": ""})
    right = right_answers(key)
    marked = mark(rekeyed(shown, key), [1, 0, right[2], "7", "viber"])
    assert marked.score == 5
    old = mark(rekeyed(shown, key), right_answers(shown))
    assert old.points == [0, 0, 0.5, 0, 1] and old.passed  # 30%, where 20 pass


def test_match_is_known_by_its_words_and_otherwise_by_what_belongs_to_it():
    shown = payload("matching")
    swapped, translated, regrouped = deepcopy(shown), deepcopy(shown), deepcopy(shown)
    first, second, third = swapped["questions"][0]["options"]
    first["match"], second["match"] = second["match"], first["match"]
    right = right_answers(shown)[0]
    assert mark(rekeyed(shown, swapped), [[right[1], right[0], right[2]]]).score == 1
    translated["questions"][0]["matches"] = ["Write", "Cook", "Note", "Shoot"]
    assert mark(rekeyed(shown, translated), [right]).score == 1
    regrouped["questions"][0]["matches"] = ["Write", "Cook", "Note", "Shoot"]
    for option in regrouped["questions"][0]["options"]:
        option["match"] = 0
    assert not same_questions(shown, regrouped)


def test_other_questions_or_options_are_refused():
    shown = payload("single", "text")
    fewer, more, other, kind = (deepcopy(shown) for _ in range(4))
    fewer["questions"].pop()
    more["questions"][0]["options"].append(dict(more["questions"][0]["options"][0], id="new"))
    other["questions"][0]["id"] = "new"
    kind["questions"][0]["kind"] = "several"
    for key in (fewer, more, other, kind):
        assert not same_questions(shown, key)
        with pytest.raises(OtherQuestions):
            rekeyed(shown, key)


def test_neither_version_is_changed_by_it():
    shown = payload(*KINDS)
    key = deepcopy(shown) | {"pass_mark": 10}
    before = deepcopy((shown, key))
    rekeyed(shown, key)
    assert (shown, key) == before
