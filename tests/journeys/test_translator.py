"""A translator goes from her first screen to the board, begins a page, translates every sentence and publishes it; once on a telephone."""

import pytest
from playwright.sync_api import expect

from tests.journeys import desk, reading

ADDRESS = "/tin-tuc/tap-huan-chu-tich-hoi-xa-son-la/"
ENGLISH = "Sixty-four leaders of communes learn together"
SENTENCE = ".dich-sentence:not(.dich-sentence--done)"


def begin(page, url):
    """From the first screen of /cms/ over the board, by the title of the Vietnamese page."""
    page.goto(f"{url}{ADDRESS}")
    title = page.locator("h1").inner_text()
    page.goto(f"{url}/cms/")
    page.locator("a[href='/cms/dich/']").first.click()
    page.locator("[name=tim]").fill(title)
    page.locator(".dich-filter button").click()
    row = page.locator(".dich-board tbody tr")
    expect(row).to_have_count(1)
    expect(row.locator("th a")).to_have_text(title)
    row.locator("td[data-language=en] button").click()
    desk.succeeded(page)
    expect(page.locator(SENTENCE).first).to_be_visible()


def translate(page, *, leave: int) -> list[str]:
    """Sentence by sentence but the last few; the Vietnamese ones that were translated."""
    sources = []
    while (left := page.locator(SENTENCE).count()) > leave:
        sentence = page.locator(SENTENCE).first
        source = sentence.locator(".dich-words-of").inner_text()
        sentence.locator("textarea").first.fill(english(source, first=not sources))
        sentence.locator("button[name=save]").click()
        expect(page.locator(SENTENCE)).to_have_count(left - 1)
        sources.append(source)
    return sources


def english(source: str, *, first: bool) -> str:
    """Marks and links stay; the first sentence is the title."""
    if first:
        return ENGLISH
    return "".join(part for part in ("English sentence ", *marks(source)))


def marks(source: str) -> list[str]:
    return [f"<{part.split('>')[0]}>" for part in source.split("<")[1:]]


def publish(page):
    page.locator("button[name=action][value=publish]").click()


@pytest.fixture(scope="module")
def begun(sign_in, site_server):
    """The translator's screen with one sentence left, and the Vietnamese words that are translated."""
    page = sign_in("phien-dich")
    begin(page, site_server.url)
    words = translate(page, leave=1)
    yield page, words
    page.close()


def test_publication_is_refused_while_a_sentence_is_missing(begun, site_server, visitor):
    page, _ = begun
    publish(page)
    expect(page.locator(".messages .error")).to_contain_text("1")
    expect(page.locator(SENTENCE)).to_have_count(1)
    visitor.goto(f"{site_server.url}/en{ADDRESS}")
    assert visitor.url == f"{site_server.url}{ADDRESS}#chua-dich-en"
    reading.assert_shown(visitor, "chua-dich-en")


def test_last_sentence_and_publication_on_a_telephone(begun, site_server, visitor):
    page, words = begun
    page.set_viewport_size({"width": 360, "height": 740})
    page.reload()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.evaluate(
        "[...document.querySelectorAll('.dich-words button, .dich-words summary, .dich-tabs a, .dich-links a')]"
        ".filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 48).map(one => one.outerHTML)"
    )
    assert small == []
    words += translate(page, leave=0)
    publish(page)
    desk.succeeded(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    visitor.goto(f"{site_server.url}/en{ADDRESS}")
    assert visitor.url == f"{site_server.url}/en{ADDRESS}"
    assert visitor.locator("html").get_attribute("lang") == "en"
    expect(visitor.locator("h1")).to_have_text(ENGLISH)
    shown = visitor.content()
    assert [source for source in words if source in shown] == []


def test_board_shows_it_as_published(begun, site_server):
    page, _ = begun
    page.goto(f"{site_server.url}/cms/dich/?ngon-ngu=en&trang-thai=live")
    expect(page.locator(".dich-board .dich-state--live").first).to_be_visible()


def test_both_languages_name_each_other(begun, site_server, visitor):
    pair = {"vi": f"{site_server.url}{ADDRESS}", "en": f"{site_server.url}/en{ADDRESS}"}
    for address in pair.values():
        visitor.goto(address)
        links = visitor.locator("link[rel=alternate][hreflang]").all()
        assert {link.get_attribute("hreflang"): link.get_attribute("href") for link in links} == pair
        assert visitor.locator("link[rel=canonical]").get_attribute("href") == address
