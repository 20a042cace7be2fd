"""A topic's page in each language: what that language has about it."""

import pytest

from tests import factories
from tests.pages.reading import soup


@pytest.fixture
def topic(tree):
    """Two pages about it, one of them in English too, and one about something else."""
    topic = factories.make_topic(name="Bán hàng", summary="Đăng bài, chốt đơn")
    lesson = factories.make_lesson(title="Chụp ảnh", topic=topic)
    factories.make_news(title="Chợ phiên", topic=topic)
    factories.make_news(title="Tin khác", topic=factories.make_topic())
    factories.translate(topic, "en", {"Bán hàng": "Selling", "Đăng bài, chốt đơn": "Posts and orders"})
    factories.translate(lesson, "en", {"Chụp ảnh": "Take pictures"})
    return topic


def cards(client, address) -> set[str]:
    return {card.a.get_text() for card in soup(client.get(address)).select("li.card")}


def test_each_language_lists_its_own_pages(topic, client):
    assert cards(client, "/chu-de/ban-hang/") == {"Chụp ảnh", "Chợ phiên"}
    assert cards(client, "/en/chu-de/ban-hang/") == {"Take pictures"}


def test_it_speaks_its_language(topic, client):
    shown = soup(client.get("/en/chu-de/ban-hang/"))
    assert (shown.html["lang"], shown.h1.get_text()) == ("en", "Selling")
    assert "Posts and orders" in shown.main.get_text()
    assert "Lessons" in [title.get_text() for title in shown.find_all("h2")]


def test_drafts_are_not_listed(topic, client):
    factories.make_news(title="Chưa đăng", topic=topic, live=False)
    assert "Chưa đăng" not in cards(client, "/chu-de/ban-hang/")


@pytest.mark.parametrize("code", ["fr", "hmn"])
def test_untranslated_topic_leads_to_vietnamese_with_its_notice(topic, client, code):
    response = client.get(f"/{code}/chu-de/ban-hang/?k=AB1")
    assert (response.status_code, response["Location"]) == (302, f"/chu-de/ban-hang/?k=AB1#chua-dich-{code}")
    assert soup(client.get("/chu-de/ban-hang/")).find(id=f"chua-dich-{code}")


def test_draft_of_a_topic_leads_to_vietnamese(topic, client):
    factories.translate(topic, "fr", live=False)
    assert client.get("/fr/chu-de/ban-hang/").status_code == 302


@pytest.mark.parametrize("prefix", ["", "/en", "/hmn"])
def test_unknown_topic_is_404(topic, client, prefix):
    assert client.get(f"{prefix}/chu-de/khong-co/").status_code == 404


def test_topic_that_is_not_live_is_404_in_every_language(topic, client):
    topic.unpublish()
    assert client.get("/chu-de/ban-hang/").status_code == 404
    assert client.get("/fr/chu-de/ban-hang/").status_code == 404


def test_sent_form_is_refused(topic, client):
    assert client.post("/chu-de/ban-hang/").status_code == 405


def test_page_about_an_untranslated_topic_is_found_once_the_topic_is_translated(topic, tree, client):
    story = factories.make_story(title="Chị Lả", topic=topic)
    factories.translate(story, "fr", {"Chị Lả": "Mme Lả"})
    factories.translate(topic, "fr")
    assert cards(client, "/fr/chu-de/ban-hang/") == {"Mme Lả"}
