"""Word documents: styles and outline levels are headings; what was deleted in review and what stands twice is left out."""

from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element

from learning.library.extraction.archive import RELATIONSHIP, Archive, number, stream
from learning.library.extraction.blocks import MOST_CELLS, Block, Found, Heading, Item, Paragraph, Run, Runs, Table, plain, words
from learning.library.extraction.writer import bare

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}rPr", f"{W}pPr", TWICE}
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
DEEPEST = 40  # elements within elements


class Word:
    def __init__(self, archive: Archive):
        main = archive.main("word/document.xml")
        self.links = {key: target for key, (kind, target) in archive.relations(main).items() if kind == "hyperlink"}
        by_kind = dict(archive.relations(main).values())
        self.levels = dict(self._levels(archive.tree(by_kind.get("styles", "word/styles.xml"))))
        self.ordered = dict(self._ordered(archive.tree(by_kind.get("numbering", "word/numbering.xml"))))
        self.archive, self.name = archive, main

    def _levels(self, styles: Element) -> Iterator[tuple[str, int]]:
        """Paragraph styles that are headings, with those based on them. The title stands above the headings of level 1."""
        known: dict[str, int] = {}
        for style in styles.iter(f"{W}style"):
            key, name = style.get(f"{W}styleId", ""), value(style, "name").lower()
            outline = value(style, "pPr", "outlineLvl")
            below = number(name.removeprefix("heading ")) or (number(outline, 9) + 1 if outline else 0)
            level = 1 if name == "title" else below + 1 if below else known.get(value(style, "basedOn"), 0)
            if 0 < level <= 10:
                known[key] = level
                yield key, level

    def _ordered(self, numbering: Element) -> Iterator[tuple[str, bool]]:
        kinds = {one.get(f"{W}abstractNumId"): value(one, "lvl", "numFmt") not in {"bullet", "none", ""} for one in numbering.iter(f"{W}abstractNum")}
        for one in numbering.iter(f"{W}num"):
            yield one.get(f"{W}numId", ""), kinds.get(value(one, "abstractNumId"), False)

    def blocks(self) -> Iterator[Block]:
        with self.archive.opened(self.name) as file:
            events = stream(file, (f"{W}p", f"{W}tr"), (f"{W}tbl",))
            for event, element in events:
                if element.tag == f"{W}p":
                    yield self.paragraph(element)
                elif event == "start":
                    yield Table(self.rows(events))

    def rows(self, events) -> Iterator[list[Runs]]:
        for event, element in events:
            if element.tag == f"{W}tbl" and event == "end":
                return
            if element.tag == f"{W}tr":
                yield [self.cell(cell) for cell in islice(element.iter(f"{W}tc"), MOST_CELLS)]

    def cell(self, cell: Element) -> Runs:
        runs: Runs = []
        for paragraph in cell.findall(f"{W}p"):
            runs += [Run("\n"), *self.runs(paragraph)] if runs else self.runs(paragraph)
        return runs

    def paragraph(self, element: Element) -> Block:
        runs = list(self.runs(element))
        properties = element.find(f"{W}pPr")
        if properties is None:
            return Paragraph(runs)
        style, outline = value(properties, "pStyle"), value(properties, "outlineLvl")
        level = number(outline) + 2 if outline and number(outline, 9) < 9 else self.levels.get(style, 0)
        if level:
            return Heading(level, plain(words(runs)))
        numbered = value(properties, "numPr", "numId")
        if numbered and numbered != "0" or style.lower().startswith(("listbullet", "listnumber")):
            return Item(runs, ordered=self.ordered.get(numbered, style.lower().startswith("listnumber")))
        return Paragraph(bare(runs) if all(run.bold for run in runs) else runs)

    def runs(self, element: Element, href: str = "", deep: int = 0) -> Iterator[Run]:
        for child in element:
            if child.tag in LEFT_OUT or deep > DEEPEST:
                continue
            if child.tag == f"{W}r":
                yield from self.run(child, href, deep)
            elif child.tag == f"{W}hyperlink":
                yield from self.runs(child, self.links.get(child.get(f"{RELATIONSHIP}id", ""), ""), deep + 1)
            else:
                yield from self.runs(child, href, deep + 1)

    def run(self, run: Element, href: str, deep: int) -> Iterator[Run]:
        bold, italic = switched_on(run, "b"), switched_on(run, "i")
        for child in run:
            if child.tag == f"{W}t":
                yield Run(child.text or "", bold, italic, href)
            elif child.tag in SIGNS:
                yield Run(SIGNS[child.tag], bold, italic, href)
            elif child.tag not in LEFT_OUT:  # a text box
                for paragraph in outermost(child, f"{W}p"):
                    yield Run("\n")
                    yield from self.runs(paragraph, href, deep + 1)


def outermost(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag != TWICE:
            yield from outermost(child, tag)


def value(element: Element, *path: str) -> str:
    found = element.find("/".join(f"{W}{name}" for name in path))
    return found.get(f"{W}val", "") if found is not None else ""


def switched_on(run: Element, name: str) -> bool:
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in {"0", "false", "none"}


def blocks(path: str, found: Found) -> Iterator[Block]:
    with Archive(path) as archive:
        found.pages = number(archive.tree("docProps/app.xml").findtext(PAGES)) or None
        found.pictures = sum(name.startswith("word/media/") for name in archive.namelist())
        yield from Word(archive).blocks()
