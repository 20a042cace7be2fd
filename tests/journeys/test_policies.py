"""No policy violation, console error, page error or foreign host on any page type and on the screens of the editors."""

import pytest
from playwright.sync_api import expect

from tests.journeys import desk

READER = {
    "vi": (
        "/",
        "/hoc/",
        "/hoc/anh-video-livestream/",
        "/hoc/anh-video-livestream/chup-anh-san-pham/",
        "/guong-dien-hinh/",
        "/guong-dien-hinh/doi-de-ngan-son/",
        "/mo-hinh/",
        "/mo-hinh/mo-hinh-my-lung/",
        "/tin-tuc/",
        "/tin-tuc/quet-ma-qr-chieng-khoi/",
        "/dung-de-dang/",
        "/chu-de/ban-hang/",
    ),
    "en": (
        "/en/",
        "/en/hoc/",
        "/en/hoc/anh-video-livestream/",
        "/en/hoc/anh-video-livestream/chup-anh-san-pham/",
        "/en/guong-dien-hinh/",
        "/en/guong-dien-hinh/doi-de-ngan-son/",
        "/en/mo-hinh/",
        "/en/mo-hinh/mo-hinh-my-lung/",
        "/en/tin-tuc/",
        "/en/tin-tuc/quet-ma-qr-chieng-khoi/",
        "/en/dung-de-dang/",
        "/en/chu-de/ban-hang/",
    ),
    "hmn": ("/hmn/", "/hmn/hoc/"),
}
MISSING = ("/khong-co-trang-nay/", "/en/khong-co-trang-nay/", "/hmn/khong-co-trang-nay/")


def read_to_the_end(page, address: str) -> None:
    page.goto(address)
    expect(page.locator("h1").first).to_be_attached()
    for box in page.locator("[data-later]").all():
        box.scroll_into_view_if_needed()
        expect(box.locator("img")).to_have_js_property("complete", True)


@pytest.mark.parametrize("language", READER)
def test_reader_pages(visitor, site_server, language):
    for address in READER[language]:
        read_to_the_end(visitor, site_server.url + address)


def test_document_and_spoken_lesson(visitor, site_server, place):
    for address in (place["document_address"], place["lesson_address"]):
        read_to_the_end(visitor, site_server.url + address)
        visitor.locator("a.listen").first.tap()
        expect(visitor.locator("audio")).to_be_visible()


def test_missing_pages(visitor, site_server):
    for address in MISSING:
        visitor.context.watch.expected.add(site_server.url + address)
        read_to_the_end(visitor, site_server.url + address)


def test_watch_would_notice(visitor, site_server):
    """The guard itself: inline styles and a foreign picture are refused and seen."""
    visitor.goto(site_server.url)
    watch = visitor.context.watch
    for culprit in ("<style>h1{color:red}</style>", "<p style='color:red'>", "<img src='https://example.com/x.png'>"):
        watch.complaints.clear()
        with visitor.expect_console_message():
            visitor.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", culprit)
        assert watch.complaints, culprit
    watch.complaints.clear()


# The editors' screens

SCREENS = (
    "",
    "pages/{course}/",
    "pages/{lesson}/history/",
    "pages/{translated}/edit/",
    "localize/submit/page/{lesson}/",
    "localize/update/{source}/",
    "localize/reports/translations/",
    "snippets/pages/topic/",
    "snippets/pages/topic/edit/{topic}/",
    "images/",
    "images/{picture}/",
    "images/multiple/add/",
    "documents/",
    "documents/edit/{document}/",
    "documents/multiple/add/",
    "settings/pages/navigation/",
    "account/",
    "users/",
    "users/edit/{member}/",
    "users/new/",
    "groups/",
    "workflows/list/",
    "reports/workflow/",
    "reports/workflow_tasks/",
    "reports/site-history/",
    "reports/aging-pages/",
    "redirects/",
    "locales/",
)


@pytest.mark.parametrize("screen", SCREENS)
def test_screen(administrator, site_server, place, screen):
    answer = administrator.goto(f"{site_server.url}/cms/{screen.format(**place)}")
    assert answer.status == 200
    expect(administrator.locator("main")).to_be_visible()
    administrator.wait_for_load_state("networkidle")


@pytest.fixture
def lesson(administrator, site_server, place):
    administrator.goto(f"{site_server.url}/cms/pages/{place['lesson']}/edit/")
    return administrator


def test_blocks_of_every_kind_can_be_added(administrator, site_server, place):
    """To a page of its own: the editor saves by itself what is half done."""
    administrator.goto(f"{site_server.url}/cms/pages/add/lessons/lessonpage/{place['course']}/")
    administrator.locator("[name=title]").press_sequentially("Bài có đủ khối")
    desk.show(administrator, "[name=learn-count]")
    for icon in ("pilcrow", "order", "pick", "warning", "media", "doc-full"):
        desk.add_block(administrator, "learn", icon=icon)


def test_date_picker_opens(administrator, site_server, place):
    administrator.goto(f"{site_server.url}/cms/pages/add/news/newspage/{place['news']}/")
    administrator.locator("[name=date]").click()
    expect(administrator.locator(".xdsoft_datetimepicker:visible")).to_be_visible()


@pytest.mark.parametrize("field", ["id_cover", "id_narration", "id_topic", "id_next_lesson"])
def test_chooser_opens(lesson, field):
    desk.show(lesson, f"#{field}-chooser")
    lesson.locator(f"#{field}-chooser").evaluate("found => found.classList.add('blank')")
    desk.open_chooser(lesson, field)
    lesson.wait_for_load_state("networkidle")


def test_preview_shows_the_page_as_readers_see_it(lesson):
    lesson.locator("[data-side-panel-toggle=preview]").click()
    shown = lesson.frame_locator("#w-preview-iframe")
    expect(shown.locator("h1")).to_be_visible()
    expect(shown.locator(".step img").first).to_be_visible()


def test_string_opens_in_the_stock_translation_editor(administrator, site_server, place):
    administrator.goto(f"{site_server.url}/cms/pages/{place['translated']}/edit/?wagtail-localize=1")
    segment = administrator.locator("[role=tabpanel] li.complete").first
    segment.locator("button").last.click()
    expect(administrator.locator("[role=tabpanel] textarea:visible")).to_be_visible()
