"""Handing in a quiz: once is once, and nobody else's is hers."""

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from learning.progress.domain import NotHers, submit_attempt
from learning.progress.models import Attempt, LessonProgress
from learning.quizzes.answers import InvalidAnswers
from learning.quizzes.models import QuizVersion
from tests.factories import publish
from tests.factories.quizzes import make_quiz, right_answers
from tests.progress.taking import JSON, fields_of, form_of, result, right_form, send, wrong_form

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

MOST_QUERIES = 12


@pytest.fixture
def quiz(cast):
    return make_quiz()


def test_a_members_attempt_is_stored_and_marked(enter, cast, quiz):
    form = right_form(quiz)
    answer = send(enter("lan"), quiz, form)
    attempt = Attempt.objects.get()
    assert answer.status_code == 303 and answer["Location"] == f"/toi/ket-qua/{attempt.pk}/"
    assert (attempt.member, attempt.version_id, attempt.unit_id) == (cast.lan, quiz.frozen_id, cast.lan.unit_id)
    assert (attempt.pk, attempt.quiz_key, attempt.source) == (UUID(form["lan"]), quiz.translation_key, Attempt.Source.ONLINE)
    assert (attempt.score, attempt.maximum, attempt.passed) == (700, 700, True)
    assert attempt.answers == right_answers(quiz.frozen.payload)
    assert attempt.submitted - attempt.started == timedelta(seconds=60)
    assert LessonProgress.objects.get(member=cast.lan).best == 100


def test_a_phone_gets_json(enter, quiz):
    form = right_form(quiz)
    answer = send(enter("lan"), quiz, form, json=True)
    assert answer.status_code == 200 and answer["Cache-Control"] == "private, no-store"
    assert answer.json() == {"state": "counted", "url": f"/toi/ket-qua/{form['lan']}/"}


def test_the_same_submission_five_times_is_one_attempt(enter, quiz):
    form, tabs = right_form(quiz), [enter("lan"), enter("lan")]
    replies = [send(tabs[number % 2], quiz, form, json=True) for number in range(5)]
    assert len({(reply.status_code, reply.content) for reply in replies}) == 1
    assert Attempt.objects.count() == 1


def test_what_comes_later_under_the_same_id_changes_nothing(enter, quiz):
    lan, attempt = enter("lan"), uuid4()
    first = send(lan, quiz, wrong_form(quiz, attempt))
    again = send(lan, quiz, right_form(quiz, attempt))
    assert again["Location"] == first["Location"]
    assert Attempt.objects.get().score == 0


def test_two_phones_are_two_attempts_and_the_best_counts(enter, cast, quiz):
    send(enter("lan"), quiz, right_form(quiz))
    send(enter("lan"), quiz, wrong_form(quiz))
    assert Attempt.objects.of(cast.lan).count() == 2
    assert LessonProgress.objects.get(member=cast.lan).best == 100


@pytest.mark.parametrize("json", [True, False])
def test_another_members_attempt_id_is_not_found(enter, quiz, json):
    attempt = uuid4()
    send(enter("lan"), quiz, wrong_form(quiz, attempt))
    for stranger in ("hoa", "mai", "thu"):
        assert send(enter(stranger), quiz, right_form(quiz, attempt), json=json).status_code == 404
    assert Attempt.objects.get().score == 0


def test_a_shared_phone_is_told_that_an_id_is_taken(enter, quiz):
    """In JSON, or its script would go on sending another woman's answers."""
    form = wrong_form(quiz)
    send(enter("lan"), quiz, form)
    assert send(enter("hoa"), quiz, form, json=True).json()["error"]


def test_a_score_that_is_sent_along_is_not_read(enter, quiz):
    send(enter("lan"), quiz, wrong_form(quiz, score="700", passed="1", percent="100", maximum="1"))
    assert (Attempt.objects.get().score, Attempt.objects.get().passed) == (0, False)


@pytest.mark.parametrize(
    "fields",
    [
        {"c7": "0"},
        {"c99": "0"},
        {"c0": "3"},
        {"c0": "-1"},
        {"c0": "abc"},
        {"c1": ["0", "9"]},
        {"c3-0": "4"},
        {"c4-0": "5"},
        {"c6": "x" * 201},
        {"phien-ban": ""},
        {"phien-ban": "0"},
        {"phien-ban": "99999999999999999999"},
        {"phien-ban": "1; drop"},
    ],
    ids=str,
)
def test_what_no_form_of_this_quiz_sends_is_refused(enter, quiz, fields):
    form = right_form(quiz) | fields
    reply = send(enter("lan"), quiz, form, json=True)
    assert reply.status_code == 409 and reply.json()["error"]
    page = send(enter("lan"), quiz, form)
    assert page.status_code == 409 and quiz.address in page.content.decode()
    assert not Attempt.objects.exists()


