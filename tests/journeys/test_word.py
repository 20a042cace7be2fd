"""An editor brings a Word file in as a guide, corrects a part, says what a picture shows, and finds the open draft."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import word
from tests.journeys import desk

GUIDES = "/mo-hinh/"
TITLE = "Trồng nấm rơm ở bản Nà Mạc"
SHOWN = "Ba chị ủ rơm dưới giàn tre"
PASTE = """(box, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "chữ");
    box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
    box.value += "chữ";
}"""


@pytest.fixture
def brought_in(sign_in, site_server):
    """From the list of guides to the preview."""
    page = sign_in("bien-tap")
    desk.explore(page, site_server.url, GUIDES)
    page.locator("header .w-dropdown__toggle").first.click()
    page.locator("a[href*='/cms/tu-word/?noi=guides.guidepage']:visible").click()
    expect(page.locator("[name=place]")).to_have_value(re.compile(r"guides\.guidepage:\d+"))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    page.locator("[name=files]").set_input_files({"name": "nấm rơm.docx", "mimeType": kind, "buffer": word.office_document()})
    page.locator("main form[enctype] button").click()
    expect(page.locator(".word-parts")).to_be_visible()
    yield page
    page.close()


def part(page, words: str):
    return page.locator(".word-part", has=page.locator(".word-said", has_text=words))


def test_word_file_becomes_the_draft_of_a_guide(brought_in):
    page = brought_in
    expect(page.locator("[name=title]")).to_have_value("Trồng nấm rơm tại nhà")
    page.locator("[name=title]").fill(TITLE)
    expect(part(page, "Giống nấm").locator("select")).to_have_value("costs")
    part(page, "Giữ ấm cho nấm").locator("select").select_option("nothing")
    undescribed = page.locator(".word-part textarea").last
    expect(undescribed).to_have_value("")
    undescribed.fill(SHOWN)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("[name=make]").click()
    desk.succeeded(page)
    expect(page.locator("[name=title]")).to_have_value(TITLE)
    desk.show(page, "[name=costs-count]")
    expect(page.locator("[name=costs-count]")).to_have_value("2")
    expect(page.locator("[name=costs-0-value-item]")).to_have_value("Rơm khô")
    expect(page.locator("[name=costs-0-value-unit_price]")).to_have_value("10000")
    expect(page.locator("[name=steps-0-value-title]")).to_have_value("Ủ rơm")
    expect(page.get_by_text("Giữ ấm cho nấm")).to_have_count(0)


def test_words_pasted_from_zalo_bring_their_lists_and_a_second_paste_follows(sign_in, site_server):
    page = sign_in("bien-tap")
    page.goto(f"{site_server.url}/cms/tu-word/")
    page.locator("[name=place]").select_option(index=1)
    page.locator("[data-paste]").evaluate(PASTE, word.zalo_clipboard())
    page.locator("[data-paste]").evaluate(PASTE, "<h2>Việc sau</h2><p>Chị em nhớ sạc điện thoại.</p>")
    expect(page.locator("[data-pasted]")).to_be_visible()
    page.locator("main form[enctype] button").click()
    expect(part(page, "Mang sổ").locator("li")).to_have_count(3)
    expect(part(page, "Chị em nhớ sạc")).to_have_count(1)
    page.close()
