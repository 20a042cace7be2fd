"""The empty sheet to fill in: its columns, and beside them what may be written in each."""

from typing import BinaryIO

from django.utils.translation import gettext
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from wagtail.models import Collection

from config.languages import LANGUAGES, SOURCE
from learning.library.models import LibraryDocument
from learning.library.office.batch.columns import FIELDS
from learning.library.office.seen import policy
from pages.models import Topic

ROWS = 200  # that offer the choices


def choices(user) -> dict[str, list[str]]:
    hers = policy().collections_user_has_permission_for(user, "add").exclude(depth=1)
    return {
        "kind": [str(label) for label in LibraryDocument.Kind.labels],
        "language": [language.in_vietnamese for language in LANGUAGES],
        "topic": list(Topic.objects.filter(locale__language_code=SOURCE).values_list("name", flat=True)),
        "collection": list(Collection.objects.filter(pk__in=hers).order_by("path").values_list("name", flat=True)),
    }


def write(out: BinaryIO, user) -> None:
    book = Workbook()
    sheet, beside = book.active, book.create_sheet(gettext("Choices"))
    sheet.title = gettext("Documents")
    offered = choices(user)
    for place, field in enumerate(FIELDS, start=1):
        letter = get_column_letter(place)
        sheet.cell(1, place, str(field.label)).font = Font(bold=True)
        sheet.column_dimensions[letter].width = 24
        if names := offered.get(field.key):
            offer(sheet, beside, letter, str(field.label), names)
    sheet.freeze_panes = "A2"
    book.save(out)


def offer(sheet, beside, letter: str, label: str, names: list[str]) -> None:
    """A list to choose from in each cell of the column."""
    column = len([cell for cell in beside[1] if cell.value]) + 1
    beside.cell(1, column, label).font = Font(bold=True)
    beside.column_dimensions[get_column_letter(column)].width = 28
    for number, name in enumerate(names, start=2):
        cell = beside.cell(number, column, name)
        cell.data_type = "s"  # a name that begins like a formula stays a name
    place = get_column_letter(column)
    rule = DataValidation(type="list", formula1=f"'{beside.title}'!${place}$2:${place}${len(names) + 1}", allow_blank=True, showErrorMessage=False)
    rule.add(f"{letter}2:{letter}{ROWS + 1}")
    sheet.add_data_validation(rule)
