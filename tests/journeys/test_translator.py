"""A translator sends a page to English, translates every string in the editor, and publishes it."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import desk, reading

ADDRESS = "/tin-tuc/tap-huan-chu-tich-hoi-xa-son-la/"
ENGLISH = "Sixty-four leaders of communes learn together"


def send_to_english(page, url):
    """From the list of news through "translate this page"."""
    desk.explore(page, url, "/", "/tin-tuc/")
    desk.row(page, ADDRESS).locator("a[href$='/edit/']").first.click()
    expect(page.locator("[name=title]")).to_be_visible()
    page.locator("header .w-dropdown__toggle").first.click()
    page.locator("a[href*='/localize/submit/page/']:visible").click()
    page.locator("label", has_text=re.compile("Tiếng Anh")).locator("input").check()
    page.locator("main form [type=submit]").last.click()
    desk.succeeded(page)
    expect(page.locator("li.incomplete").first).to_be_visible()


def translate(page, *, leave: int) -> list[str]:
    """Every string of every tab but the last few; the Vietnamese ones that were translated."""
    sources = []
    while (left := page.locator("li.incomplete").count()) > leave:
        segment = page.locator("li.incomplete").first
        desk.show(page, "li.incomplete")
        source = segment.locator("p").first.inner_text()
        segment.locator("button").last.click()
        box = page.locator("[role=tabpanel] textarea:visible")
        box.fill(ENGLISH if not sources else f"English sentence {len(sources)}")
        box.locator("xpath=ancestor::li[1]").locator("button").last.click()
        expect(page.locator("li.incomplete")).to_have_count(left - 1)
        sources.append(source)
    return sources


def publish(page):
    page.locator("footer button[name=action][value=publish]").click()


@pytest.fixture(scope="module")
def begun(sign_in, site_server):
    """The translator's screen with one string left, and the Vietnamese words that are translated."""
    page = sign_in("phien-dich")
    send_to_english(page, site_server.url)
    words = translate(page, leave=1)
    yield page, words
    page.close()


def test_publication_is_refused_while_a_string_is_missing(begun, site_server, visitor):
    page, _ = begun
    publish(page)
    expect(page.locator(".messages .error")).to_contain_text("1")
    expect(page.locator("li.incomplete")).to_have_count(1)
    visitor.goto(f"{site_server.url}/en{ADDRESS}")
    assert visitor.url == f"{site_server.url}{ADDRESS}#chua-dich-en"
    reading.assert_shown(visitor, "chua-dich-en")


def test_published_translation_shows_english_only(begun, site_server, visitor):
    page, words = begun
    words = words + translate(page, leave=0)
    publish(page)
    desk.succeeded(page)
    visitor.goto(f"{site_server.url}/en{ADDRESS}")
    assert visitor.url == f"{site_server.url}/en{ADDRESS}"
    assert visitor.locator("html").get_attribute("lang") == "en"
    expect(visitor.locator("h1")).to_have_text(ENGLISH)
    shown = visitor.content()
    assert [source for source in words if source in shown] == []


def test_both_languages_name_each_other(begun, site_server, visitor):
    pair = {"vi": f"{site_server.url}{ADDRESS}", "en": f"{site_server.url}/en{ADDRESS}"}
    for address in pair.values():
        visitor.goto(address)
        links = visitor.locator("link[rel=alternate][hreflang]").all()
        assert {link.get_attribute("hreflang"): link.get_attribute("href") for link in links} == pair
        assert visitor.locator("link[rel=canonical]").get_attribute("href") == address
