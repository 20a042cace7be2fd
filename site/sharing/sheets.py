"""Sheets to hang up and slips to hand out: what a link leads to, its QR code, its address in large letters, whom to call.

A4, A5 and A6 are one sheet a page; of slips eight of the same lie on a page of A4, with lines to cut along. Sheets are
drawn as they come, so those of a commune's forty branches may be made from a generator.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast
from urllib.parse import urlsplit

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from PIL import Image

from config.languages import BY_CODE, SOURCE
from sharing.link_card import OWNER, Focus, opaque
from sharing.paper import CLOTH, GOLD, INK, MIST, PAPER, PLUM, RICE, SOFT, STRAW, WHITE
from sharing.paper import Sheet as Paper
from sharing.weave import EMBLEM

Size = Literal["a4", "a5", "a6", "slips"]
SIZES: tuple[Size, ...] = ("a4", "a5", "a6", "slips")
PAGES = {"a4": (210, 297), "a5": (148, 210), "a6": (105, 148), "slips": (210, 297)}
SLIP = (105, 74.25)
SLIPS = [(x, y * SLIP[1]) for y in range(4) for x in (0, 105)]
SITE_NAME = "Chị em học số"
LARGEST = (1600, 1200)  # pixels that a JPEG is opened in, or a little more
DOTS = 8  # of a picture, a millimetre: 200 to the inch
SHORT = "/Q/"
CODE: dict = {"level": "h", "least": 5}  # see sharing.qr


@dataclass(frozen=True)
class Sheet:
    title: str
    sentence: str
    picture: Image.Image | str | Path | BinaryIO | None
    address: str  # of a short link: https://chiemhocso.vn/Q/ABC23, in capitals or not
    unit_name: str = ""  # "Chi hội bản Nà Mạc, xã Gia Phù"
    phone: str = ""  # as it is to be read: "0912 345 678"
    language: str = SOURCE
    focus: Focus | None = None  # the subject within the picture, in its pixels

    @property
    def carried(self) -> str:
        """By the QR code: in capitals a short link's symbol is smaller, and opens from farther away."""
        return self.address.upper() if SHORT in self.address.upper() else self.address

    @property
    def read(self) -> str:
        """What one types."""
        parts = urlsplit(self.address)
        path = parts.path.upper() if parts.path.upper().startswith(SHORT) else parts.path
        return parts.netloc.lower() + path.rstrip("/")


def sheets_pdf(sheets: Iterable[Sheet], size: Size, *, made_on: date | None = None) -> bytes:
    """A page for each. What lies on the paper speaks the sheet's language, or Vietnamese where the site has no words of it."""
    paper: Paper | None = None
    pictures = Pictures()
    for sheet in sheets:
        paper = paper or Paper(title=sheet.title, language=spoken(sheet), made_on=made_on or timezone.localdate(), paper=PAGES[size])
        if not pictures.shows(sheet):
            sheet = replace(sheet, picture=None)
        with translation.override(spoken(sheet)):
            paper.add_page()
            if size == "slips":
                _slips(paper, sheet, pictures)
            else:
                _poster(paper, sheet, pictures)
    if paper is None:
        raise ValueError("There is no sheet to print.")
    return bytes(paper.output())


def spoken(sheet: Sheet) -> str:
    return sheet.language if BY_CODE[sheet.language].interface else SOURCE


class Pictures:
    """Each picture of one shape once in a file, however many sheets show it."""

    def __init__(self) -> None:
        self._opened: dict[int, tuple[object, Image.Image | None, float]] = {}  # with the picture itself, so that its identity is not given again
        self._made: dict[tuple, BytesIO] = {}

    def shows(self, sheet: Sheet) -> bool:
        return self._open(sheet)[1] is not None

    def filling(self, sheet: Sheet, wide: float, high: float) -> BytesIO:
        """A JPEG of so many millimetres, cut round its subject."""
        _picture, opened, part = self._open(sheet)
        key = (id(sheet.picture), round(wide, 1), round(high, 1))
        if key not in self._made:
            made = BytesIO()
            _cut(cast(Image.Image, opened), sheet.focus and sheet.focus.scaled(part), wide, high).save(made, "JPEG", quality=82, optimize=True)
            self._made[key] = made
        return self._made[key]

    def _open(self, sheet: Sheet) -> tuple[object, Image.Image | None, float]:
        """Also what part of its size it has been opened in. A damaged one is left out: the sheet is printed all the same."""
        if id(sheet.picture) not in self._opened:
            self._opened[id(sheet.picture)] = (sheet.picture, *_opened(sheet.picture))
        return self._opened[id(sheet.picture)]


