"""A booklet's pages: words that flow from page to page, in the site's colours and letters. Millimetres; sizes in points."""

from collections.abc import Iterable

from sharing.lines import POINT, clean
from sharing.paper import CAPITAL, CLOTH, FAMILY, GOLD, INK, LINE, PAPER, PLUM, RICE, SOFT, WHITE, Sheet

A5 = (148.0, 210.0)
SIDE, TOP, FOOT = 15.0, 16.0, 192.0  # where words may stand
WIDE = A5[0] - 2 * SIDE
LEAD = 1.42
MOST_NOTES = 12
GAP = 2.6  # between two blocks


class Booklet(Sheet):
    def __init__(self, running: str, *, body: float, **about):
        super().__init__(paper=A5, **about)
        self.running, self.body, self.at = running, body, TOP
        self.numbered = False

    def leaf(self, *, numbered: bool = True) -> None:
        """The next page. Its foot holds the running title and its number."""
        self.add_page()
        self.at, self.numbered = TOP, numbered
        self.panel(0, 0, *A5, PAPER)
        if numbered:
            self.stitches(SIDE, 198.5, WIDE)
            self.words(self.running, SIDE, 200.5, WIDE - 20, size=7.5, least=6, colour=SOFT)
            self.words(str(self.page_no()), SIDE, 200, WIDE, size=9, align="R", bold=True, colour=PLUM)

    def room(self, height: float) -> None:
        """A new page where this one has not so much left."""
        if self.at + height > FOOT:
            self.leaf()

    def mark(self, title: str, level: int = 0) -> None:
        """A bookmark to where the words stand now."""
        self.set_y(self.at)
        self.start_section(clean(title), level=level)

    # Words

    def broken(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        lines: list[str] = []
        for word in clean(text).split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._width(longer, bold) * size <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def height(self, text: str, width: float, size: float = 0, bold: bool = False) -> float:
        size = size or self.body
        return len(self.broken(text, width, size, bold)) * size * POINT * LEAD

    def flow(self, text: str, *, indent: float = 0, size: float = 0, bold: bool = False, colour: str = INK, width: float = 0) -> None:
        """A paragraph; it may go on over the page, but neither begins nor ends with a line alone."""
        size = size or self.body
        lines = self.broken(text, width or WIDE - indent, size, bold)
        step = size * POINT * LEAD
        for number, line in enumerate(lines):
            self.room(step * (2 if number in {0, len(lines) - 2} and len(lines) > 1 else 1))
            self.line_of(line, SIDE + indent, self.at, size, bold, colour)
            self.at += step

    def line_of(self, line: str, x: float, y: float, size: float, bold: bool = False, colour: str = INK) -> None:
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(colour)
        self.text(x, y + size * POINT * (LEAD + CAPITAL) / 2, line)

    # Blocks

    def heading(self, text: str) -> None:
        self.at += 1.6
        self.room(self.height(text, WIDE, 13, True) + 14)
        self.mark(text, 1)
        self.flow(text, size=13, bold=True, colour=PLUM)
        self.at += 1

    def listed(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.room(self.height(line, WIDE - 6))
            self.disc(SIDE + 2, self.at + 3.1, 0.8, PLUM)
            self.flow(line, indent=6)
            self.at += 0.9

    def steps(self, lines: Iterable[str]) -> None:
        for number, line in enumerate(lines, 1):
            self.room(max(self.height(line, WIDE - 9), 6.4))
            self.disc(SIDE + 3, self.at + 3.1, 3, PLUM)
            self.words(str(number), SIDE, self.at + 0.95, 6, size=9.5, align="C", bold=True, colour=WHITE)
            top = self.at
            self.flow(line, indent=9)
            self.at = max(self.at, top + 6.4) + 1.1

    def checks(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.room(self.height(line, WIDE - 8))
            self.frame(SIDE + 0.4, self.at + 1, 4, 4, CLOTH, thick=0.45, radius=0.7)
            self.flow(line, indent=8)
            self.at += 1.1

    def boxed(self, label: str, lines: list[str], *, ground: str = RICE, edge: str = GOLD, ink: str = INK) -> None:
        """Never broken over two pages."""
        inner = WIDE - 12
        tall = sum(self.height(line, inner) for line in lines) + 2.5 * 2 + (self.body * POINT * LEAD if label else 0)
        self.room(tall)
        self.panel(SIDE, self.at, WIDE, tall, ground, radius=1.5)
        self.panel(SIDE, self.at, 1.6, tall, edge)
        self.at += 2.5
        for number, line in enumerate([label, *lines] if label else lines):
            bold = bool(label) and not number
            self.flow(line, indent=6, width=inner, bold=bold, colour=PLUM if bold else ink)
        self.at += 2.5

    def fields(self, labels: Iterable[str]) -> None:
        """A label and a dotted line behind it to write on."""
        for label in labels:
            self.room(8)
            self.line_of(label, SIDE, self.at, self.body)
            start = SIDE + self._width(clean(label), False) * self.body + 2
            self.stitches(start, self.at + 5.6, SIDE + WIDE - start, colour=SOFT, thick=0.25, dash=0.4, gap=1)
            self.at += 8

    def ruled(self, count: int) -> None:
        for _line in range(count):
            self.room(8.5)
            self.at += 8.5
            self.stitches(SIDE, self.at - 1, WIDE, colour=SOFT, thick=0.25, dash=0.4, gap=1)

    def notes(self, label: str) -> None:
        """Lines for her own words on what is left of the page."""
        if self.at + 30 > FOOT:
            return
        self.at += 3
        self.flow(label, size=11, bold=True, colour=SOFT)
        self.ruled(min(int((FOOT - self.at) / 8.5), MOST_NOTES))

    def grid(self, rows: list[list[str]]) -> None:
        """On one page if it can be. The first row heads the others and comes again on a new page. A column is as wide as its longest cell asks for."""
        size, pad = 10.5, 1.8
        wishes = [min(max(self._width(clean(row[n]), True) * size for row in rows), 46) + 2 * pad for n in range(len(rows[0]))]
        spare = WIDE - sum(wishes)
        widths = [wish + spare * wish / sum(wishes) for wish in wishes]
        whole = sum(max(self._row_height(row, widths, size, pad, bold=not number), 7.5) for number, row in enumerate(rows))
        self.room(min(whole, FOOT - TOP))
        for number, row in enumerate(rows):
            tall = max(self._row_height(row, widths, size, pad, bold=False), 7.5)
            if number and self.at + tall > FOOT:
                self.leaf()
                self._row(rows[0], widths, size, pad, head=True)
            self._row(row, widths, size, pad, head=not number)

    def _row_height(self, row, widths, size, pad, bold) -> float:
        return max(self.height(cell, width - 2 * pad, size, bold) for cell, width in zip(row, widths, strict=True)) + 2 * pad

    def _row(self, row, widths, size, pad, head: bool) -> None:
        tall = max(self._row_height(row, widths, size, pad, head), 7.5)
        if head:
            self.panel(SIDE, self.at, WIDE, tall, CLOTH)
        x = SIDE
        for cell, width in zip(row, widths, strict=True):
            for n, line in enumerate(self.broken(cell, width - 2 * pad, size, head)):
                self.line_of(line, x + pad, self.at + pad + n * size * POINT * LEAD, size, head, WHITE if head else INK)
            x += width
        self.at += tall
        self.set_draw_color(LINE)
        self.set_line_width(0.3)
        self.line(SIDE, self.at, SIDE + WIDE, self.at)
