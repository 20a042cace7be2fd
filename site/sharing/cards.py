"""The members' learning cards, "thẻ học": A6 each, four on a sheet of A4 with lines to cut along, or one on a sheet of A6.

In Vietnamese whatever the officer's own language. Nothing is said by colour alone: most branches print in black.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sharing.lines import Fitted
from sharing.paper import CLOTH, GOLD, INK, MIST, PAPER, PLUM, RICE, SOFT, STRAW, WHITE, Sheet
from sharing.weave import EMBLEM

A4, A6 = (210, 297), (105, 148)
SLOTS = [(0, 0), (105, 0), (0, 148.5), (105, 148.5)]
MARGIN = 6  # of the frame within the card: beyond what a printer leaves blank at the edge of its paper
WIDE, HIGH = 93, 136  # the frame
INSET = 5  # of the words within the frame
WORDS = WIDE - 2 * INSET
ROUND = 3.5

SITE_NAME = "Chị em học số"
UNION = "Hội Liên hiệp Phụ nữ"
# Broken by hand: no step may tear "mã PIN" apart.
STEPS = (("Mở Zalo", "hoặc máy ảnh."), ("Quét mã QR.",), ("Chọn mã PIN", "6 số, chỉ mình", "chị biết."))
KEEP = "Giữ thẻ như chìa khóa nhà."


@dataclass(frozen=True)
class CardFace:
    full_name: str
    unit: str  # "Chi hội bản Nà Mạc, xã Gia Phù"
    code: str  # eight characters
    address: str  # what the QR opens
    site: str  # where the code is typed: "chiemhocso.vn"


def card_sheet(cards: Iterable[CardFace], *, unit_name: str, printed_on: date, phone: str = "", per_page: Literal["a4", "a6"] = "a4") -> bytes:
    """A PDF of one card each, in the order given. `phone` is the chairwoman's, printed as it is given."""
    faces = list(cards)
    sheet = Sheet(title=f"Thẻ học, {unit_name}", language="vi", made_on=printed_on, paper=A6 if per_page == "a6" else A4)
    slots = [(0, 0)] if per_page == "a6" else SLOTS
    pages = -(-len(faces) // len(slots))
    for page in range(pages):
        sheet.add_page()
        for (x, y), face in zip(slots, faces[page * len(slots) :], strict=False):
            _card(sheet, face, x + MARGIN, y + MARGIN, printed_on, phone)
        if per_page == "a4":
            _cutting_lines(sheet)
            sheet.words(f"{unit_name}: tờ {page + 1} trên {pages}. Cắt theo đường đứt.", MARGIN, 143.6, WIDE, size=6.5, align="C", colour=SOFT)
    return bytes(sheet.output())


def _card(sheet: Sheet, face: CardFace, x: float, y: float, printed_on: date, phone: str):
    sheet.panel(x, y, WIDE, HIGH, PAPER, radius=ROUND)
    _head(sheet, x, y)
    _name(sheet, face, x + INSET, y + 25.3, 29)
    sheet.stitches(x + INSET, y + 55, WORDS)
    _way_in(sheet, face, x + INSET, y + 57.6)
    _code(sheet, face, x + INSET, y + 105.2)
    _foot(sheet, x, y + 121, HIGH - 121, printed_on, phone)
    sheet.frame(x, y, WIDE, HIGH, CLOTH, radius=ROUND)


def _head(sheet: Sheet, x: float, y: float):
    sheet.panel(x, y, WIDE, 20, CLOTH, radius=ROUND, corners=("TOP_LEFT", "TOP_RIGHT"))
    sheet.cloth(EMBLEM, x + INSET, y + 3.8, 1.05)
    sheet.words(SITE_NAME, x + 19.5, y + 4, 46, size=14, bold=True, colour=WHITE)
    sheet.words(UNION, x + 19.5, y + 10.3, 46, size=8.5, colour=MIST)
    sheet.words("Thẻ học", x + WIDE - 28, y + 4, 28 - INSET, size=14, bold=True, align="R", colour=STRAW)
    sheet.brocade(x, y + 18, WIDE, 6.4, tiles=8)
    sheet.panel(x, y + 24.4, WIDE, 0.9, GOLD)


def _name(sheet: Sheet, face: CardFace, x: float, y: float, height: float):
    """In the middle of its room, so that two lines stand as well as four."""
    name = sheet.fitted(face.full_name, WORDS, bold=True, most=25, least=19)
    if name.size < 19:
        name = sheet.fitted(face.full_name, WORDS, bold=True, most=18, least=18, lines=2)
    unit = sheet.fitted(face.unit, WORDS, most=11, least=10.5, lines=2)
    y += (height - name.height - unit.height) / 2
    y = sheet.letters(name, x, y, bold=True, colour=PLUM)
    sheet.letters(unit, x, y, colour=INK)


def _way_in(sheet: Sheet, face: CardFace, x: float, y: float):
    # Level M opens under a tenth of dirt only where it falls luckily; a card lives in a pocket.
    sheet.qr(face.address, x, y, box=46.5, side=36, level="q")
    x, y = x + 50, y + 4.4
    for number, step in enumerate(STEPS, 1):
        sheet.disc(x + 2.7, y + 2.4, 2.7, PLUM)
        sheet.words(str(number), x, y, 5.4, size=10, bold=True, align="C", colour=WHITE)
        y = sheet.letters(Fitted(10.5, step), x + 7.4, y) + 3.8


def _code(sheet: Sheet, face: CardFace, x: float, y: float):
    sheet.words(f"Không quét được, mở {face.site} và gõ mã:", x, y, WORDS, size=9, align="C", colour=SOFT)
    sheet.words(f"{face.code[:4]}-{face.code[4:]}", x, y + 3.6, WORDS, size=27, bold=True, align="C", colour=CLOTH)


def _foot(sheet: Sheet, x: float, y: float, height: float, printed_on: date, phone: str):
    sheet.panel(x, y, WIDE, height, RICE, radius=ROUND, corners=("BOTTOM_LEFT", "BOTTOM_RIGHT"))
    _key(sheet, x + INSET, y + height / 2 - 0.6)
    lost = f"Mất thẻ: gặp chi hội trưởng, {phone}." if phone else "Mất thẻ: gặp chi hội trưởng."
    x, width = x + 20, WORDS - 15
    y = sheet.words(KEEP, x, y + 1.5, width, size=10.5, bold=True)
    y = sheet.words(lost, x, y, width, size=9.5)
    sheet.words(f"In ngày {printed_on:%d/%m/%Y}", x, y + 0.2, width, size=6.5, colour=SOFT)


def _key(sheet: Sheet, x: float, y: float):
    sheet.disc(x + 2.8, y, 2.8, PLUM)
    sheet.disc(x + 2.4, y, 1.1, RICE)
    sheet.panel(x + 5, y - 0.6, 6.6, 1.2, PLUM)
    sheet.panel(x + 8.4, y, 1, 2.3, PLUM)
    sheet.panel(x + 10.6, y, 1, 2.8, PLUM)


def _cutting_lines(sheet: Sheet):
    sheet.stitches(0, 148.5, 210, colour=SOFT, thick=0.15, dash=2, gap=2)
    sheet.stitches(105, 0, 297, colour=SOFT, thick=0.15, dash=2, gap=2, down=True)
