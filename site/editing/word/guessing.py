"""What each part of a document is for the page that it becomes, as a first word for the editor. Pure."""

import re
from collections.abc import Sequence

from editing.word.lines import NOTES
from pages.columns import is_cost_table
from pages.parts import STEP_NUMBER, STEP_WORD, TO, Kind, Part, Section, section_of
from pages.tidying import without_start

TIP = re.compile(r"(?:mẹo nhỏ|mẹo|gợi ý|bí quyết|tip)\s*:\s*", re.IGNORECASE)
WARNING = re.compile(r"(?:cảnh báo|lưu ý|chú ý|cẩn thận|nguy hiểm|coi chừng|warning)\s*[:!]\s*", re.IGNORECASE)


def guess(parts: Sequence[Part], kinds: Sequence[Kind], sections: Sequence[Section]) -> None:
    """Sets the kind of each, anew from what it was read as."""
    place = sections[0] if sections else None
    for part in parts:
        part.was = part.was or part.kind
        part.kind = part.was
        if part.kind == Kind.HEADING and part.caption == NOTES:
            place = next((section for section in sections if section.has_notes), place)
            part.kind = TO + place.name if place else Kind.HEADING
        elif part.kind == Kind.HEADING:
            part.kind, place = heading(part, kinds, sections, place)
        elif part.kind == Kind.TABLE and Kind.COSTS in kinds and is_cost_table(part.rows):
            part.kind = Kind.COSTS
        elif part.kind == Kind.TEXT:
            part.kind = text(part, kinds)
        elif part.kind == Kind.LIST and place and place.has_steps and place.name != sections[0].name and part.html.startswith("<ol>"):
            part.kind = Kind.STEP
        elif part.kind not in kinds and part.picture is None:
            part.kind = Kind.TEXT


def heading(part: Part, kinds: Sequence[Kind], sections: Sequence[Section], place: Section | None) -> tuple[str, Section | None]:
    """(kind, the section that one is in from here)"""
    if Kind.STEP in kinds and STEP_WORD.match(part.text):
        return Kind.STEP, place
    if found := section_of(part.text, sections):
        return TO + found.name, found
    if Kind.STEP in kinds and place and place.has_steps and STEP_NUMBER.match(part.text):
        return Kind.STEP, place
    return Kind.HEADING, place


def text(part: Part, kinds: Sequence[Kind]) -> str:
    for kind, mark in ((Kind.TIP, TIP), (Kind.WARNING, WARNING)):
        found = mark.match(part.text)
        if kind in kinds and found and found.end() < len(part.text):
            part.html = without_mark(part.html, found.end())
            return kind
    return Kind.STEP if Kind.STEP in kinds and STEP_WORD.match(part.text) and ":" in part.text[:12] else Kind.TEXT


def without_mark(html: str, length: int) -> str:
    """The block that it becomes says "Small tip" itself."""
    rest = without_start(html.removeprefix("<p>"), length)
    return re.sub(r"^((?:<[^>]*>)*)(\w)", lambda found: f"<p>{found[1]}{found[2].upper()}", rest, count=1)
