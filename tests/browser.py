"""A real Chromium at the two widths that we promise."""

import shutil

import pytest


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright  # only those who open a browser pay for it

    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert executable, "Install Chromium (apt-get install chromium), or run make test, which does."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield opened
        opened.close()


def _context(browser, width: int, height: int, **options):
    context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **options)
    context.set_default_timeout(15_000)
    return context


@pytest.fixture
def phone(browser):
    """A context of 360x640 at twice the density, with touch."""
    context = _context(browser, 360, 640, device_scale_factor=2, has_touch=True, is_mobile=True)
    yield context
    context.close()


@pytest.fixture
def phone_without_script(browser):
    context = _context(browser, 360, 640, device_scale_factor=2, has_touch=True, is_mobile=True, java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def desktop(browser):
    """A context of 1280x800."""
    context = _context(browser, 1280, 800)
    yield context
    context.close()
