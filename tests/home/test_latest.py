"""What is new for a group: a plain page with messages to copy, and the same as a feed, each language its own."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.translation import gettext
from wagtail.models import Page, PageViewRestriction

from config.languages import LANGUAGES
from pages.addresses import reserved_slugs
from sharing.links import general_address
from sharing.models import ShortLink
from tests import factories
from tests.pages.following import feed_at, titles
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 1, tzinfo=UTC)


def in_order(*pages) -> None:
    """Published a day after one another."""
    for number, page in enumerate(pages):
        Page.objects.filter(pk=page.pk).update(first_published_at=START + timedelta(days=number))


def headings(client, address: str) -> list[str]:
    return [heading.get_text(strip=True) for heading in soup(client.get(address)).find("main").find_all("h2")]


def test_the_ten_newest_of_four_kinds_and_nothing_else(tree, client):
    old = factories.make_news(title="Tin cũ")
    shown = [
        factories.make_news(title="Tin"), factories.make_story(title="Chuyện"), factories.make_lesson(title="Bài"), factories.make_kit(title="Bộ"),
        *(factories.make_news(title=f"Tin {number}") for number in range(6)),
    ]  # fmt: skip
    in_order(old, *shown)
    factories.make_guide()
    factories.make_standard()
    assert headings(client, "/moi-cho-nhom/") == [page.title for page in reversed(shown)]


def test_each_has_a_message_with_its_short_link(tree, client):
    lesson = factories.make_lesson(share_message="Em vừa học bài này, các chị mở ra nhé.")
    told = soup(client.get("/moi-cho-nhom/")).find("main").find(attrs={"data-message": True}).get_text(" ", strip=True)
    assert "/Q/" in general_address(lesson)
    assert told == f"Em vừa học bài này, các chị mở ra nhé. {general_address(lesson)}"


def test_without_a_link_the_address_of_the_page_stands_there(tree, client):
    news = factories.make_news()
    ShortLink.objects.all().delete()
    assert news.canonical in client.get("/moi-cho-nhom/").content.decode()


@pytest.mark.postgres
def test_drafts_restricted_and_sensitive_pages_are_in_neither(tree, client):
    factories.make_news(title="Bản nháp", live=False)
    factories.make_news(title="Chuyện khó nói", sensitive=True)
    closed = factories.make_news(title="Nội bộ")
    PageViewRestriction.objects.create(page=Page.objects.get(pk=closed.pk), restriction_type=PageViewRestriction.LOGIN)
    factories.make_news(title="Cho mọi người")
    assert headings(client, "/moi-cho-nhom/") == ["Cho mọi người"]
    assert titles(feed_at(client, "/moi-cho-nhom/rss/")) == ["Cho mọi người"]


@pytest.mark.parametrize("code", ["vi", "en", "fr"])
def test_feed_of_each_language_is_one_that_readers_take(tree, client, code):
    picture = factories.make_picture((400, 300))
    lesson = factories.make_lesson(title="Bài <1> & 2", cover=picture)
    page = lesson if code == "vi" else factories.translate(lesson, code, {"Bài <1> & 2": f"Lesson <1> & 2 {code}"})
    prefix = next(language for language in LANGUAGES if language.code == code).prefix
    feed = feed_at(client, f"{prefix}moi-cho-nhom/rss/")
    assert feed.feed.language == code
    assert titles(feed) == [page.title]
    entry = feed.entries[0]
    assert entry.link == entry.id == page.canonical
    enclosure = entry.enclosures[0]
    file = client.get(enclosure.href.removeprefix("http://testserver")).getvalue()
    assert enclosure.type == "image/jpeg"
    assert file.startswith(b"\xff\xd8\xff")
    assert int(enclosure.length) == len(file)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_it_answers_in_every_language_and_names_its_feed(tree, client, language):
    address = f"{language.prefix}moi-cho-nhom/"
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Cache-Control"].startswith("public")
    assert soup(answer).find("link", type="application/rss+xml")["href"] == f"{address}rss/"
    assert feed_at(client, f"{address}rss/").feed.language == language.bcp47


def test_an_empty_language_says_so(tree, client):
    assert headings(client, "/hmn/moi-cho-nhom/") == []
    assert gettext("Nothing here yet in this language. Choose another language at the end of the page.") in client.get("/hmn/moi-cho-nhom/").content.decode()


def test_it_is_the_same_for_everybody(tree, client, enter):
    factories.make_news()
    assert client.get("/moi-cho-nhom/").content == enter("hoa").get("/moi-cho-nhom/").content


def test_its_word_is_kept_from_pages(tree):
    assert "moi-cho-nhom" in reserved_slugs()
