"""The base of every printed sheet: paper, letters, thread and cloth, drawn as vectors. The same words on the same day give the same bytes."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import cast

from fpdf import FPDF
from fpdf.fonts import TTFFont

from sharing import qr, weave
from sharing.lines import LEADING, POINT, Fitted, clean, fit

# The colours of static/css/tokens.css.
INK, SOFT, PAPER, RICE, LINE = "#1f1b24", "#4a4350", "#fffaf3", "#f6ecdc", "#dccdb5"
CLOTH, PLUM, GOLD, STRAW, WHITE = "#1f2a5c", "#7a1f4b", "#f2b632", "#ffdf8e", "#ffffff"
MIST = "#dfe3f6"  # small words on cloth
THREADS = {"w": "#fff3dc", "g": GOLD, "r": "#cf5c7d"}

FONTS = Path(__file__).parent / "fonts"
FAMILY = "BeVietnamPro"
CAPITAL = 0.74  # of the size: how high a capital stands


class Sheet(FPDF):
    """A document measured in millimetres from the top left; sizes of letters in points."""

    def __init__(self, *, title: str, language: str, made_on: date, paper: tuple[float, float]):
        super().__init__(unit="mm", format=paper)
        self.set_margin(0)
        self.set_auto_page_break(False)
        for style, weight in (("", "Regular"), ("B", "Bold")):
            self.add_font(FAMILY, style, FONTS / f"{FAMILY}-{weight}.ttf")
        self.set_font(FAMILY, size=10)
        self.set_title(clean(title))
        self.set_lang(language)
        # A moment of the day printed, not of the run: two prints of a day are the same file.
        self.set_creation_date(datetime.combine(made_on, time(), UTC))

    # Letters

    def fitted(self, text: str, width: float, *, bold: bool = False, most: float, least: float, lines: int = 1) -> Fitted:
        """The words as this sheet would set them within `width`; see lines.fit."""
        return fit(lambda part: self._width(part, bold), clean(text), width, most=most, least=least, lines=lines)

    def letters(self, fitted: Fitted, x: float, y: float, *, width: float = 0, align: str = "L", bold: bool = False, colour: str = INK) -> float:
        """Sets the lines with their top at `y` and gives the bottom. `align` L, C or R within `width`."""
        self.set_font(FAMILY, "B" if bold else "", fitted.size)
        self.set_text_color(*_rgb(colour))
        rise = fitted.size * POINT
        for line in fitted.lines:
            spare = width - self._width(line, bold) * fitted.size
            self.text(x + {"L": 0, "C": spare / 2, "R": spare}[align], y + rise * (LEADING + CAPITAL) / 2, line)
            y += rise * LEADING
        return y

    def words(self, text: str, x: float, y: float, width: float, *, size: float, least: float = 0, lines: int = 1, **how) -> float:
        """fitted() and letters() in one: at `size` points where the width allows."""
        set_so = self.fitted(text, width, bold=how.get("bold", False), most=size, least=least or size, lines=lines)
        return self.letters(set_so, x, y, width=width, **how)

    def _width(self, text: str, bold: bool) -> float:
        """Millimetres at one point, from the font's own widths: asking fpdf2 takes forty times as long."""
        font = cast(TTFFont, self.fonts[FAMILY.lower() + ("B" if bold else "")])
        return sum(font.cw[ord(letter)] for letter in text) / 1000 * POINT

    # Shapes

    def panel(self, x: float, y: float, width: float, height: float, fill: str, *, radius: float = 0, corners=True):
        self.set_fill_color(*_rgb(fill))
        self.rect(x, y, width, height, "F", round_corners=corners if radius else False, corner_radius=radius)

    def frame(self, x: float, y: float, width: float, height: float, colour: str, *, thick: float = 0.4, radius: float = 0):
        self.set_draw_color(*_rgb(colour))
        self.set_line_width(thick)
        self.rect(x, y, width, height, "D", round_corners=bool(radius), corner_radius=radius)

    def disc(self, x: float, y: float, radius: float, fill: str):
        """Round its middle (x, y)."""
        self.set_fill_color(*_rgb(fill))
        self.circle(x, y, radius, "F")

    def stitches(self, x: float, y: float, length: float, *, down: bool = False, colour: str = LINE, thick: float = 0.5, dash: float = 2.6, gap: float = 1.7):
        """A running stitch, the site's dashed rule; `down` the sheet instead of across."""
        self.set_draw_color(*_rgb(colour))
        self.set_line_width(thick)
        self.set_dash_pattern(dash=dash, gap=gap)
        self.line(x, y, x if down else x + length, y + length if down else y)
        self.set_dash_pattern()

    def cloth(self, rows: Sequence[str], x: float, y: float, thread: float):
        """The threads of a weave, each `thread` wide, on whatever ground lies there."""
        for sign, colour in THREADS.items():
            self._squares(weave.runs(rows, sign), x, y, thread, colour)

    def brocade(self, x: float, y: float, width: float, height: float, *, tiles: int):
        """A strip of indigo cloth with so many motifs along its middle."""
        self.panel(x, y, width, height, CLOTH)
        rows = weave.strip(tiles)
        thread = min(width / weave.length(tiles), height / len(rows))
        self.cloth(rows, x + (width - thread * weave.length(tiles)) / 2, y + (height - thread * len(rows)) / 2, thread)

    def qr(self, text: str, x: float, y: float, *, box: float, side: float, level: str = "m", least: int = 1):
        """The symbol `side` wide in the middle of a white box, smaller only where a coarse one would leave its quiet zone no room."""
        modules = qr.matrix(text, level, least)
        side = min(side, box * len(modules) / (len(modules) + 2 * qr.QUIET))
        inset = (box - side) / 2
        self.panel(x, y, box, box, WHITE, radius=2)
        self.frame(x, y, box, box, LINE, radius=2)
        self._squares(weave.runs(modules, True), x + inset, y + inset, side / len(modules), "#000000")

    def _squares(self, runs: Iterable[tuple[int, int, int]], x: float, y: float, side: float, colour: str):
        """All in one path: drawn one by one, neighbours would show a seam between them."""
        scale = side * self.k
        ink = " ".join(f"{part / 255:.3f}" for part in _rgb(colour))
        path = " ".join(f"{column} {row} {count} 1 re" for column, row, count in runs)
        self._out(f"q {ink} rg {scale:.4f} 0 0 {-scale:.4f} {x * self.k:.3f} {(self.h - y) * self.k:.3f} cm {path} f Q")


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
