"""sitemap.xml: what any reader may see, in every language."""

from xml.etree import ElementTree

import pytest
from wagtail.models import Page, PageViewRestriction

from config.languages import LANGUAGES
from tests import factories
from tests.pages.reading import alternates, soup

pytestmark = pytest.mark.postgres
HERE = "http://testserver"
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def entries(client) -> dict[str, dict[str, str]]:
    """Address to its alternates."""
    response = client.get("/sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    root = ElementTree.fromstring(response.getvalue())
    found = {
        url.find("s:loc", SPACES).text.removeprefix(HERE): {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SPACES)}
        for url in root.findall("s:url", SPACES)
    }
    assert len(found) == len(root)
    return found


def test_exactly_the_live_pages_of_all_languages(tree, client):
    lesson = factories.make_lesson(steps=0)
    factories.translate(lesson, "en")
    factories.make_standard(live=False)
    factories.translate(tree.stories, "fr", live=False)
    homes = {language.prefix for language in LANGUAGES}
    indexes = {index.address for index in (tree.learning, tree.stories, tree.news, tree.guides)}
    learning = {prefix + address for prefix in ("", "/en") for address in ("/hoc/", lesson.get_parent().specific.address, lesson.address)}
    latest = {f"{prefix}moi-cho-nhom/" for prefix in homes}
    assert entries(client).keys() == homes | indexes | learning | latest


def test_topics_stand_there_in_the_languages_that_have_them(tree, client):
    topic = factories.make_topic()
    found = entries(client)
    assert list(found[topic_address := f"/chu-de/{topic.slug}/"]) == ["vi"]
    assert f"/en{topic_address}" not in found


def test_public_documents_stand_there_with_their_editions(tree, client):
    document = factories.make_document(title="Sổ tay")
    english = factories.make_document(title="Handbook", language_code="en", work_key=document.work_key)
    factories.make_closed(title="Kín")
    found = {address: links for address, links in entries(client).items() if address.startswith("/thu-vien/")}
    editions = {"vi": HERE + document.address, "en": HERE + english.address}
    assert found == {document.address: editions, english.address: editions}


def test_restricted_page_and_all_below_it_are_left_out(tree, client):
    lesson = factories.make_lesson(steps=0)
    factories.translate(lesson, "en")
    before = entries(client).keys()
    PageViewRestriction.objects.create(page=Page.objects.get(pk=lesson.get_parent().pk), restriction_type=PageViewRestriction.LOGIN)
    course = lesson.get_parent().specific.address
    assert before - entries(client).keys() == {course, lesson.address, "/en" + course, "/en" + lesson.address}


def test_alternates_are_those_of_the_page_itself(tree, client):
    news = factories.make_news()
    factories.translate(news, "en")
    for address in (news.address, "/en" + news.address):
        assert entries(client)[address] == alternates(soup(client.get(address)))


def test_every_address_answers(tree, client):
    factories.translate(factories.make_news(), "fr")
    assert {client.get(address).status_code for address in entries(client)} == {200}
