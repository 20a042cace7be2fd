"""The certificate of a course: one sheet of A4 across, framed in brocade, that whoever holds it can have verified."""

from dataclasses import dataclass
from datetime import date

from sharing import weave
from sharing.paper import CLOTH, GOLD, INK, PAPER, PLUM, SOFT, Sheet
from sharing.weave import EMBLEM

WIDE, HIGH = 297, 210
THREAD = 0.5  # millimetres
BAND = 7  # of cloth round the sheet
# The frame holds whole motifs on each side: 27 across, 18 down, and a square at each corner.
LEFT, TOP = (WIDE - 284) / 2, (HIGH - 194) / 2
WORDS = 220  # width of the lines in the middle
EDGE = 25


@dataclass(frozen=True)
class CertificateFace:
    name: str
    course: str
    day: date
    code: str  # as it is to be read: "H7K2-MX4P"
    address: str  # what the QR opens: where anyone verifies it


@dataclass(frozen=True)
class CertificateWords:
    """In the certificate's language, all plain text. `day` is the date as that language writes it."""

    language: str  # "vi"
    union: str  # "Hội Liên hiệp Phụ nữ"
    title: str  # "Giấy chứng nhận"
    given_to: str  # "Hội chứng nhận chị"
    has_completed: str  # "đã học xong khóa"
    day: str  # "Ngày 21/11/2026"
    code: str  # "Mã"
    verify: str  # "Quét mã để kiểm tra giấy này."


def certificate(face: CertificateFace, words: CertificateWords) -> bytes:
    """A PDF of one page."""
    sheet = Sheet(title=f"{words.title}: {face.name}, {face.course}", language=words.language, made_on=face.day, paper=(WIDE, HIGH))
    sheet.add_page()
    _frame(sheet)
    _head(sheet, words)
    _praise(sheet, face, words)
    _foot(sheet, face, words)
    return bytes(sheet.output())


def _frame(sheet: Sheet):
    right, bottom = WIDE - LEFT, HIGH - TOP
    sheet.panel(LEFT, TOP, right - LEFT, bottom - TOP, CLOTH)
    across, down = weave.strip(27), weave.turned(weave.strip(18))
    rim = (BAND - len(weave.TILE) * THREAD) / 2
    for y in (TOP, bottom - BAND):
        sheet.cloth(across, (WIDE - len(across[0]) * THREAD) / 2, y + rim, THREAD)
    for x in (LEFT, right - BAND):
        sheet.cloth(down, x + rim, (HIGH - len(down) * THREAD) / 2, THREAD)
    for x in (LEFT, right - BAND):
        for y in (TOP, bottom - BAND):
            sheet.panel(x, y, BAND, BAND, PLUM)
            sheet.cloth(EMBLEM, x + rim, y + rim, THREAD)
    sheet.panel(LEFT + BAND, TOP + BAND, right - LEFT - 2 * BAND, bottom - TOP - 2 * BAND, GOLD)
    sheet.panel(LEFT + BAND + 1, TOP + BAND + 1, right - LEFT - 2 * BAND - 2, bottom - TOP - 2 * BAND - 2, PAPER)


def _head(sheet: Sheet, words: CertificateWords):
    sheet.panel(WIDE / 2 - 9, 21, 18, 18, CLOTH, radius=2.5)
    sheet.cloth(EMBLEM, WIDE / 2 - 6.6, 23.4, 1.2)
    _centred(sheet, words.union, 41.5, size=13, colour=SOFT)
    _centred(sheet, words.title, 49.5, size=38, bold=True, colour=PLUM)


def _praise(sheet: Sheet, face: CertificateFace, words: CertificateWords):
    _centred(sheet, words.given_to, 74, size=14, colour=SOFT)
    name = sheet.fitted(face.name, WORDS, bold=True, most=34, least=24, lines=2)
    middle = 92.5
    sheet.letters(name, (WIDE - WORDS) / 2, middle - name.height / 2, width=WORDS, align="C", bold=True, colour=CLOTH)
    sheet.stitches(WIDE / 2 - 40, 105.5, 80, colour=GOLD, thick=0.8)
    _centred(sheet, words.has_completed, 110, size=14, colour=SOFT)
    course = sheet.fitted(face.course, WORDS, bold=True, most=22, least=16, lines=2)
    sheet.letters(course, (WIDE - WORDS) / 2, 129 - course.height / 2, width=WORDS, align="C", bold=True, colour=INK)


def _foot(sheet: Sheet, face: CertificateFace, words: CertificateWords):
    """The QR and how to verify to the left, the day and who gives it to the right."""
    sheet.qr(face.address, EDGE, 146, box=41, side=32)
    left, width = EDGE + 46, 92
    y = sheet.words(f"{words.code} {face.code}", left, 158, width, size=17, bold=True, colour=CLOTH)
    y = sheet.words(words.verify, left, y + 0.5, width, size=11, lines=2)
    sheet.words(face.address.split("://")[-1], left, y, width, size=9, colour=SOFT)
    right = WIDE - EDGE - 82
    y = sheet.words(words.day, right, 163.6, 82, size=14, align="R", bold=True)
    sheet.words(words.union, right, y, 82, size=11, align="R", colour=SOFT)


def _centred(sheet: Sheet, text: str, y: float, *, size: float, **how):
    sheet.words(text, (WIDE - WORDS) / 2, y, WORDS, size=size, align="C", **how)
