"""What is kept of a file while it waits: its rows as lines of JSON, without the columns that are never kept.

An upload is unpacked once. What comes after, in requests of a few seconds each or after a kill, skips to its place in a
tenth of the time that reading XLSX again would take; and identity numbers are gone before anybody has pressed a button.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from django.utils.translation import gettext

from members.importing.columns import ERRORS, HEADER_WITHIN, MEMBER_FIELDS, Field, could_be_header, is_header, is_numbering, letter_of, never_kept
from members.importing.sheets import Row, Sheet, sheets
from members.importing.unreadable import Unreadable

LONGEST = 500  # characters of a cell; every field's limit is below


@dataclass
class Kept:
    headers: list[str]
    total: int = 0  # rows below the header that are not empty
    sheet: str = ""
    other_sheets: list[str] = field(default_factory=list)  # named, not read
    never: list[str] = field(default_factory=list)  # columns left out at once


def sha256(file: BinaryIO) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def tidy(text: str) -> str:
    """One line, composed, single spaces, nothing invisible."""
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = "".join(" " if letter.isspace() else letter for letter in text if letter.isspace() or unicodedata.category(letter)[0] != "C")
    return " ".join(text.split())[:LONGEST]


def table(file: BinaryIO, name: str, fields: Sequence[Field] = MEMBER_FIELDS) -> tuple[Sheet, int, list[str], list[str]]:
    """(the first sheet with a header, the header's row number, its cells, the other sheets' names)."""
    found = sheets(file, name)
    for known in (lambda cells: is_header(cells, fields), could_be_header):  # names that we know win over names that only she knows
        for sheet in found:
            for number, cells in islice(sheet.rows(), HEADER_WITHIN):
                headers = [tidy(cell) for cell in cells]
                if known(headers):
                    return sheet, number, headers, [other.name for other in found if other is not sheet]
    raise Unreadable(
        gettext("No header was found in the first %(count)s rows. One row must name the columns, for instance: %(names)s.")
        % {"count": HEADER_WITHIN, "names": "Mã hội viên, Họ và tên"}
    )


def data(sheet: Sheet, header_row: int, headers: list[str]) -> Iterator[Row]:
    """The rows below the header that say something; a header printed again on each page says nothing."""
    for number, cells in sheet.rows():
        if number <= header_row:
            continue
        cells = [tidy(cell) for cell in cells]
        if any(cells) and cells != headers and not (number == header_row + 1 and is_numbering(cells)):
            yield number, cells


def keep(file: BinaryIO, name: str, out: BinaryIO) -> Kept:
    """Write the rows to `out`; raises Unreadable."""
    sheet, header_row, headers, others = table(file, name)
    width = len(headers)
    wanted = [place for place in range(width) if headers[place] and headers[place] != ERRORS and not never_kept(headers[place])]
    kept = Kept(unique([headers[place] for place in wanted], wanted), sheet=sheet.name, other_sheets=others)
    kept.never = [header for header in headers if header and never_kept(header)]
    for number, cells in data(sheet, header_row, headers):
        cells += [""] * (width - len(cells))
        chosen = [cells[place] for place in wanted]
        if any(chosen):
            out.write(json.dumps([number, chosen], ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
            kept.total += 1
    if not kept.total:
        raise Unreadable(gettext("There is no row below the header. Fill in the members, then upload the file again."))
    return kept


def unique(headers: list[str], places: list[int]) -> list[str]:
    """Two columns of one name are told apart by their letters."""
    return [f"{header} ({letter_of(place)})" if headers.count(header) > 1 else header for header, place in zip(headers, places, strict=True)]


def lines(kept: BinaryIO) -> Iterator[Row]:
    for line in kept:
        number, cells = json.loads(line)
        yield number, cells
