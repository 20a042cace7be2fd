"""Workbooks: each sheet that can be seen is a chapter with one table. Values as they stand, days as they are read here."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from xml.etree.ElementTree import Element

from learning.library.extraction.archive import RELATIONSHIP, Archive, number, stream
from learning.library.extraction.blocks import MOST_CELLS, Block, Found, Heading, Runs, Table, plain

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DAYS = {14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57}  # formats that every workbook knows
FIRST_DAY = datetime(1899, 12, 30)
MOST_STRINGS = 6_000_000  # characters


class Workbook:
    def __init__(self, archive: Archive, found: Found):
        self.archive, self.found = archive, found
        self.name = archive.main("xl/workbook.xml")
        self.relations = archive.relations(self.name)
        by_kind = dict(self.relations.values())
        self.days = [self.is_day(style) for style in self.styles(by_kind.get("styles", "xl/styles.xml"))]
        self.strings = list(self.shared(by_kind.get("sharedStrings", "xl/sharedStrings.xml")))

    def styles(self, name: str) -> Iterator[tuple[int, str]]:
        tree = self.archive.tree(name)
        codes = {number(one.get("numFmtId")): one.get("formatCode", "") for one in tree.iter(f"{S}numFmt")}
        for one in tree.iterfind(f"{S}cellXfs/{S}xf"):
            key = number(one.get("numFmtId"))
            yield key, codes.get(key, "")

    def is_day(self, style: tuple[int, str]) -> bool:
        key, code = style
        bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code).lower()
        return key in DAYS or ("d" in bare and "m" in bare) or ("m" in bare and "y" in bare)

    def shared(self, name: str) -> Iterator[str]:
        if not self.archive.has(name):
            return
        size = 0
        with self.archive.opened(name) as file:
            for _, item in stream(file, (f"{S}si",)):
                said = said_in(item)
                size += len(said) + 1
                if size > MOST_STRINGS or self.found.is_late():
                    self.found.problem = "too_long"
                    return
                yield said

    def sheets(self) -> list[tuple[str, str]]:
        """(name, member) of those that can be seen."""
        rows = self.archive.tree(self.name).iterfind(f"{S}sheets/{S}sheet")
        shown = (
            (one.get("name", ""), self.relations.get(one.get(f"{RELATIONSHIP}id", ""), ("", ""))[1]) for one in rows if one.get("state", "visible") == "visible"
        )
        return [(name, member) for name, member in shown if self.archive.has(member)]

    def rows(self, member: str) -> Iterator[list[Runs]]:
        with self.archive.opened(member) as file:
            for _, row in stream(file, (f"{S}row",)):
                cells = dict(self.cells(row))
                if cells:
                    yield [plain(cells.get(column, "")) for column in range(max(cells) + 1)]

    def cells(self, row: Element) -> Iterator[tuple[int, str]]:
        place = -1
        for cell in row.iterfind(f"{S}c"):
            place = column_of(cell.get("r", "")) if cell.get("r") else place + 1
            if 0 <= place < MOST_CELLS and (said := self.said(cell)):
                yield place, said

    def said(self, cell: Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return said_in(cell.find(f"{S}is"))
        value = cell.findtext(f"{S}v") or ""
        if kind == "s":
            place = number(value, -1)
            return self.strings[place] if 0 <= place < len(self.strings) else ""
        if kind == "b":
            return "✓" if value == "1" else ""
        if kind == "n":
            style = number(cell.get("s"))
            return figure(value, style < len(self.days) and self.days[style])
        return "" if kind == "e" else value


def said_in(element: Element | None) -> str:
    """Without the reading aids of Asian scripts (rPh)."""
    if element is None:
        return ""
    return "".join(part.text or "" for part in [*element.findall(f"{S}t"), *element.findall(f"{S}r/{S}t")])


def column_of(reference: str) -> int:
    """A1 gives 0."""
    letters = re.match("[A-Z]{1,3}", reference)
    place = 0
    for letter in letters.group() if letters else "":
        place = place * 26 + ord(letter) - 64
    return place - 1


def figure(value: str, day: bool) -> str:
    """A number as it is written here: 1234.5 gives 1234,5."""
    try:
        amount = float(value)
    except ValueError:
        return value
    if day and 0 < amount < 2_958_466:
        moment = FIRST_DAY + timedelta(days=amount)
        return f"{moment:%d/%m/%Y %H:%M}" if amount % 1 else f"{moment:%d/%m/%Y}"
    return f"{amount:.10g}".replace(".", ",") if abs(amount) < 1e15 else value


def blocks(path: str, found: Found) -> Iterator[Block]:
    with Archive(path) as archive:
        workbook = Workbook(archive, found)
        sheets = workbook.sheets()
        found.pages = len(sheets)
        for name, member in sheets:
            yield Heading(1, plain(name))
            yield Table(workbook.rows(member))