def test_an_id_that_is_none_is_refused(enter, quiz):
    assert send(enter("lan"), quiz, right_form(quiz, lan="không")).status_code == 400


def test_without_an_id_one_is_made(enter, quiz):
    send(enter("lan"), quiz, right_form(quiz, lan=""))
    assert Attempt.objects.count() == 1


def test_the_version_of_another_quiz_is_refused(enter, quiz):
    other = make_quiz(kinds=("single",))
    assert send(enter("lan"), quiz, right_form(other)).status_code == 409
    assert not Attempt.objects.exists()


def test_an_unknown_quiz_is_refused(enter, quiz):
    address = reverse("quiz_submit", args=[uuid4()])
    assert enter("lan").post(address, right_form(quiz), headers=JSON).status_code == 409
    assert enter("lan").get(address).status_code == 404
    assert enter("lan").post("/bai-lam/khong/gui/", right_form(quiz)).status_code == 404


def test_opening_the_address_of_the_form_leads_to_the_quiz(client, quiz):
    for name in ("quiz_check", "quiz_submit"):
        answer = client.get(reverse(name, args=[quiz.translation_key]))
        assert answer.status_code == 302 and answer["Location"] == quiz.address
        assert client.put(reverse(name, args=[quiz.translation_key])).status_code == 405


def test_an_unpublished_quiz_is_marked_against_its_version(enter, quiz):
    quiz.unpublish()
    assert send(enter("lan"), quiz, right_form(quiz)).status_code == 303
    assert Attempt.objects.get().passed


def test_an_edited_quiz_is_marked_against_the_version_she_was_shown(enter, quiz):
    shown = quiz.frozen
    right = right_answers(shown.payload)
    raw = quiz.questions.get_prep_value()
    options = next(each for each in raw if each["type"] == "single")["value"]["options"]
    options.reverse()  # the right one is now the last
    quiz.questions = type(quiz)._meta.get_field("questions").to_python(raw)
    quiz = publish(quiz)
    assert quiz.frozen_id != shown.pk
    send(enter("lan"), quiz, form_of(shown, right))
    attempt = Attempt.objects.get()
    assert (attempt.version_id, attempt.score) == (shown.pk, 700)


@pytest.mark.parametrize(("claimed", "believed"), [("", 0), ("-5", 0), ("abc", 0), ("600", 600), ("315360000", 86400), ("9" * 30, 0)])
def test_a_phones_clock_is_believed_within_a_day(enter, quiz, claimed, believed):
    send(enter("lan"), quiz, right_form(quiz, giay=claimed))
    attempt = Attempt.objects.get()
    assert attempt.submitted - attempt.started == timedelta(seconds=believed)
    assert abs(timezone.now() - attempt.submitted) < timedelta(minutes=1)


def test_open_questions_may_be_sent(enter, quiz):
    send(enter("lan"), quiz, {"phien-ban": quiz.frozen_id, "c0": "0"})
    attempt = Attempt.objects.get()
    assert attempt.score == 100 and attempt.answers == [0, *[None] * 6]


def test_practice_is_stored_and_never_completes(enter, cast, quiz):
    practice = make_quiz(quiz.get_parent().specific, kinds=("single",), graded=False)
    send(enter("lan"), practice, right_form(practice))
    row = LessonProgress.objects.get(member=cast.lan)
    assert row.practised and not row.passed and row.best is None


def test_a_stranger_stores_nothing(client, quiz):
    answer = send(client, quiz, right_form(quiz))
    assert answer.status_code == 303 and answer["Location"].startswith("/bai-lam/ket-qua/")
    reply = send(client, quiz, right_form(quiz), json=True).json()
    assert reply["state"] == "marked" and reply["url"].startswith("/bai-lam/ket-qua/")
    assert not Attempt.objects.exists() and not LessonProgress.objects.exists()


def test_a_script_that_reads_another_origin_gets_no_answer(quiz):
    answer = send(Client(enforce_csrf_checks=True), quiz, right_form(quiz), json=True)
    assert answer.status_code == 403


