"""Reading on the site: an item's page, its text in parts, its pages as pictures."""

import gzip
import re

import pytest
from django.core.files.base import ContentFile

from learning.library.models import ReadingPart
from tests import factories
from tests.factories.content import stream
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def handbook(tree):
    document = factories.make_document(title="Sổ tay Điện thoại", year=2026, issuing_body="Hội LHPN tỉnh Điện Biên")
    factories.make_reading(document, parts=3, pictures=6)
    return document


def hrefs(page, selector: str) -> list[str]:
    return [link["href"] for link in page.select(selector)]


# The item's page


def test_reading_here_comes_before_the_file(handbook, client):
    buttons = hrefs(soup(client.get(handbook.address)), ".bound a.button")
    assert buttons == [f"{handbook.address}doc/", handbook.download_address]


def test_item_page_tells_of_its_versions(handbook, client):
    assert "<details" not in client.get(handbook.address).text
    for number in (2, 3):
        handbook.file = ContentFile(b"%%PDF ban %d" % number, name="moi.pdf")
        handbook.save()
    page = soup(client.get(handbook.address))
    assert len(page.select("details li")) == 2
    assert "Hội LHPN tỉnh Điện Biên" in page.select_one(".pairs").text and page.select_one(".pairs dd:nth-of-type(3)").text.endswith(" 3")


def test_public_pages_that_lead_to_it_are_named(handbook, client):
    body = stream(("document", handbook.pk))
    lesson = factories.make_lesson(steps=0, related_documents=body)
    factories.make_standard(body=body, live=False)
    text = f'<p><a linktype="document" id="{handbook.pk}">tờ rơi</a></p>'
    page = factories.make_standard(body=stream(("text", text)))
    factories.translate(page, "en")  # it links the Vietnamese edition too
    named = hrefs(soup(client.get(handbook.address)), ".part > ul.links a")
    assert named == [page.address, lesson.address] or named == [lesson.address, page.address]


def test_qr_code_holds_the_address_that_stays(handbook, client):
    answer = client.get(f"/thu-vien/{handbook.pk}-cu/qr.svg")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
    assert answer.content.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    before = answer.content
    handbook.file = ContentFile(b"%PDF moi", name="moi.pdf")
    handbook.save()
    assert client.get(f"{handbook.address}qr.svg").content == before


def test_card_for_zalo(handbook, client):
    page = soup(client.get(handbook.address))
    tags = {tag["property"]: tag["content"] for tag in page.select("meta[property]")}
    assert tags["og:title"] == "Sổ tay Điện thoại" and tags["og:locale"] == "vi_VN"
    assert tags["og:url"] == f"http://testserver{handbook.address}" == page.select_one("link[rel=canonical]")["href"]


def test_sound_plays_in_the_page_when_it_is_tapped(tree, client):
    sound = factories.make_document("audio", content=b"ID3" + bytes(480_000), minutes=4, transcript="Chào các chị.\n\nHôm nay mình bật máy.")
    page = soup(client.get(sound.address))
    assert "480 KB" in page.select_one(f'a[data-play=audio][href="{sound.download_address}"]').text
    assert not page.select("audio, video") and [line.text for line in page.select("#loi .text p")] == ["Chào các chị.", "Hôm nay mình bật máy."]
    assert client.get(f"{sound.address}doc/")["Location"] == sound.address


def test_document_speaks_its_own_language(handbook, client):
    english = factories.make_document(title="Handbook", language_code="en", work_key=handbook.work_key)
    hmong = factories.make_document(title="Phau ntawv", language_code="hmn", work_key=handbook.work_key)
    factories.make_reading(hmong)
    answer = client.get(english.address)
    assert soup(answer).html["lang"] == "en" == answer["Content-Language"] and "Download PDF" in answer.text
    page = soup(client.get(f"{hmong.address}doc/"))
    assert page.html["lang"] == "hmn-Latn-VN" and page.select_one(".back")["lang"] == "vi"
    assert hrefs(soup(client.get(hmong.address)), ".bound .links a") == [english.address, handbook.address]


