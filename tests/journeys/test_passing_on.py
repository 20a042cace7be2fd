"""A chairwoman sends a page to her group, a member opens it in Zalo's browser and sends it on."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PATIENCE

NEWS = "/tin-tuc/"
OPENS = "from sharing.models import LinkDay; print(sum(LinkDay.objects.filter(link__code={code!r}).values_list('opens', flat=True)))"


def message(page) -> str:
    """The first ready message of the page, unfolded where it is folded."""
    if page.locator("details:has([data-share]) summary").count():
        page.locator("details:has([data-share]) summary").first.tap()
    return page.locator("[data-message]").first.inner_text().strip()


def opens(site_server, code: str) -> int:
    return int(site_server.manage("shell", "--verbosity=0", "--command", OPENS.format(code=code)).split()[-1])


@pytest.fixture
def sent(in_zalo, site_server) -> str:
    """What the chairwoman pastes."""
    in_zalo.goto(site_server.url + NEWS)
    in_zalo.locator("main h2 a, main h3 a, main .rows a").first.tap()
    return message(in_zalo)


def test_link_is_pasted_opened_counted_once_and_sent_on(in_zalo, site_server, sent):
    title, *_sentence, link = sent.splitlines()
    assert re.fullmatch(rf"{site_server.url}/Q/\w{{5,6}}", link)
    code, where = link.rsplit("/", 1)[-1], in_zalo.url
    before = opens(site_server, code)

    with in_zalo.expect_request(lambda request: request.url.endswith("/mo/"), timeout=PATIENCE):
        in_zalo.goto(link)
    assert in_zalo.url == f"{where}?k={code}"
    expect(in_zalo.locator("h1")).to_have_text(title)
    in_zalo.reload()
    in_zalo.wait_for_timeout(2000)  # a second beacon would be on its way by now
    assert opens(site_server, code) == before + 1

    assert message(in_zalo) == sent
    in_zalo.locator("[data-share] a[href$='/qr/']").first.tap()
    expect(in_zalo.locator("main strong")).to_have_text(link)
    assert in_zalo.locator("main img").evaluate("picture => picture.complete && picture.naturalWidth > 0")
    in_zalo.go_back()
    expect(in_zalo.locator("h1")).to_have_text(title)


def test_link_typed_in_small_letters_leads_there_too(in_zalo, site_server, sent):
    link = sent.splitlines()[-1]
    in_zalo.goto(link.replace("/Q/", "/q/").lower())
    assert "?k=" in in_zalo.url
