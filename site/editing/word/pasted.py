"""What a clipboard or a saved web page holds as HTML, as lines, grids and pictures: Word's, Zalo's, a browser's. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from editing.word.docx import described
from editing.word.lines import Grid, Line, Seen
from learning.library.extraction.blocks import Run

VOID = {"br", "img", "hr", "meta", "link", "input", "col", "wbr", "source", "area", "base", "embed", "param", "track"}
SKIPPED = {
    "script",
    "style",
    "head",
    "title",
    "template",
    "noscript",
    "svg",
    "math",
    "object",
    "iframe",
    "select",
    "textarea",
    "button",
    "nav",
    "footer",
    "form",
    "audio",
    "video",
    "xml",
    "canvas",
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {
    "p",
    "div",
    "li",
    "tr",
    "td",
    "th",
    "table",
    "ul",
    "ol",
    "blockquote",
    "section",
    "article",
    "main",
    "header",
    "aside",
    "figure",
    "figcaption",
    "pre",
    "dd",
    "dt",
    "dl",
    "address",
    "tbody",
    "thead",
    "body",
    "html",
    "center",
    "caption",
    "summary",
    "details",
    *HEADINGS,
}
BOLD = re.compile(r"(?<![-\w])font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(r"(?<![-\w])font-weight\s*:\s*(?:normal|lighter|[1-4]00)", re.IGNORECASE)
ITALIC = re.compile(r"(?<![-\w])font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|header|footer)", re.IGNORECASE)
ITEM = re.compile(r"mso-list\s*:\s*l\d+", re.IGNORECASE)
NUMBERED = re.compile(r"\s*(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s*$", re.IGNORECASE)
CLASSES = {"MsoTitle": "title", "MsoSubtitle": "subtitle", "MsoCaption": "caption", "MsoQuote": "quote", "MsoIntenseQuote": "quote"}
COMMENT = re.compile(r"<!--.*?-->|<!\[(?:if|endif)[^>]*>|<!\[endif\]-->", re.DOTALL)
DEEPEST = 200


@dataclass
class Open:
    tag: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    is_skipped: bool = False
    is_mark: bool = False  # Word's own number or bullet before an item


class Page(HTMLParser):
    """Tags that are never closed, or closed twice, do no harm: what is open is asked for by name."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Open] = []
        self.found: list[Line | Grid] = []
        self.into: list[list[Line | Grid]] = [self.found]
        self.grids: list[Grid] = []
        self.lists: list[str] = []
        self.line = Line([])
        self.mark = ""
        self.left: dict[str, int] = {}

    # Tags

    def handle_starttag(self, tag, attrs):
        facts = {name: value or "" for name, value in attrs}
        if tag in VOID:
            return self.void(tag, facts)
        if len(self.open) >= DEEPEST:
            return None
        above = self.open[-1] if self.open else Open("")
        style = facts.get("style", "")
        opened = Open(
            tag,
            (above.bold or tag in {"b", "strong", "th"} or bool(BOLD.search(style))) and not NOT_BOLD.search(style),
            above.italic or tag in {"i", "em", "cite"} or bool(ITALIC.search(style)),
            facts.get("href", "") if tag == "a" else above.href,
            above.is_skipped
            or tag in SKIPPED
            or "hidden" in facts
            or bool(HIDDEN.search(style))
            or facts.get("class", "") in {"MsoCommentReference", "MsoToc1", "MsoToc2", "MsoToc3", "MsoTocHeading"},
            above.is_mark or bool(IGNORED.search(style)),
        )
        self.open.append(opened)
        if not opened.is_skipped and tag in BLOCKS:
            self.begin(tag, facts, style)
        return None

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        at = next((at for at in range(len(self.open) - 1, -1, -1) if self.open[at].tag == tag), None)
        if at is None:
            return
        skipped = self.open[at].is_skipped
        del self.open[at:]
        if skipped or tag not in BLOCKS:
            return
        self.end_line()
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        elif tag in {"td", "th"} and len(self.into) > 1:
            self.into.pop()
        elif tag == "table" and self.grids:
            self.end_table()

    def handle_data(self, data):
        if self.open and self.open[-1].is_skipped:
            return
        now = self.open[-1] if self.open else Open("")
        if now.is_mark:
            self.mark += data
            return
        text = data if any(each.tag == "pre" for each in self.open) else re.sub(r"[ \t\r\n]+", " ", data)
        self.line.runs.append(Run(text, now.bold, now.italic, now.href))

    # What they mean

    def void(self, tag: str, facts: dict[str, str]) -> None:
        if self.open and self.open[-1].is_skipped:
            return
        if tag == "br":
            self.line.runs.append(Run("\n"))
        elif tag == "hr":
            self.end_line()
        elif tag == "img":
            self.picture(facts)

    def picture(self, facts: dict[str, str]) -> None:
        """Zalo and Facebook write an emoji as a picture whose alternative text it is. Nothing is fetched from elsewhere."""
        source, alt = facts.get("src", ""), facts.get("alt", "")
        if source.startswith("data:image/") and len(source) > 2000:
            self.line.pictures.append(Seen(source, described(alt)))
        elif alt and len(alt) <= 4 and not alt.isalnum():
            self.line.runs.append(Run(alt))
        elif source and not source.startswith("data:"):
            self.left["elsewhere"] = self.left.get("elsewhere", 0) + 1

    def begin(self, tag: str, facts: dict[str, str], style: str) -> None:
        self.end_line()
        name = facts.get("class", "").split(" ")[0]
        if tag in {"ul", "ol"}:
            self.lists.append(tag)
        elif tag == "table":
            self.grids.append(Grid())
        elif tag == "tr" and self.grids:
            self.grids[-1].rows.append([])
        elif tag in {"td", "th"} and self.grids:
            self.begin_cell(facts)
        elif tag == "li":
            self.line = Line([], "li", bool(self.lists) and self.lists[-1] == "ol")
        elif tag in HEADINGS:
            self.line = Line([], "h")
        elif tag in {"figcaption", "caption"}:
            self.line = Line([], "caption")
        elif tag == "blockquote" or name in CLASSES:
            self.line = Line([], CLASSES.get(name, "quote"))
        elif ITEM.search(style):
            self.line = Line([], "li")
        elif tag == "p" and any(each.tag == "li" for each in self.open) and not self.grids:
            self.line = Line([], "li", bool(self.lists) and self.lists[-1] == "ol")
        elif any(each.tag == "blockquote" for each in self.open):
            self.line = Line([], "quote")

    def begin_cell(self, facts: dict[str, str]) -> None:
        if not self.grids[-1].rows:
            self.grids[-1].rows.append([])
        cell: list[Line] = []
        self.grids[-1].rows[-1].append(cell)
        self.into.append(cell)  # type: ignore[arg-type]
        span = facts.get("colspan", "1")
        for _ in range(min(int(span), 12) - 1 if span.isascii() and span.isdigit() and len(span) < 4 else 0):
            self.grids[-1].rows[-1].append([])

    def end_table(self) -> None:
        grid = self.grids.pop()
        if self.grids or len(self.into) > 1:  # within another: its lines are the cell's
            self.into[-1].extend(line for row in grid.rows for cell in row for line in cell)
        else:
            self.into[-1].append(grid)

    def end_line(self) -> None:
        line, mark = self.line, self.mark
        self.line, self.mark = Line([]), ""
        if mark and line.kind in {"p", "li"}:
            line.kind, line.ordered = "li", bool(NUMBERED.match(mark.replace("\u00a0", " ")))
        for part in split_at_breaks(line):
            if part.text or part.pictures:
                self.into[-1].append(part)


