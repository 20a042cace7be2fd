"""The demonstration's quizzes are whole: every one can be answered, marked, shown and translated as it is written."""

import re
import tomllib
import unicodedata
from collections import Counter
from decimal import Decimal

import pytest

from home.demo import reading
from home.demo.art import scenes
from pages.text import folded

LANGUAGES = ("vi", "en", "fr")
KINDS = {"single", "several", "truefalse", "matching", "ordering", "number", "text"}
QUIZ = {"title", "summary", "intro", "questions"}
RULES = {"graded", "pass_mark"}  # these and the next stand in the Vietnamese file only: a translator has words to write, no marks to give
QUESTION = {"kind", "text", "picture", "picture_alt", "feedback"}
OF_KIND = {
    "single": {"options"},
    "several": {"options"},
    "truefalse": {"right", "feedback_true", "feedback_false"},
    "matching": {"pairs", "extra"},
    "ordering": {"lines"},
    "number": {"value", "tolerance"},
    "text": {"accepted", "tones", "case"},
}
OPTION = {"text", "picture", "picture_alt", "right", "weight", "feedback"}
NOT_TRANSLATED = {"picture", "right", "weight", "value", "tolerance", "tones", "case"} | RULES
LONGEST = {
    "title": 60,
    "summary": 160,
    "intro": 120,
    "text": 120,
    "option": 90,
    "feedback": 140,
    "picture_alt": 120,
    "accepted": 40,
    "lines": 60,
    "left": 60,
    "right": 60,
    "extra": 60,
}
MOST_WORDS = 16  # in one Vietnamese sentence
OLD_TONES = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)
UNKIND = re.compile(r"\b(sai|bạn|vui lòng|xin lỗi|người dùng|thiết bị|thao tác|truy cập|thực hiện|tiến hành|hệ thống|thi trượt)\b", re.IGNORECASE)


def paths(language: str) -> list[str]:
    folder = reading.TEXTS / language
    return sorted(str(file.relative_to(folder)) for file in (folder / "quizzes").rglob("*.toml"))


VIETNAMESE = paths("vi")
EVERYWHERE = [(language, path) for language in LANGUAGES for path in paths(language)]
TRANSLATED = [(language, path) for language, path in EVERYWHERE if language != "vi"]


def questions():
    for path in VIETNAMESE:
        for number, question in enumerate(reading.read("vi", path)["questions"], 1):
            yield pytest.param(question, id=f"{path.removeprefix('quizzes/').removesuffix('.toml')}:{number}")


each_question = pytest.mark.parametrize("question", list(questions()))
each_file = pytest.mark.parametrize(("language", "path"), EVERYWHERE)


