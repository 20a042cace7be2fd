"""RSS of the news: one feed a language, with nothing of another."""

from datetime import date
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from wagtail.models import Page, PageViewRestriction

from config.languages import LANGUAGES
from tests import factories
from tests.pages.reading import soup

HERE = "http://testserver"


def channel(client, prefix=""):
    response = client.get(f"{prefix}/tin-tuc/rss/")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content).find("channel")


def titles(feed) -> list[str]:
    return [item.findtext("title") for item in feed.findall("item")]


def test_each_language_has_its_own_news(tree, client):
    older, newer = factories.make_news(title="Tin cũ", date=date(2026, 10, 1)), factories.make_news(title="Tin mới", date=date(2026, 11, 1))
    factories.translate(older, "en", {"Tin cũ": "Old news"})
    assert titles(channel(client)) == ["Tin mới", "Tin cũ"]
    assert titles(channel(client, "/en")) == ["Old news"]
    assert titles(channel(client, "/hmn")) == []
    assert newer.live


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_feed_names_its_language_and_itself(tree, client, language):
    feed = channel(client, language.prefix.rstrip("/"))
    assert feed.findtext("language") == language.bcp47
    assert feed.findtext("link") == f"{HERE}{language.prefix}tin-tuc/"
    assert feed.find("{http://www.w3.org/2005/Atom}link").get("href") == f"{HERE}{language.prefix}tin-tuc/rss/"


def test_words_that_xml_must_escape_come_through(tree, client):
    title = "Rau <sạch> & măng “khô”"
    factories.make_news(title=title, summary="Giá < 20.000 đ")
    item = channel(client).find("item")
    assert (item.findtext("title"), item.findtext("description")) == (title, "Giá < 20.000 đ")


def test_item_leads_to_its_page(tree, client):
    news = factories.make_news()
    factories.translate(news, "en")
    for prefix in ("", "/en"):
        item = channel(client, prefix).find("item")
        assert item.findtext("link") == item.findtext("guid") == HERE + prefix + news.address
        assert client.get(prefix + news.address).status_code == 200
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo


def test_picture_is_enclosed(tree, client):
    picture = factories.make_picture((800, 500))
    news = factories.make_news(cover=picture)
    factories.translate(news, "en")
    for prefix in ("", "/en"):
        enclosure = channel(client, prefix).find("item/enclosure")
        assert enclosure.get("type") == "image/jpeg"
        file = client.get(enclosure.get("url").removeprefix(HERE)).getvalue()
        assert file.startswith(b"\xff\xd8\xff")
        assert int(enclosure.get("length")) == len(file)


def test_feed_opens_no_picture(tree, client):
    picture = factories.make_picture((800, 500))
    factories.make_news(cover=picture, title="Tin có tranh")
    rendition = picture.made("share")["image/jpeg"]
    rendition.file.storage.delete(rendition.file.name)
    assert titles(channel(client)) == ["Tin có tranh"]


def test_news_without_a_picture_has_no_enclosure(tree, client):
    factories.make_news()
    assert channel(client).find("item/enclosure") is None


@pytest.mark.postgres
def test_drafts_and_restricted_news_are_left_out(tree, client):
    factories.make_news(title="Bản nháp", live=False)
    closed = factories.make_news(title="Nội bộ")
    factories.translate(closed, "en")
    PageViewRestriction.objects.create(page=Page.objects.get(pk=closed.pk), restriction_type=PageViewRestriction.LOGIN)
    factories.make_news(title="Cho mọi người")
    assert titles(channel(client)) == ["Cho mọi người"]
    assert titles(channel(client, "/en")) == []


def test_only_the_newest_twenty(tree, client):
    for number in range(22):
        factories.make_news(title=f"Tin {number:02}", date=date(2026, 1, 1 + number), body=[])
    assert titles(channel(client)) == [f"Tin {number:02}" for number in range(21, 1, -1)]


def test_news_pages_name_the_feed_of_their_language(tree, client):
    factories.translate(tree.news, "en")
    for prefix in ("", "/en"):
        named = soup(client.get(f"{prefix}/tin-tuc/")).find("link", type="application/rss+xml")
        assert named["href"] == f"{prefix}/tin-tuc/rss/"


def test_feed_is_the_same_for_everybody(tree, client):
    response = client.get("/tin-tuc/rss/", headers={"accept-language": "fr", "cookie": "sessionid=x"})
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
