"""OpenDocument texts, as LibreOffice writes them."""

from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element

from learning.library.extraction.archive import Archive, number, stream
from learning.library.extraction.blocks import MOST_CELLS, Block, Found, Heading, Item, Paragraph, Run, Runs, Table, plain, words

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
LEFT_OUT = {f"{TEXT}note", f"{TEXT}tracked-changes", f"{TEXT}bookmark", "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"}
WHOLE = (f"{TEXT}h", f"{TEXT}p", f"{TEXT}list", f"{TABLE}table-row", f"{STYLE}style", f"{TEXT}list-style", f"{TEXT}tracked-changes")
DEEPEST = 40


class Writer:
    def __init__(self) -> None:
        self.faces: dict[str, tuple[bool, bool]] = {}  # of character styles: bold, italic
        self.ordered: set[str] = set()

    def blocks(self, file) -> Iterator[Block]:
        events = stream(file, WHOLE, (f"{TABLE}table",))
        for event, element in events:
            if element.tag == f"{TABLE}table" and event == "start":
                yield Table(self.rows(events))
            else:
                yield from self.block(element)

    def block(self, element: Element) -> Iterator[Block]:
        if element.tag == f"{STYLE}style":
            look = element.find(f"{STYLE}text-properties")
            if look is not None:
                self.faces[element.get(f"{STYLE}name", "")] = (look.get(f"{FO}font-weight") == "bold", look.get(f"{FO}font-style") == "italic")
        elif element.tag == f"{TEXT}list-style":
            if element.find(f"{TEXT}list-level-style-number") is not None:
                self.ordered.add(element.get(f"{STYLE}name", ""))
        elif element.tag == f"{TEXT}h":
            yield Heading(number(element.get(f"{TEXT}outline-level"), 1), plain(words(self.runs(element))))
        elif element.tag == f"{TEXT}p":
            yield Paragraph(self.runs(element))
        elif element.tag == f"{TEXT}list":
            yield from self.items(element)

    def items(self, element: Element) -> Iterator[Block]:
        """A heading with a number may stand in a list of its own."""
        ordered = element.get(f"{TEXT}style-name", "") in self.ordered
        for child in element.iter():
            if child.tag == f"{TEXT}h":
                yield from self.block(child)
            elif child.tag == f"{TEXT}p":
                yield Item(self.runs(child), ordered)

    def rows(self, events) -> Iterator[list[Runs]]:
        for event, element in events:
            if element.tag == f"{TABLE}table" and event == "end":
                return
            if element.tag == f"{TABLE}table-row":
                yield [self.cell(cell) for cell in islice(element.iterfind(f"{TABLE}table-cell"), MOST_CELLS)]

    def cell(self, cell: Element) -> Runs:
        runs: Runs = []
        for paragraph in (one for one in cell.iter() if one.tag in {f"{TEXT}h", f"{TEXT}p"}):
            runs += [Run("\n"), *self.runs(paragraph)] if runs else self.runs(paragraph)
        return runs

    def runs(self, element: Element, face: tuple[bool, bool] = (False, False), href: str = "", deep: int = 0) -> Runs:
        runs = [Run(element.text or "", *face, href)]
        for child in element:
            if child.tag == f"{TEXT}line-break":
                runs.append(Run("\n"))
            elif child.tag in {f"{TEXT}s", f"{TEXT}tab"}:
                runs.append(Run(" "))
            elif child.tag not in LEFT_OUT and deep < DEEPEST:
                inner = self.faces.get(child.get(f"{TEXT}style-name", ""), face) if child.tag == f"{TEXT}span" else face
                runs += self.runs(child, inner, child.get(f"{XLINK}href", href) if child.tag == f"{TEXT}a" else href, deep + 1)
            runs.append(Run(child.tail or "", *face, href))
        return runs


def blocks(path: str, found: Found) -> Iterator[Block]:
    with Archive(path) as archive:
        counts = next(archive.tree("meta.xml").iter(f"{META}document-statistic"), None)
        found.pages = (number(counts.get(f"{META}page-count")) or None) if counts is not None else None
        found.pictures = sum(name.startswith("Pictures/") for name in archive.namelist())
        with archive.opened("content.xml") as file:
            yield from Writer().blocks(file)
