"""The roles of the staff, each from the start page to what readers see, and not a word of English on the way."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories.files import picture_bytes
from tests.journeys import desk
from tests.journeys.english import assert_vietnamese

COMMUNE, MODERATOR, TRANSLATOR, KEEPER, TECHNICIAN = "bien-tap-xa", "duyet-bai", "phien-dich", "giu-tai-lieu", "ky-thuat"
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
NEWS = {360: "Chị em bản Nà Mạc học quét mã", 1280: "Chi hội Phiêng Nèn họp bàn bán mận"}
STORY = "Chị Ví Dụ bán măng khô qua điện thoại"
DOCUMENT = "Tờ gấp: gọi tổng đài khi bị lừa"
ENGLISH_EDITIONS = ("Digital skills handbook for members", "Leaflet: safe on the internet", "English")  # of the demo's documents


def narrow(page) -> None:
    page.set_viewport_size(PHONE)


def fits(page) -> None:
    """On a phone nothing is wider than the screen, and a thumb meets every button."""
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page.url
    small = page.evaluate(
        """() => [...document.querySelectorAll("main button:not(.first), main a, .start-panel a, .start summary")]
          .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44).map(each => each.textContent.trim())"""
    )
    assert small == [], page.url


def from_start(page, url: str, address: str) -> None:
    page.goto(f"{url}/cms/")
    assert_vietnamese(page)
    page.locator(f"[data-panel=create] a[href$='{address}']").click()
    page.wait_for_url(f"{url}{address}")


def write_news(page, url: str, title: str, photo: bytes | None = None) -> None:
    from_start(page, url, "/cms/viet/tin/")
    assert_vietnamese(page)
    page.locator("[name=title]").fill(title)
    page.locator("[name=what]").fill("Tối thứ bảy, ba mươi chị đến nhà văn hóa.\n\nChị nào cũng làm được.")
    if photo:
        page.locator("[name=photos]").last.set_input_files({"name": "IMG 1.jpg", "mimeType": "image/jpeg", "buffer": photo})
        page.locator("[name^=alt-]").fill("Các chị ngồi quanh bàn, tay cầm điện thoại")
        assert_vietnamese(page)
    page.locator("[name=place_words]").fill("gia phu")
    page.locator("button[value=find]").click()
    page.locator("label.choice", has_text="Gia Phù").first.click()
    expect(page.locator("[name=title]")).to_have_value(title)
    fits(page)
    page.locator("button[value=send]").click()
    page.wait_for_url(re.compile(r"/cms/viet/tin/\d+/$"))
    assert_vietnamese(page)
    expect(page.locator("h1")).to_have_text(title)
    fits(page)


@pytest.fixture(scope="module")
def news_sent(sign_in, site_server):
    """Two items of the commune's editor, written at 360 px."""
    page = sign_in(COMMUNE)
    narrow(page)
    write_news(page, site_server.url, NEWS[360], picture_bytes((800, 600), "JPEG"))
    write_news(page, site_server.url, NEWS[1280])
    page.goto(f"{site_server.url}/cms/")
    expect(page.locator("[data-group=sent] a")).to_have_text([NEWS[1280], NEWS[360]])
    fits(page)
    page.close()


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["360", "1280"])
def test_commune_writes_province_approves_reader_reads(news_sent, sign_in, site_server, visitor, screen):
    title = NEWS[screen["width"]]
    page = sign_in(MODERATOR)
    page.set_viewport_size(screen)
    page.goto(f"{site_server.url}/cms/")
    assert_vietnamese(page)
    page.locator("[data-group=moderate]").get_by_role("link", name=title).click()
    expect(page.frame_locator("iframe").locator("h1")).to_have_text(title)
    assert_vietnamese(page)
    fits(page)
    page.locator("button[value=approve]").click()
    page.wait_for_url(f"{site_server.url}/cms/")
    desk.succeeded(page)
    page.close()
    visitor.goto(f"{site_server.url}/tin-tuc/")
    visitor.get_by_role("link", name=title).first.click()
    expect(visitor.locator("h1")).to_have_text(title)
    expect(visitor.locator("main")).to_contain_text("Chị nào cũng làm được.")


TWICE = """() => {
  const form = document.querySelector("[data-short-form]");
  const data = () => { const sent = new FormData(form); sent.set("press", "send"); return sent; };
  return Promise.all([1, 2, 3].map(() => fetch(form.action, {method: "POST", body: data()}).then(answer => answer.url)));
}"""


def test_pressed_three_times_at_once_it_is_one_page(sign_in, site_server):
    page = sign_in(COMMUNE)
    page.goto(f"{site_server.url}/cms/viet/tin/")
    page.locator("[name=title]").fill("Tin bấm ba lần")
    page.locator("[name=what]").fill("Máy chậm nên bấm nhiều lần.")
    addresses = page.evaluate(TWICE)
    assert len(set(addresses)) == 1 and re.search(r"/cms/viet/tin/\d+/$", addresses[0])
    page.goto(f"{site_server.url}/cms/")
    expect(page.locator("[data-group=sent]").get_by_role("link", name="Tin bấm ba lần")).to_have_count(1)
    page.close()


