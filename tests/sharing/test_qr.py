from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from sharing import qr
from tests.sharing.printed import read_codes

ADDRESSES = ["https://chiemhocso.vn/dang-nhap/the/Q7fD0xkB2mZr9TtWc1LhYA", "HTTPS://CHIEMHOCSO.VN/Q/ABC23", "Chị em học số", "0"]


@pytest.mark.parametrize("text", ADDRESSES)
def test_picture_opens_what_was_put_in(text):
    picture = Image.open(BytesIO(qr.png(text, 4)))
    assert [(code.text, code.level) for code in read_codes(picture)] == [(text, "M")]


def test_picture_has_four_white_modules_round_it():
    picture = Image.open(BytesIO(qr.png("HTTPS://CHIEMHOCSO.VN/Q/ABC23", 3))).convert("L")
    side = (len(qr.matrix("HTTPS://CHIEMHOCSO.VN/Q/ABC23")) + 8) * 3
    assert picture.size == (side, side)
    assert picture.point(lambda shade: 255 - shade).getbbox() == (12, 12, side - 12, side - 12)


def test_drawing_has_the_modules_of_the_matrix():
    text = ADDRESSES[0]
    drawing = ElementTree.fromstring(qr.svg(text))
    side = len(qr.matrix(text)) + 8
    assert drawing.get("viewBox") == f"0 0 {side} {side}"
    assert not {"style", "class", "width", "height"} & set(drawing.keys())


def test_capitals_make_a_smaller_symbol():
    address = "https://chiemhocso.vn/q/abc23"
    assert len(qr.matrix(address.upper())) < len(qr.matrix(address))


def test_matrix_is_no_micro_symbol():
    assert len(qr.matrix("0")) == 21
    assert qr.matrix("0")[0][:8] == (True,) * 7 + (False,)
