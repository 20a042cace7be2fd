"""Marking again: looked at first, then done; attempts, lessons and certificates stay."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from learning.progress import completion
from learning.progress.domain import result_of
from learning.progress.models import Attempt, Certificate, LessonProgress, Regrade, Remark
from learning.progress.regrading import Changed, dry_run, regrade
from learning.quizzes.rekeying import OtherQuestions
from members.models import AuditEntry
from tests.cast import give_rights
from tests.factories.content import publish
from tests.factories.learning import make_course, make_lesson
from tests.factories.quizzes import make_quiz
from tests.pages.reading import soup
from tests.progress.sending import hand_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(cast):
    return make_lesson(make_course())


@pytest.fixture
def quiz(lesson):
    """One question, whose first option was marked right by mistake."""
    return make_quiz(lesson, kinds=("single",), title="Chụp ảnh hàng")


def other_key(quiz, take=1):
    """Another option becomes the right one; published. The two versions."""
    old = quiz.frozen
    raw = quiz.questions.get_prep_value()
    for index, item in enumerate(raw[0]["value"]["options"]):
        item["value"]["right"] = index == take
    quiz.questions = type(quiz)._meta.get_field("questions").to_python(raw)
    quiz = publish(quiz)
    return old, quiz.frozen


def frozen_bytes():
    """Attempts as they stand in the table."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {Attempt._meta.db_table} ORDER BY id")
        return cursor.fetchall()


def kept():
    return list(Remark.objects.order_by("attempt__submitted").values_list("attempt", "score", "maximum", "passed"))


# The rule


@pytest.mark.postgres
def test_dry_run_says_what_the_real_run_does_and_writes_nothing(quiz, cast):
    attempts = [
        hand_in(cast.lan, quiz, answers=[0]),
        hand_in(cast.hoa, quiz, answers=[1]),
        hand_in(cast.mai, quiz, answers=[2]),
        hand_in(cast.vui, quiz, answers=[None]),
    ]
    version, key = other_key(quiz)
    looked = dry_run(version=version, by_key_of=key)
    assert not Regrade.objects.exists() and not Remark.objects.exists()
    assert looked.attempts == 4 and len(looked.changes) == 2
    assert [change.attempt_id for change in looked.gained] == [attempts[1].pk] and [change.attempt_id for change in looked.lost] == [attempts[0].pk]
    _made, done = regrade(version=version, by_key_of=key, reason="Sai đáp án", by=cast.ngan)
    assert done == looked
    assert kept() == [(change.attempt_id, change.after, 100, change.marked.passed) for change in looked.changes]
    assert [result_of(attempt).passed for attempt in attempts] == [False, True, False, False]


def test_attempts_stay_as_they_were(quiz, cast):
    hand_in(cast.lan, quiz, answers=[0])
    hand_in(cast.hoa, quiz, answers=[1])
    version, key = other_key(quiz)
    before = frozen_bytes()
    regrade(version=version, by_key_of=key, reason="Sai đáp án", by=cast.ngan)
    assert frozen_bytes() == before


def test_only_attempts_of_the_chosen_version_are_marked_again(quiz, cast):
    hand_in(cast.lan, quiz, answers=[1])
    version, key = other_key(quiz)
    late = hand_in(cast.hoa, quiz, answers=[0], version=key)
    regrade(version=version, by_key_of=key, reason="Sai đáp án", by=cast.ngan)
    assert result_of(late) == late


def test_twice_changes_nothing_and_back_again_is_another_row(quiz, cast):
    attempt = hand_in(cast.lan, quiz, answers=[1])
    version, key = other_key(quiz)
    regrade(version=version, by_key_of=key, reason="Sai đáp án", by=cast.ngan)
    assert dry_run(version=version, by_key_of=key).changes == []
    regrade(version=version, by_key_of=version, reason="Không phải", by=cast.ngan)
    assert Remark.objects.filter(attempt=attempt).count() == 2 and not result_of(attempt).passed


