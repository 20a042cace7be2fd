"""A file from its first byte to what reading.json holds, and its pictures."""

import importlib
import time
from collections.abc import Iterator
from pathlib import Path

from learning.library.extraction import READERS, old_fonts, writer
from learning.library.extraction.blocks import Block, Found, Runs, Table
from learning.library.extraction.chapters import parts
from learning.library.extraction.writer import Piece

MOST_TEXT = 2_000_000  # bytes
FEW = 30  # letters a page: a scan with the scanner's name on it
WITH_COVER = {"pdf", "odt", "epub", "jpg", "png", "webp"}
WITHOUT_TEXT = {"media", "photo"}


def read(path: str, deadline: float) -> dict:
    """{state, problem, pages, seconds, parts: [{title, html, text}]}. After the deadline, what there is by then."""
    kind = READERS[path.rsplit(".", 1)[-1]]
    found = Found(deadline=deadline)
    pieces = collect(importlib.import_module(f"learning.library.extraction.{kind}").blocks(path, found), found)
    problem = found.problem if kind in WITHOUT_TEXT else unreadable(pieces, found)
    state = "no_text" if problem in {"scan", "old_font"} or (kind not in WITHOUT_TEXT and not pieces) else "read"
    return {
        "state": state,
        "problem": problem,
        "pages": found.pages,
        "seconds": found.seconds,
        "parts": parts(pieces) if state == "read" else [],
    }


def collect(blocks: Iterator[Block], found: Found) -> list[Piece]:
    pieces, size = [], 0
    for piece in writer.pieces(in_time(blocks, found)):
        size += len(piece.text.encode()) + 1
        if size > MOST_TEXT:
            found.problem = "too_long"
            break
        pieces.append(piece)
    return pieces


def in_time(blocks: Iterator[Block], found: Found) -> Iterator[Block]:
    for block in blocks:
        if found.is_late():
            return
        yield Table(rows_in_time(block.rows, found)) if isinstance(block, Table) else block


def rows_in_time(rows: Iterator[list[Runs]], found: Found) -> Iterator[list[Runs]]:
    for row in rows:
        if found.is_late():
            return
        yield row


def unreadable(pieces: list[Piece], found: Found) -> str:
    """The problem by which there is nothing to read; else the one found before."""
    sample = "\n".join(piece.text for piece in pieces[:3000])[:200_000]
    if old_fonts.is_old(sample, found.old_font):
        return "old_font"
    if found.pictures and len(sample) < FEW * min(found.pages or 1, found.pictures):
        return "scan"
    return found.problem


def draw(path: str, folder: Path, deadline: float) -> None:
    """Pictures, as many as there is time for: cover.webp, and of a PDF 1.webp for the first page and so on."""
    ending = path.rsplit(".", 1)[-1]
    if ending not in WITH_COVER:
        return
    from learning.library.extraction import pictures  # only now, when the text is safe

    if ending == "pdf":
        draw_pages(path, folder, deadline)
    elif image := pictures.opened(path) if READERS[ending] == "photo" else pictures.cover_in(path):
        (folder / "cover.webp").write_bytes(pictures.cover(image))


def draw_pages(path: str, folder: Path, deadline: float) -> None:
    from learning.library.extraction import pdf, pictures  # as above

    for number, image in enumerate(pdf.images(path, pictures.MOST_PAGES, pictures.PAGE_WIDTH), 1):
        if number == 1:
            (folder / "cover.webp").write_bytes(pictures.cover(image))
        (folder / f"{number}.webp").write_bytes(pictures.page(image))
        if time.monotonic() > deadline:
            return
