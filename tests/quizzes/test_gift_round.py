"""What is written as GIFT is read again as the same questions."""

from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from learning.quizzes import gift
from learning.quizzes.imported import Answer, ImportedQuestion, Option, one_line, plain, rounded_weight, validate
from learning.quizzes.numbers import written


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


awkward = st.sampled_from(
    ["->", "~", "=", "#", "####", "{", "}", ":", "::", "\\", "\\n", "\n", "//", "%50%", "*", "[html]", "&amp;", "<b>", "  ", "_____", "T", ">"]
)
texts = st.lists(awkward | st.text(st.characters(exclude_categories=("Cs",)), max_size=8), min_size=1, max_size=6).map("".join).map(plain).filter(bool)
lines = texts.map(one_line)
maybe = st.just("") | lines
unlike = {"unique_by": lambda text: " ".join(text.casefold().split())}


def several(size):
    return st.lists(lines, min_size=2, max_size=size, **unlike)


@st.composite
def choices(draw):
    words = draw(several(5))
    kind = draw(st.sampled_from(["single", "several"]))
    right = draw(st.integers(1, len(words) - (kind == "single")))
    wrong = [draw(st.sampled_from([0.0, -25.0, -33.33333, -100.0])) for _ in words[right:]]
    part = rounded_weight(100 / right)
    found = [100.0, *(draw(st.sampled_from([100.0, 50.0, 12.5])) for _ in range(right - 1))] if kind == "single" else [part] * right
    options = [Option(text, weight, draw(maybe)) for text, weight in zip(words, found + wrong, strict=True)]
    return {"kind": kind, "options": draw(st.permutations(options))}


@st.composite
def truths(draw):
    true = draw(st.sampled_from([0.0, 100.0]))
    return {"kind": "truefalse", "options": [Option("", true, draw(maybe)), Option("", 100.0 - true, draw(maybe))]}


@st.composite
def pairs(draw):
    return {"kind": "matching", "options": [Option(text, match=draw(lines)) for text in draw(several(4))], "distractors": draw(st.lists(lines, max_size=2))}


@st.composite
def orders(draw):
    return {"kind": "ordering", "options": [Option(text) for text in draw(several(5))]}


decimals = st.decimals(-99999, 99999, places=3).map(written)
margins = st.decimals(0, 999, places=3).map(written)
shares = st.sampled_from([0.0, 50.0, 33.33333, 100.0])


@st.composite
def numbers(draw):
    answers = [Answer(draw(decimals), draw(margins), weight, draw(maybe)) for weight in [100.0, *draw(st.lists(shares, max_size=2))]]
    return {"kind": "number", "answers": answers + [Answer("*", weight=0.0, feedback=text) for text in draw(st.lists(lines, max_size=1))]}


@st.composite
def short_texts(draw):
    answers = [Answer(draw(lines), "0", weight, draw(maybe)) for weight in [100.0, *draw(st.lists(shares, max_size=2))]]
    if len(answers) > 1:
        answers = [Answer(answer.value.replace("->", "→"), "0", answer.weight, answer.feedback) for answer in answers]
    return {"kind": "text", "answers": answers, "tones": draw(st.booleans()), "case": draw(st.booleans())}


kinds = st.one_of(choices(), truths(), pairs(), orders(), numbers(), short_texts())
questions = st.builds(lambda kind, **rest: ImportedQuestion(**kind, **rest), kinds, text=texts, feedback=maybe, name=maybe).filter(
    lambda question: not validate(question)
)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(questions, min_size=1, max_size=3))
@example([ImportedQuestion("text", "Vào đâu?", answers=[Answer("Cài đặt -> Pin", feedback="Cài đặt -> Pin")])])
@example([ImportedQuestion("text", "Vào đâu?", answers=[Answer("a", feedback="Cài đặt -> <Pin> &amp;"), Answer("b", weight=50.0)])])
@example([ImportedQuestion("matching", "Nối", options=[Option("a -> b", match="c"), Option("\u0338 d", match="[html]e")])])
@example([ImportedQuestion("single", "[html]// Q", options=[Option("%50%a", 100.0), Option("%50%b"), Option("[plain]c")])])
@example([ImportedQuestion("ordering", "Xếp", options=[Option("// một"), Option("hai"), Option("#### ba")])])
def test_written_and_read_again_is_the_same(questions):
    parsed = gift.read(gift.write(questions))
    assert parsed.problems == []
    assert parsed.questions == questions


@given(st.text(max_size=200) | st.lists(awkward, max_size=30).map("".join))
@settings(deadline=None)
def test_what_was_read_can_be_written_and_read_again(text):
    parsed = gift.read(text)
    assert parsed.questions or parsed.problems
    if parsed.questions:
        assert gift.read(gift.write(parsed.questions)).questions == parsed.questions


def test_what_is_written():
    questions = [
        ImportedQuestion("single", "1 + 1 = ?", options=[Option("2", 100, "giỏi"), Option("3", -25)], feedback="chung", name="Câu 1"),
        ImportedQuestion("several", "Hai", options=[Option("a", 50), Option("b", 50), Option("c")]),
        ImportedQuestion("truefalse", "Ba", options=[Option("", 0, "chưa đúng"), Option("", 100)]),
        ImportedQuestion("number", "Bốn", answers=[Answer("3.5", "0.5"), Answer("*", weight=0, feedback="chưa đúng")]),
        ImportedQuestion("text", "Năm", answers=[Answer("*101#")], tones=False),
        ImportedQuestion("matching", "Sáu", options=[Option("a", match="x"), Option("b", match="y")], distractors=["z"]),
    ]
    assert gift.write(questions) == (
        "::Câu 1::[plain]1 + 1 \\= ?{\n\t=2#giỏi\n\t~%-25%3\n\t####chung\n}\n\n"
        "[plain]Hai{\n\t~%50%a\n\t~%50%b\n\t~c\n}\n\n"
        "[plain]Ba{FALSE#chưa đúng}\n\n"
        "[plain]Bốn{#\n\t=%100%3.5:0.5\n\t~#chưa đúng\n}\n\n"
        "// [tag:any-tones]\n[plain]Năm{\n\t=%100%\\\\*101\\#\n}\n\n"
        "[plain]Sáu{\n\t=a -> x\n\t=b -> y\n\t= -> z\n}\n"
    )


def test_what_gift_cannot_hold_is_named_in_a_comment():
    unfinished = ImportedQuestion("single", "Chưa\nxong", options=[Option("a")])
    arrows = ImportedQuestion("text", "Mũi tên", answers=[Answer("a -> b"), Answer("c")])
    steps = ImportedQuestion("ordering", "Xếp", options=[Option("a", feedback="vì sao"), Option("b")])
    text = gift.write([unfinished, arrows, steps])
    comments = [line for line in text.split("\n") if line.startswith("//")]
    assert ["“Chưa xong”" in comments[0], "“Mũi tên”" in comments[1], "“Xếp”" in comments[2]] == [True] * 3
    assert [question.text for question in gift.read(text).questions] == ["Xếp"]


def test_numbers_keep_every_digit():
    value = written(Decimal("123456789.123456"))
    question = ImportedQuestion("number", "Q", answers=[Answer(value, "0.000001")])
    assert gift.read(gift.write([question])).questions == [question]
