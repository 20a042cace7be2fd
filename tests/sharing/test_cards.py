from dataclasses import replace
from datetime import date
from unicodedata import is_normalized, normalize

import pytest
from PIL import ImageDraw

from sharing.cards import CardFace, card_sheet
from tests.sharing.printed import Box, Printed, read_codes

DAY = date(2026, 11, 21)
ADDRESS = "https://chiemhocso.vn/dang-nhap/the/Q7fD0xkB2mZr9TtWc1LhYA"
LAN = CardFace("Lò Thị Lan", "Chi hội bản Nà Mạc, xã Gia Phù", "H7K2MX4P", ADDRESS, "chiemhocso.vn")
LONGEST = CardFace(
    "Nguyễn Hoàng Thị Phương Thảo Uyên Nhi",
    "Chi hội tiểu khu Mường Giàng Phiêng Nèn, xã Quỳnh Nhai Thượng",
    "WWWWMMMM",
    ADDRESS.replace("chiemhocso.vn", "hoc-so.hoilienhiepphunu-tinhsonla.gov.vn"),
    "hoc-so.hoilienhiepphunu-tinhsonla.gov.vn",
)
NAMES = [
    "Vàng Thị Dợ",
    "Sùng A Ẩm",
    "Ỷ",
    "Lường Thị Ưởng",
    "Nguyễn Hoàng Phương Thảo",
    "Nguyễn Hoàng Thị Phương Thảo Uyên Nhi",
    "H’Mai Ŭn Êban",
    "Khoàngthịnguyễnphươngthảouyênnhi",
    "Lò Thị " * 8,
]
QUARTERS = [Box(105 * x, 148.5 * y, 105 * x + 105, 148.5 * y + 148.5) for y in (0, 1) for x in (0, 1)]
FRAMES = [Box(quarter.left + 6, quarter.top + 6, quarter.left + 99, quarter.top + 142) for quarter in QUARTERS]


def strip(frame: Box) -> Box:
    """The brocade and its thread of gold."""
    return Box(frame.left, frame.top + 18, frame.right, frame.top + 25.3)


def code_box(frame: Box) -> Box:
    return Box(frame.left + 5, frame.top + 57.6, frame.left + 51.5, frame.top + 104.1)


def printed(*faces, unit_name="Chi hội bản Nà Mạc, xã Gia Phù", **options) -> Printed:
    return Printed(card_sheet(faces, unit_name=unit_name, printed_on=DAY, **options))


def neighbours(count: int) -> list[CardFace]:
    return [replace(LAN, full_name=f"Lò Thị {name}", address=f"{ADDRESS}{name}") for name in "ABCDEFGHI"[:count]]


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (4, 1), (5, 2), (9, 3)])
def test_four_cards_on_each_sheet_of_a4(count, pages):
    assert printed(*neighbours(count)).sizes == [(210, 297)] * pages


def test_one_card_on_each_sheet_of_a6():
    assert printed(*neighbours(3), per_page="a6").sizes == [(105, 148)] * 3


def test_each_quarter_opens_its_own_members_card():
    faces = neighbours(4)
    sheet = printed(*faces)
    found = read_codes(sheet.picture())
    assert len(found) == 4
    for face, frame in zip(faces, FRAMES, strict=True):
        inside = [
            code.text for code in found if Box(*(side * 25.4 / 300 for side in (code.box.left, code.box.top, code.box.right, code.box.bottom))).within(frame)
        ]
        assert inside == [face.address]
        assert face.full_name in [line.text for line in sheet.lines() if line.within(frame)]


def test_code_is_at_least_35_mm_wide():
    for face in (LAN, LONGEST, replace(LAN, address="HTTPS://A.VN/D/THE/ABCDEFGHJKLMNPQRSTUVWXYZ234567")):
        (code,) = read_codes(printed(face, per_page="a6").picture())
        assert (code.box.right - code.box.left) * 25.4 / 300 >= 34.9


def test_code_opens_when_copied_to_3_cm():
    picture = printed(LAN, per_page="a6").picture(dpi=300 * 30 / 36)
    (code,) = read_codes(picture)
    assert code.text == ADDRESS
    assert code.box.right - code.box.left == pytest.approx(30 / 25.4 * 300, abs=3)


