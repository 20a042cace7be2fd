"""A member with a phone of 360 px: her lesson is counted, her week shines, with script and without, with signal and without."""

import pytest
from playwright.sync_api import expect

from tests.journeys.test_reader import LESSON, UNTRANSLATED

HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
MAKE = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from members.models import Member, Unit
from members.signin.backends import PIN_BACKEND
member = Member.objects.create(username="{name}", full_name="Lò Thị Mai", unit=Unit.objects.order_by("-path").first())
session = SessionStore()
session.update({{SESSION_KEY: str(member.pk), BACKEND_SESSION_KEY: PIN_BACKEND, HASH_SESSION_KEY: member.get_session_auth_hash()}})
session.create()
print(session.session_key)
"""


@pytest.fixture
def as_member(site_server, request):
    """Signs a new member in: as_member(page) -> page."""

    def signed_in(page):
        made = site_server.manage("shell", "--verbosity=0", "--command", MAKE.format(name=request.node.name[:80]))
        page.context.add_cookies([{"name": "sessionid", "value": made.split()[-1], "url": site_server.url}])
        return page

    return signed_in


def lit(page) -> int:
    return page.locator("svg.sun path[fill='#f2b632'][transform]").count()


def assert_fits(page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_minutes_and_ticks_reach_her_page(visitor, as_member, site_server):
    page = as_member(visitor)
    page.clock.install()
    page.goto(site_server.url + LESSON)
    for label in page.locator(".checks label").all():
        label.tap()
    page.locator("#chia-se").scroll_into_view_if_needed()
    for _minute in range(3):
        page.keyboard.press("Shift")
        page.clock.run_for(59_000)
    page.locator("#chia").fill("3")
    page.goto(f"{site_server.url}/toi/")
    expect(page.locator("h1")).to_contain_text("Mai")
    expect(page.locator("svg.sun")).to_be_visible()
    page.reload()  # the first one may have been faster than the message
    assert lit(page) == 2
    assert_fits(page)
    page.locator(".bar a").last.tap()
    expect(page.locator(".bar [aria-current]")).to_have_attribute("href", "/toi/")


def test_idle_time_is_not_counted(visitor, as_member, site_server):
    page = as_member(visitor)
    page.clock.install()
    page.goto(site_server.url + LESSON)
    page.clock.run_for(600_000)
    page.evaluate(HIDE, True)
    assert "giay=60&" in page.evaluate("localStorage['tien-do']")


def test_message_without_signal_waits_for_the_next_page(visitor, as_member, site_server):
    page = as_member(visitor)
    page.clock.install()
    page.goto(site_server.url + LESSON)
    for _minute in range(2):
        page.keyboard.press("Shift")
        page.clock.run_for(59_000)
    page.context.watch.expected.add(f"{site_server.url}/toi/tien-do/")
    page.context.set_offline(True)
    page.evaluate(HIDE, True)
    page.evaluate(HIDE, False)
    assert "giay=118&" in page.evaluate("localStorage['tien-do']")
    page.context.set_offline(False)
    with page.expect_response("**/toi/tien-do/") as answer:
        page.goto(site_server.url + UNTRANSLATED)
    assert answer.value.status == 204
    page.wait_for_function("!localStorage['tien-do'].includes('giay=118')")
    page.goto(f"{site_server.url}/toi/")
    assert lit(page) == 1


def test_what_waits_on_a_shared_phone_is_told_as_hers_alone(visitor, as_member, site_server):
    page = as_member(visitor)
    page.goto(site_server.url + LESSON)
    page.evaluate("localStorage['tien-doai=7'] = `bai=${crypto.randomUUID()}&lan=${crypto.randomUUID()}&giay=5\\n`")
    for who, left in (("12", True), ("7", False)):
        page.context.clear_cookies(name="ai")
        page.context.add_cookies([{"name": "ai", "value": who, "url": site_server.url}])
        page.goto(site_server.url + UNTRANSLATED)
        page.wait_for_load_state("networkidle")
        assert bool(page.evaluate("localStorage['tien-doai=7']")) is left


def test_who_likes_listening_finds_the_button_first(visitor, as_member, site_server, place):
    page = as_member(visitor)
    page.goto(f"{site_server.url}/toi/")
    page.locator("[name=nghe]").tap()
    expect(page.locator("[data-listen-first='1']")).to_be_visible()
    page.goto(site_server.url + place["lesson_address"])
    top = "element => element.getBoundingClientRect().top"
    assert page.locator("header .listen").evaluate(top) < page.locator("h1").evaluate(top)
    page.goto(f"{site_server.url}/toi/")
    page.locator("[name=nghe]").tap()
    expect(page.locator("[data-listen-first='']")).to_be_visible()
    page.goto(site_server.url + place["lesson_address"])
    assert page.locator("header .listen").evaluate(top) > page.locator("h1").evaluate(top)


def test_without_script_she_says_herself_that_she_has_finished(visitor_without_script, as_member, site_server):
    page = as_member(visitor_without_script)
    page.goto(f"{site_server.url}/toi/")
    expect(page.locator("svg.sun")).to_be_visible()
    assert_fits(page)
    page.goto(site_server.url + LESSON)
    page.locator("#chia").fill("2")
    page.locator("form[data-lesson] button").tap()
    expect(page).to_have_url(f"{site_server.url}/toi/")
    expect(page.locator("[role=status]")).to_be_visible()
    expect(page.locator("details .ticks li").first).to_be_visible()
