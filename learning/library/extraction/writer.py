"""Blocks to HTML of a few tags without attributes. Every letter of the file goes through escape(): no markup passes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain, groupby, islice

from learning.library.extraction.blocks import MOST_CELLS, Block, Heading, Item, Run, Runs, Table, words

TAGS = ("h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "br")
LONG = 6000  # characters of a paragraph or of a stretch of a table; longer ones are cut, so that a part can end there
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff\ue000-\uf8ff]")
SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
SENTENCE = re.compile(r"(?<=[.;:!?…])\s|\n")
WEB = re.compile(r"https?://[^\s<>\"']{3,500}")
OURS = re.compile(rf"</?(?:{'|'.join(TAGS)})>|&(?:lt|gt|amp|quot|#x27);")


@dataclass
class Piece:
    """A block that is written. level is 0 but for headings, whose html waits for the place they get in the outline."""

    html: str
    text: str
    level: int = 0


def clean(text: str) -> str:
    return SPACES.sub(" ", NOT_TEXT.sub("", unicodedata.normalize("NFC", text)))


def is_ours(html: str) -> bool:
    """Whether only this module's tags and entities are in it."""
    return not re.search("[<>&]", OURS.sub("", html))


def pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    for kind, group in groupby(blocks, key=_kind):
        if kind in {"ul", "ol"}:
            yield from _lists(kind, (block for block in group if isinstance(block, Item)))
            continue
        for block in group:
            if isinstance(block, Heading):
                yield from _heading(block)
            elif isinstance(block, Table):
                yield from _table(block.rows)
            else:
                yield from _paragraphs(block.runs)


def _kind(block: Block) -> str:
    if isinstance(block, Item):
        return "ol" if block.ordered else "ul"
    return type(block).__name__


def _heading(block: Heading) -> Iterator[Piece]:
    text = " ".join(clean(words(block.runs)).split())
    if len(text) > 200:  # a paragraph that wears a heading's style
        yield from _paragraphs(block.runs)
    elif text:
        yield Piece(escape(text), text, max(block.level, 1))


def _paragraphs(runs: Runs) -> Iterator[Piece]:
    for some in _cut(runs):
        html, text = inline(some)
        if text:
            yield Piece(f"<p>{html}</p>", text)


def _lists(tag: str, items: Iterable[Item]) -> Iterator[Piece]:
    made: list[tuple[str, str]] = []
    size = 0
    for item in items:
        for some in _cut(item.runs):
            html, text = inline(some)
            if text:
                made.append((f"<li>{html}</li>", text))
                size += len(html)
        if size > LONG:
            yield _joined(tag, made)
            made, size = [], 0
    if made:
        yield _joined(tag, made)


def _joined(tag: str, made: list[tuple[str, str]]) -> Piece:
    return Piece(f"<{tag}>{''.join(html for html, _ in made)}</{tag}>", "\n".join(text for _, text in made))


def _table(rows: Iterator[list[Runs]]) -> Iterator[Piece]:
    """The first row is the head where it has a word in each cell. One column is no table."""
    cells = ([inline(cell) for cell in row[:MOST_CELLS]] for row in rows)
    filled = (row for row in cells if any(text for _, text in row))
    first, second = next(filled, None), next(filled, None)
    if first is None:
        return
    start = [first] if second is None else [first, second]
    if all(len(row) == 1 for row in start) or second is None:
        for row in chain(start, filled):
            yield from (Piece(f"<p>{html}</p>", text) for html, text in row if text)
        return
    head = f"<thead>{_row(start.pop(0), 'th')}</thead>" if all(text for _, text in first) else ""
    said = _said(first) if head else ""
    body = chain(start, filled)
    while made := list(_stretch(body)):
        html = "".join(_row(row, "td") for row in made)
        yield Piece(f"<table>{head}<tbody>{html}</tbody></table>", "\n".join(filter(None, [said, *map(_said, made)])))
        said = ""


def _stretch(rows: Iterator[list[tuple[str, str]]]) -> Iterator[list[tuple[str, str]]]:
    size = 0
    while size < LONG and (row := next(rows, None)):
        size += sum(len(html) + 9 for html, _ in row)
        yield row


def _row(row: list[tuple[str, str]], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{html}</{tag}>' for html, _ in row)}</tr>"


def _said(row: list[tuple[str, str]]) -> str:
    return " | ".join(text for _, text in row if text)


def _cut(runs: Runs) -> Iterator[Runs]:
    """The same words in stretches of at most LONG characters, each ended between sentences where there are any."""
    some: Runs = []
    room = LONG
    for run in runs:
        text = run.text
        while len(text) > room:
            ends = [match.end() for match in islice(SENTENCE.finditer(text, 0, room), 4000)]
            end = ends[-1] if ends else (text.rfind(" ", 0, room) + 1 or room)
            yield [*some, run._replace(text=text[:end])]
            some, text, room = [], text[end:], LONG
        some.append(run._replace(text=text))
        room -= len(text)
        if room <= 0:
            yield some
            some, room = [], LONG
    if some:
        yield some


def inline(runs: Runs) -> tuple[str, str]:
    """(html, text) of runs, each stretch of one face in one tag."""
    html, text = [], []
    for (bold, italic, href), group in groupby(runs, key=lambda run: (run.bold, run.italic, run.href)):
        said = clean(words(group))
        if not said:
            continue
        if WEB.fullmatch(href) and href not in said:
            said = f"{said.rstrip()} ({clean(href)})"
        text.append(said)
        html.append(_faced(said, bold, italic))
    joined = "\n".join(line.strip() for line in "".join(text).split("\n")).strip()
    return re.sub(r"^(?: |<br>)+|(?: |<br>)+$", "", "".join(html)), joined


def _faced(said: str, bold: bool, italic: bool) -> str:
    if not said.strip():
        return said.replace("\n", "<br>")
    body = said.strip(" \n")
    before, after = said[: len(said) - len(said.lstrip(" \n"))], said[len(said.rstrip(" \n")) :]
    html = escape(body).replace("\n", "<br>")
    html = f"<em>{html}</em>" if italic else html
    html = f"<strong>{html}</strong>" if bold else html
    return (before + html + after).replace("\n", "<br>")


def bare(runs: Iterable[Run]) -> Runs:
    """Without faces: a paragraph that is bold from end to end says nothing by it."""
    return [Run(run.text, href=run.href) for run in runs]
