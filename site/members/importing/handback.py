"""The rows that were not taken, as a file to mend and upload again: the chosen columns alone, and one more that says why."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from members.importing.columns import ERRORS
from members.models import ImportRun
from pages.spreadsheets import BEGINS_FORMULA


def rows(run: ImportRun) -> Iterator[list[str]]:
    yield [*(run.headers[place] for place in run.chosen), ERRORS]
    for cells, errors in run.problems.values_list("cells", "errors").iterator(chunk_size=2000):
        yield [*cells, " ".join(capital(error) for error in errors)]


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def sentences(run: ImportRun, most: int) -> Iterator[str]:
    """The first problems, as they are told on the page and by the command."""
    for row, errors in run.problems.values_list("row", "errors")[:most]:
        for error in errors:
            yield gettext("Row %(row)s, %(problem)s") % {"row": row, "problem": error}


def write_xlsx(run: ImportRun, out: BinaryIO) -> None:
    """Every cell is text, whatever it begins with: a telephone number keeps its zero, a formula stays its own words."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(ERRORS)
    for values in rows(run):
        sheet.append([as_text(sheet, value) for value in values])
    book.save(out)


def as_text(sheet, value: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    cell.data_type, cell.quotePrefix = "s", value.startswith(BEGINS_FORMULA)
    return cell


def write_csv(run: ImportRun, out: BinaryIO) -> None:
    """UTF-8 with its mark, so that Excel shows the tones; an apostrophe before what Excel would compute."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    csv.writer(text).writerows([f"'{value}" if value.startswith(BEGINS_FORMULA) else value for value in values] for values in rows(run))
    text.flush()
    text.detach()


WRITERS = {"xlsx": write_xlsx, "csv": write_csv}