def _opened(picture) -> tuple[Image.Image | None, float]:
    if picture is None or isinstance(picture, Image.Image):
        return picture, 1
    try:
        opened = Image.open(picture)
        wide = opened.width
        opened.draft("RGB", LARGEST)
        return opaque(opened), opened.width / wide
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None, 1


def _cut(picture: Image.Image, focus: Focus | None, wide: float, high: float) -> Image.Image:
    scale = min(picture.width / wide, picture.height / high)
    across, down = wide * scale, high * scale
    middle = focus.middle if focus else (picture.width / 2, picture.height / 2)
    if focus and focus.bottom - focus.top > down:  # too tall: the head rather than the feet
        middle = (middle[0], focus.top + down / 2)
    left = min(max(middle[0] - across / 2, 0), picture.width - across)
    top = min(max(middle[1] - down / 2, 0), picture.height - down)
    part = min(1.0, wide * DOTS / across)
    box = (left, top, left + across, top + down)
    return picture.convert("RGB").resize((round(across * part), round(down * part)), Image.Resampling.LANCZOS, box=box)


# A sheet of A4, and the same smaller


def _poster(paper: Paper, sheet: Sheet, pictures: Pictures) -> None:
    """From the bottom up all has its height; the picture takes what the words leave."""
    part = paper.w / 210  # of A4: letters shrink less than the paper, to be read from the same distance
    letters = part**0.75
    edge = max(6, 9 * part)  # beyond what a printer leaves blank
    wide, inset = paper.w - 2 * edge, 9 * part
    words = wide - 2 * inset
    bottom = paper.h - edge
    paper.panel(edge, edge, wide, paper.h - 2 * edge, PAPER, radius=4 * part)
    y = _head(paper, edge, wide, part)
    foot = bottom - (31 * part if sheet.unit_name or sheet.phone else 15 * part)
    band = foot - 21 * part
    code = band - 82 * part
    most = 40 if sheet.picture is not None else 76
    title = paper.fitted(sheet.title, words, bold=True, most=most * letters, least=27 * letters, lines=3)
    sentence = paper.fitted(sheet.sentence, words, most=18 * letters, least=15 * letters, lines=3)
    said = title.height + (sentence.height + 2 * part if sheet.sentence else 0)
    room = code - 4 * part - y
    if sheet.picture is not None and (high := room - said - 8 * part) > 20 * part:
        paper.image(pictures.filling(sheet, wide, high), edge, y, wide, high)
        paper.panel(edge, y + high, wide, 0.9 * part, GOLD)
        y += high + 0.9 * part
        room = code - 4 * part - y
    elif (sign := min(3.2 * part, (room - said) / 30)) > part:
        said += 15 * sign
        paper.cloth([row.replace("w", "g") for row in EMBLEM], (paper.w - 11 * sign) / 2, y + (room - said) / 2, sign)
        y += 15 * sign
        said, room = said - 15 * sign, room - 15 * sign
    y += (room - said) / 2
    y = paper.letters(title, edge + inset, y, width=words, align="C", bold=True, colour=PLUM)
    if sheet.sentence:
        paper.letters(sentence, edge + inset, y + 2 * part, width=words, align="C", colour=INK)
    _way_in(paper, sheet, edge + inset, code, words, part, letters)
    _address(paper, sheet, edge, band, wide, 21 * part, words)
    _foot(paper, sheet, edge, foot, wide, bottom - foot, part, letters)
    paper.frame(edge, edge, wide, paper.h - 2 * edge, CLOTH, thick=0.8 * part, radius=4 * part)


