"""Journeys through the demo in a real browser, on one gunicorn for all."""

import json

import pytest
from playwright.sync_api import expect

from tests.journeys import desk, places
from tests.journeys.watch import Watch

PATIENCE = 30_000  # ms; a slow machine is not a bug
ZALO = "Mozilla/5.0 (Linux; Android 8.1.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0 Mobile Safari/537.36 Zalo android/12090660 ZaloLanguage/vi"
expect.set_options(timeout=PATIENCE)
STAFF: dict = {}  # username -> the context in which she is signed in


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/journeys/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


def watched(context, url: str):
    """A page of the context that must have nothing to complain of at its end."""
    context.set_default_timeout(PATIENCE)
    context.watch = Watch(context, url)
    yield context.new_page()
    context.watch.assert_silent()


@pytest.fixture
def visitor(phone, site_server):
    yield from watched(phone, site_server.url)


@pytest.fixture
def visitor_without_script(phone_without_script, site_server):
    yield from watched(phone_without_script, site_server.url)


@pytest.fixture
def in_zalo(browser, site_server):
    screen = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
    context = browser.new_context(user_agent=ZALO, locale="vi-VN", service_workers="block", **screen)
    yield from watched(context, site_server.url)
    context.close()


@pytest.fixture(scope="session")
def sign_in(browser, site_server):
    """A page in which a member of the demo staff is signed in: sign_in("bien-tap"). Each has one context for the session."""

    def page_of(username: str, password: str = ""):
        if username not in STAFF:
            context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
            context.set_default_timeout(PATIENCE)
            context.watch = Watch(context, site_server.url)
            STAFF[username] = context
            desk.sign_in(context.new_page(), site_server.url, username, password or site_server.passwords[username])
        return STAFF[username].new_page()

    yield page_of
    for context in STAFF.values():
        context.close()
    STAFF.clear()


@pytest.fixture(autouse=True)
def silence_at_the_desk():
    """No screen of /cms/ that a test has opened complains."""
    yield
    for context in STAFF.values():
        complaints, context.watch.complaints = context.watch.complaints, []
        assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def place(site_server) -> dict:
    """Numbers and addresses by name, see places.py."""
    return json.loads(site_server.manage("shell", "--verbosity=0", "--command", places.FIND).strip().splitlines()[-1])


@pytest.fixture
def administrator(place, sign_in):
    """A page in which an administrator is signed in."""
    page = sign_in(places.ADMINISTRATOR, places.PASSWORD)
    yield page
    page.close()
