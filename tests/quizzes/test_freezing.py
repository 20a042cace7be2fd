"""Publishing keeps what members take, and nothing done to the page afterwards reaches it."""

import json
from copy import deepcopy

import pytest
from django.db import IntegrityError
from django.urls import reverse as address_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from learning.quizzes.freezing import freeze
from learning.quizzes.models import QuizPage, QuizVersion
from learning.quizzes.payload import payload_of
from learning.quizzes.scoring import mark
from learning.quizzes.versions import FrozenError, QuizVersions
from tests import factories
from tests.factories.quizzes import make_questions, option, rows

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def quiz(tree):
    return factories.make_quiz()


def write(page, raw) -> None:
    page.questions = QuizPage._meta.get_field("questions").to_python(raw)


def again(page) -> QuizPage:
    return QuizPage.objects.get(pk=page.pk)


def versions() -> dict[int, str]:
    """Every version to its bytes."""
    return {version.pk: json.dumps(version.payload, sort_keys=True) + version.sha256 + version.key_sha256 for version in QuizVersion.objects.all()}


def test_published_quiz_is_frozen_in_its_language(quiz):
    version = QuizVersion.objects.get()
    assert quiz.frozen == version
    assert (version.quiz_key, version.language, version.number) == (quiz.translation_key, "vi", 1)
    assert version.parent_key == quiz.get_parent().translation_key
    assert version.payload == payload_of(quiz)


def test_right_answers_earn_everything_and_wrong_ones_nothing(quiz):
    payload = quiz.frozen.payload
    assert mark(payload, factories.right_answers(payload)).percent == 100
    assert mark(payload, factories.wrong_answers(payload)).score == 0


def test_draft_is_not_frozen(tree):
    assert factories.make_quiz(live=False).frozen is None
    assert not QuizVersion.objects.exists()


def test_saved_draft_of_a_published_quiz_is_not_what_members_take(quiz):
    before = versions()
    quiz.title, quiz.pass_mark = "Tên nháp", 10
    write(quiz, make_questions("single"))
    quiz.save_revision()
    assert versions() == before
    assert again(quiz).shown_payload == again(quiz).frozen.payload
    assert again(quiz).shown_payload["title"] != "Tên nháp"


def test_row_that_is_changed_without_publication_is_not_what_members_take(quiz):
    """wagtail-localize writes into the live row of a translation before anybody publishes it."""
    quiz.title = "Tên nháp"
    quiz.save()
    assert again(quiz).shown_payload == quiz.frozen.payload
    assert again(quiz).shown_payload["title"] != "Tên nháp"


def test_same_content_published_again_is_the_same_version(quiz):
    quiz.summary = "Chỉ đổi lời giới thiệu."
    factories.publish(quiz)
    assert QuizVersion.objects.count() == 1


def test_corrected_word_is_a_new_version_with_the_same_key(quiz):
    raw = quiz.questions.get_prep_value()
    raw[0]["value"]["text"] = "Đã sửa lỗi chính tả?"
    write(quiz, raw)
    quiz = factories.publish(quiz)
    first, second = QuizVersion.objects.order_by("number")
    assert quiz.frozen == second
    assert (first.number, second.number) == (1, 2)
    assert first.key_sha256 == second.key_sha256
    assert first.sha256 != second.sha256


def test_content_of_an_earlier_version_is_that_version_again(quiz):
    first, title = quiz.frozen, quiz.title
    for name in ("Tên khác", title):
        quiz.title = name
        quiz = factories.publish(quiz)
    assert quiz.frozen == first
    assert QuizVersion.objects.count() == 2


def test_quiz_below_another_lesson_counts_for_that_one(quiz):
    lesson = factories.make_lesson()
    quiz.move(lesson, pos="last-child")
    quiz = factories.publish(again(quiz))
    assert quiz.frozen.parent_key == lesson.translation_key
    assert quiz.frozen.number == 2


def test_moved_quiz_counts_for_the_lesson_above_it_at_once_in_every_language(quiz, admin_client):
    english = factories.translate(quiz, "en")
    before, lesson = versions(), factories.make_lesson()
    quiz.title = "Tên nháp"
    quiz.save_revision()
    admin_client.post(address_of("wagtailadmin_pages:move_confirm", args=[quiz.pk, lesson.pk]))
    for page in (again(quiz), again(english)):
        assert (page.frozen.parent_key, page.frozen.number) == (lesson.translation_key, 2)
        assert page.frozen.payload == QuizVersion.objects.get(quiz_key=page.translation_key, language=page.locale.language_code, number=1).payload
    assert before.items() <= versions().items()


def test_quiz_among_its_siblings_or_never_published_gets_no_version_by_moving(quiz):
    draft = factories.make_quiz(quiz.get_parent().specific, live=False)
    again(quiz).move(draft, pos="right")
    again(draft).move(factories.make_lesson(), pos="last-child")
    assert QuizVersion.objects.count() == 1


