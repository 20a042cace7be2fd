"""Twenty at once, and messages in any order: the rows at the end are the same."""

import json
from collections import Counter
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection, connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learning.progress.models import Attempt, LessonProgress
from learning.quizzes.models import QuizVersion
from members.models import Member
from tests.cast import client_of
from tests.factories.quizzes import make_quiz, right_answers, wrong_answers
from tests.progress.taking import form_of, right_form, send
from tests.scale import scaled

AT_ONCE = 20


def together(work, number: int) -> list:
    """The answers of as many threads, which begin at the same moment."""
    barrier, answers = Barrier(number), []

    def run(index):
        try:
            barrier.wait()
            answers.append(work(index))
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[index]) for index in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="a database in memory has one connection; runs on PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_twenty_submits_of_one_id_are_one_row_and_twenty_equal_replies(enter):
    quiz = make_quiz()
    form, clients = right_form(quiz), [enter("lan") for _ in range(AT_ONCE)]
    replies = together(lambda index: send(clients[index], quiz, form, json=True), AT_ONCE)
    assert Counter((reply.status_code, reply.content) for reply in replies) == {(200, replies[0].content): AT_ONCE}
    assert Attempt.objects.count() == 1
    assert LessonProgress.objects.get().best == 100


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="a database in memory has one connection; runs on PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_two_members_who_send_one_id_at_once_are_one_row_and_one_refusal(enter):
    quiz = make_quiz(kinds=("single",))
    attempt = uuid4()
    clients = [enter(who) for who in ("lan", "mai") * (AT_ONCE // 2)]
    forms = [right_form(quiz, attempt) for _ in clients]
    replies = together(lambda index: (index % 2, send(clients[index], quiz, forms[index]).status_code), AT_ONCE)
    owner = Attempt.objects.get().member.username
    assert Counter(replies) == {(0, 303 if owner == "lan" else 404): AT_ONCE // 2, (1, 303 if owner == "mai" else 404): AT_ONCE // 2}


MESSAGES = ("right", "half", "wrong", "other")  # what the phone has to send, each with an id of its own


@pytest.fixture
def ground(cast):
    quiz = make_quiz(kinds=("single", "several", "text"))
    version = QuizVersion.objects.get(pk=quiz.frozen_id)
    right, wrong = right_answers(version.payload), wrong_answers(version.payload)
    answers = {"right": right, "half": [right[0], right[1], None], "wrong": wrong, "other": [wrong[0], right[1], right[2]]}
    return quiz, client_of("lan"), {name: form_of(version, answers[name], uuid4()) for name in MESSAGES}


def rows() -> tuple:
    attempts = Attempt.objects.order_by("pk").values_list("pk", "member", "version", "unit", "answers_json", "score", "maximum", "passed")
    progress = LessonProgress.objects.values_list("member", "lesson_key", "best")
    return list(attempts), list(progress), LessonProgress.objects.filter(passed__isnull=False).exists()


@pytest.mark.django_db
@settings(max_examples=scaled(15, 200), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(MESSAGES), st.booleans()), max_size=10), st.permutations(MESSAGES))
def test_any_order_repetition_and_loss_end_in_the_same_rows(ground, messages, last):
    """A message is sent until it is acknowledged: each arrives at least once, whichever acknowledgements are lost."""
    quiz, lan, forms = ground
    Attempt.objects.all().delete()
    LessonProgress.objects.all().delete()
    replies: dict[str, set] = {}
    for name, as_json in [*messages, *((name, True) for name in last)]:
        reply = send(lan, quiz, forms[name], json=as_json)
        replies.setdefault(name, set()).add(json.loads(reply.content)["url"] if as_json else reply["Location"])
    assert all(len(seen) == 1 for seen in replies.values())
    attempts, progress, passed = rows()
    assert sorted(str(row[0]) for row in attempts) == sorted(forms[name]["lan"] for name in MESSAGES)
    assert {str(row[0]): row[5] for row in attempts} == {forms[name]["lan"]: score for name, score in zip(MESSAGES, (300, 200, 0, 200), strict=True)}
    assert [row[2] for row in progress] == [100] and passed
    assert {row[1] for row in attempts} == {Member.objects.get(username="lan").pk}
