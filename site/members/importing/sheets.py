"""A file with rows, whatever program wrote it: CSV in its encodings, or XLSX. Read row by row; memory stays flat."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext

from members.importing import texts, xlsx
from members.importing.unreadable import Unreadable

Row = tuple[int, list[str]]  # its number in the file from 1, and its cells

ACCEPTED = {".csv": "csv", ".txt": "csv", ".xlsx": "xlsx", ".xlsm": "xlsx"}
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # .xls, and any Office file with a password
ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Sheet:
    name: str  # empty for a CSV
    rows: Callable[[], Iterator[Row]]  # from the first row each time


def sheets(file: BinaryIO, name: str) -> list[Sheet]:
    """The visible sheets in their order. name: the file's, for its ending. Raises Unreadable with what to do."""
    ending = PurePath(name).suffix.lower()
    if ending not in ACCEPTED:
        raise Unreadable(gettext("%(ending)s files are not accepted. Choose an xlsx or csv file.") % {"ending": ending or "?"})
    file.seek(0)
    start = file.read(4)
    if start == OLD_OR_LOCKED:
        raise Unreadable(gettext("The file has a password or the old xls format. Open it in Excel and save it as xlsx without a password."))
    if (start == ZIP) != (ACCEPTED[ending] == "xlsx"):
        raise Unreadable(
            gettext("The file's name ends in %(ending)s but its content is something else. Open it and save it as xlsx, then upload it again.")
            % {"ending": ending}
        )
    if start != ZIP:
        return [Sheet("", lambda: texts.rows(file))]
    workbook = xlsx.Workbook(file)
    return [Sheet(title, lambda part=part: workbook.rows(part)) for title, part in workbook.visible]
