"""Aiken as Moodle reads it; what it would take by halves is named."""

import pytest

from learning.quizzes import aiken
from learning.quizzes.imported import ImportedQuestion, Option


def read(text):
    parsed = aiken.read(text)
    return [question.text for question in parsed.questions], [problem.line for problem in parsed.problems]


def test_both_ways_of_lettering():
    parsed = aiken.read("Ai giữ con dấu?\nA) Chi hội phó\nB) Chi hội trưởng\nANSWER: B\n\nMàu gì?\nA. Đỏ\nB.Xanh < & vàng\nANSWER:A")
    assert parsed.questions == [
        ImportedQuestion("single", "Ai giữ con dấu?", options=[Option("Chi hội phó"), Option("Chi hội trưởng", 100)]),
        ImportedQuestion("single", "Màu gì?", options=[Option("Đỏ", 100), Option("Xanh < & vàng")]),
    ]
    assert parsed.problems == []
    assert [question.line for question in parsed.questions] == [1, 6]


def test_no_empty_line_is_needed_between_questions():
    assert read("Một?\nA) a\nB) b\nANSWER: A\nHai?\nA) a\nB) b\nANSWER: B") == (["Một?", "Hai?"], [])


def test_short_and_empty_lines_are_nothing():
    assert read("\ufeffMột?\r\n\r\nA) a\r\n.\r\nB) b\r\n\r\nANSWER: A\r\n") == (["Một?"], [])


def test_bad_questions_are_named_and_the_good_ones_kept():
    text = """Một phương án
A) a
ANSWER: A

A) Chưa có câu

ANSWER: A

Tốt 1
A) a
B) b
ANSWER: A

Chưa xong
A) a
B) b

Tốt 2
A)a
B)b
ANSWER: B

Không có chữ này
A) a
B) b
ANSWER: C

Không có chữ
A) a
B) b
ANSWER:

Trùng
A) Có
B) có
ANSWER: A

Thiếu đáp án
A) a
B) b"""
    assert read(text) == (["Tốt 1", "Tốt 2"], [1, 5, 7, 14, 23, 28, 33, 38])


@pytest.mark.parametrize(
    "text",
    [
        "Câu hỏi dài\nhai dòng?\nA) a\nB) b\nANSWER: A",
        "Câu?\nA) a\nC) b\nANSWER: C",
        "Câu?\nB) a\nA) b\nANSWER: A",
    ],
)
def test_what_moodle_would_take_by_halves_is_named_once(text):
    assert read(text) == ([], [1])


def test_an_option_on_two_lines_spoils_its_question_only():
    assert read("Câu?\nA) dài\nquá\nB) b\nANSWER: A\n\nTốt?\nA) a\nB) b\nANSWER: A") == (["Tốt?"], [1, 3])


def test_a_heading_apart_is_named_and_hurts_nothing():
    assert read("BỘ CÂU HỎI SỐ 1\n\nCâu?\nA) a\nB) b\nANSWER: A") == (["Câu?"], [1])


def test_texts_are_composed():
    parsed = aiken.read("Ho\u0300a?\nA) a\u0300\nB) b\nANSWER: A")
    assert (parsed.questions[0].text, parsed.questions[0].options[0].text) == ("Hòa?", "à")


def test_nothing_to_read_is_a_problem():
    assert read("") == ([], [1])
