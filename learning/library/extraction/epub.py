"""Electronic books: the pages of the spine, their markup read for its structure alone."""

import posixpath
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

from learning.library.extraction.archive import Archive
from learning.library.extraction.blocks import Block, Found, Heading, Item, Paragraph, Run, Runs, Table

OPF = "{http://www.idpf.org/2007/opf}"
CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
LARGEST, CHUNK = 4_000_000, 65_536  # letters of a page of the book
SILENT = {"script", "style", "head", "template", "rt", "rp", "svg", "math", "object"}
BREAKS = {"p", "div", "section", "article", "blockquote", "li", "ul", "ol", "table", "figure", "figcaption", "dd", "dt", "pre", "hr", "body", "nav", "aside"}
HEADINGS = {f"h{n}": n for n in range(1, 7)}
BOLD, ITALIC = {"b", "strong"}, {"i", "em", "cite"}


class Page(HTMLParser):
    """Blocks of one page. Broken markup gives the text it has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[Block] = []
        self.runs: Runs = []
        self.silent = self.bold = self.italic = self.level = 0
        self.lists: list[bool] = []  # ordered or not
        self.in_item = False
        self.rows: list[list[Runs]] | None = None
        self.href = ""

    def handle_starttag(self, tag, attrs):
        if tag in SILENT:
            self.silent += 1
        elif tag in BOLD:
            self.bold += 1
        elif tag in ITALIC:
            self.italic += 1
        elif tag == "a":
            self.href = dict(attrs).get("href") or ""
        elif tag == "br":
            self.runs.append(Run("\n"))
        else:
            self.structure(tag)

    def structure(self, tag: str) -> None:
        if self.rows is not None and tag not in {"tr", "td", "th"}:
            return
        if tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in {"td", "th"} and self.rows:
            self.runs = []
            self.rows[-1].append(self.runs)
        elif tag in BREAKS or tag in HEADINGS:
            self.finish()
            self.level = HEADINGS.get(tag, 0)
            if tag in {"ul", "ol"}:
                self.lists.append(tag == "ol")
            self.in_item = self.in_item and tag in {"p", "div"} or tag == "li"
            if tag == "table":
                self.rows = []

    def handle_endtag(self, tag):
        if tag in SILENT:
            self.silent = max(self.silent - 1, 0)
        elif tag in BOLD:
            self.bold = max(self.bold - 1, 0)
        elif tag in ITALIC:
            self.italic = max(self.italic - 1, 0)
        elif tag == "a":
            self.href = ""
        elif tag == "table" and self.rows is not None:
            self.made.append(Table(iter(self.rows)))
            self.rows, self.runs = None, []
        elif self.rows is None and (tag in BREAKS or tag in HEADINGS):
            self.finish()
            self.level = 0
            if tag in {"ul", "ol"} and self.lists:
                self.lists.pop()
            self.in_item = self.in_item and tag != "li"

    def handle_startendtag(self, tag, attrs):
        if tag == "br":
            self.runs.append(Run("\n"))

    def handle_data(self, data):
        if not self.silent and data:
            self.runs.append(Run(_spaced(data) if data.strip() else " ", self.bold > 0, self.italic > 0, self.href))

    def finish(self) -> None:
        runs, self.runs = self.runs, []
        if not any(run.text.strip() for run in runs):
            return
        if self.level:
            self.made.append(Heading(self.level, runs))
        elif self.in_item and self.lists:
            self.made.append(Item(runs, self.lists[-1]))
        else:
            self.made.append(Paragraph(runs))


def _spaced(data: str) -> str:
    """Lines of the source are no lines of the text."""
    start, end = data[:1].isspace(), data[-1:].isspace()
    return f"{' ' * start}{' '.join(data.split())}{' ' * end}"


def spine(archive: Archive) -> list[str]:
    """The pages in the order of reading."""
    root = next((one.get("full-path", "") for one in archive.tree("META-INF/container.xml").iter(f"{CONTAINER}rootfile")), "content.opf")
    package = archive.tree(root)
    folder = posixpath.dirname(root)
    items = {one.get("id", ""): one.get("href", "") for one in package.iter(f"{OPF}item")}
    named = [items.get(one.get("idref", ""), "") for one in package.iter(f"{OPF}itemref")]
    pages = [posixpath.normpath(posixpath.join(folder, unquote(href.split("#")[0]))) for href in named if href]
    return [page for page in pages if archive.has(page)]


def blocks(path: str, found: Found) -> Iterator[Block]:
    with Archive(path) as archive:
        found.pictures = sum(name.lower().endswith((".jpg", ".jpeg", ".png")) for name in archive.namelist())
        for name in spine(archive):
            with archive.open(name) as file:
                yield from page_blocks(file.read(LARGEST).decode("utf-8", "replace"), found)


def page_blocks(text: str, found: Found) -> list[Block]:
    page = Page()
    for start in range(0, len(text), CHUNK):
        if found.is_late():
            break
        page.feed(text[start : start + CHUNK])
    page.close()
    page.finish()
    return page.made