def _head(paper: Paper, edge: float, wide: float, part: float) -> float:
    """Gives the bottom of it."""
    paper.panel(edge, edge, wide, 26 * part, CLOTH, radius=4 * part, corners=("TOP_LEFT", "TOP_RIGHT"))
    paper.cloth(EMBLEM, edge + 9 * part, edge + 4.6 * part, 1.3 * part)
    left, width = edge + 28 * part, wide - 37 * part
    paper.words(SITE_NAME, left, edge + 4.4 * part, width, size=22 * part, bold=True, colour=WHITE)
    paper.words(OWNER, left, edge + 14.2 * part, width, size=11 * part, colour=MIST)
    paper.brocade(edge, edge + 22 * part, wide, 7.6 * part, tiles=14)
    paper.panel(edge, edge + 29.6 * part, wide, 0.9 * part, GOLD)
    return edge + 30.5 * part


def _way_in(paper: Paper, sheet: Sheet, x: float, y: float, width: float, part: float, letters: float) -> None:
    """The code to the left; to the right how it is opened, a step a line."""
    box = 78 * part
    paper.qr(sheet.carried, x, y, box=box, side=box * 0.85, **CODE)
    left, room = x + box + 8 * part, width - box - 8 * part
    steps = [paper.fitted(words, room - 13 * part, most=19 * letters, least=13 * letters, lines=3) for words in _steps()]
    same = min(step.size for step in steps)
    steps = [paper.fitted(words, room - 13 * part, most=same, least=same, lines=3) for words in _steps()]
    gap = 5 * part
    top = y + (box - sum(step.height for step in steps) - gap * (len(steps) - 1)) / 2
    for number, step in enumerate(steps, 1):
        radius = 4.6 * part
        line = step.height / len(step.lines)
        paper.disc(left + radius, top + line / 2, radius, PLUM)
        paper.words(str(number), left, top + line / 2 - 14 * part * 0.226, 2 * radius, size=14 * part, bold=True, align="C", colour=WHITE)
        top = paper.letters(step, left + 13 * part, top) + gap


def _steps() -> tuple[str, ...]:
    return _("Open Zalo or the camera."), _("Scan this code."), _("Read it, listen, share it with others.")


def _address(paper: Paper, sheet: Sheet, x: float, y: float, wide: float, high: float, words: float) -> None:
    """In letters as large as go on one line, on cloth: read across a room."""
    paper.panel(x, y, wide, high, CLOTH)
    address = paper.fitted(sheet.read, words, bold=True, most=high * 1.9, least=0)
    paper.letters(address, x, y + (high - address.height) / 2, width=wide, align="C", bold=True, colour=STRAW)


def _foot(paper: Paper, sheet: Sheet, x: float, y: float, wide: float, high: float, part: float, letters: float) -> None:
    """Who has hung it up, and the number to call."""
    paper.panel(x, y, wide, high, RICE, radius=4 * part, corners=("BOTTOM_LEFT", "BOTTOM_RIGHT"))
    inset = 9 * part
    whole = wide - 2 * inset
    if not (sheet.unit_name or sheet.phone):
        owner = paper.fitted(OWNER, whole, most=13 * letters, least=0)
        paper.letters(owner, x + inset, y + (high - owner.height) / 2, width=whole, align="C", colour=SOFT)
        return
    phone = paper.fitted(sheet.phone, whole * 0.48 if sheet.unit_name else whole, bold=True, most=30 * letters, least=0)
    call = paper.fitted(_("Ask, call:"), whole * 0.48, most=12 * letters, least=0)
    if sheet.phone:
        top = y + (high - call.height - phone.height) / 2
        how: dict[str, Any] = {"width": whole, "align": "R" if sheet.unit_name else "C"}
        top = paper.letters(call, x + inset, top, colour=SOFT, **how)
        paper.letters(phone, x + inset, top, bold=True, colour=PLUM, **how)
    if sheet.unit_name:
        width = whole * 0.5 if sheet.phone else whole
        unit = paper.fitted(sheet.unit_name, width, bold=True, most=18 * letters, least=11 * letters, lines=3)
        paper.letters(unit, x + inset, y + (high - unit.height) / 2, width=width, align="L" if sheet.phone else "C", bold=True, colour=INK)


