"""A woman with a phone of 360 px reads, does and shares a lesson."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import reading

LESSON = "/hoc/anh-video-livestream/chup-anh-san-pham/"  # in English too, and another follows
UNTRANSLATED = "/hoc/an-toan-tren-mang/nhan-ra-ke-lua-dao/"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.fixture
def lesson(visitor, site_server):
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.goto(f"{site_server.url}{LESSON}")
    return visitor


def test_home_leads_to_this_weeks_lesson(visitor, site_server):
    visitor.goto(site_server.url)
    title = visitor.locator(".week h2").inner_text()
    visitor.locator(".week a.button").tap()
    expect(visitor.locator("article.lesson h1")).to_have_text(title)


def test_step_pictures_come_as_she_scrolls(lesson):
    assert lesson.locator(".step img").count() < lesson.locator(".step").count()
    words = reading.scroll_through_steps(lesson)
    assert len(words) > 2 and all(words)


def test_ticks_survive_a_reload(lesson):
    answer = lesson.locator("[data-done]")
    for label in lesson.locator(".checks label").all():
        expect(answer).to_be_empty()
        label.tap()
    expect(answer).not_to_be_empty()
    lesson.reload()
    for box in lesson.locator("[data-keep]").all():
        expect(box).to_be_checked()


def assert_copied(page):
    message = " ".join(page.locator("[data-message]").inner_text().split())
    page.locator("[data-copy]").tap()
    expect(page.locator("[data-copied]")).not_to_be_empty()
    other = page.context.new_page()
    other.goto(page.url)
    other.bring_to_front()
    copied = other.evaluate("navigator.clipboard.readText()")
    assert " ".join(copied.split()) == message
    assert re.search(r"/Q/\w{5,6}$", message)


def test_ready_message_is_copied_with_the_address(lesson):
    assert_copied(lesson)


def test_ready_message_is_copied_on_an_old_phone(lesson):
    lesson.add_init_script(NO_CLIPBOARD)
    lesson.reload()
    assert_copied(lesson)


def test_next_lesson_follows(lesson):
    title = lesson.locator(".next h2").last.inner_text()
    lesson.locator(".next a.button").last.tap()
    expect(lesson.locator("h1")).to_have_text(title)


def test_translated_lesson_is_one_tap_away(lesson, site_server):
    lesson.locator("header .tool[href='#ngon-ngu']").tap()
    expect(reading.language_link(lesson, "en")).to_be_in_viewport()
    reading.language_link(lesson, "en").tap()
    expect(lesson.locator("html")).to_have_attribute("lang", "en")
    assert lesson.url == f"{site_server.url}/en{LESSON}"
    reading.language_link(lesson, "vi").tap()
    expect(lesson.locator("html")).to_have_attribute("lang", "vi")


def test_untranslated_lesson_says_so_in_its_notice(visitor, site_server):
    visitor.goto(f"{site_server.url}{UNTRANSLATED}")
    expect(visitor.locator("#chua-dich-hmn")).to_be_hidden()
    reading.language_link(visitor, "hmn").tap()
    reading.assert_shown(visitor, "chua-dich-hmn")
    expect(visitor.locator("#chua-dich-blt")).to_be_hidden()


def test_query_is_kept_on_the_way_back_to_vietnamese(visitor, site_server):
    visitor.goto(f"{site_server.url}/hmn{UNTRANSLATED}?k=AB1")
    assert visitor.url == f"{site_server.url}{UNTRANSLATED}?k=AB1#chua-dich-hmn"
    reading.assert_shown(visitor, "chua-dich-hmn")


def test_sound_plays_after_a_tap(visitor, site_server, place):
    visitor.goto(site_server.url + place["lesson_address"])
    expect(visitor.locator("audio")).to_have_count(0)
    visitor.locator("a.listen").first.tap()
    player = visitor.locator("audio")
    expect(player).to_be_visible()
    player.evaluate("sound => sound.currentTime > 0 || new Promise(done => { sound.ontimeupdate = () => sound.currentTime > 0 && done() })")
