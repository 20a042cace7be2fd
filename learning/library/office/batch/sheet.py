"""The sheet as rows of named cells, whatever program wrote it."""

from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from django.utils.translation import gettext

from learning.library.office.batch.columns import guess, is_header
from members.importing.columns import HEADER_WITHIN
from members.importing.kept import tidy
from members.importing.sheets import sheets
from members.importing.unreadable import Unreadable

MOST_ROWS = 500


@dataclass
class Read:
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)  # headers that name nothing we know


def read(file: BinaryIO, name: str) -> Read:
    """Raises Unreadable with what to do."""
    for sheet in sheets(file, name):
        for number, cells in islice(sheet.rows(), HEADER_WITHIN):
            headers = [tidy(cell) for cell in cells]
            if is_header(headers):
                return rows_below(sheet, number, headers)
    raise Unreadable(
        gettext("No header was found in the first %(count)s rows. One row must name the columns, for instance: %(names)s.")
        % {"count": HEADER_WITHIN, "names": "Tên tệp, Tiêu đề"}
    )


def rows_below(sheet, header_row: int, headers: list[str]) -> Read:
    places = guess(headers)
    found = Read(headers={key: headers[place] for key, place in places.items()})
    found.left_out = [header for place, header in enumerate(headers) if header and place not in places.values()]
    for number, cells in sheet.rows():
        if number <= header_row:
            continue
        cells = [tidy(cell) for cell in cells] + [""] * len(headers)
        row = {key: cells[place] for key, place in places.items()}
        if any(row.values()):
            found.rows.append((number, row))
        if len(found.rows) > MOST_ROWS:
            raise Unreadable(gettext("The sheet has more than %(count)s rows. Divide it into several sheets.") % {"count": MOST_ROWS})
    if not found.rows:
        raise Unreadable(gettext("There is no row below the header. Write one row for each file, then upload the sheet again."))
    return found