# Slips


def _slips(paper: Paper, sheet: Sheet, pictures: Pictures) -> None:
    for x, y in SLIPS:
        _slip(paper, sheet, pictures, x + 5, y + 5, SLIP[0] - 10, SLIP[1] - 10)
    for row in (1, 2, 3):
        paper.stitches(0, row * SLIP[1], 210, colour=SOFT, thick=0.15, dash=2, gap=2)
    paper.stitches(105, 0, 297, colour=SOFT, thick=0.15, dash=2, gap=2, down=True)


def _slip(paper: Paper, sheet: Sheet, pictures: Pictures, x: float, y: float, wide: float, high: float) -> None:
    paper.panel(x, y, wide, high, PAPER, radius=2.5)
    paper.panel(x, y, wide, 5, CLOTH, radius=2.5, corners=("TOP_LEFT", "TOP_RIGHT"))
    paper.brocade(x + 2, y + 0.4, wide - 4, 4.2, tiles=11)
    foot = y + high - (11 if sheet.unit_name or sheet.phone else 0)
    band = foot - 8
    box = min(band - y - 5.8, 39)
    paper.qr(sheet.carried, x + 2, y + 5 + (band - y - 5 - box) / 2, box=box, side=box, **CODE)
    left, room = x + box + 5, wide - box - 8
    top, bottom = y + 6.5, band - 2
    title = paper.fitted(sheet.title, room, bold=True, most=13 if sheet.picture is not None else 21, least=10, lines=3)
    sentence = paper.fitted(sheet.sentence, room, most=8.5 if sheet.picture is not None else 11, least=7.5, lines=3)
    said = title.height + (sentence.height + 0.6 if sheet.sentence else 0)
    if sheet.picture is not None and (tall := min(bottom - top - said - 1.5, room * 0.6)) > 8:
        paper.image(pictures.filling(sheet, room, tall), left, top, room, tall)
        top += tall + 1.5
    top += max(0, (bottom - top - said) / 2)
    top = paper.letters(title, left, top, bold=True, colour=PLUM)
    if sheet.sentence:
        paper.letters(sentence, left, top + 0.6, colour=INK)
    _slip_foot(paper, sheet, x, band, wide, foot, y + high)
    paper.frame(x, y, wide, high, CLOTH, thick=0.3, radius=2.5)


def _slip_foot(paper: Paper, sheet: Sheet, x: float, band: float, wide: float, foot: float, bottom: float) -> None:
    alone = foot == bottom
    paper.panel(x, band, wide, 8, CLOTH, radius=2.5 if alone else 0, corners=("BOTTOM_LEFT", "BOTTOM_RIGHT") if alone else True)
    address = paper.fitted(sheet.read, wide - 6, bold=True, most=16, least=0)
    paper.letters(address, x, band + (8 - address.height) / 2, width=wide, align="C", bold=True, colour=STRAW)
    if alone:
        return
    whole = wide - 6
    phone = paper.fitted(sheet.phone, whole * 0.46 if sheet.unit_name else whole, bold=True, most=14, least=0)
    if sheet.phone:
        paper.letters(phone, x + 3, foot + (bottom - foot - phone.height) / 2, width=whole, align="R" if sheet.unit_name else "C", bold=True, colour=PLUM)
    if sheet.unit_name:
        width = whole * 0.52 if sheet.phone else whole
        unit = paper.fitted(sheet.unit_name, width, bold=True, most=9.5, least=7.5, lines=2)
        paper.letters(unit, x + 3, foot + (bottom - foot - unit.height) / 2, width=width, align="L" if sheet.phone else "C", bold=True, colour=INK)
