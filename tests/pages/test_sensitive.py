"""A page on violence or on a woman's own health: nothing of it shows in a chat, it is left quickly, and no phone keeps it."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.utils.translation import gettext, override

from pages.page_cache import PageCache
from tests import factories
from tests.factories.content import publish
from tests.factories.quick import twin

pytestmark = pytest.mark.django_db
TITLE, SUMMARY, SENTENCE = "Khi chồng đánh", "Gọi ai, đi đâu trong đêm.", "Chị không có lỗi."


@pytest.fixture
def lesson(tree):
    return factories.make_lesson(title=TITLE, summary=SUMMARY, share_text=SENTENCE, sensitive=True, cover=factories.make_picture(), cover_alt="Một chị che mặt")


def card(client, page) -> dict[str, str]:
    soup = BeautifulSoup(client.get(page.address).content, "html.parser")
    return {tag["property"]: tag["content"] for tag in soup.find_all("meta", property=True)}


def test_card_names_nothing_of_the_page(lesson, client):
    found = card(client, lesson)
    told = " ".join(value for name, value in found.items() if name != "og:url").casefold()
    for words in (TITLE, SUMMARY, SENTENCE, lesson.cover_alt, "/media/"):
        assert words.casefold() not in told
    with override("vi"):
        assert found["og:title"] == gettext("A page from the Women’s Union")
    assert "/static/img/card" in found["og:image"]


def test_no_card_of_its_own_is_made(lesson, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        publish(lesson)
    assert not type(lesson).objects.get(pk=lesson.pk).card


def test_card_goes_when_the_page_becomes_sensitive_in_all_languages_at_once(tree, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        lesson = factories.make_lesson()
        other = publish(twin(lesson, "en"))
    assert type(other).objects.get(pk=other.pk).card
    lesson.sensitive = True
    with django_capture_on_commit_callbacks(execute=True):
        publish(lesson)
    other = type(other).objects.get(pk=other.pk)
    assert other.sensitive and not other.card
    with django_capture_on_commit_callbacks(execute=True):
        other.latest_revision.publish()
    assert type(other).objects.get(pk=other.pk).sensitive, "an older draft does not undo it"


def test_way_out_stands_first_and_works_without_script(lesson, client):
    body = BeautifulSoup(client.get(lesson.address).content, "html.parser").body
    way = body.select_one("a[data-leave]")
    assert way["href"].startswith("https://www.google.com/")
    assert "noreferrer" in way["rel"]
    links = [link for link in body.find_all("a") if "skip" not in link.get("class", [])]
    assert links[0] is way


def test_other_pages_have_no_way_out(tree, client):
    assert b"data-leave" not in client.get(factories.make_lesson().address).content


def test_no_phone_keeps_it_but_the_site_does(lesson, client, settings, django_assert_num_queries):
    settings.PAGE_CACHE_SECONDS = 60
    cache.clear()
    answer = client.get(lesson.address)
    assert answer["Cache-Control"] == "public, no-store"
    assert "Set-Cookie" not in answer.headers
    with django_assert_num_queries(0):
        assert client.get(lesson.address).content == answer.content
    assert PageCache


def test_restricted_page_stays_private(lesson, enter):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=lesson, restriction_type="login")
    answer = enter("lan").get(lesson.address)
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"] and "public" not in answer["Cache-Control"]
