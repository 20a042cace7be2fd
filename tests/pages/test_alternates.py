"""hreflang: every live language of a page, the same list on each of them."""

import pytest

from config.languages import LANGUAGES
from tests import factories
from tests.pages.reading import alternates, soup

HERE = "http://testserver"
HOMES = [language.prefix for language in LANGUAGES]


@pytest.fixture
def lesson(tree):
    return factories.make_lesson(steps=0)


def test_every_live_translation_names_all(lesson, client):
    for code in ("en", "hmn"):
        factories.translate(lesson, code)
    expected = {"vi": HERE + lesson.address, "en": HERE + "/en" + lesson.address, "hmn-Latn-VN": HERE + "/hmn" + lesson.address}
    for address in expected.values():
        shown = soup(client.get(address.removeprefix(HERE)))
        assert alternates(shown) == expected
        assert shown.find("link", rel="canonical")["href"] == address


def test_draft_translation_is_not_named(lesson, client):
    factories.translate(lesson, "en", live=False)
    assert alternates(soup(client.get(lesson.address))).keys() == {"vi"}


def test_home_pages_name_all_nine(tree, client):
    named = alternates(soup(client.get("/hmn/")))
    assert len(named) == 9
    assert alternates(soup(client.get("/"))) == named


def test_translation_is_named_where_it_stands(lesson, client, tree):
    """Even where somebody has moved it alone."""
    english = factories.translate(lesson, "en")
    english.move(factories.translate(factories.make_course(), "en"), pos="last-child")
    english = type(english).objects.get(pk=english.pk)
    assert english.path_below_home != lesson.path_below_home
    assert alternates(soup(client.get(lesson.address)))["en"] == HERE + english.address
    assert alternates(soup(client.get(english.address)))["vi"] == HERE + lesson.address


def test_language_menu_leads_to_every_language(lesson, client):
    factories.translate(lesson, "en")
    menu = soup(client.get("/en" + lesson.address)).find(id="ngon-ngu")
    assert len(menu.find_all("a")) == 9
    assert menu.find("a", lang="vi")["href"] == lesson.address
    assert menu.find("a", lang="hmn-Latn-VN")["href"] == "/hmn" + lesson.address


def test_topic_names_the_languages_that_it_has(tree, client):
    topic = factories.make_topic(name="Bán hàng")
    factories.translate(topic, "en")
    expected = {"vi": f"{HERE}/chu-de/ban-hang/", "en": f"{HERE}/en/chu-de/ban-hang/"}
    assert alternates(soup(client.get("/chu-de/ban-hang/"))) == expected
    assert alternates(soup(client.get("/en/chu-de/ban-hang/"))) == expected


@pytest.fixture
def taken_down(lesson):
    """Live in English only."""
    english = factories.translate(lesson, "en")
    lesson.unpublish()
    return english


def test_without_a_vietnamese_page_only_live_languages_are_offered(taken_down, client):
    shown = soup(client.get(taken_down.address))
    assert [link["href"] for link in shown.find(id="ngon-ngu").find_all("a")] == [taken_down.address]
    assert alternates(shown) == {"en": HERE + taken_down.address}


def test_without_a_vietnamese_topic_only_live_languages_are_offered(tree, client):
    topic = factories.make_topic(name="Bán hàng")
    factories.translate(topic, "en")
    topic.unpublish()
    shown = soup(client.get("/en/chu-de/ban-hang/"))
    assert [link["href"] for link in shown.find(id="ngon-ngu").find_all("a")] == ["/en/chu-de/ban-hang/"]


def test_missing_page_offers_all_home_pages(tree, client):
    links = soup(client.get("/en/khong-co/")).find(id="ngon-ngu").find_all("a")
    assert [link["href"] for link in links if not link.get("aria-current")] == [home for home in HOMES if home != "/en/"]
