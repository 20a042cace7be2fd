"""A member reads a handbook that came in her Zalo group, inside Zalo's own browser, on a slow line."""

from playwright.sync_api import expect

from tests.face.measuring import SLOW_LINE
from tests.journeys import reading
from tests.journeys.conftest import PATIENCE

TITLE = "Sổ tay bình dân học vụ số cho hội viên"
MOST = 60_000  # bytes of the page that tells of the handbook and of two chapters, scripts included


def test_handbook_is_found_without_tones_and_read_chapter_by_chapter(in_zalo, site_server):
    line = in_zalo.context.new_cdp_session(in_zalo)
    weights: list[float] = []
    line.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_LINE)

    in_zalo.goto(f"{site_server.url}/thu-vien/?q=so+tay+binh+dan+hoc+vu", timeout=2 * PATIENCE)
    weights.clear()
    in_zalo.get_by_role("link", name=TITLE, exact=True).first.tap()
    expect(in_zalo.locator("h1")).to_have_text(TITLE)
    in_zalo.locator(".button[href$='/doc/']").tap()
    in_zalo.locator("a[rel=next]").tap()
    expect(in_zalo.locator("h1")).to_have_text("Làm quen với điện thoại")
    expect(in_zalo.locator(".reader .text")).to_contain_text("Nhấn giữ nút ở cạnh máy")
    in_zalo.locator("#cac-phan").get_by_role("link", name="Trả tiền và nhận tiền").tap()
    expect(in_zalo.locator("h1")).to_have_text("Trả tiền và nhận tiền")
    in_zalo.wait_for_load_state("networkidle")  # its heading is seen before its last bytes have come
    assert sum(weights) <= MOST, weights

    in_zalo.go_back()
    expect(in_zalo.locator("h1")).to_have_text("Làm quen với điện thoại")
    in_zalo.locator("a[href$='/trang/1/']").tap()
    reading.see(in_zalo.locator("main img").first)
