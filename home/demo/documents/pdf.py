"""Handbooks and leaflets as PDF: A5, so that two pages fit a printed A4 and one fits a phone."""

import io
from datetime import date

from home.demo.art import scenes
from home.demo.documents import blocks, pictures
from home.demo.documents.booklet import A5, FOOT, GAP, SIDE, TOP, WIDE, Booklet
from home.demo.documents.pictures import Draw
from sharing import weave
from sharing.paper import CLOTH, GOLD, INK, MIST, PLUM, RICE, SOFT, WHITE

HANDBOOK, LEAFLET = 12.0, 11.0  # the size of the words, points
BAND = 70.0  # how high the picture over a chapter is, where its text does not say
ENTRY = 8.6  # and a line of the contents


def make(text: dict, labels: dict, language: str, draw: Draw, *, version: int = 0, day: date) -> bytes:
    book = Book(text, labels, language, draw, version, day)
    book.bind()
    return bytes(book.output())


class Book(Booklet):
    def __init__(self, text, labels, language, draw, version, day):
        super().__init__(
            text["title"], body=text.get("size", HANDBOOK if text.get("layout") == "handbook" else LEAFLET), title=text["title"], language=language, made_on=day
        )
        self.set_author(text["issuing_body"])
        self.set_subject(text["summary"])
        self.text_of, self.labels, self.language, self.draw = text, labels, language, draw
        self.parts, self.day = blocks.parts(text, version), day
        self.begins: list[int] = []
        self.is_handbook = text.get("layout") == "handbook"

    def bind(self) -> None:
        if self.is_handbook:
            self._front()
            self._contents()
        for number, part in enumerate(self.parts, 1):
            self._part(number, part)
        if self.is_handbook:
            self._back()
            self._list_parts()

    def _front(self) -> None:
        self.leaf(numbered=False)
        self.mark(self.labels["front"])
        self.panel(0, 0, *A5, CLOTH)
        self._picture(self.text_of["cover"], 0, 0, A5[0], A5[0] * 9 / 16)
        self.brocade(0, A5[0] * 9 / 16, A5[0], 12, tiles=9)
        y = self.words(self.text_of["title"], SIDE, 108, WIDE, size=27, least=20, lines=4, bold=True, colour=WHITE) + 5
        for line in self.broken(self.text_of["summary"], WIDE, 12):
            self.line_of(line, SIDE, y, 12, colour=MIST)
            y += 6.4
        self.stitches(SIDE, 180, 40, colour=GOLD, thick=0.9)
        self.words(self.text_of["issuing_body"], SIDE, 184, WIDE, size=11, least=8, lines=2, bold=True, colour=WHITE)
        self.words(f"{self.labels['year']} {self.text_of['year']}", SIDE, 196, WIDE, size=10, colour=MIST)

    def _contents(self) -> None:
        """The list itself is written last, when it is known where the parts begin."""
        self.leaf()
        self.mark(self.labels["contents"])
        self.flow(self.labels["contents"], size=20, bold=True, colour=PLUM)
        self.stitches(SIDE, self.at + 1.5, 22, colour=GOLD, thick=1.1, dash=6, gap=2.5)
        self.at += 8
        self.listed_at = self.page, self.at
        self.at += len(self.parts) * ENTRY + 5
        for block in blocks.parse(self.text_of["preface"]):
            self._block(block)

    def _list_parts(self) -> None:
        last = self.page
        self.page, y = self.listed_at
        for number, (part, page) in enumerate(zip(self.parts, self.begins, strict=True), 1):
            self.words(str(number), SIDE, y, 8, size=12, bold=True, colour=PLUM)
            self.words(part["title"], SIDE + 9, y, WIDE - 22, size=11, least=8, colour=INK)
            self.words(str(page), SIDE, y, WIDE, size=11, align="R", bold=True, colour=INK)
            self.stitches(SIDE + 9, y + 6.4, WIDE - 9)
            self.link(SIDE, y, WIDE, 8, self.add_link(page=page))
            y += ENTRY
        self.page = last

    def _part(self, number: int, part: dict) -> None:
        title, scene = part["title"], part.get("picture")
        if self.is_handbook or number == 1:
            self.leaf()
        if scene and (self.is_handbook or number == 1):
            band = self.text_of.get("band", BAND)
            self._picture(scene, 0, 0, A5[0], band)
            self.at = band + 6
        elif number == 1:
            self.brocade(0, 0, A5[0], 9, tiles=12)
            self.at = TOP + 2
        if number == 1 and not self.is_handbook:
            self._leaflet_head()
        else:
            self.at += 2
            self.room(45)
        self.mark(title)
        self.begins.append(self.page)
        if self.is_handbook:
            self.disc(SIDE + 5, self.at + 5, 5, PLUM)
            self.words(str(number), SIDE, self.at + 1.9, 10, size=14, align="C", bold=True, colour=WHITE)
            self.at = self.words(title, SIDE + 14, self.at + 1, WIDE - 14, size=18, least=14, lines=2, bold=True, colour=INK) + 4
        elif title:
            self.flow(title, size=14, bold=True, colour=PLUM)
            self.at += 1.5
        for block in blocks.parse(part["text"]):
            self._block(block)
        if self.is_handbook:
            self.notes(self.labels["notes"])

    def _leaflet_head(self) -> None:
        self.at = self.words(self.text_of["title"], SIDE, self.at, WIDE, size=20, least=16, lines=3, bold=True, colour=INK) + 2
        self.flow(self.text_of["summary"], size=11, colour=SOFT)
        self.at += 1.5
        self.stitches(SIDE, self.at + 1, 22, colour=GOLD, thick=1.1, dash=6, gap=2.5)
        self.at += 6

    def _block(self, block: blocks.Block) -> None:
        lines = block.lines
        if block.kind in {"tip", "warning"}:
            ground, edge = (RICE, GOLD) if block.kind == "tip" else ("#f9e4ea", PLUM)
            self.boxed(self.labels[block.kind], lines, ground=ground, edge=edge)
        elif block.kind == "question":
            self.at += 1
            self.room(20)
            self.flow(lines[0], bold=True, colour=CLOTH)
            self.at -= GAP - 1
        elif block.kind == "lines":
            self.ruled(int(lines[0]))
        elif block.kind == "table":
            self.grid(block.rows)
        elif block.kind == "heading":
            self.heading(lines[0])
            self.at -= GAP
        else:
            {"text": self._text, "list": self.listed, "steps": self.steps, "checks": self.checks, "fields": self.fields}[block.kind](lines)
        self.at += GAP

    def _text(self, lines: list[str]) -> None:
        for line in lines:
            self.flow(line)

    def _back(self) -> None:
        self.leaf(numbered=False)
        self.mark(self.labels["back"])
        self.panel(0, 0, *A5, CLOTH)
        self.cloth(weave.EMBLEM, A5[0] / 2 - 16.5, 40, 3)
        self.brocade(0, 150, A5[0], 12, tiles=9)
        self.at = 92
        for block in blocks.parse(self.text_of["closing"]):
            for line in self.broken(block.lines[0], WIDE - 10, 12):
                self.words(line, SIDE, self.at, WIDE, size=12, align="C", colour=WHITE)
                self.at += 6.6
            self.at += 3
        self.words(self.text_of["issuing_body"], SIDE, 176, WIDE, size=10, least=8, align="C", colour=MIST)
        self.at = FOOT

    def _picture(self, scene: str, x: float, y: float, width: float, height: float) -> None:
        alt = scenes.load()[scene].alt_vi if self.language == "vi" else scenes.load()[scene].alt_en
        data = pictures.jpeg(self.draw, scene, width=1000, ratio=width / height)
        self.image(io.BytesIO(data), x, y, width, height, alt_text=alt)
