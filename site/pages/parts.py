"""What a document is made of before it is a page: parts, which a page type takes into its fields (BasePage.take_parts). Pure.

editing.word reads them from DOCX files and from the clipboard and lets an editor correct them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from html import escape
from typing import Any

from pages.text import folded, shorten
from pages.tidying import plain

TITLE, ITEM, QUOTED, CAPTION, ALT = 80, 160, 500, 160, 255  # characters that a heading, a line, a quotation … may have
PARAGRAPHS = re.compile(r"<p>(.*?)</p>|<li>(.*?)</li>", re.DOTALL)
STEP_WORD = re.compile(
    r"\s*(?:bước|buoc|step|étape)\s*(?:thứ\s*)?(?:\d{1,2}|[ivx]{1,4}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s*[:.)\-–—/]*\s*", re.IGNORECASE
)
STEP_NUMBER = re.compile(r"\d{1,2}[.)/]\s+")
SENTENCE = re.compile(r"(?<=[.;!?…])\s+")


class Kind(StrEnum):
    """What an editor may call a part. Besides, "to:NAME" is a heading that begins the section of that name."""

    HEADING = "heading"
    TEXT = "text"
    LIST = "list"
    STEP = "step"
    TIP = "tip"
    WARNING = "warning"
    QUOTATION = "quotation"
    PICTURE = "picture"
    TABLE = "table"
    COSTS = "costs"
    NOTHING = "nothing"


TO = "to:"


@dataclass(frozen=True)
class Section:
    """A place of a page type that a heading leads to."""

    name: str
    label: Any  # translated when it is shown
    known_as: tuple[str, ...]  # how headings begin that mean it, without tones and capitals
    has_steps: bool = False  # numbered headings below it are steps
    has_notes: bool = False  # a document's footnotes end here


@dataclass
class Part:
    """html: paragraphs or a list, of the tags of pages.tidying. rows: of a table, each cell as inline html."""

    kind: str
    html: str = ""
    rows: list[list[str]] = field(default_factory=list)
    picture: int | None = None
    alt: str = ""
    decorative: bool = False
    caption: str = ""
    who: str = ""  # says the quotation
    was: str = ""  # its kind as it was read
    join: bool = False  # it belongs to the part above

    @property
    def text(self) -> str:
        return plain(self.html) if self.html else self.caption or " ".join(filter(None, (plain(cell) for row in self.rows for cell in row)))

    @property
    def section(self) -> str:
        return self.kind.removeprefix(TO) if self.kind.startswith(TO) else ""


def section_of(heading: str, sections: Sequence[Section]) -> Section | None:
    """The longest name wins: "Vật liệu và chi phí" is not "Vật liệu"."""
    words = re.sub(r"^(?:phan )?(?:[ivx]+|\d+|[a-h])[.)/:\-]? +", "", re.sub(r"[^\w./)( -]", " ", folded(heading))).strip()
    words = " ".join(words.split())
    found = [(len(name), section) for section in sections for name in section.known_as if words == name or words.startswith(f"{name} ")]
    return max(found, key=lambda each: each[0])[1] if found else None


# Shapes


def heading_part(words: str) -> Part:
    return Part(Kind.HEADING, f"<p>{escape(words, quote=False)}</p>")


def inner(html: str) -> list[str]:
    """Of each paragraph and item."""
    return [first or second for first, second in PARAGRAPHS.findall(html) if first or second]


def as_text(part: Part) -> str:
    """Rich text of any part, so that nothing is lost where a page has no place of its own for it."""
    if part.rows:
        return table_text(part.rows)
    if part.kind == Kind.LIST or part.html.startswith(("<ul>", "<ol>")):
        return part.html if part.html.startswith(("<ul>", "<ol>")) else f"<ul>{''.join(f'<li>{each}</li>' for each in inner(part.html))}</ul>"
    if part.kind == Kind.HEADING or part.section:
        return f"<p><b>{escape(part.text, quote=False)}</b></p>"
    if part.kind == Kind.QUOTATION or part.who:
        return f"<p><i>“{escape(part.text, quote=False)}”</i>{f' – {escape(part.who, quote=False)}' if part.who else ''}</p>"
    return part.html


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """A table as it is read on a phone: a line for each row, what its columns say before each figure."""
    filled = [list(row) for row in rows if any(plain(cell) for cell in row)]
    if not filled:
        return ""
    head = (
        filled[0] if len(filled) > 1 and all(plain(cell) for cell in filled[0]) and not any(re.search(r"\d{2}", plain(cell)) for cell in filled[0][1:]) else []
    )
    body = filled[bool(head) :]
    running = {at for at, cell in enumerate(head) if folded(plain(cell)) in {"stt", "tt", "so tt"}}
    worded = [at for at in range(len(body[0])) if sum(bool(re.search(r"[^\W\d]{2}", plain(row[at]))) for row in body if at < len(row)) * 2 > len(body)]
    first = next((at for at in worded if at not in running), 0)
    return f"<ul>{''.join(f'<li>{_row_text(row, head, first, running)}</li>' for row in body)}</ul>"


def _row_text(row: Sequence[str], head: Sequence[str], first: int, left_out: set[int]) -> str:
    """The cell of words, then the others, each behind the head of its column."""
    others = []
    for at, cell in enumerate(row):
        if at != first and at not in left_out and plain(cell):
            others.append(f"{escape(plain(head[at]), quote=False)}: {cell}" if at < len(head) else cell)
    lead = row[first] if first < len(row) and plain(row[first]) else ""
    return " – ".join(filter(None, [lead, "; ".join(others)]))


def lines(part: Part) -> list[str]:
    """Plain lines of at most ITEM characters: what is longer goes on in the next."""
    whole = [plain(each) for each in inner(as_text(part))]
    return [some for line in whole if line for some in fitted(line, ITEM)]


def fitted(text: str, most: int) -> list[str]:
    """The text in stretches of at most so many characters, cut between sentences where there are any, else between words."""
    made: list[str] = []
    for sentence in SENTENCE.split(text):
        while len(sentence) > most:
            cut = sentence.rfind(" ", 0, most + 1)
            cut = cut if cut > 0 else most
            made.append(sentence[:cut])
            sentence = sentence[cut:].strip()
        if made and len(made[-1]) + 1 + len(sentence) <= most and made[-1][-1:] in ".;!?…":
            made[-1] = f"{made[-1]} {sentence}"
        elif sentence:
            made.append(sentence)
    return made


def titled(part: Part) -> tuple[str, str]:
    """(title without "Bước 1:", rich text of what does not fit into it): a long title stays whole below its short form."""
    whole = inner(part.html) or [escape(part.text, quote=False)]
    first = plain(whole[0])
    title = STEP_NUMBER.sub("", STEP_WORD.sub("", first, count=1), count=1).strip() or first
    rest = "".join(f"<p>{each}</p>" for each in whole[1:])
    if len(title) > TITLE:
        short, _dot, after = title.partition(": ")
        if len(short) <= TITLE and after:
            return short, f"<p>{escape(after, quote=False)}</p>{rest}"
        return shorten(title, TITLE), f"<p>{escape(title, quote=False)}</p>{rest}"
    return title[:1].upper() + title[1:], rest


def joined(parts: Iterable[Part]) -> list[Part]:
    """Without what is left out; each part that belongs to the one above is in it."""
    made: list[Part] = []
    for part in parts:
        above = made[-1] if made else None
        if part.kind == Kind.NOTHING:
            continue
        if part.join and above and part.html and above.html:
            is_line = above.kind in {Kind.HEADING, Kind.STEP} or bool(above.section)
            lists = above.html[:4] == part.html[:4] and above.html.startswith(("<ul>", "<ol>"))
            if is_line and part.kind == above.kind:
                html = f"<p>{escape(f'{above.text} {part.text}', quote=False)}</p>"
            else:
                html = above.html[:-5] + part.html[4:] if lists else above.html + as_text(part)
            made[-1] = replace(above, html=html)
        else:
            made.append(part)
    return made


def picture_value(part: Part) -> dict:
    """Of pages.blocks.PictureBlock."""
    return {"image": part.picture, "alt_text": "" if part.decorative else part.alt, "decorative": part.decorative}


def no_picture() -> dict:
    return {"image": None, "alt_text": "", "decorative": False}


def by_section(parts: Iterable[Part], first: str) -> Iterator[tuple[str, str, list[Part]]]:
    """(name of the section, its heading as written, what stands below it), in order."""
    name, heading, below = first, "", list[Part]()
    for part in parts:
        if part.section:
            if below or heading:
                yield name, heading, below
            name, heading, below = part.section, part.text, []
        else:
            below.append(part)
    if below or heading:
        yield name, heading, below


def rich(parts: Iterable[Part]) -> str:
    """Everything as one rich text; pictures have no place in it."""
    return "".join(as_text(part) for part in parts if part.picture is None)


def body_blocks(parts: Iterable[Part]) -> list[dict]:
    """For pages.blocks.BodyBlock, and any stream that has some of its blocks. Paragraphs and lists that follow one another are one text."""
    made: list[dict] = []
    for part in parts:
        block = _block(part)
        if block["type"] == "text" and made and made[-1]["type"] == "text":
            made[-1]["value"] += block["value"]
        elif block["value"]:
            made.append(block)
    return made


def _block(part: Part) -> dict:
    if part.picture is not None:
        return {"type": "picture", "value": {"picture": picture_value(part), "caption": shorten(part.caption, CAPTION)}}
    if part.kind == Kind.HEADING and len(part.text) <= TITLE:
        return {"type": "heading", "value": part.text}
    if part.kind in {Kind.TIP, Kind.WARNING}:
        return {"type": str(part.kind), "value": as_text(part)}
    if part.kind == Kind.QUOTATION and len(part.text) <= QUOTED:
        return {"type": "quote", "value": {"text": part.text, "who": part.who[:120], "source": "", "example": False}}
    return {"type": "text", "value": as_text(part)}