def strings(value, name=""):
    """(name, string) of every text in the structure; an option's text is named "option"."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, name)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in {"kind", "picture", "value", "tolerance"}:
                yield from strings(item, "option" if name == "options" and key == "text" else key)


def in_order(value):
    if isinstance(value, dict):
        return {key: in_order(value[key]) for key in sorted(value)}
    return [in_order(item) for item in value] if isinstance(value, list) else value


def shape(value, name=""):
    """What has to be the same in every language: keys, kinds and how many of each thing."""
    if isinstance(value, dict):
        marks = set() if name == "pairs" else NOT_TRANSLATED  # a pair's "right" is words
        return {key: shape(item, key) for key, item in value.items() if key not in marks}
    if isinstance(value, list):
        return [shape(item, name) for item in value]
    return value if name == "kind" else type(value).__name__


def is_best(option: dict) -> bool:
    return option.get("right", False) and option.get("weight", 100) == 100


def pictured(question: dict) -> list[dict]:
    return [place for place in [question, *question.get("options", [])] if place.get("picture")]


# One quiz


@pytest.mark.parametrize("path", VIETNAMESE)
def test_quiz_has_its_rules_and_four_to_six_questions(path):
    quiz = reading.read("vi", path)
    assert set(quiz) == QUIZ | RULES
    assert isinstance(quiz["graded"], bool)
    assert 1 <= quiz["pass_mark"] <= 100
    assert 4 <= len(quiz["questions"]) <= 6
    assert f"{len(quiz['questions'])} câu" in quiz["title"]


@each_file
def test_quiz_belongs_to_a_lesson_or_course_of_its_language(language, path):
    assert reading.read(language, path.replace("quizzes/", "courses/", 1)), "no such lesson"


@each_file
def test_words_fit_where_they_are_shown(language, path):
    for name, text in strings(reading.read(language, path)):
        assert text.strip() == text
        assert 0 < len(text) <= LONGEST[name] or (name == "intro" and not text), f"{name}, {len(text)}: {text}"


@each_file
def test_text_is_composed(language, path):
    assert unicodedata.is_normalized("NFC", (reading.TEXTS / language / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", VIETNAMESE)
def test_vietnamese_is_short_and_kind(path):
    for _name, text in strings(reading.read("vi", path)):
        for sentence in re.split(r"(?<=[.?!:])\s+", text):
            assert len(sentence.split()) <= MOST_WORDS, sentence
        assert not OLD_TONES.search(text), text
        assert not UNKIND.search(text), text
        assert not re.search(r"[—&\"]|  | [.,:;?!](?!\w)", text), text


# One question


@each_question
def test_question_says_what_its_kind_needs_and_no_more(question):
    assert question["kind"] in KINDS
    assert {"kind", "text", "feedback"} <= set(question) <= QUESTION | OF_KIND[question["kind"]]
    for option in question.get("options", []):
        assert "text" in option
        assert set(option) <= OPTION


@each_question
def test_question_has_something_to_choose_and_a_right_answer(question):
    kind = question["kind"]
    if kind in {"single", "several"}:
        right = [option for option in question["options"] if option.get("right")]
        wrong = [option for option in question["options"] if not option.get("right")]
        weights = [option.get("weight") for option in right]
        assert weights == [None] or sorted(weights)[-1] == 100 if kind == "single" else len(right) >= 2
        assert wrong
        assert not any(option.get("weight", 0) > 0 for option in wrong), "half right is right with a weight"
    elif kind == "truefalse":
        assert isinstance(question["right"], bool)
    elif kind == "matching":
        assert len(question["pairs"]) >= 2
        assert all(set(pair) == {"left", "right"} for pair in question["pairs"])
    elif kind == "ordering":
        assert len(question["lines"]) >= 3
    elif kind == "number":
        assert Decimal(question["value"]).is_finite()
        assert Decimal(question["tolerance"]) >= 0
    else:
        assert question["accepted"]
        assert question["tones"] is False, "typed on small phones, often without tones"


@each_question
def test_option_that_is_not_quite_right_says_why(question):
    for option in question.get("options", []):
        assert is_best(option) or option.get("feedback"), option["text"]


@each_file
def test_no_two_answers_are_the_same(language, path):
    for question in reading.read(language, path)["questions"]:
        answers = {
            "options": [option["text"] for option in question.get("options", [])],
            "left": [pair["left"] for pair in question.get("pairs", [])],
            "right": [pair["right"] for pair in question.get("pairs", [])] + question.get("extra", []),
            "lines": question.get("lines", []),
            "accepted": question.get("accepted", []),
        }
        for name, texts in answers.items():
            seen = [folded(text) for text in texts]
            assert len(seen) == len(set(seen)), (name, texts)


@each_question
def test_pictures_are_drawn_and_described(question):
    drawn = scenes.load()
    for place in pictured(question):
        assert place["picture"] in drawn
        assert place.get("picture_alt"), "the picture carries meaning: say it to those who do not see it"
    options = [option.get("picture") for option in question.get("options", [])]
    assert all(options) or not any(options), "either every option has a picture or none"
    assert len(set(filter(None, options))) == len([name for name in options if name])


# Other languages


@pytest.mark.parametrize(("language", "path"), TRANSLATED)
def test_translation_has_the_shape_of_the_original(language, path):
    original, translation = reading.read("vi", path), reading.read(language, path)
    assert original, "no such quiz in Vietnamese"
    assert shape(translation) == shape(original)


@pytest.mark.parametrize(("language", "path"), TRANSLATED)
def test_same_words_are_translated_alike(language, path):
    """The translations are matched by their Vietnamese: two for one sentence and the first would be lost."""
    chosen: dict[str, str] = {}
    original, translation = reading.read("vi", path), reading.read(language, path)
    sides = [[text for _name, text in strings(in_order(quiz))] for quiz in (original, translation)]
    for source, target in zip(*sides, strict=True):
        assert chosen.setdefault(source, target) == target, source


# The whole set


def lessons_with_quiz(language: str) -> set[str]:
    return {path.removeprefix("quizzes/").removesuffix(".toml") for path in paths(language) if not path.endswith("/course.toml")}


def test_every_file_is_toml_of_a_known_language():
    files = list(reading.TEXTS.glob("*/quizzes/**/*.toml"))
    assert {file.relative_to(reading.TEXTS).parts[0] for file in files} == set(LANGUAGES)
    for file in files:
        tomllib.loads(file.read_text(encoding="utf-8"))


def test_first_course_is_covered_and_no_course_left_out():
    covered = lessons_with_quiz("vi")
    first, *_others = reading.courses()
    assert {f"{first}/{lesson}" for lesson in reading.lessons(first)} <= covered
    assert {path.split("/")[0] for path in covered} == set(reading.courses())
    assert len(covered) >= 12
    assert len(lessons_with_quiz("en") & lessons_with_quiz("fr")) >= 4


def test_one_course_ends_with_a_quiz():
    assert [path for path in VIETNAMESE if path.endswith("/course.toml")] == ["quizzes/lam-quen-dien-thoai/course.toml"]


def test_set_shows_every_kind_practice_and_pictures():
    everything = [reading.read("vi", path) for path in VIETNAMESE]
    asked = [question for quiz in everything for question in quiz["questions"]]
    assert {question["kind"] for question in asked} == KINDS
    assert {quiz["graded"] for quiz in everything} == {True, False}
    assert sum(bool(pictured(question)) for question in asked) >= 8
    assert {question["right"] for question in asked if question["kind"] == "truefalse"} == {True, False}
    assert any("weight" in option for question in asked for option in question.get("options", []))


def test_right_answer_has_no_favourite_place():
    asked = [question for path in VIETNAMESE for question in reading.read("vi", path)["questions"] if question["kind"] == "single"]
    places = Counter(next(i for i, option in enumerate(question["options"]) if is_best(option)) for question in asked)
    assert max(places.values()) <= len(asked) * 0.6, places