def test_version_survives_its_page(quiz):
    before = versions()
    quiz.unpublish()
    assert versions() == before
    Page.objects.get(pk=quiz.pk).delete()
    assert versions() == before


def test_version_is_neither_changed_nor_deleted(quiz):
    version = QuizVersion.objects.get()
    for forbidden in (version.save, version.delete):
        with pytest.raises(FrozenError):
            forbidden()


def test_old_revision_published_again_shows_its_own_version(quiz):
    old = quiz.latest_revision
    quiz.title = "Tên mới"
    quiz = factories.publish(quiz)
    assert quiz.frozen.number == 2
    old.publish()
    assert again(quiz).frozen.number == 1
    assert again(quiz).title != "Tên mới"


def test_revision_does_not_bring_back_the_version_of_its_day(quiz):
    old = quiz.latest_revision
    quiz.title = "Tên mới"
    quiz = factories.publish(quiz)
    assert old.as_object().frozen == quiz.frozen


def test_copy_is_a_quiz_of_its_own(quiz):
    lesson = factories.make_lesson()
    draft = quiz.copy(to=lesson, update_attrs={"slug": "ban-nhap"}, keep_live=False)
    assert draft.specific.frozen is None
    live = again(quiz.copy(to=lesson, update_attrs={"slug": "ban-sao"}))
    assert live.frozen.quiz_key == live.translation_key != quiz.translation_key
    assert (live.frozen.number, live.frozen.parent_key) == (1, lesson.translation_key)
    assert [each["id"] for each in live.frozen.payload["questions"]] == [each["id"] for each in quiz.frozen.payload["questions"]]


def test_lesson_that_is_copied_with_its_quiz_has_one_of_its_own(quiz):
    lesson = quiz.get_parent().specific
    lesson.copy(recursive=True, update_attrs={"slug": "bai-sao"})
    copied = QuizPage.objects.exclude(pk=quiz.pk).get()
    assert copied.frozen.parent_key == copied.get_parent().translation_key != lesson.translation_key


def test_number_taken_by_another_process_is_left_to_it(quiz, monkeypatch):
    real, numbers = QuizVersions.next_number, iter([1])
    monkeypatch.setattr(QuizVersions, "next_number", lambda self, *args: next(numbers, None) or real(self, *args))
    quiz.title = "Tên mới"
    assert freeze(quiz).number == 2
    assert again(quiz).frozen.number == 2


def test_number_that_is_always_taken_is_an_error(quiz, monkeypatch):
    monkeypatch.setattr(QuizVersions, "next_number", lambda self, *args: 1)
    quiz.title = "Tên mới"
    with pytest.raises(IntegrityError):
        freeze(quiz)


# Whatever editors do


def reverse(raw, n):
    raw.reverse()


def delete_a_question(raw, n):
    if len(raw) > 1:
        del raw[n % len(raw)]


def add_a_question(raw, n):
    raw += make_questions(("single", "several", "ordering")[n % 3])


def lists_of(raw, n):
    """The lists of one question: options, pairs, lines, answers."""
    question = raw[n % len(raw)]["value"]
    return [part for part in question.values() if isinstance(part, list)]


def reverse_options(raw, n):
    for part in lists_of(raw, n):
        part.reverse()


def delete_an_option(raw, n):
    for part in lists_of(raw, n):
        if len(part) > 1:
            del part[n % len(part)]


def add_an_option(raw, n):
    if "options" in (question := raw[n % len(raw)]["value"]):
        question["options"] += rows(option(f"Thêm {n}", right=bool(n % 2)))


def reword(raw, n):
    raw[n % len(raw)]["value"]["text"] = f"Đổi lời {n}"


def turn_the_key(raw, n):
    for part in lists_of(raw, n):
        for item in part:
            if isinstance(item["value"], dict) and "right" in item["value"]:
                item["value"]["right"] = not item["value"]["right"]


WORK = st.sampled_from([reverse, delete_a_question, add_a_question, reverse_options, delete_an_option, add_an_option, reword, turn_the_key])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(WORK, st.integers(0, 50)), min_size=1, max_size=4))
def test_whatever_is_edited_old_versions_and_results_stay_as_they_are(quiz, works):
    page = again(quiz)
    before, version = versions(), page.frozen
    answers = factories.right_answers(version.payload)
    result = mark(version.payload, answers)
    raw = deepcopy(page.questions.get_prep_value())
    for work, n in works:
        work(raw, n)
    write(page, raw)
    factories.publish(page)
    after = versions()
    assert {pk: after[pk] for pk in before} == before
    kept = QuizVersion.objects.get(pk=version.pk).payload
    assert mark(kept, answers) == result
