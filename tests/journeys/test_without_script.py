"""The same reading where JavaScript is off or has not arrived."""

from playwright.sync_api import expect

from tests.journeys import reading
from tests.journeys.test_reader import LESSON, UNTRANSLATED


def test_lesson_is_whole(visitor_without_script, site_server):
    page = visitor_without_script
    page.goto(site_server.url)
    reading.see(page.locator(".week img"))
    page.locator(".week a.button").tap()
    expect(page.locator("article.lesson h1")).to_be_visible()
    assert all(reading.scroll_through_steps(page))
    expect(page.locator("[data-message]")).to_be_visible()
    for button in ("[data-copy]", "[data-pass]", "[data-print]"):
        expect(page.locator(button)).to_be_hidden()


def test_boxes_can_be_ticked(visitor_without_script, site_server):
    page = visitor_without_script
    page.goto(f"{site_server.url}{LESSON}")
    page.locator(".checks label").first.tap()
    expect(page.locator("[data-keep]").first).to_be_checked()


def test_parts_and_next_lesson_are_links(visitor_without_script, site_server):
    page = visitor_without_script
    page.goto(f"{site_server.url}{LESSON}")
    page.locator("a[href='#chia-se']").tap()
    expect(page.locator("#chia-se h2")).to_be_in_viewport()
    title = page.locator(".next h2").last.inner_text()
    page.locator(".next a.button").last.tap()
    expect(page.locator("h1")).to_have_text(title)


def test_languages_are_links(visitor_without_script, site_server):
    page = visitor_without_script
    page.goto(f"{site_server.url}{LESSON}")
    reading.language_link(page, "en").tap()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(f"{site_server.url}{UNTRANSLATED}")
    reading.language_link(page, "hmn").tap()
    reading.assert_shown(page, "chua-dich-hmn")


def test_sound_is_a_plain_link(visitor_without_script, site_server, place):
    page = visitor_without_script
    page.goto(site_server.url + place["lesson_address"])
    link = page.locator("a.listen").first
    expect(link).to_be_visible()
    answer = page.request.get(site_server.url + link.get_attribute("href"))
    assert answer.status == 200
    assert answer.headers["content-type"] == "audio/mpeg"


def test_news_are_turned_page_by_page(visitor_without_script, site_server):
    page = visitor_without_script
    page.goto(f"{site_server.url}/tin-tuc/")
    first = page.locator(".card h2").all_inner_texts()
    page.locator("a[rel=next]").tap()
    expect(page.locator("a[rel=prev]")).to_be_visible()
    assert not set(first) & set(page.locator(".card h2").all_inner_texts())


def test_folded_parts_of_a_guide_open(visitor_without_script, site_server):
    page = visitor_without_script
    page.goto(f"{site_server.url}/mo-hinh/mo-hinh-my-lung/")
    page.locator("#kiem summary").tap()
    expect(page.locator("#kiem .checks")).to_be_visible()
