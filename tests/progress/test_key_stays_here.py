"""The key of a graded quiz is in no page, script, JSON or header before the answers are in."""

import json
import re
from difflib import unified_diff
from uuid import uuid4

import pytest
from django.contrib.staticfiles import finders

from learning.quizzes.payload import without_key
from tests.factories import publish
from tests.factories.quizzes import make_quiz, right_answers
from tests.progress.taking import check, form_of, right_form, send

pytestmark = pytest.mark.django_db


def secrets_of(payload: dict) -> list[str]:
    """Texts that only the key has."""
    shown = json.dumps(without_key(payload), ensure_ascii=False)
    found = [question["feedback"] for question in payload["questions"]]
    for question in payload["questions"]:
        found += [option["feedback"] for option in question.get("options", ())]
        found += [answer.get("text") or answer.get("value") for answer in question.get("answers", ())]
        found += [answer["feedback"] for answer in question.get("answers", ())]
    return [text for text in found if text and len(text) > 2 and text not in shown]


def everything(answer) -> str:
    return answer.content.decode() + repr(sorted(answer.headers.items()))


def other_key(quiz):
    """The same quiz with the right and a wrong option's key exchanged: whatever differs in an answer tells the key."""
    raw = quiz.questions.get_prep_value()
    for each in raw:
        if each["type"] == "single":
            first, second = each["value"]["options"][0]["value"], each["value"]["options"][1]["value"]
            first["right"], second["right"] = second["right"], first["right"]
        if each["type"] == "truefalse":
            each["value"]["answer"] = "true"
        if each["type"] == "several":
            first, last = each["value"]["options"][0]["value"], each["value"]["options"][3]["value"]
            first["right"], last["right"] = last["right"], first["right"]
        if each["type"] == "number":
            each["value"]["answers"][0]["value"]["value"] = "40"
    quiz.questions = type(quiz)._meta.get_field("questions").to_python(raw)
    return publish(quiz)


@pytest.fixture
def quiz(cast):
    return make_quiz()


CHANGING = (
    r"[0-9a-f]{8}-[0-9a-f-]{27}",  # quiz and attempt
    r'name="phien-ban" value="\d+"',
    r'"date\w+":"[^"]+"',  # of publication
    r"'(ETag|Content-Length|Last-Modified)', '[^']+'",
)


def everything_else(answer) -> list[str]:
    """Without what is another in every version."""
    return re.sub("|".join(CHANGING), "", everything(answer)).splitlines()


def test_no_words_of_the_key(client, quiz):
    secrets = secrets_of(quiz.frozen.payload)
    assert len(secrets) >= 4
    answers = [client.get(quiz.address), check(client, quiz, {"phien-ban": quiz.frozen_id}), check(client, quiz, form_of(quiz.frozen, [1, *[None] * 6]))]
    answers += [send(client, quiz, {"phien-ban": quiz.frozen_id, "c0": "9"}, json=True)]
    for answer in answers:
        assert not [secret for secret in secrets if secret in everything(answer)]


def test_another_key_changes_no_byte_of_what_is_shown(client, quiz):
    attempt = str(uuid4())
    form = {"lan": attempt, "c0": "1"}

    def shown(page):
        version = page.frozen_id
        return [everything_else(answer) for answer in (client.get(page.address), check(client, page, {**form, "phien-ban": version}))]

    before = shown(quiz)
    changed = other_key(quiz)
    assert right_answers(changed.frozen.payload) != right_answers(quiz.frozen.payload)
    for now, then in zip(shown(changed), before, strict=True):
        assert not "\n".join(unified_diff(then, now, lineterm="", n=0))


def test_the_page_marks_nothing(client, quiz):
    html = client.get(quiz.address).content.decode()
    assert not re.search(r"data-(key|why|told|weight)|weight|\"place\"|checked|selected", html.split("<main")[1])


def test_no_answer_is_chosen_beforehand(client, quiz):
    html = client.get(quiz.address).content.decode()
    assert " checked" not in html and " selected" not in html


def test_practice_ships_its_key(client, cast):
    practice = make_quiz(kinds=("single", "matching", "text"), graded=False)
    html = client.get(practice.address).content.decode()
    assert 'data-key="c0=0"' in html and "Ánh sáng ban ngày làm ảnh rõ." in html
    assert re.search(r'data-key="c1-0=\d&amp;c1-1=\d&amp;c1-2=\d"', html) and 'data-key=""' in html


def test_a_refused_answer_tells_nothing(client, quiz):
    reply = send(client, quiz, right_form(quiz, c0="9"), json=True)
    assert set(reply.json()) == {"error"}


def test_no_script_knows_a_quiz(quiz):
    with open(finders.find("js/quiz.js"), encoding="utf-8") as script:
        text = script.read()
    assert str(quiz.translation_key) not in text and not [secret for secret in secrets_of(quiz.frozen.payload) if secret in text]
