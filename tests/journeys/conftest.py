"""Journeys through the demo in a real browser, on one gunicorn for all."""

import pytest
from playwright.sync_api import expect

from tests.journeys import desk, speech
from tests.journeys.watch import Watch

PATIENCE = 30_000  # ms; a slow machine is not a bug
expect.set_options(timeout=PATIENCE)
STAFF: dict = {}  # username -> the context in which she is signed in


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/journeys/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def visitor(phone, site_server):
    """A page of a phone, with the watch at its side."""
    phone.set_default_timeout(PATIENCE)
    watch = Watch(phone, site_server.url)
    yield phone.new_page()
    watch.assert_silent()


@pytest.fixture
def visitor_without_script(phone_without_script, site_server):
    phone_without_script.set_default_timeout(PATIENCE)
    watch = Watch(phone_without_script, site_server.url)
    yield phone_without_script.new_page()
    watch.assert_silent()


@pytest.fixture(scope="session")
def sign_in(browser, site_server):
    """A page in which a member of the demo staff is signed in: sign_in("bien-tap"). Each has one context for the session."""
    opened = STAFF

    def page_of(username: str):
        if username not in opened:
            context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
            context.set_default_timeout(PATIENCE)
            context.watch = Watch(context, site_server.url)
            opened[username] = context
            desk.sign_in(context.new_page(), site_server.url, username, site_server.passwords[username])
        return opened[username].new_page()

    yield page_of
    for context in opened.values():
        context.close()
    opened.clear()


@pytest.fixture(autouse=True)
def silence_at_the_desk():
    """No screen of /cms/ that a test has opened complains."""
    yield
    for context in STAFF.values():
        complaints, context.watch.complaints = context.watch.complaints, []
        assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def spoken_lesson(site_server) -> str:
    """The address of a lesson that is read aloud: narration and a sound on a step."""
    return site_server.url + site_server.manage("shell", "--verbosity=0", "-c", speech.MAKE).strip().splitlines()[-1]