def test_newly_passed_attempt_completes_the_lesson_as_of_its_day(quiz, lesson, cast):
    attempt = hand_in(cast.lan, quiz, answers=[1])
    completion.record_learned(member=cast.lan, lesson_key=lesson.translation_key, shared=0, now=attempt.submitted)
    assert not LessonProgress.objects.get(member=cast.lan).completed
    version, key = other_key(quiz)
    regrade(version=version, by_key_of=key, reason="Sai đáp án", by=cast.ngan)
    row = LessonProgress.objects.get(member=cast.lan)
    assert row.passed == row.completed == attempt.submitted and row.best == 100
    assert Certificate.objects.filter(member=cast.lan).count() == 1


def test_newly_passed_attempt_is_the_first_pass_of_one_who_passed_later(quiz, lesson, cast):
    first = hand_in(cast.lan, quiz, answers=[1])
    hand_in(cast.lan, quiz, answers=[0])
    version, key = other_key(quiz)
    regrade(version=version, by_key_of=key, reason="Sai đáp án", by=cast.ngan)
    row = LessonProgress.objects.get(member=cast.lan)
    assert (row.passed, row.best) == (first.submitted, 100)


def test_lost_pass_takes_away_neither_lesson_nor_certificate(quiz, lesson, cast):
    attempt = hand_in(cast.lan, quiz, answers=[0])
    completion.record_learned(member=cast.lan, lesson_key=lesson.translation_key, shared=0, now=attempt.submitted)
    before = LessonProgress.objects.values().get(member=cast.lan), Certificate.objects.values().get(member=cast.lan)
    version, key = other_key(quiz)
    regrade(version=version, by_key_of=key, reason="Sai đáp án", by=cast.ngan)
    assert not result_of(attempt).passed
    assert (LessonProgress.objects.values().get(member=cast.lan), Certificate.objects.values().get(member=cast.lan)) == before


def test_what_she_was_shown_must_still_hold(quiz, cast):
    hand_in(cast.lan, quiz, answers=[1])
    version, key = other_key(quiz)
    seal = dry_run(version=version, by_key_of=key).seal
    hand_in(cast.hoa, quiz, answers=[0], version=version)
    with pytest.raises(Changed):
        regrade(version=version, by_key_of=key, reason="Sai đáp án", by=cast.ngan, seal=seal)
    assert not Regrade.objects.exists() and not Remark.objects.exists()


def test_version_with_other_questions_is_refused(quiz, lesson, cast):
    other = make_quiz(lesson, kinds=("single",))
    with pytest.raises(OtherQuestions):
        dry_run(version=quiz.frozen, by_key_of=other.frozen)


def test_reason_and_figures_are_in_the_log(quiz, cast):
    hand_in(cast.lan, quiz, answers=[1])
    version, key = other_key(quiz)
    regrade(version=version, by_key_of=key, reason="Sai đáp án", by=cast.ngan)
    entry = AuditEntry.objects.get(action=AuditEntry.Action.REGRADE)
    assert entry.actor == cast.ngan and entry.details["reason"] == "Sai đáp án"
    assert (entry.details["count"], entry.details["gained"], entry.details["lost"]) == (1, 1, 0)


@pytest.mark.parametrize("many", [1, 6])
def test_looking_takes_one_query_however_many(quiz, cast, many):
    for _ in range(many):
        hand_in(cast.lan, quiz, answers=[1])
    version, key = other_key(quiz)
    with CaptureQueriesContext(connection) as queries:
        assert dry_run(version=version, by_key_of=key).attempts == many
    assert len(queries) == 1


# The screen


def address(quiz) -> str:
    return reverse("regrades", args=[quiz.pk])


@pytest.fixture
def publisher(cast, tree, enter):
    """Ngan, who may now publish the Vietnamese pages; an official of the province."""
    give_rights("ngan", "Xuất bản", [tree.learning], ["change_page", "publish_page"])
    return enter("ngan")


def look(client, quiz, version, key):
    return client.post(address(quiz), {"version": version.pk, "key": key.pk})


def form_of(answer) -> dict:
    form = soup(answer).select_one("form:has([name=do])")
    return {field["name"]: field.get("value", field.text) for field in form.select("[name]") if field["name"] not in ("csrfmiddlewaretoken", "reason")}


