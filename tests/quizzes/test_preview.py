"""An editor sees the quiz as members will, before anything is frozen; members see what is frozen, and no key."""

import json

import pytest
from django.urls import reverse

from learning.quizzes.models import QuizPage, QuizVersion
from tests import factories
from tests.factories.forms import form_of
from tests.factories.quizzes import make_questions, single

pytestmark = pytest.mark.django_db

TYPED = "Câu hỏi đang gõ dở?"


@pytest.fixture
def quiz(tree):
    return factories.make_quiz()


def preview_address(page) -> str:
    return reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])


def previewed(client, page, mode: str = "", **changes) -> str:
    address = preview_address(page)
    assert client.post(address, form_of(page, **changes)).json()["is_valid"]
    answer = client.get(address, {"mode": mode})
    assert answer.status_code == 200
    return answer.content.decode()


def typed(*raw):
    return {"questions": QuizPage._meta.get_field("questions").to_python(list(raw))}


def words_of_key(page) -> list[str]:
    """What only the key knows of the questions that the factories make."""
    return ["Da-lô", "Gần đúng.", "Ánh sáng ban ngày", "Xem lại phần Học", "giữ kín mã OTP", *(each["id"] for each in page.frozen.payload["questions"])]


def test_preview_shows_what_is_typed_and_freezes_nothing(quiz, editor):
    html = previewed(editor, quiz, **typed(single(TYPED)))
    assert TYPED in html
    assert QuizVersion.objects.count() == 1
    assert TYPED not in json.dumps(QuizPage.objects.get().frozen.payload, ensure_ascii=False)


def test_preview_of_a_quiz_that_was_never_published(tree, editor):
    draft = factories.make_quiz(live=False)
    assert TYPED in previewed(editor, draft, **typed(single(TYPED)))
    assert not QuizVersion.objects.exists()


def test_picture_that_is_only_typed_is_shown(quiz, editor):
    picture = factories.make_picture()
    html = previewed(editor, quiz, **typed(single(picture=picture)))
    assert any(rendition.url in html for role in ("step", "card") for rendition in picture.made(role).values())


def test_picture_that_was_deleted_shows_nothing(tree, client):
    picture = factories.make_picture()
    quiz = factories.make_quiz(picture=picture)
    name = picture.made("card")["image/jpeg"].url
    assert client.get(quiz.address).status_code == 200
    picture.delete()
    answer = client.get(quiz.address)
    assert answer.status_code == 200
    assert name not in answer.content.decode()


def test_panel_opens_in_the_size_of_a_phone(quiz):
    size = next(each for each in quiz.preview_sizes if each["name"] == quiz.default_preview_size)
    assert size["device_width"] < 400


def test_graded_quiz_shows_its_key_in_one_preview_alone(quiz, editor):
    assert not [word for word in words_of_key(quiz) if word in previewed(editor, quiz)]
    with_answers = previewed(editor, quiz, mode="answers")
    assert "Xem lại phần Học" in with_answers
    assert QuizPage.objects.get().graded


def test_stranger_has_no_preview(quiz, client, enter):
    for each in (client, enter("lan")):
        assert each.get(preview_address(quiz)).status_code == 302
        assert each.post(preview_address(quiz), {}).status_code == 302


def test_preview_of_a_page_that_is_not_there(quiz, editor):
    assert editor.get(reverse("wagtailadmin_pages:preview_on_edit", args=[999999])).status_code == 404


def test_readers_see_the_frozen_version_and_not_the_draft(quiz, client):
    quiz.questions = typed(single(TYPED))["questions"]
    quiz.save_revision()
    html = client.get(quiz.address).content.decode()
    assert TYPED not in html
    assert f'value="{quiz.frozen_id}"' in html


def test_readers_of_a_graded_quiz_see_nothing_of_its_key(quiz, client):
    answer = client.get(quiz.address)
    html = answer.content.decode()
    assert "Chụp ảnh hàng lúc nào thì rõ?" in html
    assert not [word for word in words_of_key(quiz) if word in html]
    assert not [word for word in words_of_key(quiz) if word in str(answer.headers)]


def test_incomplete_questions_are_previewed(quiz, editor):
    raw = make_questions("single", "several", "truefalse", "matching", "ordering", "number", "text")
    for each in raw:
        each["value"] = {"text": TYPED}
    assert TYPED in previewed(editor, quiz, **typed(*quiz.questions.stream_block.settled(raw)))
