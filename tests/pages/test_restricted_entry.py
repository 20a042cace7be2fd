"""Behind a restriction: whoever may pass gets through, whoever may not learns nothing."""

import re

import pytest
from wagtail.models import PageViewRestriction

from tests import cast as people
from tests import factories
from tests.pages.reading import soup

PASSWORD = "chin-cum-ngo"


@pytest.fixture
def lesson(tree):
    return factories.make_lesson(title="Bài chỉ dành cho cán bộ", summary="Tóm tắt kín.", steps=0)


def restrict(page, kind, **fields):
    return PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=kind, **fields)


def test_stranger_is_led_to_a_sign_in_that_works(lesson, client, cast):
    """For members; how their card and PIN open it is in tests/members. It leads staff on to theirs."""
    restrict(lesson, PageViewRestriction.LOGIN)
    asked = client.get(lesson.address, follow=True)
    assert asked.status_code == 200
    assert lesson.title not in asked.content.decode()
    staff = soup(client.get(soup(asked).find("a", href=re.compile("^/cms/login/"))["href"])).find("form", method="post")
    hidden = {field["name"]: field.get("value", "") for field in staff.find_all("input", type="hidden")}
    seen = client.post("/cms/login/", {**hidden, "login": "ngan", "password": people.PASSWORD}, follow=True)
    assert seen.redirect_chain[-1][0] == lesson.address
    assert lesson.title in seen.content.decode()
    assert "no-store" in seen["Cache-Control"]


def test_password_opens_the_page_and_a_wrong_one_does_not(lesson, client):
    restrict(lesson, PageViewRestriction.PASSWORD, password=PASSWORD)
    asked = client.get(lesson.address)
    form = soup(asked).find("form", class_="ask")
    hidden = {field["name"]: field.get("value", "") for field in form.find_all("input", type="hidden")}
    wrong = client.post(form["action"], {**hidden, "password": "sai"})
    assert soup(wrong).find(role="alert")
    seen = client.post(form["action"], {**hidden, "password": PASSWORD}, follow=True)
    assert lesson.title in seen.content.decode()


def test_question_for_the_password_tells_nothing_of_the_page(lesson, client):
    restrict(lesson, PageViewRestriction.PASSWORD, password=PASSWORD)
    asked = client.get(lesson.address)
    assert lesson.title not in asked.content.decode()
    assert lesson.summary not in asked.content.decode()
    assert "no-store" in asked["Cache-Control"]


def test_page_of_a_closed_part_shows_no_card_on_a_public_page(lesson, tree, client):
    restrict(lesson, PageViewRestriction.LOGIN)
    open_lesson = factories.make_lesson(course=lesson.get_parent().specific, steps=0, next_lesson=lesson)
    assert lesson.title not in client.get(open_lesson.address).content.decode()


def test_moderator_may_close_a_translation_that_is_outdated(lesson, admin_user):
    factories.translate(lesson, "en")
    lesson.summary = "Tóm tắt mới."
    lesson.save_revision().publish()
    english = lesson.get_translation(factories.tree.locale("en"))
    rights = english.permissions_for_user(admin_user)
    assert not rights.can_publish()
    assert rights.can_set_view_restrictions()
    assert rights.can_unschedule()