def asked(queries) -> list[str]:
    """Without the savepoints that stand for a transaction only because each test is one."""
    return [query["sql"][:150] for query in queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE SAVEPOINT"))]


def test_submitting_asks_the_database_little(enter, quiz, report):
    lan, hoa = enter("lan"), enter("hoa")
    form, wrong = right_form(quiz), wrong_form(quiz)
    send(lan, quiz, right_form(quiz))  # fills Python's and Django's own caches
    with CaptureQueriesContext(connection) as first:
        assert send(lan, quiz, form, json=True).status_code == 200
    with CaptureQueriesContext(connection) as again:
        send(lan, quiz, form, json=True)
    with CaptureQueriesContext(connection) as other:
        send(hoa, quiz, wrong, json=True)
    counts = {"handed in and passed": asked(first), "sent again": asked(again), "not passed": asked(other)}
    for what, count in counts.items():
        report("queries of a submission", what, {connection.vendor: len(count)})
    assert max(map(len, counts.values())) <= MOST_QUERIES


def test_the_attempt_that_finishes_a_course_asks_little_too(enter, cast, quiz, report):
    lesson = quiz.get_parent().specific
    LessonProgress.objects.create(member=cast.lan, lesson_key=lesson.translation_key, started=timezone.now(), learned=timezone.now())
    lan, form = enter("lan"), right_form(quiz)
    with CaptureQueriesContext(connection) as queries:
        send(lan, quiz, form, json=True)
    assert cast.lan.certificates.exists()
    report("queries of a submission", "that finishes a course", {connection.vendor: len(asked(queries))})
    assert len(asked(queries)) <= MOST_QUERIES, "\n".join(asked(queries))


@pytest.mark.parametrize(("json", "error"), [(True, OperationalError), (False, OperationalError), (True, InterfaceError)])
def test_the_answers_survive_a_database_that_is_away(enter, quiz, monkeypatch, json, error):
    def away(*args, **kwargs):
        raise error("server closed the connection unexpectedly")

    lan, form = enter("lan"), right_form(quiz)
    with monkeypatch.context() as patch:
        patch.setattr("learning.progress.domain.add", away)
        answer = send(lan, quiz, form, json=json)
    assert answer.status_code == 503 and int(answer["Retry-After"]) > 0
    if json:
        assert answer.json()["error"]
    else:
        page = answer.content.decode()
        assert all(f'name="{name}"' in page for name in form) and form["lan"] in page
    assert not Attempt.objects.exists()
    assert send(lan, quiz, form).status_code == 303


def test_away_before_the_session_is_read(enter, quiz, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("connection refused")

    lan = enter("lan")
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
    assert send(lan, quiz, right_form(quiz), json=True).status_code == 503


def test_nothing_is_stored_of_an_attempt_whose_result_could_not_be_recorded(enter, quiz, monkeypatch):
    def broken(**kwargs):
        raise OperationalError("gone in the middle")

    monkeypatch.setattr("learning.progress.completion.record_quiz_result", broken)
    assert send(enter("lan"), quiz, right_form(quiz)).status_code == 503
    assert not Attempt.objects.exists()


def test_the_verb_itself_refuses_what_does_not_fit(cast, quiz):
    version = QuizVersion.objects.get(pk=quiz.frozen_id)
    with pytest.raises(InvalidAnswers):
        submit_attempt(member=cast.lan, attempt_id=uuid4(), version=version, answers=[9])
    attempt = submit_attempt(member=cast.lan, attempt_id=uuid4(), version=version, answers=[0], seconds=-20)
    assert attempt.started == attempt.submitted
    with pytest.raises(NotHers):
        submit_attempt(member=cast.mai, attempt_id=attempt.pk, version=version, answers=[0])


def test_stored_answers_are_compact(enter, quiz):
    send(enter("lan"), quiz, right_form(quiz))
    packed = Attempt.objects.get().answers_json
    assert packed == json.dumps(right_answers(quiz.frozen.payload), ensure_ascii=False, separators=(",", ":"))
    assert fields_of(quiz.frozen.payload, json.loads(packed))


def test_her_result_is_where_the_answer_says(enter, quiz):
    lan, form = enter("lan"), right_form(quiz)
    send(lan, quiz, form)
    assert result(lan, form["lan"]).status_code == 200
