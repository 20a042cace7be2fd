"""How text reads."""

import pytest

from editing.readiness import addresses, prose
from pages.readiness import paragraphs


def long(count: int) -> str:
    return " ".join(["chữ"] * count) + "."


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([long(25)], 0),
        ([long(26)], 1),
        ([f"{long(20)} {long(20)}"], 0),
        ([f"{long(30)} {long(30)}"], 2),
        ([long(20)[:-1] + "; " + long(20)], 0),
        (["Giá 2.500.000 đồng. " + long(10)], 0),
        ([long(20), long(20)], 0),
        (["“" + long(26)[:-1] + ".” Chị nói."], 1),
        ([], 0),
    ],
)
def test_long_sentences(lines, found):
    assert len(prose.long_sentences(lines)) == found


def test_a_long_sentence_is_named_by_its_beginning():
    named = prose.shortened(long(40))
    assert named.endswith("…") and len(named) <= prose.SHOWN and named.startswith("chữ chữ")


def test_paragraphs_of_rich_text():
    assert paragraphs("<p>Một &amp; hai<br/>ba</p><ul><li>bốn <b>năm</b></li><li></li></ul>") == ["Một & hai", "ba", "bốn năm"]


@pytest.mark.parametrize(
    ("alt", "useless"),
    [
        ("IMG_2024.jpg", True),
        ("anh-chup.PNG", True),
        ("DSC 0042", True),
        ("ảnh 3", True),
        ("Chị Lan cân chè ở chợ", False),
        ("Hai chị em bên sạp măng, 3 túi", False),
    ],
)
def test_descriptions_that_say_nothing(alt, useless):
    assert prose.tells_nothing(alt) is useless


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p><b>Chuẩn bị</b></p><p>Sạc pin.</p>", ["Chuẩn bị"]),
        ('<p data-block-key="x"><strong>Chuẩn <i>bị</i></strong>:</p>', ["Chuẩn bị"]),
        ("<h3>Bước 2</h3><p>Mở máy.</p>", ["Bước 2"]),
        ("<p><b>Chị</b> mở máy.</p>", []),
        ("<p>Chị <b>mở</b></p>", []),
        (f"<p><b>{long(20)}</b></p>", []),
    ],
)
def test_paragraphs_that_pose_as_headings(html, found):
    assert prose.posing_as_headings(html) == found


@pytest.mark.parametrize(
    ("kinds", "bare"),
    [
        (["heading", "text"], []),
        (["text", "heading"], [1]),
        (["heading", "heading", "text"], [0]),
        (["heading"], [0]),
        ([], []),
    ],
)
def test_headings_without_text(kinds, bare):
    assert prose.without_text(kinds) == bare


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Em bé ngồi trong nôi", True),
        ("Hai học sinh đến trường", True),
        ("Cháu gái chị Lan", True),
        ("Chị em bên sạp măng", False),
        ("Em làm được rồi", False),
    ],
)
def test_children_in_a_picture(text, told):
    assert prose.speaks_of_children(text) is told


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="https://vnexpress.net/a?b=1&amp;c=2#d">x</a>', ["https://vnexpress.net/a?b=1&c=2"]),
        ('<a href="https://sonla.gov.vn">x</a>', ["https://sonla.gov.vn/"]),
        ('<a href="mailto:a@b.vn">x</a><a href="tel:0912">x</a><a href="javascript:alert(1)">x</a>', []),
        ('<a linktype="page" id="3">x</a>', []),
        ('<a href="http://[::1">x</a>', []),
        ("", []),
    ],
)
def test_addresses_outside(html, found):
    assert list(addresses.outside(html)) == found
