"""RSS of one topic: the pages of the language that are about it, whichever kind."""

import pytest
from wagtail.models import Page, PageViewRestriction

from tests import factories
from tests.pages.following import feed_at, titles
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic(tree):
    return factories.make_topic(name="An toàn", slug="an-toan")


def test_it_holds_every_kind_of_page_about_it_and_no_other(topic, client):
    about = [factories.make_news(topic=topic), factories.make_standard(topic=topic), factories.make_kit(topic=topic)]
    factories.make_news()
    feed = feed_at(client, "/chu-de/an-toan/rss/")
    assert set(titles(feed)) == {page.title for page in about}
    assert feed.feed.title.endswith("An toàn")
    assert feed.feed.link == "http://testserver/chu-de/an-toan/"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_each_language_has_its_own(topic, client, code):
    news = factories.make_news(topic=topic, title="Tin")
    assert client.get(f"/{code}/chu-de/an-toan/rss/").status_code == 404
    factories.translate(topic, code, {"An toàn": f"Safe {code}"})
    factories.translate(news, code, {"Tin": f"News {code}"})
    feed = feed_at(client, f"/{code}/chu-de/an-toan/rss/")
    assert (titles(feed), feed.feed.title[-7:], feed.feed.language) == ([f"News {code}"], f"Safe {code}", code)


@pytest.mark.postgres
def test_closed_sensitive_and_unpublished_pages_are_left_out(topic, client):
    factories.make_news(topic=topic, live=False)
    factories.make_news(topic=topic, sensitive=True)
    closed = factories.make_news(topic=topic)
    PageViewRestriction.objects.create(page=Page.objects.get(pk=closed.pk), restriction_type=PageViewRestriction.LOGIN)
    assert titles(feed_at(client, "/chu-de/an-toan/rss/")) == []


def test_the_page_of_the_topic_names_it(topic, client):
    assert soup(client.get("/chu-de/an-toan/")).find("link", type="application/rss+xml")["href"] == "/chu-de/an-toan/rss/"


def test_no_topic_no_feed(tree, client):
    assert client.get("/chu-de/khong-co/rss/").status_code == 404


def test_it_opens_no_picture(topic, client):
    picture = factories.make_picture()
    factories.make_news(topic=topic, cover=picture)
    rendition = picture.made("share")["image/jpeg"]
    rendition.file.storage.delete(rendition.file.name)
    assert int(feed_at(client, "/chu-de/an-toan/rss/").entries[0].enclosures[0].length) == rendition.weight > 0
