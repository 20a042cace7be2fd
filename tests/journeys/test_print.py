"""A guide and a lesson on paper, for the notice board."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import reading

GUIDE = "/mo-hinh/mo-hinh-my-lung/"
LESSON = "/hoc/anh-video-livestream/chup-anh-san-pham/"
NO_PRINTER = "window.print = () => { document.documentElement.dataset.printed = 'yes' }"
ON_SCREEN_ONLY = (".bar", ".tool", ".foot", ".skip", ".back", ".rail", ".share-part", "[data-print]", ".notice")
A4 = (595, 842)  # points


@pytest.fixture
def on_paper(visitor, site_server):
    """Presses the page's own button, then shows what the printer would get."""

    def printed(address: str):
        visitor.add_init_script(NO_PRINTER)
        visitor.goto(site_server.url + address)
        visitor.locator("[data-print]").tap()
        expect(visitor.locator("html")).to_have_attribute("data-printed", "yes")
        expect(visitor.locator("[data-later] noscript")).to_have_count(0)
        for picture in visitor.locator("img").all():
            expect(picture).to_have_js_property("complete", True)
            assert picture.evaluate(reading.LOADED)
        visitor.emulate_media(media="print")
        return visitor

    return printed


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize("address", [GUIDE, LESSON])
def test_paper_carries_no_navigation(on_paper, address):
    page = on_paper(address)
    for selector in ON_SCREEN_ONLY:
        for found in page.locator(selector).all():
            expect(found).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("address", [GUIDE, LESSON])
def test_paper_is_a4(on_paper, address):
    pages = sheets(on_paper(address).pdf(prefer_css_page_size=True))
    assert 1 < len(pages) < 9
    assert set(pages) == {A4}


def test_guide_is_printed_with_its_folded_parts_open(on_paper):
    page = on_paper(GUIDE)
    for fold in page.locator("details.fold").all():
        expect(fold.locator(":scope > :not(summary)").first).to_be_visible()


def test_cost_table_is_not_cut(on_paper):
    table = on_paper(GUIDE).locator("table")
    expect(table).to_have_css("break-inside", "avoid")
    assert table.bounding_box()["height"] < 900  # px; a sheet has 1,000 between its margins
