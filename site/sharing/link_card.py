"""The picture that chat apps show of a link: a JPEG of 1200x630, at most 120 KB. Pure: no request, no row, no storage.

The subject lies in the middle square, which is all that a list of chats shows. Words stand on a band of cloth below the
photo, so that nothing is written over a face; without a photo the cloth is the whole card.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from sharing import weave
from sharing.lines import Fitted, clean, fit
from sharing.paper import CLOTH, FAMILY, FONTS, GOLD, INK, LINE, MIST, PAPER, RICE, THREADS, WHITE

WIDE, HIGH = 1200, 630
SQUARE = HIGH  # of the middle, which every app shows
MOST_BYTES = 120_000
QUALITIES = (84, 78, 72, 66, 58, 50, 40, 30, 20, 12)
THREAD = 3  # pixels
STRIP = 11 * THREAD + 12
SHEET = 540  # a page's width: inside the middle square
EDGE = 56
WORDS = WIDE - 2 * EDGE
CLOSEST = 1.7  # how much nearer than needed a photo is taken to bring its subject into the middle
OWNER = "Hội Liên hiệp Phụ nữ Việt Nam"
DESIGN = 1  # raised when the drawing changes: every card is then another file


@dataclass(frozen=True)
class Focus:
    """The subject within a photo, in its pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def scaled(self, by: float) -> "Focus":
        return Focus(self.left * by, self.top * by, self.right * by, self.bottom * by)

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Placing:
    """A photo as it lies on the card: enlarged so much, its top left corner there."""

    scale: float
    x: float
    y: float

    def of(self, focus: Focus) -> Focus:
        """The subject, in pixels of the card."""
        left, right = (side * self.scale + self.x for side in (focus.left, focus.right))
        top, bottom = (side * self.scale + self.y for side in (focus.top, focus.bottom))
        return Focus(left, top, right, bottom)


@dataclass(frozen=True)
class LinkFace:
    title: str
    mark: str = ""  # the language's own name, where it is not the site's first


def compose(face: LinkFace, photo: Image.Image | None = None, focus: Focus | None = None) -> bytes:
    card = Image.new("RGB", (WIDE, HIGH), CLOTH)
    pen = ImageDraw.Draw(card)
    if photo is None:
        _cloth_alone(card, pen, face)
    else:
        title = _below(face)
        above = band_top(title)
        put(card, opaque(photo), place(photo.size, focus, above), above)
        _strip(card, above)
        _lines(pen, title, above + STRIP + 10, HIGH - 8)
    if face.mark:
        _mark(pen, clean(face.mark), 36 if photo else STRIP + 24)
    return smallest(card)


def of_paper(face: LinkFace, page: Image.Image) -> bytes:
    """A document: its first page as a sheet that looks out above the cloth."""
    card = Image.new("RGB", (WIDE, HIGH), RICE)
    pen = ImageDraw.Draw(card)
    title = _below(face)
    above = band_top(title)
    wide = min(SHEET, round(page.width * (above - 40) / page.height)) if page.width > page.height else SHEET
    high = round(page.height * wide / page.width)
    left, top = (WIDE - wide) // 2, max(40, (above - high) // 2)
    pen.rectangle((left + 8, top + 8, left + wide + 8, top + high + 8), fill=LINE)
    card.paste(opaque(page).resize((wide, high), Image.Resampling.LANCZOS), (left, top))
    pen.rectangle((left, top, left + wide - 1, top + high - 1), outline=LINE, width=2)
    pen.rectangle((0, above, WIDE, HIGH), fill=CLOTH)
    _strip(card, above)
    _lines(pen, title, above + STRIP + 10, HIGH - 8)
    if face.mark:
        _mark(pen, clean(face.mark), 36)
    return smallest(card)


def is_bare(face: LinkFace, size: tuple[int, int], focus: Focus | None) -> bool:
    """Whether the photo had to be moved in, with cloth beside it: its subject is at its edge."""
    placing = place(size, focus, band_top(_below(face)))
    return placing.x > 0.5 or size[0] * placing.scale + placing.x < WIDE - 0.5


