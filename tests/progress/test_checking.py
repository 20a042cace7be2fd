"""Without script: her answers once more, before she sends them."""

import re
from uuid import UUID, uuid4

import pytest

from learning.progress.models import Attempt
from tests.factories.quizzes import make_quiz
from tests.progress.taking import check, right_form, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz(cast):
    return make_quiz()


def fields(page) -> dict[str, list[str]]:
    """What the page's form would send as it stands."""
    html = page.content.decode()
    sent: dict[str, list[str]] = {}
    for kind, name, value, rest in re.findall(r'<input type="(\w+)" name="([^"]+)" value="([^"]*)"([^>]*)>', html):
        if kind == "hidden" or "checked" in rest:
            sent.setdefault(name, []).append(value)
    for name, value in re.findall(r'<input name="([^"]+)" value="([^"]+)"', html):
        sent.setdefault(name, []).append(value)
    for name, options in re.findall(r'<select id="[^"]+" name="([^"]+)">(.*?)</select>', html, flags=re.DOTALL):
        sent |= {name: chosen} if (chosen := re.findall(r'value="(\d+)" selected', options)) else {}
    return sent


def test_all_answers_are_shown_and_go_on(client, quiz):
    form = right_form(quiz)
    page = check(client, quiz, form)
    assert page.status_code == 200 and page["Cache-Control"] == "private, no-store"
    assert "Ban ngày, gần cửa sổ" in page.content.decode() and "<fieldset" not in page.content.decode()
    assert fields(page) == {name: [str(each) for each in (value if isinstance(value, list) else [value])] for name, value in form.items()}
    assert not Attempt.objects.exists()


def test_what_the_page_sends_is_the_attempt(enter, quiz):
    lan, form = enter("lan"), right_form(quiz)
    send(lan, quiz, fields(check(lan, quiz, form)))
    assert Attempt.objects.get(pk=form["lan"]).score == 700


def test_open_questions_are_named_and_can_be_answered_here(client, quiz):
    form = {name: value for name, value in right_form(quiz).items() if not name.startswith(("c1", "c3"))}
    html = check(client, quiz, form).content.decode()
    assert re.findall(r'href="#cau-(\d)"', html) == ["2", "4"]
    assert html.count("<fieldset") == 2 and 'name="c1"' in html and 'name="c3-0"' in html


def test_half_an_answer_is_open_and_keeps_what_is_there(client, quiz):
    form = {name: value for name, value in right_form(quiz).items() if name != "c3-1"}
    page = check(client, quiz, form)
    assert re.findall(r'href="#cau-(\d)"', page.content.decode()) == ["4"]
    assert "c3-1" not in fields(page) and fields(page)["c3-0"] == [str(form["c3-0"])]


def test_one_more_question_opens_with_her_answer_in_it(client, quiz):
    form = right_form(quiz)
    page = check(client, quiz, {**form, "sua": "2"})
    assert page.content.decode().count("<fieldset") == 1
    assert fields(page)["c1"] == [str(value) for value in form["c1"]]


@pytest.mark.parametrize("number", ["0", "99", "x", ""])
def test_a_question_that_is_not_there_opens_nothing(client, quiz, number):
    assert "<fieldset" not in check(client, quiz, {**right_form(quiz), "sua": number}).content.decode()


def test_an_id_is_made_where_none_came(client, quiz):
    made = {fields(check(client, quiz, right_form(quiz, lan="")))["lan"][0] for _ in range(2)}
    assert len(made) == 2 and all(UUID(each).version == 4 for each in made)


def test_what_does_not_fit_is_said_in_a_sentence(client, quiz):
    page = check(client, quiz, right_form(quiz, c0="7"))
    assert page.status_code == 409 and quiz.address in page.content.decode()


def test_an_unknown_quiz_is_not_found(client, cast):
    assert client.get(f"/bai-lam/{uuid4()}/").status_code == 404


def test_what_she_typed_stays_words(client, quiz):
    html = check(client, quiz, right_form(quiz, c6='"><script>alert(1)</script>')).content.decode()
    assert "<script>alert" not in html