@pytest.mark.parametrize("blot", [0, 128, 255])
@pytest.mark.parametrize("spot", [(0.5, 0.5), (0.75, 0.55), (0.6, 0.78), (0.4, 0.6)])
def test_code_opens_with_a_tenth_of_it_under_a_blot(blot, spot):
    picture = printed(LAN, per_page="a6").picture()
    (code,) = read_codes(picture)
    side = code.box.right - code.box.left
    middle = (code.box.left + spot[0] * side, code.box.top + spot[1] * side)
    radius = side * (0.1 / 3.14159) ** 0.5
    ImageDraw.Draw(picture).ellipse([middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius], fill=blot)
    assert [code.text for code in read_codes(picture)] == [ADDRESS]


def test_card_is_read_from_a_print_in_black_alone():
    black = printed(LAN, per_page="a6").picture().point(lambda shade: 255 if shade > 127 else 0)
    assert [(code.text, code.level) for code in read_codes(black)] == [(ADDRESS, "Q")]


@pytest.mark.parametrize("name", NAMES)
def test_name_is_taken_out_as_it_was_put_in(name):
    text = printed(replace(LAN, full_name=normalize("NFD", name)), per_page="a6").text()
    assert " ".join(name.split()) in text
    assert is_normalized("NFC", text)


def test_card_says_how_it_is_used():
    text = printed(LAN, phone="0912 345 678", per_page="a6").text()
    for words in (
        "Thẻ học", "Chi hội bản Nà Mạc, xã Gia Phù", "H7K2-MX4P", "Mở Zalo hoặc máy ảnh.", "Quét mã QR.", "Chọn mã PIN 6 số, chỉ mình chị biết.",
        "mở chiemhocso.vn và gõ mã", "Giữ thẻ như chìa khóa nhà.", "Mất thẻ: gặp chi hội trưởng, 0912 345 678.", "In ngày 21/11/2026",
    ):  # fmt: skip
        assert words in text


def test_sheet_names_its_branch_and_number():
    sheet = printed(*neighbours(5))
    assert "Chi hội bản Nà Mạc, xã Gia Phù: tờ 2 trên 2." in sheet.text(1)
    assert sheet.document.get_metadata_dict()["Title"] == "Thẻ học, Chi hội bản Nà Mạc, xã Gia Phù"


@pytest.mark.parametrize("name", NAMES)
def test_words_stay_inside_and_apart(name):
    sheet = printed(replace(LONGEST, full_name=name), *[LONGEST] * 3, unit_name=LONGEST.unit, phone="0912 345 678, 0987 654 321")
    lines = [line for line in sheet.lines() if "tờ 1 trên 1" not in line.text]
    assert len(lines) >= 60
    for line in lines:
        assert any(line.within(Box(frame.left + 3, frame.top + 1, frame.right - 3, frame.bottom - 1)) for frame in FRAMES), line
    pictures = [box for frame in FRAMES for box in (strip(frame), code_box(frame))]
    for index, line in enumerate(lines):
        assert not [other for other in lines[index + 1 :] + pictures if line.overlaps(other)], line.text


def test_no_two_cards_overlap():
    """Whatever is drawn lies in one quarter, but for the two lines to cut along."""
    drawn = printed(*[LONGEST] * 4, unit_name=LONGEST.unit).boxes()
    across = [box for box in drawn if not any(box.within(quarter) for quarter in QUARTERS)]
    assert len(across) == 2
    assert sum(any(box.within(frame, spare=0.5) for frame in FRAMES) for box in drawn) == len(drawn) - 3, "beside the frames: two lines and the branch's name"


def test_same_cards_on_the_same_day_are_the_same_bytes():
    once, again = (card_sheet(neighbours(5), unit_name="Chi hội bản Nà Mạc", printed_on=DAY) for _ in range(2))
    assert once == again
    assert Printed(once).document.get_metadata_dict()["CreationDate"].startswith("D:20261121000000")
    assert once != card_sheet(neighbours(5), unit_name="Chi hội bản Nà Mạc", printed_on=date(2026, 11, 22))


def test_a_branch_of_forty_is_a_light_file():
    assert len(card_sheet([replace(LAN, address=f"{ADDRESS}{number}") for number in range(40)], unit_name="x", printed_on=DAY)) <= 150_000