def house_card(name: str, owner: str = OWNER) -> bytes:
    """Of what has no card of its own, and of what must not be named in a chat: the site's sign and name."""
    card = Image.new("RGB", (WIDE, HIGH), CLOTH)
    pen = ImageDraw.Draw(card)
    for y in (0, HIGH - STRIP):
        _strip(card, y)
    thread = 14
    sign = _woven(weave.EMBLEM, thread)
    card.paste(sign, ((WIDE - sign.width) // 2, 116), sign)
    _lines(pen, Fitted(76, (name,)), 300, 410)
    pen.text((WIDE / 2, 446), owner, font=_font("Regular", 34), fill=MIST, anchor="mm")
    return smallest(card)


# The photo


def place(size: tuple[int, int], focus: Focus | None, high: int) -> Placing:
    """So that the photo fills the card above the words and its subject lies in the middle square, whole if it can be.

    Where the subject is at the photo's very edge the photo is taken nearer, and then moved in, with cloth beside it.
    """
    wide_now, high_now = size
    least = max(WIDE / wide_now, high / high_now)
    if focus is None:
        return _centred(size, (wide_now / 2, high_now / 2), least, high)
    nearest = min(CLOSEST * least, SQUARE / max(focus.right - focus.left, 1), high / max(focus.bottom - focus.top, 1))
    scale = least
    while True:
        placing = _centred(size, focus.middle, scale, high)
        if in_the_middle(placing.of(focus)) or scale >= nearest:
            break
        scale = min(scale * 1.06, max(nearest, least))
    if not in_the_middle(placing.of(focus)):
        placing = Placing(least, WIDE / 2 - focus.middle[0] * least, _centred(size, focus.middle, least, high).y)
    subject = placing.of(focus)
    if subject.bottom - subject.top > high:  # too tall: the head rather than the feet
        placing = Placing(placing.scale, placing.x, max(min(0.0, -focus.top * placing.scale), high - high_now * placing.scale))
    return placing


def in_the_middle(subject: Focus) -> bool:
    """One that is wider than the square has its middle there."""
    left, right = (WIDE - SQUARE) / 2, (WIDE + SQUARE) / 2
    if subject.right - subject.left > SQUARE:
        return abs(subject.middle[0] - WIDE / 2) <= 60
    return left <= subject.left + 0.5 and subject.right - 0.5 <= right


def _centred(size: tuple[int, int], middle: tuple[float, float], scale: float, high: int) -> Placing:
    """As near to the middle as it goes without leaving a part of the card bare."""
    x, y = (min(0.0, max(side / 2 - point * scale, side - length * scale)) for side, point, length in zip((WIDE, high), middle, size, strict=True))
    return Placing(scale, x, y)


def opaque(photo: Image.Image) -> Image.Image:
    """On paper where it is transparent."""
    if photo.mode not in {"RGBA", "LA", "PA", "P"}:
        return photo.convert("RGB")
    ground = Image.new("RGBA", photo.size, PAPER)
    ground.alpha_composite(photo.convert("RGBA"))
    return ground.convert("RGB")


def put(card: Image.Image, photo: Image.Image, placing: Placing, high: int) -> None:
    """Only the part that is seen is enlarged."""
    left, top = max(0.0, -placing.x / placing.scale), max(0.0, -placing.y / placing.scale)
    right = min(photo.width, (WIDE - placing.x) / placing.scale)
    bottom = min(photo.height, (high - placing.y) / placing.scale)
    size = round((right - left) * placing.scale), round((bottom - top) * placing.scale)
    seen = photo.resize(size, Image.Resampling.LANCZOS, box=(left, top, right, bottom))
    start = round(max(0.0, placing.x))
    card.paste(seen, (start, 0))
    for edge in (start, start + seen.width):
        if 0 < edge < WIDE:
            _hem(card, edge, high)


# Words and cloth


def band_top(title: Fitted) -> int:
    """Where the cloth begins: one line of words leaves the photo more room than two."""
    return HIGH - STRIP - 8 - round(sum(_leading(title.size) for _ in title.lines)) - 38


def _leading(size: float) -> float:
    return size * 1.26


def _below(face: LinkFace) -> Fitted:
    return _fitted(face.title, most=66, least=50, lines=2)


def _fitted(text: str, *, most: float, least: float, lines: int) -> Fitted:
    return fit(_width, _writable(text), WORDS, most=most, least=least, lines=lines)


def _lines(pen: ImageDraw.ImageDraw, words: Fitted, top: float, bottom: float, *, fill: str = WHITE) -> None:
    """In the middle of its room; capitals with two marks above have theirs."""
    leading = _leading(words.size)
    y = (top + bottom - leading * (len(words.lines) - 1)) / 2
    font = _font("Bold", words.size)
    capital = -font.getbbox("H", anchor="ls")[1]
    for line in words.lines:
        pen.text((WIDE / 2, y + capital / 2), line, font=font, fill=fill, anchor="ms")
        y += leading


def _cloth_alone(card: Image.Image, pen: ImageDraw.ImageDraw, face: LinkFace) -> None:
    for y in (0, HIGH - STRIP):
        _strip(card, y)
    sign, title = _woven(weave.EMBLEM, 7), _fitted(face.title, most=92, least=60, lines=3)
    high = round(_leading(title.size) * len(title.lines))
    top = (HIGH - sign.height - 26 - high) // 2
    card.paste(sign, ((WIDE - sign.width) // 2, top), sign)
    _lines(pen, title, top + sign.height + 26, top + sign.height + 26 + high)


def _strip(card: Image.Image, y: int) -> None:
    pen = ImageDraw.Draw(card)
    pen.rectangle((0, y, WIDE, y + STRIP), fill=CLOTH)
    pen.rectangle((0, y, WIDE, y + 2), fill=GOLD)
    pen.rectangle((0, y + STRIP - 3, WIDE, y + STRIP), fill=GOLD)
    cloth = _woven(tuple(weave.strip(20)), THREAD)
    card.paste(cloth, ((WIDE - cloth.width) // 2, y + 6), cloth)


def _mark(pen: ImageDraw.ImageDraw, words: str, top: int) -> None:
    font = _font("Bold", 34)
    wide = font.getlength(words)
    right = WIDE - 36
    pen.rounded_rectangle((right - wide - 48, top, right, top + 64), radius=32, fill=PAPER)
    pen.text((right - wide / 2 - 24, top + 31), words, font=font, fill=INK, anchor="mm")


def _hem(card: Image.Image, x: int, high: int) -> None:
    """Where the photo ends within the card: the strip hung upright, on the side of the cloth."""
    left = x - STRIP if x < WIDE / 2 else x
    pen = ImageDraw.Draw(card)
    pen.rectangle((left, 0, left + STRIP, high), fill=CLOTH)
    for side in (left, left + STRIP - 3):
        pen.rectangle((side, 0, side + 2, high), fill=GOLD)
    cloth = _woven(tuple(weave.turned(weave.strip(high // (len(weave.TILE[0]) * THREAD) + 1))), THREAD).crop((0, 0, 11 * THREAD, high))
    card.paste(cloth, (left + 6, 0), cloth)


@cache
def _woven(rows: tuple[str, ...], thread: int) -> Image.Image:
    """The threads alone, on nothing."""
    cloth = Image.new("RGBA", (len(rows[0]), len(rows)))
    for y, row in enumerate(rows):
        for x, sign in enumerate(row):
            if sign in THREADS:
                cloth.putpixel((x, y), (*bytes.fromhex(THREADS[sign][1:]), 255))
    return cloth.resize((cloth.width * thread, cloth.height * thread), Image.Resampling.NEAREST)


@cache
def _font(weight: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"{FAMILY}-{weight}.ttf"), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _letters() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # only where a card is made

    return frozenset(TTFont(FONTS / f"{FAMILY}-Bold.ttf").getBestCmap())


def _writable(text: str) -> str:
    """Without emoji and letters that the font lacks: they would be drawn as boxes."""
    return clean("".join(letter for letter in clean(text) if ord(letter) in _letters()))


def _width(text: str) -> float:
    return _font("Bold", 100).getlength(text) / 100


def smallest(card: Image.Image) -> bytes:
    """The best quality within MOST_BYTES."""
    for quality in QUALITIES:
        file = BytesIO()
        card.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
        if file.tell() <= MOST_BYTES:
            break
    return file.getvalue()
