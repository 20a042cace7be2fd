"""Written pieces to parts: chapters, and long chapters in as much as a weak phone opens at once."""

from collections import Counter
from collections.abc import Iterator

from learning.library.extraction.writer import Piece

LONGEST = 30_000  # characters of html of a part
MANY, TINY = 24, 2000  # chapters, and their characters on average: slides; neighbours are then put together
MOST = 500
TOGETHER = 12_000
OPENING = 800  # characters of html before the first chapter
WHOLE = 6_000  # characters of html of a leaflet, a form or a dozen slides: nobody should have to turn pages in it


def parts(pieces: list[Piece]) -> list[dict[str, str]]:
    """[{title, html, text}]. The heading that names a part is its title and not in its html."""
    top = chapter_level([piece.level for piece in pieces])
    chapters = list(_with_bodies(list(_chapters(pieces, top)), top))
    if sum(len(piece.html) for piece in pieces) <= WHOLE:
        return list(_sheets([piece for chapter in chapters for piece in chapter], named=False))
    if len(chapters) > MOST or len(chapters) > MANY and sum(len(piece.html) for piece in pieces) < TINY * len(chapters):
        chapters = list(_together(chapters))
    return [part for chapter in chapters for part in _sheets(chapter)]


def chapter_level(levels: list[int]) -> int:
    """The highest level of which there are two headings; 0 where there is none."""
    counts = Counter(level for level in levels if level)
    return min((level for level, count in counts.items() if count > 1), default=0)


def _chapters(pieces: list[Piece], top: int) -> Iterator[list[Piece]]:
    """Cut before each heading of that level or above it."""
    chapter: list[Piece] = []
    for piece in pieces:
        if 0 < piece.level <= top and chapter:
            yield chapter
            chapter = []
        chapter.append(piece)
    if chapter:
        yield chapter


def _with_bodies(chapters: list[list[Piece]], top: int) -> Iterator[list[Piece]]:
    """The document's own title, alone at the start, is left out; any other heading with nothing below it joins what follows.

    So do a few lines before the first chapter: they are mostly the cover's.
    """
    held: list[Piece] = []
    if len(chapters) > 1 and not chapters[0][0].level and sum(len(piece.html) for piece in chapters[0]) < OPENING:
        opening, first, *others = chapters
        chapters = [[first[0], *opening, *first[1:]], *others]
    for number, chapter in enumerate(chapters):
        if len(chapter) > 1 or not chapter[0].level:
            yield [*held, *chapter]
            held = []
        elif number or chapter[0].level == top or len(chapters) == 1:
            held += chapter
    if held:
        yield held


def _together(chapters: list[list[Piece]]) -> Iterator[list[Piece]]:
    some: list[Piece] = []
    for chapter in chapters:
        if some and sum(len(piece.html) for piece in [*some, *chapter]) > TOGETHER:
            yield some
            some = []
        some = [*some, *chapter]
    if some:
        yield some


def _sheets(chapter: list[Piece], named: bool = True) -> Iterator[dict[str, str]]:
    title = chapter[0].text if named and chapter[0].level else ""
    body = chapter[1:] if title else chapter
    upper = min((piece.level for piece in body if piece.level), default=0)
    htmls: list[str] = []
    texts: list[str] = []
    size = sheet = 0
    for piece in body:
        html = _placed(piece, max(upper, 1))
        if htmls and size + len(html) > LONGEST:
            sheet += 1
            yield _part(title, sheet, htmls, texts)
            htmls, texts, size = [], [], 0
        htmls.append(html)
        texts.append(piece.text)
        size += len(html)
    if htmls or title:
        yield _part(title, sheet + 1, htmls, texts)


def _placed(piece: Piece, upper: int) -> str:
    if not piece.level:
        return piece.html
    tag = "h2" if piece.level <= upper else "h3"
    return f"<{tag}>{piece.html}</{tag}>"


def _part(title: str, sheet: int, htmls: list[str], texts: list[str]) -> dict[str, str]:
    named = f"{title[:190]} ({sheet})" if title and sheet > 1 else title
    return {"title": named[:200], "html": "".join(htmls), "text": "\n".join(texts)}
