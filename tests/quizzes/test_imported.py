"""What a question must have before it is taken."""

import pytest
from django.utils import translation

from learning.quizzes import blocks
from learning.quizzes.imported import (
    LONGEST_QUESTION,
    LONGEST_WORDS,
    Answer,
    ImportedQuestion,
    Option,
    Problem,
    duplicate_problem,
    plain,
    rounded_weight,
    validate,
    weights_problem,
)


def choice(kind, *weights):
    return ImportedQuestion(kind, "Q", options=[Option(f"{place}", weight) for place, weight in enumerate(weights)])


def pairs(*sides, distractors=()):
    return ImportedQuestion("matching", "Q", options=[Option(left, match=right) for left, right in sides], distractors=list(distractors))


def entered(kind, *answers):
    return ImportedQuestion(kind, "Q", answers=list(answers))


@pytest.mark.parametrize(
    "question",
    [
        choice("single", 100, 0),
        choice("single", 100, 100, 50, -50),
        choice("several", 50, 50),
        choice("several", 33.3, 33.3, 33.3, 0),
        choice("truefalse", 0, 100),
        pairs(("a", "x"), ("b", "x"), distractors=["y"]),
        ImportedQuestion("ordering", "Q", options=[Option("a"), Option("b")]),
        entered("number", Answer("1.5"), Answer("*", weight=0, feedback="x")),
        entered("text", Answer("a"), Answer("á"), Answer("b", weight=0)),
    ],
)
def test_good(question):
    assert validate(question) == []


@pytest.mark.parametrize(
    "question",
    [
        ImportedQuestion("single", "", options=[Option("a", 100), Option("b")]),
        choice("single", 100),
        choice("single", 0, 0),
        choice("single", 50, 50, 0),
        choice("single", 100, 100),
        choice("single", 101, 0),
        choice("single", 100, -101),
        choice("several", 50, 40, 0),
        choice("several", 60, 60, 0),
        choice("several", 0, -50),
        ImportedQuestion("single", "Q", options=[Option("a", 100), Option("")]),
        ImportedQuestion("single", "Q", options=[Option("Có", 100), Option(" cÓ  ".strip())]),
        pairs(("a", "x")),
        pairs(("a", "x"), ("b", "")),
        pairs(("a", "x"), ("a", "y")),
        ImportedQuestion("ordering", "Q", options=[Option("a")]),
        ImportedQuestion("ordering", "Q", options=[Option("a"), Option("a")]),
        ImportedQuestion("ordering", "Q", options=[Option("a"), Option("")]),
        entered("number"),
        entered("number", Answer("x")),
        entered("number", Answer("1", "-1")),
        entered("number", Answer("1", "x")),
        entered("number", Answer("*", weight=0)),
        entered("number", Answer("*", weight=100)),
        entered("text", Answer("")),
        entered("text", Answer("a", weight=50)),
        entered("text", Answer("a"), Answer("b", weight=-50)),
        entered("text", Answer("a" * 201)),
        entered("text", Answer("Zalo"), Answer("zalo")),
        entered("text", Answer("a"), Answer("*", weight=-50)),
        pairs(("a", "x"), ("b", "x")),
        pairs(("a", "x"), ("b", "y"), distractors=["X"]),
        pairs(("a", "x"), ("b", "y"), distractors=[""]),
        choice("single", 100, *[0] * 20),
        ImportedQuestion("truefalse", "Q" * 601, options=[Option("", 100), Option("")]),
        ImportedQuestion("truefalse", "Q", options=[Option("", 100, "a" * 301), Option("")]),
        ImportedQuestion("truefalse", "Q", "a" * 301, options=[Option("", 100), Option("")]),
    ],
)
def test_bad(question):
    found = validate(question)
    assert len(found) == 1 and all(found)


def test_everything_wrong_is_told_at_once():
    assert len(validate(ImportedQuestion("single", "Q", options=[Option("a"), Option("a"), Option("")]))) == 3


def test_what_fits_here_fits_the_blocks():
    assert (LONGEST_QUESTION, LONGEST_WORDS) == (blocks.TEXT, blocks.WORDS)


def test_tones_make_another_word():
    assert duplicate_problem(["ma", "má", "mà"]) == ""
    assert duplicate_problem(["Má", "ma\u0301"])


def test_weights_can_be_asked_alone():
    assert weights_problem("several", [50, 50, -100]) == ""
    assert weights_problem("several", [50, 25, -100])


@pytest.mark.parametrize(
    ("typed", "weight"),
    [
        (33.3, 33.33333),
        (66.7, 66.66667),
        (16.67, 16.66667),
        (14.29, 14.28571),
        (8.33, 8.33333),
        (-33.3, -33.33333),
        (33, 33),
        (12.5, 12.5),
        (0, 0),
        (0.04, 0.04),
    ],
)
def test_thirds_and_their_like_are_made_exact(typed, weight):
    assert rounded_weight(typed) == weight
    assert rounded_weight(weight) == weight


def test_plain_text():
    assert plain(" a\u0301\xa0b\r\nc\rd\u2028e\tf\x00\ud800 ") == "á b\nc\nd\ne f"


def test_a_problem_says_its_line():
    with translation.override("en"):
        assert str(Problem(12, "Too bad.")) == "Line 12: Too bad."
