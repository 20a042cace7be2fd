"""Item analysis from stored attempts: first tries, one key, all languages; figures worked out beside it."""

from math import sqrt
from statistics import correlation, fmean, stdev
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from learning.progress.analysis import figures, keys_of
from learning.progress.models import Attempt
from learning.quizzes.models import QuizVersion
from members.models import Member
from tests.factories.content import publish
from tests.factories.quizzes import make_quiz
from tests.pages.reading import soup
from tests.progress.sending import hand_in

pytestmark = pytest.mark.django_db

# Single (right: 0), true or false (right: 1), number (15 right, 12 half right). 40 women, of four sorts.
SORTS = (((0, 1, "15"), 14), ((0, 1, "12"), 10), ((1, 1, "99"), 9), ((1, 0, None), 7))
WORTH = {(0, 1, "15"): (1, 1, 1), (0, 1, "12"): (1, 1, 0.5), (1, 1, "99"): (0, 1, 0), (1, 0, None): (0, 0, 0)}


@pytest.fixture
def quiz(tree):
    return make_quiz(kinds=("single", "truefalse", "number"), title="Học mỗi tuần")


@pytest.fixture
def women(cast):
    Member.objects.bulk_create([Member(username=f"chi-{n}", full_name=f"Chị {n}", unit=cast.lan.unit) for n in range(45)])
    return list(Member.objects.filter(username__startswith="chi-").select_related("unit").order_by("pk"))


def fill(quiz, women, sorts=SORTS, version=None) -> list[tuple]:
    """One attempt a woman; the marks that they earn, row by row."""
    answers = [list(answer) for answer, count in sorts for _ in range(count)]
    for woman, answer in zip(women, answers, strict=False):
        hand_in(woman, quiz, answers=answer, version=version)
    return [WORTH[tuple(answer)] for answer in answers]


def analysed(quiz):
    return figures(quiz.translation_key, keys_of(quiz.translation_key)[0])


def in_english(version: QuizVersion, turned: bool = True) -> QuizVersion:
    """The same key in another language, its questions in another order."""
    payload = {**version.payload, "questions": version.payload["questions"][:: -1 if turned else 1]}
    return QuizVersion.objects.create(
        quiz_key=version.quiz_key, language="en", number=1, sha256=uuid4().hex, key_sha256=version.key_sha256, payload=payload, parent_key=version.parent_key
    )


def test_figures_are_those_of_the_textbook(quiz, women):
    marks = fill(quiz, women)
    found = analysed(quiz)
    totals = [sum(row) for row in marks]
    columns = list(zip(*marks, strict=True))
    assert found.attempts == 40
    assert found.mean == pytest.approx(100 * fmean(totals) / 3) and found.deviation == pytest.approx(100 * stdev(totals) / 3)
    alpha = 1.5 * (1 - sum(stdev(column) ** 2 for column in columns) / stdev(totals) ** 2)
    assert found.consistency == pytest.approx(100 * alpha) and found.error_ratio == pytest.approx(100 * sqrt(1 - alpha))
    for item, column in zip(found.items, columns, strict=True):
        rest = [total - mark for total, mark in zip(totals, column, strict=True)]
        assert item.facility == pytest.approx(100 * fmean(column))
        assert item.discrimination == pytest.approx(100 * correlation(column, rest))
    # By hand: 24 of 40 right; 33 of 40; 14 whole and 10 halves of 40.
    assert [round(item.facility, 4) for item in found.items] == [60, 82.5, 47.5]


def test_options_are_counted(quiz, women):
    fill(quiz, women)
    single, truefalse, number = analysed(quiz).items
    assert [choice.count for choice in single.choices] == [24, 16, 0]
    assert [choice.count for choice in truefalse.choices] == [7, 33]
    assert [choice.count for choice in number.choices] == [14, 10] and number.left_open == 7


def test_nothing_is_said_under_thirty(quiz, women, editor):
    fill(quiz, women[:29])
    assert analysed(quiz) is None
    page = soup(editor.get(address(quiz)))
    assert "29" in page.select_one(".help-info").text and not page.select("table")
    hand_in(women[29], quiz, answers=[0, 1, "15"])
    assert analysed(quiz).attempts == 30


def test_only_the_first_try_of_each_counts(quiz, women):
    fill(quiz, women)
    before = analysed(quiz)
    for woman in women[:20]:
        hand_in(woman, quiz, answers=[2, 0, "1"])
    assert analysed(quiz) == before


