"""A DOCX as lines, grids and pictures: what was deleted in review, comments, headers and tables of contents are left out. Pure.

The library's reader (learning.library.extraction.docx) gives words to be found; this one also keeps where pictures, notes and
links stand, for a page.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from editing.word.lines import Grid, Line, Seen
from learning.library.extraction import docx, old_fonts
from learning.library.extraction.archive import RELATIONSHIP, Archive, number, stream
from learning.library.extraction.blocks import Run, Runs
from learning.library.extraction.docx import DEEPEST, LEFT_OUT, SIGNS, TWICE, W, outermost, value

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
CONTENTS = re.compile(r"(?:toc|contents|table of contents|mục lục)(?: ?heading| ?\d)?", re.IGNORECASE)
ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
BY_NAME = {"title": "title", "subtitle": "subtitle", "caption": "caption", "quote": "quote", "intense quote": "quote", "quotations": "quote"}
MOST_CELLS = 12  # of a row


class Reader(docx.Word):
    """pictures: every one is counted. old: letters set in a font of TCVN3 or VNI; letters: all."""

    def __init__(self, archive: Archive):
        super().__init__(archive)
        relations = archive.relations(self.name)
        by_kind = dict(relations.values())
        self.images = {key: target for key, (kind, target) in relations.items() if kind == "image" and archive.has(target)}
        styles = list(archive.tree(by_kind.get("styles", "word/styles.xml")).iter(f"{W}style"))
        self.names = {style.get(f"{W}styleId", ""): value(style, "name").lower() for style in styles}
        self.based = {style.get(f"{W}styleId", ""): value(style, "basedOn") for style in styles}
        self.faces = {style.get(f"{W}styleId", ""): style.find(f"{W}rPr") for style in styles}
        self.lists = {style.get(f"{W}styleId", ""): value(style, "pPr", "numPr", "numId") for style in styles}
        self.notes = {kind: self._notes(by_kind.get(kind, f"word/{kind}.xml")) for kind in ("footnotes", "endnotes")}
        self.noted: list[Element] = []
        self.fields: list[str] = []  # instructions of fields that are open; what stands after "separate" is their result
        self.pictures: list[Seen] = []  # of the paragraph that is being read
        self.left: dict[str, int] = {}
        self.letters = self.old = 0

    def _notes(self, name: str) -> dict[str, Element]:
        kind = "footnote" if "footnote" in name else "endnote"
        return {note.get(f"{W}id", ""): note for note in self.archive.tree(name).iter(f"{W}{kind}") if note.get(f"{W}type", "normal") == "normal"}

    def lines(self) -> Iterator[Line | Grid]:
        with self.archive.opened(self.name) as file:
            events = stream(file, (f"{W}p", f"{W}tr"), (f"{W}tbl",))
            for event, element in events:
                if element.tag == f"{W}p":
                    yield from self.line(element)
                elif event == "start":
                    yield Grid(list(self.grid(events)))
        for at, note in enumerate(self.noted):
            if at < 1000:
                yield Line([run for p in note.iter(f"{W}p") for run in [*self.runs(p), Run(" ")]], "note")

    def grid(self, events) -> Iterator[list[list[Line]]]:
        for event, element in events:
            if element.tag == f"{W}tbl" and event == "end":
                return
            if element.tag == f"{W}tr" and element.find(f"{W}trPr/{W}del") is None:
                yield self.cells(element)

    def cells(self, row: Element) -> list[list[Line]]:
        made: list[list[Line]] = []
        for cell in outermost(row, f"{W}tc"):
            if len(made) >= MOST_CELLS:
                break
            made.append([line for paragraph in outermost(cell, f"{W}p") for line in self.line(paragraph)])
            made += [[]] * (min(number(value(cell, "tcPr", "gridSpan"), 1), MOST_CELLS) - 1)
        return made

    def line(self, element: Element) -> Iterator[Line]:
        """None of a table of contents; what a text box holds stands after the paragraph that it hangs on."""
        properties = element.find(f"{W}pPr")
        style = value(properties, "pStyle") if properties is not None else ""
        if CONTENTS.fullmatch(self.names.get(style, "")) or self.in_contents:
            list(self.runs(element))  # its end may stand in it
            return
        self.pictures, bold, italic = [], self.has_face(style, "b"), self.has_face(style, "i")
        runs = [run._replace(bold=run.bold or bold, italic=run.italic or italic) for run in self.runs(element)]
        yield self.shaped(runs, properties, style)
        for box in boxes(element):
            for paragraph in outermost(box, f"{W}p"):
                yield from self.line(paragraph)

    def shaped(self, runs: Runs, properties: Element | None, style: str) -> Line:
        named = next((BY_NAME[name] for name in self.ancestry(style) if name in BY_NAME), "")
        if named:
            return Line(runs, named, pictures=self.pictures)
        outline = value(properties, "outlineLvl") if properties is not None else ""
        if style in self.levels or outline and number(outline, 9) < 9:
            return Line(runs, "h", pictures=self.pictures)
        numbered = (value(properties, "numPr", "numId") if properties is not None else "") or self.inherited(style, self.lists)
        by_style = self.names.get(style, "").startswith(("list bullet", "list number"))
        if numbered and numbered != "0" or by_style:
            ordered = self.ordered.get(numbered, self.names.get(style, "").startswith("list number"))
            return Line(runs, "li", ordered, pictures=self.pictures)
        return Line(runs, pictures=self.pictures)

    def ancestry(self, style: str) -> Iterator[str]:
        for _ in range(10):
            if style not in self.names:
                return
            yield self.names[style]
            style = self.based.get(style, "")

    def inherited(self, style: str, known: dict[str, str]) -> str:
        for _ in range(10):
            if known.get(style) or style not in self.based:
                return known.get(style, "")
            style = self.based[style]
        return ""

    def has_face(self, style: str, name: str) -> bool:
        """What a style says of itself, or the one that it is based on."""
        for _ in range(10):
            face = self.faces.get(style)
            said = face.find(f"{W}{name}") if face is not None else None
            if said is not None:
                return said.get(f"{W}val", "1") not in {"0", "false", "none"}
            if style not in self.based:
                return False
            style = self.based[style]
        return False

    # Runs

    def runs(self, element: Element, href: str = "", deep: int = 0) -> Iterator[Run]:
        for child in element:
            if child.tag in LEFT_OUT or deep > DEEPEST:
                continue
            if child.tag == f"{W}r":
                yield from self.run(child, href, deep)
            elif child.tag == f"{W}hyperlink":
                yield from self.runs(child, self.links.get(child.get(f"{RELATIONSHIP}id", ""), ""), deep + 1)
            elif child.tag == f"{W}fldSimple":
                found = ADDRESS.match(child.get(f"{W}instr", ""))
                yield from self.runs(child, found[1] if found else href, deep + 1)
            elif child.tag == FORMULA:
                yield Run(child.text or "")
            elif child.tag != f"{W}tbl":
                yield from self.runs(child, href, deep + 1)

    def run(self, run: Element, href: str, deep: int) -> Iterator[Run]:
        properties = run.find(f"{W}rPr")
        if properties is not None and properties.find(f"{W}vanish") is not None:
            return
        bold, italic = self.face(properties, "b"), self.face(properties, "i")
        old = properties is not None and old_font(properties)
        for child in run:
            if child.tag == f"{W}fldChar":
                self.field(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText" and self.fields:
                self.fields[-1] += child.text or ""
            elif self.in_contents:
                continue
            elif child.tag == f"{W}t":
                text = child.text or ""
                self.letters += len(text)
                self.old += len(text) * old
                yield Run(text, bold, italic, href or self.field_address())
            elif child.tag in SIGNS:
                yield Run(" " if child.tag == f"{W}tab" else SIGNS[child.tag], bold, italic, href)
            elif child.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                yield from self.reference(child)
            elif child.tag not in LEFT_OUT:
                self.pictures += self.seen(child)

    def face(self, properties: Element | None, name: str) -> bool:
        if properties is None:
            return False
        said = properties.find(f"{W}{name}")
        if said is not None:
            return said.get(f"{W}val", "1") not in {"0", "false", "none"}
        return self.has_face(value(properties, "rStyle"), name)

    def field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append("")
        elif kind == "end" and self.fields:
            self.fields.pop()

    @property
    def in_contents(self) -> bool:
        return any(instruction.lstrip().upper().startswith("TOC") for instruction in self.fields)

    def field_address(self) -> str:
        return next((found[1] for instruction in reversed(self.fields) if (found := ADDRESS.match(instruction))), "")

    def reference(self, element: Element) -> Iterator[Run]:
        kind = "footnotes" if element.tag == f"{W}footnoteReference" else "endnotes"
        if note := self.notes[kind].get(element.get(f"{W}id", "")):
            self.noted.append(note)
            yield Run(f" [{len(self.noted)}]")

    def seen(self, element: Element) -> Iterator[Seen]:
        """Pictures of a drawing, with the alternative text that Word was given; those in a text box belong to its own lines."""
        alt = next((each.get("descr") or "" for each in within(element, f"{PLACED}docPr")), "")
        found = [each.get(f"{RELATIONSHIP}embed", "") for each in within(element, f"{DRAWING}blip")]
        for shape in within(element, f"{VML}shape"):
            alt = alt or shape.get("alt", "")
        found += [each.get(f"{RELATIONSHIP}id", "") for each in within(element, f"{VML}imagedata")]
        for key in found:
            if key in self.images:
                yield Seen(self.images[key], described(alt))
            else:
                self.left["linked"] = self.left.get("linked", 0) + 1


def within(element: Element, tag: str) -> Iterator[Element]:
    """Of a drawing itself, without what its text boxes hold and what stands twice."""
    for child in element:
        if child.tag == tag:
            yield child
        if child.tag not in {f"{W}txbxContent", TWICE}:
            yield from within(child, tag)


def boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag not in LEFT_OUT:
            yield from boxes(child)


def described(alt: str) -> str:
    """Word's own guesses ("A picture containing …, Description automatically generated") and file names describe nothing to a woman here."""
    lines = [line.strip() for line in alt.splitlines() if line.strip()]
    if any("automatically generated" in line.lower() or "được tạo tự động" in line.lower() for line in lines):
        return ""
    text = " ".join(lines)
    return "" if re.fullmatch(r"[\w\-. ()]+\.(?:png|jpe?g|gif|bmp|webp|heic|tiff?)|(?:picture|image|hình ảnh|ảnh) ?\d*", text, re.IGNORECASE) else text[:255]


def old_font(properties: Element) -> bool:
    fonts = properties.find(f"{W}rFonts")
    return fonts is not None and any(old_fonts.FONT.match(name) for name in (fonts.get(f"{W}ascii", ""), fonts.get(f"{W}hAnsi", "")))
