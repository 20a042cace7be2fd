"""What answers are worth: a table, and rules that hold for every question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.quizzes.scoring import fraction, mark, matched
from tests.quizzes import payloads as make

THIRD = 33.33333
MONEY = make.number(("1500", "0", 100), ("1500", "100", 50), ("*", "0", 0))
PI = make.number(("3.1415", "0.0005", 100))
NAMES = make.text(("Hòa Bình", 100), ("Hoà Bình cũ", 50))


@pytest.mark.parametrize(
    ("question", "answer", "worth"),
    [
        (make.choice("single", 100, 0, 0), 0, 1),
        (make.choice("single", 100, 0, 0), 1, 0),
        (make.choice("single", 100, 50, -25), 1, 0.5),
        (make.choice("single", 100, 50, -25), 2, 0),
        (make.choice("single", 100, 0), None, 0),
        (make.choice("truefalse", 0, 100), 1, 1),
        (make.choice("truefalse", 0, 100), 0, 0),
        (make.choice("several", 50, 50, -50, 0), [0, 1], 1),
        (make.choice("several", 50, 50, -50, 0), [0], 0.5),
        (make.choice("several", 50, 50, -50, 0), [0, 2], 0),
        (make.choice("several", 50, 50, -50, 0), [0, 1, 3], 1),
        (make.choice("several", 50, 50, -100, -100), [0, 2, 3], 0),
        (make.choice("several", THIRD, THIRD, THIRD, 0), [0, 1, 2], 1),
        (make.choice("several", 33.3, 33.3, 33.3, -100), [0, 1, 2], 1),
        (make.matching("xyz", 2, 0), [2, 0], 1),
        (make.matching("xyz", 2, 0), [2, 1], 0.5),
        (make.matching("xyz", 2, 0), [None, 0], 0.5),
        (make.matching("xyz", 0, 0), [0, 0], 1),
        (make.ordering(2, 0, 1), [1, 2, 0], 1),
        (make.ordering(2, 0, 1), [1, 0, 2], 1 / 3),
        (make.ordering(2, 0, 1), [1, None, None], 1 / 3),
        (make.ordering(2, 0, 1), [0, 1, 2], 0),
        (MONEY, "1500", 1),
        (MONEY, "1.500", 1),
        (MONEY, "1.500,0", 1),
        (MONEY, "1 500", 1),
        (MONEY, "1600", 0.5),
        (MONEY, "1600.1", 0),
        (MONEY, "khoảng 1500", 0),
        (PI, "3,142", 1),
        (PI, "3.142", 1),
        (PI, "3,1421", 0),
        (PI, "-3,142", 0),
        (NAMES, "hòa bình", 1),
        (NAMES, "  Hoà   Bình ", 1),
        (NAMES, "HOÀ BÌNH", 1),
        (NAMES, "Hoa Binh", 0),
        (NAMES, "hòa bình cũ", 0.5),
        (make.text(("Hòa Bình", 100), tones=False), "hoa binh", 1),
        (make.text(("Hòa Bình", 100), tones=False, case=True), "Hoa Binh", 1),
        (make.text(("Hòa Bình", 100), tones=False, case=True), "hoa binh", 0),
        (make.text(("Zalo", 100), case=True), "zalo", 0),
        (make.text(("Đúng", 100)), "Đúng", 1),
        (make.text(("*101#", 100), ("*", 0)), "*101#", 1),
        (make.text(("*101#", 100), ("*", 0)), "gì cũng được", 0),
    ],
)
def test_worth_of_an_answer(question, answer, worth):
    assert fraction(question, answer) == pytest.approx(worth)


def test_all_right_ones_are_exactly_the_whole():
    for parts in (3, 6, 7, 9):
        question = make.choice("several", *[round(100 / parts, 5)] * parts, 0)
        assert fraction(question, list(range(parts))) == 1


def test_catch_all_brings_feedback_when_nothing_fits():
    assert matched(MONEY, "7") == MONEY["answers"][2]
    assert matched(MONEY, "1500") == MONEY["answers"][0]
    assert matched(PI, "7") is None
    assert matched(PI, None) is None


@pytest.mark.parametrize(("pass_mark", "passed"), [(60, True), (66, True), (67, False), (100, False)])
def test_pass_mark_is_a_percentage_of_all_questions(pass_mark, passed):
    questions = [make.choice("single", 100, 0)] * 3
    marked = mark(make.payload(*questions, pass_mark=pass_mark), [0, 0, None])
    assert (marked.points, marked.score, marked.maximum, marked.hundredths) == ([1, 1, 0], 2, 3, 200)
    assert marked.percent == pytest.approx(66.667, abs=0.001)
    assert marked.passed is passed


def test_everything_right_passes_whatever_the_thirds():
    question = make.choice("several", THIRD, THIRD, THIRD, 0)
    marked = mark(make.payload(question, question, pass_mark=100), [[0, 1, 2], [0, 1, 2]])
    assert (marked.percent, marked.passed) == (100, True)


def test_a_quiz_without_questions_is_not_passed():
    assert mark(make.payload(), []).passed is False
    assert mark(make.payload(), []).percent == 0


def test_an_answer_for_each_question():
    with pytest.raises(ValueError):
        mark(make.payload(PI), [])


weights = st.sampled_from([100, 50, 33.33333, 25, 0, -25, -50, -100])


@st.composite
def answered(draw):
    """A question with options in random order, and an answer to it."""
    kind, size = draw(st.sampled_from(["single", "several", "matching", "ordering"])), draw(st.integers(2, 6))
    indexes = st.integers(0, size - 1)
    if kind == "matching":
        return make.matching("abcdefgh", *draw(st.lists(indexes, min_size=size, max_size=size))), draw(
            st.lists(st.none() | indexes, min_size=size, max_size=size)
        )
    if kind == "ordering":
        return make.ordering(*draw(st.permutations(range(size)))), draw(st.permutations(range(size)))
    question = make.choice(kind, *draw(st.lists(weights, min_size=size, max_size=size)))
    return question, draw(indexes) if kind == "single" else sorted(draw(st.sets(indexes, min_size=1)))


def moved(kind, answer, order):
    """The same answer after the option at order[i] came to place i."""
    if kind == "single":
        return order.index(answer)
    if kind == "several":
        return sorted(order.index(index) for index in answer)
    return [answer[old] for old in order] if kind == "matching" else [order.index(index) for index in answer]


@given(answered())
def test_worth_lies_between_nothing_and_one(case):
    question, answer = case
    assert 0 <= fraction(question, answer) <= 1


@given(answered(), st.randoms())
def test_order_of_the_options_does_not_matter(case, random):
    question, answer = case
    order = list(range(len(question["options"])))
    random.shuffle(order)
    shuffled = question | {"options": [question["options"][old] for old in order]}
    assert fraction(shuffled, moved(question["kind"], answer, order)) == pytest.approx(fraction(question, answer))


@given(st.sampled_from([MONEY, NAMES]), st.text(max_size=40))
def test_whatever_is_typed_can_be_marked(question, typed):
    assert fraction(question, typed) in (0, 0.5, 1)


def test_percentage_is_that_of_the_points_that_are_kept():
    """In floats 100 * (4 + 0.1) / 5 is less than 82, and would be told as 81."""
    right, hardly = make.choice("single", 100, 0), make.choice("single", 100, 10)
    marked = mark(make.payload(*[right] * 4, hardly, pass_mark=82), [0, 0, 0, 0, 1])
    assert (marked.percent, marked.hundredths, marked.passed) == (82, 410, True)