def split_at_breaks(line: Line) -> Iterator[Line]:
    """Zalo and Facebook have one block with a break after each line: each is a paragraph of its own."""
    made = Line([], line.kind, line.ordered)
    for run in line.runs:
        if run.text == "\n" and line.kind == "p":
            yield made
            made = Line([], line.kind, line.ordered)
        else:
            made.runs.append(run)
    made.pictures = line.pictures
    yield made


def lines_of_html(html: str) -> tuple[list[Line | Grid], dict[str, int]]:
    """(lines and grids, what was left out). html: at most some megabytes; the caller limits its time."""
    page = Page()
    page.feed(COMMENT.sub("", fragment(html)))
    page.close()
    page.end_line()
    while page.grids:
        page.into = [page.found] if len(page.grids) == 1 else page.into
        page.end_table()
    return page.found, page.left


def fragment(html: str) -> str:
    """What was selected, where a browser's or Word's clipboard marks it."""
    start, end = html.find("<!--StartFragment-->"), html.rfind("<!--EndFragment-->")
    return html[start + 20 : end] if 0 <= start < end else html


def lines_of_text(text: str) -> list[Line | Grid]:
    """Plain words: a line each, and a table where every line of several has tabs."""
    found: list[Line | Grid] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        cells = line.split("\t")
        if len(cells) > 1 and line.strip():
            if not found or not isinstance(found[-1], Grid):
                found.append(Grid())
            found[-1].rows.append([[Line([Run(cell)])] for cell in cells])  # type: ignore[union-attr]
        else:
            found.append(Line([Run(line)]))
    return found