def test_of_two_tries_in_one_moment_one_counts(quiz, women):
    fill(quiz, women)
    again = hand_in(women[0], quiz, answers=[2, 0, "1"])
    Attempt.objects.filter(member=women[0]).update(submitted=again.submitted)
    assert keys_of(quiz.translation_key)[0].attempts == analysed(quiz).attempts == 40


def test_first_try_at_another_key_is_not_replaced_by_the_second(quiz, women):
    fill(quiz, women)
    raw = quiz.questions.get_prep_value()
    raw[1]["value"]["answer"] = "true"
    quiz.questions = type(quiz)._meta.get_field("questions").to_python(raw)
    quiz = publish(quiz)
    for woman in women[:40]:
        hand_in(woman, quiz, answers=[0, 0, "15"])
    new, old = keys_of(quiz.translation_key)
    assert (new.attempts, old.attempts) == (0, 40)
    for woman in women[40:]:
        hand_in(woman, quiz, answers=[0, 0, "15"])
    assert keys_of(quiz.translation_key)[0].attempts == 5
    assert figures(quiz.translation_key, old).attempts == 40


def test_languages_are_pooled_by_the_ids_of_questions_and_options(quiz, women):
    fill(quiz, women)
    alone = analysed(quiz)
    Attempt.objects.all().delete()
    english = in_english(quiz.frozen)
    fill(quiz, women[:20], sorts=SORTS)
    rest = [list(answer) for answer, count in SORTS for _ in range(count)][20:]
    for woman, answer in zip(women[20:40], rest, strict=True):
        hand_in(woman, quiz, answers=answer[::-1], version=english)
    (key,) = keys_of(quiz.translation_key)
    assert key.attempts == 40 and key.shown == quiz.frozen and key.numbers == "1 (vi), 1 (en)"
    pooled = figures(quiz.translation_key, key)
    assert [item.facility for item in pooled.items] == [item.facility for item in alone.items]
    assert [[choice.count for choice in item.choices] for item in pooled.items] == [[choice.count for choice in item.choices] for item in alone.items]


@pytest.mark.postgres
def test_queries_do_not_grow(quiz, women):
    def count():
        with CaptureQueriesContext(connection) as queries:
            analysed(quiz)
        return len(queries)

    hand_in(women[0], quiz, answers=[0, 1, "15"])
    one = count()
    fill(quiz, women[1:])
    assert count() == one == 3


# The screen


def address(quiz) -> str:
    return reverse("analysis", args=[quiz.pk])


def test_page_says_in_words_and_figures_how_each_question_does(quiz, women, editor):
    fill(quiz, women)
    answer = editor.get(address(quiz))
    page = soup(answer)
    assert answer.status_code == 200 and len(page.select("main h2")) >= 3
    single = page.find("h2", string=lambda text: text and "Chụp ảnh hàng" in text)
    assert "Lúc nào cũng vậy" in single.find_next("ul").text  # nobody chooses it
    cells = [cell.text for cell in single.find_next("table").select("tbody tr")[0].select("td")]
    assert cells[0] == "Ban ngày, gần cửa sổ" and cells[2] == "24" and cells[3].strip() == "60,0%"
    assert "Chị 1" not in answer.text


def test_key_is_chosen_where_there_are_several(quiz, women, editor):
    fill(quiz, women)
    old = quiz.frozen.key_sha256
    raw = quiz.questions.get_prep_value()
    raw[1]["value"]["answer"] = "true"
    quiz.questions = type(quiz)._meta.get_field("questions").to_python(raw)
    new = publish(quiz).frozen.key_sha256
    page = soup(editor.get(address(quiz)))
    assert [option["value"] for option in page.select("#khoa option")] == [new, old]
    assert page.select_one("#khoa option[selected]")["value"] == old  # the newest that has enough
    assert not soup(editor.get(address(quiz), {"khoa": new})).select("table.listing")
    assert editor.get(address(quiz), {"khoa": "x"}).status_code == 404


def test_quiz_that_was_never_published_has_no_figures(tree, editor):
    assert editor.get(address(make_quiz(live=False))).status_code == 200


@pytest.mark.parametrize("who", ["yen", "lan", "thu"])
def test_who_may_not_edit_the_quiz_does_not_find_it(enter, quiz, who):
    assert enter(who).get(address(quiz)).status_code in (302, 404)


def test_stranger_wrong_method_missing_and_other_page(client, editor, quiz):
    assert client.get(address(quiz)).status_code == 302
    assert editor.post(address(quiz)).status_code == 405
    assert editor.get(reverse("analysis", args=[999999])).status_code == 404
    assert editor.get(reverse("analysis", args=[quiz.get_parent().pk])).status_code == 404
