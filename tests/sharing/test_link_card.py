"""The picture of a link: its size, its subject in the middle, its words whole."""

import random
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from sharing import link_card
from sharing.link_card import HIGH, SQUARE, WIDE, WORDS, Focus, LinkFace, compose, house_card, in_the_middle, of_paper, place
from tests.databases import ROOT

TITLES = [
    "Gọi điện",
    "Nghĩ kỹ trước khi bấm: Ầ Ẩ Ữ Ỷ Ợ, lừa đảo qua điện thoại",
    "Bán hàng trên mạng cho hợp tác xã phụ nữ: từ tấm ảnh đầu tiên…",
    "Khoàngthịnguyễnphươngthảouyênnhikhoàngthịnguyễnphươngthảouyênnhi",
    "Attention\xa0: « ne cliquez pas »",
    "🙂🙂",
    "",
]


def photo(size=(1600, 1000)) -> Image.Image:
    """A noisy one, which is the hardest to make small."""
    return Image.frombytes("RGB", (size[0] // 4, size[1] // 4), random.Random(1).randbytes(size[0] // 4 * (size[1] // 4) * 3)).resize(size)


def field(size, mark: Focus) -> Image.Image:
    grey = Image.new("RGB", size, "#808080")
    ImageDraw.Draw(grey).rectangle((mark.left, mark.top, mark.right, mark.bottom), fill="#00ff00")
    return grey


def opened(card: bytes) -> Image.Image:
    return Image.open(BytesIO(card))


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("ground", [None, photo(), photo((600, 900)), photo((1400, 200))])
def test_card_is_a_jpeg_of_1200_by_630_and_at_most_120_kb(title, ground):
    card = compose(LinkFace(title, "Hmoob"), ground)
    assert (opened(card).format, opened(card).size) == ("JPEG", (1200, 630))
    assert len(card) <= 120_000


@pytest.mark.parametrize("middle", [(0.5, 0.5), (0.2, 0.3), (0.8, 0.8), (0.06, 0.5), (0.97, 0.1)])
def test_subject_lies_in_the_middle_square(middle):
    size = 1600, 1000
    x, y = middle[0] * size[0], middle[1] * size[1]
    focus = Focus(max(0, x - 80), max(0, y - 80), min(size[0], x + 80), min(size[1], y + 80))
    card = opened(compose(LinkFace("Chụp ảnh"), field(size, focus), focus)).convert("RGB")
    red, green, blue = card.split()
    marked = ImageChops.subtract(green, ImageChops.lighter(red, blue)).point(lambda shade: 255 if shade > 120 else 0).getbbox()
    assert marked and marked[0] >= (WIDE - SQUARE) / 2 - 4 and marked[2] <= (WIDE + SQUARE) / 2 + 4


@given(
    st.integers(200, 3000), st.integers(200, 3000), st.tuples(*[st.floats(0, 1)] * 4), st.integers(300, 500)
)  # fmt: skip
def test_photo_fills_the_card_or_was_moved_in_for_its_subject(wide, high, sides, above):
    left, right = sorted((sides[0] * wide, sides[1] * wide))
    top, bottom = sorted((sides[2] * high, sides[3] * high))
    focus = Focus(left, top, right, bottom)
    placing = place((wide, high), focus, above)
    assert placing.y <= 0.01 and high * placing.scale + placing.y >= above - 0.01
    fills = placing.x <= 0.01 and wide * placing.scale + placing.x >= WIDE - 0.01
    assert fills or in_the_middle(placing.of(focus))
    assert in_the_middle(placing.of(focus)) or right - left > 0


def test_photo_without_a_marked_subject_is_cut_from_its_middle():
    placing = place((1600, 1000), None, 400)
    assert placing.x == 0
    assert placing.y == pytest.approx((400 - 750) / 2)


@pytest.mark.parametrize("title", TITLES[:5])
def test_words_stay_within_the_card_and_below_the_photo(title):
    """Red paper instead of a photo: what is neither that nor cloth are words and thread."""
    card = opened(compose(LinkFace(title), Image.new("RGB", (1200, 630), "#ff0000"))).convert("RGB")
    below = link_card.band_top(link_card._below(LinkFace(title)))
    assert card.getpixel((600, below - 12))[0] > 240
    letters = card.crop((0, below + link_card.STRIP + 4, WIDE, HIGH)).convert("L").point(lambda shade: 255 if shade > 150 else 0).getbbox()
    assert letters[0] >= (WIDE - WORDS) / 2 - 8 and letters[2] <= (WIDE + WORDS) / 2 + 8
    assert letters[1] > 0 and letters[3] < HIGH - below - link_card.STRIP - 8


def test_letters_that_the_font_lacks_are_left_out():
    assert compose(LinkFace("Đẹp 😀")) == compose(LinkFace("Đẹp"))
    assert compose(LinkFace("Đẹp")) != compose(LinkFace("Dep"))


def test_language_is_marked_where_it_is_not_vietnamese():
    ground = Image.new("RGB", (1200, 630), "#ff0000")
    corner = (WIDE - 60, 68)
    assert opened(compose(LinkFace("Models", "English"), ground)).convert("RGB").getpixel(corner)[2] > 200
    assert opened(compose(LinkFace("Mô hình"), ground)).convert("RGB").getpixel(corner)[2] < 30


def test_first_page_of_a_document_looks_out_above_the_cloth():
    page = Image.new("RGB", (720, 1018), "#00ff00")
    card = opened(of_paper(LinkFace("Sổ tay"), page)).convert("RGB")
    assert card.getpixel((600, 200))[1] > 240
    for x in ((WIDE - SQUARE) // 2 - 2, (WIDE + SQUARE) // 2 + 2):
        assert card.getpixel((x, 200))[0] > 200, "the page lies inside the middle square"


@pytest.mark.parametrize("size", [(720, 1018), (1018, 720), (300, 40), (40, 300)])
def test_a_page_of_any_shape_has_a_card(size):
    assert opened(of_paper(LinkFace("Sổ tay"), Image.new("RGB", size, "white"))).size == (1200, 630)


def test_transparent_picture_lies_on_paper():
    clear = Image.new("RGBA", (1200, 630), (0, 0, 0, 0))
    assert min(opened(compose(LinkFace("Đẹp"), clear)).convert("RGB").getpixel((600, 100))) > 230


def test_the_committed_house_card_is_the_one_that_is_drawn():
    kept, drawn = Image.open(ROOT / "static/img/card.jpg"), opened(house_card("Chị em học số"))
    assert kept.size == (1200, 630)
    assert (ROOT / "static/img/card.jpg").stat().st_size <= 120_000
    difference = ImageChops.difference(kept.convert("L"), drawn.convert("L")).histogram()
    assert sum(difference[40:]) < 2000
