"""Plain texts and tables with commas, in any coding that they are met in here."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from learning.library.extraction.blocks import MOST_CELLS, Block, Found, Item, Paragraph, Runs, Table, plain

LARGEST = 8_000_000  # bytes
BULLETS = ("- ", "* ", "• ", "+ ", "– ")


def decoded(data: bytes) -> str:
    """UTF-8, UTF-16 by its mark, or Windows-1258."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if len(data) == LARGEST and error.start > LARGEST - 4:  # cut within a letter
            return data[: error.start].decode("utf-8-sig")
        return data.decode("cp1258", "replace")


def lines_to_blocks(lines: Iterator[str]) -> Iterator[Block]:
    """A blank line ends a paragraph; a bullet begins an item."""
    held: list[str] = []
    for line in lines:
        bullet = line.lstrip().startswith(BULLETS)
        if held and (bullet or not line.strip()):
            yield Paragraph(plain("\n".join(held)))
            held = []
        if bullet:
            yield Item(plain(line.lstrip()[2:]))
        elif line.strip():
            held.append(line.strip())
            if len(held) > 200:
                yield Paragraph(plain("\n".join(held)))
                held = []
    if held:
        yield Paragraph(plain("\n".join(held)))


def rows(text: str) -> Iterator[list[Runs]]:
    start = text[:4000].split("\n", 1)[0]
    csv.field_size_limit(200_000)
    mark = max(",;\t|", key=start.count)
    return ([plain(cell) for cell in row[:MOST_CELLS]] for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark))


def blocks(path: str, found: Found) -> Iterator[Block]:
    with open(path, "rb") as file:
        text = decoded(file.read(LARGEST))
        if file.read(1):
            found.problem = "too_long"
    if path.endswith(".csv"):
        yield Table(rows(text))
    else:
        yield from lines_to_blocks(islice(iter(text.splitlines()), 500_000))
