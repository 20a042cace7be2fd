"""The committed letters hold every Vietnamese one and stay small."""

from itertools import product
from unicodedata import normalize

import pytest
from fontTools.ttLib import TTFont

from sharing.paper import FONTS

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưy"
VIETNAMESE = {normalize("NFC", letter + tone) for letter, tone in product(VOWELS + VOWELS.upper(), TONES)} | set("đĐ")
FRENCH = set("àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’")
HIGHLANDS = set("ĕĭŏŭñčĔĬŎŬÑČ")  # names of the Ê-đê, Gia-rai and Ba-na
SIGNS = set("0123456789.,:;?!()[]/%+-–“”‘’…•₫€@&#*\u00a0") | set(TONES[1:]) | {"\u0306", "\u0302", "\u031b"}


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_letter_is_there(weight):
    assert len(VIETNAMESE) == 2 * (12 * 6 + 1)
    known = TTFont(FONTS / f"BeVietnamPro-{weight}.ttf").getBestCmap()
    missing = {letter for letter in VIETNAMESE | FRENCH | HIGHLANDS | SIGNS if ord(letter) not in known}
    assert not missing


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_a_font_stays_small(weight):
    assert (FONTS / f"BeVietnamPro-{weight}.ttf").stat().st_size <= 120_000


def test_licence_lies_beside_the_letters():
    assert "SIL Open Font License" in (FONTS / "OFL.txt").read_text()
