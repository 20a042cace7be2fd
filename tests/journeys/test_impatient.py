"""She taps twice, goes back, drives through a valley without signal: nothing that she ticked is lost."""

import pytest
from playwright.sync_api import expect

from tests.journeys import reading
from tests.journeys.test_reader import LESSON
from tests.journeys.watch import MISSING


@pytest.fixture
def ticked(visitor, site_server):
    """A lesson with its first line ticked."""
    visitor.goto(f"{site_server.url}{LESSON}")
    visitor.locator(".checks label").first.tap()
    expect(visitor.locator("[data-keep]").first).to_be_checked()
    return visitor


def test_double_tap_on_a_link_opens_one_page(ticked):
    title = ticked.locator(".next h2").last.inner_text()
    ticked.locator(".next a.button").last.dblclick(no_wait_after=True)
    expect(ticked.locator("h1")).to_have_text(title)
    ticked.go_back()
    expect(ticked.locator("[data-keep]").first).to_be_checked()


def test_double_tap_on_a_line_leaves_it_as_it_was(ticked):
    ticked.locator(".checks label").first.dblclick()
    expect(ticked.locator("[data-keep]").first).to_be_checked()
    ticked.reload()
    expect(ticked.locator("[data-keep]").first).to_be_checked()


def test_double_tap_on_copy_says_it_once(ticked):
    ticked.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ticked.locator("[data-copy]").dblclick()
    answer = ticked.locator("[data-copied]")
    expect(answer).to_have_text(answer.get_attribute("data-words"))


def test_back_button_keeps_ticks(ticked):
    ticked.locator(".next a.button").last.tap()
    expect(ticked.locator("[data-keep]").first).not_to_be_checked()
    ticked.go_back()
    expect(ticked.locator("[data-keep]").first).to_be_checked()
    ticked.go_forward()
    ticked.go_back()
    expect(ticked.locator("[data-keep]").first).to_be_checked()


def test_ticks_made_without_signal_are_kept(ticked, site_server):
    lost = ticked.context
    lost.set_offline(True)
    ticked.locator(".checks label").nth(1).tap()
    lost.set_offline(False)
    ticked.goto(f"{site_server.url}{LESSON}")
    for number in range(2):
        expect(ticked.locator("[data-keep]").nth(number)).to_be_checked()
    ticked.locator(".checks label").nth(1).tap()
    ticked.reload()
    expect(ticked.locator("[data-keep]").nth(1)).not_to_be_checked()


def test_pictures_missed_without_signal_come_with_it(visitor, site_server):
    visitor.goto(f"{site_server.url}{LESSON}")
    visitor.context.set_offline(True)
    last = visitor.locator(".step").last
    last.scroll_into_view_if_needed()
    picture = last.locator("img")
    expect(picture).to_have_js_property("complete", True)
    assert not picture.evaluate(reading.LOADED)
    visitor.context.set_offline(False)
    expect(picture).to_have_js_property("naturalWidth", 640)
    watch = visitor.context.watch
    watch.complaints = [complaint for complaint in watch.complaints if MISSING not in complaint]
