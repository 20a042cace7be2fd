"""From forms and phones to stored answers."""

import unicodedata

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from learning.quizzes.answers import InvalidAnswers, clean_answers, read_form, unanswered
from learning.quizzes.numbers import decimal, normalised, readings, written
from learning.quizzes.scoring import mark
from tests.quizzes import payloads as make

SINGLE, SEVERAL = make.choice("single", 100, 0, 0), make.choice("several", 50, 50, 0)
MATCHING, ORDERING = make.matching("xyz", 2, 0), make.ordering(2, 0, 1)
NUMBER, TEXT = make.number(("1500", "0", 100)), make.text(("Zalo", 100))
ALL = make.payload(SINGLE, SEVERAL, MATCHING, ORDERING, NUMBER, TEXT)


def cleaned(question, answer):
    return clean_answers(make.payload(question), [answer])[0]


@pytest.mark.parametrize(
    ("question", "raw", "stored"),
    [
        (SINGLE, 2, 2),
        (SINGLE, None, None),
        (SINGLE, "", None),
        (SEVERAL, [2, 0, 2], [0, 2]),
        (make.choice("several", 50, 50, *[0] * 7), [8, 1], [1, 8]),
        (SEVERAL, [], None),
        (MATCHING, [2, None], [2, None]),
        (MATCHING, [2], [2, None]),
        (MATCHING, [None, None], None),
        (ORDERING, [2, 0, 1], [2, 0, 1]),
        (ORDERING, [2, None], [2, None, None]),
        (ORDERING, [None, None, None], None),
        (NUMBER, " 1.234,5 ", "1234.5"),
        (NUMBER, "1.500.000 đồng", "1500000"),
        (NUMBER, "nhiều  lắm", "nhiều lắm"),
        (NUMBER, "  ", None),
        (TEXT, unicodedata.normalize("NFD", " Điện  thoại "), "Điện thoại"),
        (TEXT, "a\x00b\ud800\n\tc", "ab c"),
        (TEXT, "á" * 200, "á" * 200),
    ],
)
def test_stored_form(question, raw, stored):
    assert cleaned(question, raw) == stored


@pytest.mark.parametrize(
    ("question", "raw", "reason"),
    [
        (SINGLE, 3, "option"),
        (SINGLE, -1, "option"),
        (SINGLE, "0", "shape"),
        (SINGLE, 0.0, "shape"),
        (SINGLE, True, "shape"),
        (SINGLE, [0], "shape"),
        (SEVERAL, [0, 3], "option"),
        (SEVERAL, [0, 0, 0, 0], "option"),
        (SEVERAL, 0, "shape"),
        (MATCHING, [3, 0], "option"),
        (MATCHING, [0, 0, 0], "option"),
        (ORDERING, [0, 0, 1], "option"),
        (ORDERING, [0, 1, 3], "option"),
        (ORDERING, {"0": 1}, "shape"),
        (NUMBER, 1500, "shape"),
        (NUMBER, "1" * 41, "long"),
        (TEXT, "á" * 201, "long"),
        (TEXT, ["Zalo"], "shape"),
    ],
)
def test_refused(question, raw, reason):
    with pytest.raises(InvalidAnswers) as refused:
        clean_answers(make.payload(SINGLE, question), [0, raw])
    assert (refused.value.question_index, refused.value.reason) == (1, reason)
    assert refused.value.sentence()


@pytest.mark.parametrize(("raw", "reason"), [({}, "shape"), ("[0]", "shape"), (None, "shape"), ([0, 0], "count")])
def test_answers_are_a_list_no_longer_than_the_quiz(raw, reason):
    with pytest.raises(InvalidAnswers) as refused:
        clean_answers(make.payload(SINGLE), raw)
    assert refused.value.reason == reason


def test_missing_answers_are_open():
    assert clean_answers(ALL, [1]) == [1, None, None, None, None, None]


def test_form_fields_become_answers():
    form = QueryDict("c0=1&c1=2&c1=0&c2-0=2&c2-1=0&c3-0=3&c3-1=1&c3-2=2&c4=1.500&c5=zalo&lan=x")
    answers = clean_answers(ALL, read_form(ALL, form))
    assert answers == [1, [0, 2], [2, 0], [1, 2, 0], "1.500", "zalo"]
    assert mark(ALL, answers).points == [0, 0.5, 1, 1, 1, 1]
    assert unanswered(ALL, answers) == []


def test_empty_form_leaves_everything_open():
    answers = clean_answers(ALL, read_form(ALL, QueryDict("c0=&c2-0=&c4=+&c9=1")))
    assert answers == [None] * 6
    assert unanswered(ALL, answers) == [0, 1, 2, 3, 4, 5]


def test_two_steps_on_one_place_leave_it_open():
    form = QueryDict("c0-0=1&c0-1=1&c0-2=3")
    payload = make.payload(ORDERING)
    answers = clean_answers(payload, read_form(payload, form))
    assert answers == [[None, None, 2]]
    assert unanswered(payload, answers) == [0]


@pytest.mark.parametrize("query", ["c0=9", "c0=x", "c0=-1", "c0=99999", "c1=1&c1=7", "c2-0=5", "c3-0=4", "c3-0=0", "c3-0=a"])
def test_a_forged_field_is_refused(query):
    with pytest.raises(InvalidAnswers):
        clean_answers(ALL, read_form(ALL, QueryDict(query)))


json = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 5) | st.floats() | st.text(max_size=60), lambda inner: st.lists(inner, max_size=4), max_leaves=20
)


@given(st.lists(json, max_size=7))
def test_whatever_comes_is_refused_or_cleaned_for_good(raw):
    try:
        answers = clean_answers(ALL, raw)
    except InvalidAnswers:
        return
    assert clean_answers(ALL, answers) == answers
    mark(ALL, answers)


@pytest.mark.parametrize(
    ("typed", "meanings"),
    [
        ("1.234,5", ["1234.5"]),
        ("1234.5", ["1234.5"]),
        ("1,234.5", ["1234.5"]),
        ("1 234,5", ["1234.5"]),
        ("1 500", ["1500"]),
        ("1  500", ["1500"]),
        ("2.500.000", ["2500000"]),
        ("2,500,000 đ", ["2500000"]),
        ("1.500", ["1.5", "1500"]),
        ("0,500", ["0.5"]),
        ("12,50", ["12.5"]),
        ("−3,5", ["-3.5"]),
        ("+7", ["7"]),
        ("80%", ["80"]),
        (".5", ["0.5"]),
        ("1.2.3", []),
        ("1,23,456", []),
        ("1.234,567,8", []),
        ("ba", []),
        ("1e9", []),
        ("--1", []),
        ("٣", []),
        ("", []),
    ],
)
def test_typed_numbers(typed, meanings):
    assert [written(meaning) for meaning in readings(typed)] == meanings


@given(st.text(alphabet="0123456789.,- đ%", max_size=20))
def test_normalising_twice_is_normalising_once(typed):
    assert normalised(normalised(typed)) == normalised(typed)
    assert readings(normalised(typed)) == readings(typed)


@pytest.mark.parametrize("text", ["1e999999999", "1" * 19, "0x10", "NaN", "Infinity", "1_000", "1,5", "", "1e", "٣"])
def test_files_hold_plain_and_modest_numbers(text):
    assert decimal(text) is None