def test_story_without_script_from_the_commune_to_the_site(sign_in, site_server, browser, visitor):
    """The whole form on a phone whose browser runs no script."""
    signed_in = sign_in(COMMUNE)
    context = browser.new_context(storage_state=signed_in.context.storage_state(), viewport=PHONE, java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    page.goto(f"{site_server.url}/cms/viet/guong/")
    typed = {
        "title": STORY,
        "people": "Chị Ví Dụ",
        "before": "Bán ở chợ phiên.",
        "action": "Học chụp ảnh.",
        "result": "Đơn nhiều hơn trước.",
        "consent_by": "Chị Ví Dụ",
    }
    for name, words in typed.items():
        page.locator(f"[name={name}]").fill(words)
    page.locator("[name=consent_on]").fill("2026-11-20")
    page.locator("[name=photos]").last.set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes((800, 600), "JPEG")})
    page.locator("button[value=photos]").click()
    page.locator("[name^=alt-]").fill("Chị bên sạp măng")
    page.locator("button[value=send]").click()
    page.wait_for_url(re.compile(r"/cms/viet/guong/\d+/$"))
    context.close()
    signed_in.close()
    moderator = sign_in(MODERATOR)
    moderator.goto(f"{site_server.url}/cms/")
    moderator.locator("[data-group=moderate]").get_by_role("link", name=STORY).click()
    moderator.locator("button[value=approve]").click()
    moderator.wait_for_url(f"{site_server.url}/cms/")
    moderator.close()
    visitor.goto(f"{site_server.url}/guong-dien-hinh/")
    visitor.get_by_role("link", name=STORY).first.click()
    expect(visitor.locator("main")).to_contain_text("Học chụp ảnh.")


def test_keeper_puts_a_document_into_the_library(sign_in, site_server, visitor):
    page = sign_in(KEEPER)
    from_start(page, site_server.url, "/cms/documents/add/")
    assert_vietnamese(page)
    page.locator("main [name=title]").fill(DOCUMENT)
    page.locator("main [name=file]").set_input_files({"name": "to-gap.txt", "mimeType": "text/plain", "buffer": "Bị lừa thì gọi ngay.".encode()})
    page.locator("main form button[type=submit], main form [type=submit]").last.click()
    desk.succeeded(page)
    assert_vietnamese(page, ENGLISH_EDITIONS)
    page.close()
    visitor.goto(f"{site_server.url}/thu-vien/?q=to+gap+goi+tong+dai")
    visitor.get_by_role("link", name=DOCUMENT).first.click()
    expect(visitor.locator("h1")).to_have_text(DOCUMENT)


SCREENS = {
    COMMUNE: ("", "tu-word/", "thong-bao/", "huong-dan/", "huong-dan/viet-tin/", "account/"),
    MODERATOR: ("bao-cao/xem-lai/", "thong-bao/", "dich/", "phan-cong/"),
    TRANSLATOR: ("", "dich/"),
    KEEPER: ("", "documents/", "thong-bao/"),
    TECHNICIAN: ("hoi-vien/", "users/", "groups/", "sites/", "locales/", "workflows/list/", "collections/", "bao-cao/xem-lai/", "dich/"),
}


@pytest.mark.parametrize("username", SCREENS)
def test_screens_of_a_role_speak_vietnamese(username, sign_in, site_server):
    page = sign_in(username)
    for address in SCREENS[username]:
        answer = page.goto(f"{site_server.url}/cms/{address}")
        assert answer.ok, address
        assert_vietnamese(page, ENGLISH_EDITIONS)
    page.close()


def test_technician_says_who_may_do_what(sign_in, site_server):
    page = sign_in(TECHNICIAN)
    page.goto(f"{site_server.url}/cms/")
    assert_vietnamese(page)
    page.goto(f"{site_server.url}/cms/phan-cong/")
    assert_vietnamese(page)
    page.locator("header a[href='/cms/phan-cong/them/']").click()
    assert_vietnamese(page)
    page.locator("main [name=member]").fill(KEEPER)
    unit = page.locator("main [name=unit]")
    unit.select_option(unit.locator("option", has_text="Gia Phù").first.get_attribute("value"))
    page.locator("main [name=role][value=editor]").check()
    page.locator("main form[method=post] button").last.click()
    page.wait_for_url(f"{site_server.url}/cms/phan-cong/")
    desk.succeeded(page)
    assert_vietnamese(page)
    page.close()
    hers = sign_in(KEEPER)
    hers.goto(f"{site_server.url}/cms/")
    expect(hers.locator("[data-panel=create] a[href$='/cms/viet/tin/']")).to_be_visible()
    hers.close()
