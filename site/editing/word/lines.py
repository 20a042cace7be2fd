"""What readers give: lines, grids and pictures in the order of the document; and the parts that they make. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from learning.library.extraction.blocks import Run, Runs, words
from pages.parts import TITLE, Kind, Part
from pages.tidying import ORNAMENT, address, clean, is_ornament, marker_of, plain, tidy, typed_lists, without_start

LONGEST_HEADING = 120  # characters of a line that is only bold; a longer one is a paragraph that somebody found important
MOST_TEXT = 2_000_000  # characters of a document
MOST_PARTS = 600  # above, paragraphs that follow one another are one part
MOST_AT_ALL = 2000
NOTES = "notes"  # the caption of the heading above a document's footnotes; who keeps the document writes the heading itself
CAPTIONED = re.compile(r"\s*(?:ảnh|hình|nguồn|ảnh minh họa|photo|figure|image)\b[\s\d]*[:.–\-(]", re.IGNORECASE)
QUOTED = re.compile(r"[“\"«](?P<said>[^”\"»]{20,480})[”\"»]\s*[.,]?\s*(?:[-–—(]\s*(?P<who>[^)]{2,110}?)\)?)?\s*")


@dataclass
class Seen:
    """A picture. source: the member of the archive, or a data address."""

    source: str
    alt: str = ""


@dataclass
class Line:
    """A paragraph. kind: p, h (a heading by its style), title, subtitle, li, quote, caption or note."""

    runs: Runs
    kind: str = "p"
    ordered: bool = False
    pictures: list[Seen] = field(default_factory=list)

    @property
    def text(self) -> str:
        return clean(words(self.runs)).strip()

    @property
    def is_bold(self) -> bool:
        said = [run for run in self.runs if run.text.strip()]
        return bool(said) and all(run.bold for run in said)

    @property
    def looks_like_heading(self) -> bool:
        """Only bold, or only capitals, short, and no sentence."""
        text = self.text
        if self.kind != "p" or not 2 <= len(text) <= LONGEST_HEADING or text.endswith((".", ",", ";", ":-", "…")):
            return False
        letters = [letter for letter in text if letter.isalpha()]
        shouted = len(letters) > 6 and " " in text and all(letter.isupper() for letter in letters)
        marker = marker_of(text)
        return (self.is_bold or shouted) and not (marker and marker.kind == "ul")


@dataclass
class Grid:
    """A table: rows of cells of lines."""

    rows: list[list[list[Line]]] = field(default_factory=list)


@dataclass
class Document:
    """What becomes of a file: its title and summary as proposed, parts, pictures and what was left out (key, number)."""

    title: str = ""
    summary: str = ""
    parts: list[Part] = field(default_factory=list)
    pictures: list[Seen] = field(default_factory=list)
    left: list[tuple[str, int]] = field(default_factory=list)


# Inline


def inline(runs: Iterable[Run], *, plain_face: bool = False) -> str:
    """Rich text of runs: bold, italic, links that lead somewhere on the web, line breaks."""
    made = []
    for (bold, italic, href), group in groupby(
        runs, key=lambda run: (run.bold and not plain_face, run.italic and not plain_face, address(run.href) if run.href else "")
    ):
        text = "\n".join(_line(each) for each in words(group).split("\n"))
        made.append(_faced(text, bold, italic, href))
    return re.sub(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$", "", re.sub(" +", " ", "".join(made)))


def _line(text: str) -> str:
    return clean(re.sub("^(\\s*)[\uf0a7\uf0b7\uf0d8\uf0fc]", r"\1•", text))


def _faced(text: str, bold: bool, italic: bool, href: str) -> str:
    body = text.strip(" \n")
    if not body:
        return text.replace("\n", "<br/>")
    before, after = text[: len(text) - len(text.lstrip(" \n"))], text[len(text.rstrip(" \n")) :]
    html = escape(body, quote=False)
    for wanted, tag in ((italic, "i"), (bold, "b")):
        html = f"<{tag}>{html}</{tag}>" if wanted else html
    if href:
        html = f'<a href="{escape(href)}">{html}</a>'
    return (before + html + after).replace("\n", "<br/>")


# Parts


def parts_of(blocks: Iterable[Line | Grid]) -> Document:
    """Headings, texts, lists, quotations, pictures and tables; the title is what stands first as one."""
    found = Document()
    notes: list[Line] = []
    size = 0
    for kind, group in groupby(_sorted_out(blocks, notes), key=_kind):
        if size > MOST_TEXT:
            found.left.append(("too_long", sum(1 for _ in group)))
            continue
        for block in _together(kind, group, found):
            size += len(block.html) + sum(len(cell) for row in block.rows for cell in row)
            found.parts.append(block)
    if notes:
        items = "".join(f"<li>{inline(note.runs)}</li>" for note in notes)
        found.parts += [Part(Kind.HEADING, "<p>*</p>", caption=NOTES), Part(Kind.LIST, f"<ol>{items}</ol>")]
    take_title(found)
    _join_many(found)
    return found


def _sorted_out(blocks: Iterable[Line | Grid], notes: list[Line]) -> Iterator[Line | Grid]:
    """Without empty and ornamental lines; a picture within a line stands after it as one of its own."""
    for block in blocks:
        if isinstance(block, Grid):
            yield from _unboxed(block)
            continue
        if block.kind == "note":
            notes.append(block)
            continue
        pictures, block.pictures = block.pictures, []
        if block.text and not is_ornament(block.text):
            yield block
        for seen in pictures:
            yield Line([], "picture", pictures=[seen])


def _unboxed(grid: Grid) -> Iterator[Line | Grid]:
    """A table of one column, or one that only holds pictures in place, is no table; pictures in the others stand after them."""
    filled = [row for row in grid.rows if any(line.text or line.pictures for cell in row for line in cell)]
    most = max((sum(any(line.text for line in cell) for cell in row) for row in filled), default=0)
    lines = [line for row in filled for cell in row for line in cell]
    if most <= 1 or len(filled) == 1 and any(line.pictures for line in lines):
        for line in lines:
            pictures, line.pictures = line.pictures, []
            yield from (Line([], "picture", pictures=[seen]) for seen in pictures)
            if line.text:
                yield line
        return
    yield Grid(filled)
    yield from (Line([], "picture", pictures=[seen]) for line in lines for seen in line.pictures)


def _kind(block: Line | Grid) -> str:
    if isinstance(block, Grid):
        return "table"
    if block.kind == "li":
        return "ol" if block.ordered else "ul"
    return "h" if block.looks_like_heading else block.kind


def _together(kind: str, group: Iterable[Line | Grid], found: Document) -> Iterator[Part]:
    if kind == "table":
        yield from (_table(block) for block in group if isinstance(block, Grid))
        return
    lines = [block for block in group if isinstance(block, Line)]
    if kind in {"ul", "ol"}:
        yield Part(Kind.LIST, f"<{kind}>{''.join(f'<li>{_item(line)}</li>' for line in lines)}</{kind}>")
    elif kind == "p":
        yield from _paragraphs(lines, found)
    elif kind == "caption":
        yield from _captions(lines, found)
    else:
        for line in lines:
            yield from _single(kind, line, found)


def _item(line: Line) -> str:
    """A real item in whose text somebody typed a dash as well has it once."""
    marker = marker_of(line.text)
    html = inline(line.runs)
    if marker and marker.kind == "ul":
        return without_start(html, marker.length)
    return html


def _paragraphs(lines: list[Line], found: Document) -> Iterator[Part]:
    """Texts one by one, so that each may become a tip or a step; typed lists whole; words in quotation marks with who says them."""
    written = [each for line in lines if (each := inline(line.runs, plain_face=line.is_bold))]
    for kind, items in typed_lists(written):
        if kind != "p":
            yield Part(Kind.LIST, f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>")
            continue
        last = found.parts[-1] if found.parts else None
        text = plain(items[0])
        if last and last.picture is not None and not last.caption and CAPTIONED.match(text) and len(text) <= 160:
            last.caption = text
        elif said := QUOTED.fullmatch(text):
            yield Part(Kind.QUOTATION, f"<p>{escape(said['said'], quote=False)}</p>", who=said["who"] or "")
        else:
            html = tidy(f"<p>{items[0]}</p>")
            if html:
                yield Part(Kind.TEXT, html)


def _captions(lines: list[Line], found: Document) -> Iterator[Part]:
    for line in lines:
        last = found.parts[-1] if found.parts else None
        if last and last.picture is not None and not last.caption:
            last.caption = line.text
        else:
            yield Part(Kind.TEXT, f"<p>{inline(line.runs)}</p>")


def _single(kind: str, line: Line, found: Document) -> Iterator[Part]:
    if kind == "picture":
        found.pictures.append(line.pictures[0])
        yield Part(Kind.PICTURE, picture=len(found.pictures) - 1, alt=line.pictures[0].alt)
    elif kind == "quote":
        said = QUOTED.fullmatch(line.text)
        yield Part(Kind.QUOTATION, f"<p>{escape(said['said'] if said else line.text.strip('“”'), quote=False)}</p>", who=(said["who"] or "") if said else "")
    elif kind == "subtitle" and not found.summary:
        found.summary = line.text
    elif kind == "title" and not found.title:
        found.title = line.text
    elif len(line.text) > 3 * TITLE:  # a paragraph that wears a heading's style
        yield Part(Kind.TEXT, f"<p>{inline(line.runs, plain_face=True)}</p>")
    elif text := ORNAMENT_START.sub("", line.text).rstrip(" :"):
        yield Part(Kind.HEADING, f"<p>{escape(text, quote=False)}</p>")


ORNAMENT_START = re.compile(rf"^{ORNAMENT.pattern}(?=\w)|{ORNAMENT.pattern}$")


def _table(grid: Grid) -> Part:
    wide = max(len(row) for row in grid.rows)
    rows = [[_cell(cell) for cell in row] + [""] * (wide - len(row)) for row in grid.rows]
    used = [at for at in range(wide) if any(row[at] for row in rows)]
    return Part(Kind.TABLE, rows=[[row[at] for at in used] for row in rows])


def _cell(lines: list[Line]) -> str:
    bold = all(line.is_bold for line in lines if line.text)
    return "<br/>".join(html for line in lines if (html := inline(line.runs, plain_face=bold)))


def take_title(found: Document) -> None:
    """The first line, if it is a heading, where no style says title. In capitals it is shouted: it is said instead, names want a look."""
    first = found.parts[0] if found.parts else None
    if not found.title and first and first.kind == Kind.HEADING:
        found.title = first.text
        found.parts.pop(0)
    if found.title.isupper():
        found.title = found.title.capitalize()


def _join_many(found: Document) -> None:
    """A book has more paragraphs than anybody looks through one by one."""
    if len(found.parts) <= MOST_PARTS:
        return
    joined: list[Part] = []
    for part in found.parts:
        last = joined[-1] if joined else None
        if last and part.kind in {Kind.TEXT, Kind.LIST} and last.kind == Kind.TEXT and len(last.html) < 4000:
            last.html += part.html
        else:
            joined.append(part)
    if len(joined) > MOST_AT_ALL:
        found.left.append(("too_many", len(joined) - MOST_AT_ALL))
    found.parts = joined[:MOST_AT_ALL]
