"""Whatever editors do to a quiz afterwards, a result that was handed in stays as it was, to the byte."""

from copy import deepcopy

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from learning.progress.models import Attempt, LessonProgress
from tests import factories
from tests.factories.quizzes import make_quiz, right_answers, wrong_answers
from tests.progress.taking import form_of, send
from tests.quizzes.test_freezing import WORK, again, write
from tests.scale import scaled

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed_in(enter, cast):
    """The quiz, her client and the addresses of three results: all right, half, nothing."""
    quiz, lan = make_quiz(), enter("lan")
    right, wrong = right_answers(quiz.frozen.payload), wrong_answers(quiz.frozen.payload)
    answers = (right, [*right[:3], *wrong[3:]], [None] * len(right))
    return quiz, lan, [send(lan, quiz, form_of(quiz.frozen, each))["Location"] for each in answers]


def told(client, addresses) -> list[str]:
    """Her score and question by question, as the pages say it; what comes next may be another lesson by now."""
    pages = [BeautifulSoup(client.get(address).content, "html.parser") for address in addresses]
    return [str(page.select_one(".score")) + str(page.select_one(".answer").find_parent("section")) for page in pages]


def stored() -> list:
    found = []
    with connection.cursor() as cursor:
        for model in (Attempt, LessonProgress):
            cursor.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY id")
            found.append(cursor.fetchall())
    return found


@settings(max_examples=scaled(6, 200), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(WORK, st.integers(0, 50)), min_size=1, max_size=5))
def test_editing_reordering_and_deleting_leave_old_results_as_they_were(handed_in, works):
    quiz, lan, addresses = handed_in
    before = told(lan, addresses), stored()
    page = again(quiz)
    raw = deepcopy(page.questions.get_prep_value())
    for work, n in works:
        work(raw, n)
    write(page, raw)
    page.title, page.pass_mark, page.intro = "Tên khác", 1, "Lời khác"
    factories.publish(page)
    assert (told(lan, addresses), stored()) == before


def test_without_its_page_a_result_is_as_it_was(handed_in):
    quiz, lan, addresses = handed_in
    before = told(lan, addresses), stored()
    quiz.unpublish()
    assert (told(lan, addresses), stored()) == before
    Page.objects.get(pk=quiz.get_parent().pk).delete()
    assert (told(lan, addresses), stored()) == before
