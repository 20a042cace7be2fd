"""Words that run on over as many sheets of A4 as they need, for what is read aloud or edited by hand."""

from sharing.lines import LEADING, POINT, Fitted, clean
from sharing.paper import CLOTH, INK, LINE, PLUM, SOFT, Sheet

A4 = (210, 297)
MARGIN = 18
WIDE = A4[0] - 2 * MARGIN
BOTTOM = A4[1] - 20
BODY, SMALL, LARGE, TITLE = 14, 10.5, 17, 24  # points: read aloud, at arm’s length, in the light of one lamp


class Flow(Sheet):
    def __init__(self, *, foot: str, **about):
        super().__init__(paper=A4, **about)
        self.foot = foot
        self.next_sheet()

    def next_sheet(self) -> None:
        self.add_page()
        self.brocade(0, 0, A4[0], 6.4, tiles=17)
        self.words(self.foot, MARGIN, BOTTOM + 6, WIDE - 20, size=8, least=6, colour=SOFT)
        self.words(str(self.page_no()), MARGIN + WIDE - 20, BOTTOM + 6, 20, size=8, align="R", colour=SOFT)
        self.place = 16.0

    def gap(self, height: float) -> None:
        self.place += height

    def room(self, height: float) -> None:
        """A new sheet where so much does not fit under one another."""
        if self.place + height > BOTTOM:
            self.next_sheet()

    def wrapped(self, text: str, width: float, *, size: float, bold: bool = False) -> Fitted:
        """As many words a line as fit; a word that is wider than the line is broken."""
        lines, line = [], ""
        for word in clean(text).split():
            longer = f"{line} {word}".strip()
            if self._width(longer, bold) * size <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            while self._width(word, bold) * size > width and len(word) > 1:
                fits = next(end for end in range(len(word) - 1, 0, -1) if end == 1 or self._width(word[:end], bold) * size <= width)
                lines.append(word[:fits])
                word = word[fits:]
            line = word
        return Fitted(size, (*lines, line) if line else tuple(lines))

    def text_lines(self, text: str, *, size: float = BODY, bold: bool = False, colour: str = INK, left: float = 0) -> None:
        """A paragraph, `left` millimetres in; its lines may stand on two sheets."""
        for line in self.wrapped(text, WIDE - left, size=size, bold=bold).lines:
            self.room(size * POINT * LEADING)
            self.place = self.letters(Fitted(size, (line,)), MARGIN + left, self.place, bold=bold, colour=colour)

    def title_lines(self, text: str) -> None:
        self.text_lines(text, size=TITLE, bold=True, colour=PLUM)

    def heading(self, text: str) -> None:
        """Not alone at the end of a sheet."""
        self.gap(6)
        self.room(30)
        self.text_lines(text, size=LARGE, bold=True, colour=CLOTH)
        self.stitches(MARGIN, self.place + 1.2, WIDE, colour=LINE)
        self.gap(4)

    def item(self, mark: str, text: str, *, bold: bool = False, wide: float = 8) -> None:
        """A paragraph with its mark, as a number, before it."""
        self.room(BODY * POINT * LEADING)
        self.letters(Fitted(BODY, (mark,)), MARGIN, self.place, bold=True, colour=PLUM)
        self.text_lines(text, bold=bold, left=wide)
        self.gap(1.2)