# Its text


def test_handbook_is_read_a_chapter_at_a_time(handbook, client):
    first, second, last = (soup(client.get(f"{handbook.address}doc/{number}")) for number in ("", "2/", "3/"))
    assert [page.h1.text for page in (first, second, last)] == ["Phần thứ 1", "Phần thứ 2", "Phần thứ 3"]
    assert [hrefs(page, ".pages a") for page in (first, second, last)] == [
        [f"{handbook.address}doc/2/"],
        [f"{handbook.address}doc/", f"{handbook.address}doc/3/"],
        [f"{handbook.address}doc/2/"],
    ]
    assert hrefs(second, "#cac-phan a") == [f"{handbook.address}doc/{number}" for number in ("", "2/", "3/")]
    assert second.select_one("#cac-phan [aria-current]")["href"] == f"{handbook.address}doc/2/"
    assert client.get(f"{handbook.address}doc/1/")["Location"] == f"{handbook.address}doc/"


def test_text_of_one_part_needs_no_contents(tree, client):
    document = factories.make_document(title="Đơn")
    factories.make_reading(document)
    page = soup(client.get(f"{document.address}doc/"))
    assert page.h1.text == "Đơn" and page.h2.text == "Phần thứ 1" and not page.select("#cac-phan, .pages")
    assert len(page.select(".text p")) == 4


def test_weight_on_the_button_is_what_comes_over_the_wire(handbook, client):
    """Within two KB, with the stylesheet in it: for a short part and for a long one."""
    html = "".join(f"<p>{number**5}</p>" for number in range(2000))
    ReadingPart.objects.filter(reading=handbook.reading, number=1).update(html=html, weight=len(gzip.compress(html.encode(), 6)))
    for number, way in ((1, "doc/"), (2, "doc/2/")):
        sent = len(client.get(handbook.address + way, headers={"accept-encoding": "br"}).content)
        assert abs(sent - handbook.reading.parts.get(number=number).page_weight) < 2000, sent


@pytest.mark.parametrize(("state", "pictures"), [("waiting", 0), ("no_text", 0), ("no_text", 2), ("failed", 0)])
def test_document_without_text_says_so_and_offers_its_file(tree, client, state, pictures):
    document = factories.make_document(title="Bản quét")
    factories.make_reading(document, parts=0, pictures=pictures, state=state)
    page = soup(client.get(f"{document.address}doc/"))
    offered = [document.download_address]
    assert hrefs(page, "main a.button") == ([f"{document.address}trang/1/", *offered] if pictures else offered)
    assert len(page.select_one("p.lead").text.strip()) > 20
    assert hrefs(soup(client.get(document.address)), ".bound a.button") == hrefs(page, "main a.button")


# Its pages as pictures


def test_pages_are_shown_some_at_a_time_on_request(handbook, client):
    assert f"{handbook.address}trang/1/" in hrefs(soup(client.get(f"{handbook.address}doc/")), "a")
    first, second = (soup(client.get(f"{handbook.address}trang/{number}/")) for number in (1, 5))
    assert [[re.search(r"(\d+)\.webp$", image["src"])[1] for image in page.select("figure img")] for page in (first, second)] == [list("1234"), list("56")]
    assert [image.get("loading") for image in first.select("figure img")] == [None, "lazy", "lazy", "lazy"]
    assert hrefs(first, ".pages a") == [f"{handbook.address}trang/5/"] and hrefs(second, ".pages a") == [f"{handbook.address}trang/1/"]


def test_picture_of_a_page_is_a_small_webp(handbook, client):
    answer = client.get(f"{handbook.address}anh/2.webp")
    assert answer["Content-Type"] == "image/webp" and answer.getvalue()[8:12] == b"WEBP"