def test_look_then_do(publisher, quiz, cast):
    hand_in(cast.lan, quiz, answers=[1])
    hand_in(cast.hoa, quiz, answers=[0])
    version, key = other_key(quiz)
    looked = look(publisher, quiz, version, key)
    assert looked.status_code == 200 and "Lò Thị Lan" in looked.text and "Hoàng Thị Hoa" in looked.text
    assert not Regrade.objects.exists()
    answer = publisher.post(address(quiz), {**form_of(looked), "reason": "Sai đáp án"})
    assert answer.status_code == 302
    made = Regrade.objects.get()
    assert (made.version, made.by_key_of, made.reason, made.made_by) == (version, key, "Sai đáp án", cast.ngan)
    assert "Sai đáp án" in publisher.get(address(quiz)).text


def test_names_only_of_those_in_scope_others_are_counted(publisher, quiz, cast):
    for member in (cast.lan, cast.vui):
        hand_in(member, quiz, answers=[1])
    text = look(publisher, quiz, *other_key(quiz)).text
    assert "Lò Thị Lan" in text and "Vi Thị Vui" not in text
    cast.ngan.is_official = False
    cast.ngan.save()
    text = look(publisher, quiz, quiz.frozen, type(quiz).objects.get(pk=quiz.pk).frozen).text
    assert "Lò Thị Lan" not in text and soup(look(publisher, quiz, quiz.frozen, type(quiz).objects.get(pk=quiz.pk).frozen)).select("[name=do]")


def test_without_reason_nothing_is_done(publisher, quiz, cast):
    hand_in(cast.lan, quiz, answers=[1])
    looked = look(publisher, quiz, *other_key(quiz))
    answer = publisher.post(address(quiz), {**form_of(looked), "reason": " "})
    assert answer.status_code == 422 and not Regrade.objects.exists()


def test_attempts_that_came_in_since_make_her_look_again(publisher, quiz, cast):
    hand_in(cast.lan, quiz, answers=[1])
    version, key = other_key(quiz)
    fields = form_of(look(publisher, quiz, version, key))
    hand_in(cast.hoa, quiz, answers=[1], version=version)
    answer = publisher.post(address(quiz), {**fields, "reason": "Sai đáp án"})
    assert answer.status_code == 200 and not Regrade.objects.exists() and "Hoàng Thị Hoa" in answer.text


def test_versions_that_do_not_fit_are_refused_with_a_sentence(publisher, quiz, lesson, cast):
    hand_in(cast.lan, quiz, answers=[1])
    other = make_quiz(lesson, kinds=("single",))
    for version, key in ((quiz.frozen, quiz.frozen), (quiz.frozen, other.frozen), (other.frozen, quiz.frozen)):
        answer = look(publisher, quiz, version, key)
        assert answer.status_code == 422 and not soup(answer).select("[name=do]")
    assert publisher.post(address(quiz), {"version": "x", "key": ""}).status_code == 422


def test_quiz_that_nobody_took_has_nothing_to_choose(publisher, quiz):
    answer = publisher.get(address(quiz))
    assert answer.status_code == 200 and not soup(answer).select("[name=version]")


@pytest.mark.parametrize("who", ["ngan", "yen", "lan", "thu"])
def test_who_may_not_publish_the_quiz_does_not_find_it(enter, quiz, cast, who):
    hand_in(cast.lan, quiz, answers=[1])
    version, key = other_key(quiz)
    client = enter(who)
    assert client.get(address(quiz)).status_code in (302, 404)
    assert look(client, quiz, version, key).status_code in (302, 404)
    assert not Regrade.objects.exists()


def test_stranger_wrong_method_missing_and_other_page(client, publisher, quiz, lesson):
    assert client.get(address(quiz)).status_code == 302
    assert publisher.put(address(quiz)).status_code == 405
    assert publisher.get(reverse("regrades", args=[lesson.pk])).status_code == 404
    assert publisher.get(reverse("regrades", args=[999999])).status_code == 404


def test_menu_of_the_quiz_leads_here(publisher, quiz):
    text = publisher.get(reverse("wagtailadmin_pages:edit", args=[quiz.pk])).text
    assert address(quiz) in text and reverse("analysis", args=[quiz.pk]) in text
