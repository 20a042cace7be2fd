"""An editor writes a lesson, a moderator approves it, a reader finds it."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.journeys import desk, reading

COURSE = "/hoc/anh-video-livestream/"
TITLE = "Đóng gói mật ong rừng Điện Biên để gửi xa"
SLUG = "dong-goi-mat-ong-rung-dien-bien-de-gui-xa"
SUMMARY = "Gói hũ mật ong không vỡ, không chảy trên đường."
STEPS = [("Lau khô hũ", "Hũ ướt thì nhãn bong."), ("Bọc ba lớp", "Lớp trong cùng là ni lông.")]
ALT = ["Hai tay lau một hũ mật ong", "Hũ mật ong bọc giấy trong hộp"]
LINES = ["Đã lau khô hũ", "Đã bọc ba lớp"]
MESSAGE = "Em vừa gói hũ mật ong đầu tiên, các chị xem bài này nhé."


@pytest.fixture(scope="module")
def photo():
    made = io.BytesIO()
    Image.radial_gradient("L").resize((1200, 800)).convert("RGB").save(made, "JPEG")
    return {"name": "IMG 2026 mật ong.jpg", "mimeType": "image/jpeg", "buffer": made.getvalue()}


def start_lesson(page, url):
    """From the dashboard through the explorer to an empty lesson of the course."""
    desk.explore(page, url, "/hoc/", COURSE)
    page.locator("a[href$='/add_subpage/']:visible").first.click()
    page.locator("main a[href*='/add/lessons/lessonpage/']").click()  # a course also has quizzes
    expect(page.locator("[name=title]")).to_be_visible()


def fill_lesson(page, photo):
    page.locator("[name=title]").press_sequentially(TITLE)
    page.locator("[name=summary]").fill(SUMMARY)
    desk.upload_picture(page, "id_cover", photo, title="Hũ mật ong", description="Hũ mật ong trên bàn gỗ")
    desk.show(page, "[name=learn-count]")
    for (title, text), alt in zip(STEPS, ALT, strict=True):
        step = desk.add_block(page, "learn", icon="order")
        page.locator(f"[name={step}-value-title]").fill(title)
        desk.write(page, f"{step}-value-text", text)
        desk.choose_picture(page, f"{step}-value-picture-image", "Hũ mật ong")
        page.locator(f"[name={step}-value-picture-alt_text]").fill(alt)
    desk.show(page, "[name=do_list-count]")
    desk.write(page, "do_task", "Gói một hũ mật ong của nhà chị.")
    for line in LINES:
        page.locator(f"[name={desk.add_block(page, 'do_list')}-value]").fill(line)
    desk.show(page, "[name=share_message]")
    page.locator("[name=share_message]").fill(MESSAGE)


def look_at_preview(page):
    """Once it has saved itself: asked in that very moment, the preview finds the new page's own address taken, and stays so until the next change."""
    expect(page).to_have_url(re.compile(r"/edit/(#|$)"), timeout=30_000)  # the open tab may stand behind it
    page.locator("[data-side-panel-toggle=preview]").click()
    shown = page.frame_locator("#w-preview-iframe")
    expect(shown.locator("h1")).to_have_text(TITLE)
    expect(shown.locator(".step h3")).to_have_text([title for title, _ in STEPS])
    with page.expect_popup() as opened:
        page.locator("[data-w-preview-target=newTab]").click()
    expect(opened.value.locator("h1")).to_have_text(TITLE)
    expect(opened.value.locator("[data-message]")).to_contain_text(MESSAGE)
    opened.value.close()


@pytest.fixture(scope="module")
def submitted(sign_in, site_server, photo):
    """The editor's half of the way."""
    page = sign_in("bien-tap")
    start_lesson(page, site_server.url)
    fill_lesson(page, photo)
    slug = page.locator("[name=slug]").input_value()
    look_at_preview(page)
    page.locator("footer button[type=submit]:not([name])").first.click()
    desk.succeeded(page)
    saved = page.url
    desk.actions(page).locator("[name=action-submit]").click()
    desk.succeeded(page)
    page.close()
    return slug, saved


def test_title_with_tones_becomes_an_ascii_address(submitted):
    assert submitted[0] == SLUG


def test_lesson_waits_for_the_moderator(submitted, site_server, visitor):
    answer = visitor.request.get(f"{site_server.url}{COURSE}{SLUG}/")
    assert answer.status == 404


def test_moderator_approves_and_the_reader_finds_it(submitted, sign_in, site_server, visitor):
    page = sign_in("duyet-bai")
    page.goto(f"{site_server.url}/cms/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("[name=title]")).to_have_value(TITLE)
    desk.actions(page).locator("[data-workflow-action-name=approve]:visible").first.click()
    desk.succeeded(page)
    visitor.goto(f"{site_server.url}{COURSE}{SLUG}/")
    expect(visitor.locator("h1")).to_have_text(TITLE)
    expect(visitor.locator(".lead").first).to_have_text(SUMMARY)
    assert reading.scroll_through_steps(visitor) == ALT
    expect(visitor.locator("[data-keep]")).to_have_count(len(LINES))
    expect(visitor.locator("[data-message]")).to_contain_text(MESSAGE)
