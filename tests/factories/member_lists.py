"""Lists as the membership software exports them and people have worked on them: most rows good, each kind of mistake in some.

Rows are made from their number alone, so that the same list comes out each time; whether a row is good is said here, not
asked of the code under test.
"""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from openpyxl import Workbook

from members.importing.columns import letter_of

HEADERS = ["STT", "Mã hội viên", "Họ và tên (*)", "Ngày sinh", "SĐT", "Tỉnh", "Xã", "Chi hội", "Chức vụ", "CCCD", "Dân tộc", "Tôn giáo"]
TITLE = ["HỘI LIÊN HIỆP PHỤ NỮ TỈNH SƠN LA"]
FAMILIES, GIVEN = ("Lò", "Quàng", "Cà", "Lường", "Tòng", "Hoàng", "Mùa"), ("Lan", "Hoa", "Mai", "Xuân", "Hạnh", "Ngân", "Thơm", "Dưa")
IDENTITY = "014190009999"  # of the list's identity column; must be found nowhere afterwards
HOMES = (("Xã Gia Phù", "Chi hội bản Nà Mạc"), ("gia phù", "Nà Mạc"), ("Quỳnh Nhai", "Chi hội bản Phiêng Nèn"), ("XÃ QUỲNH NHAI", "bản Phiêng Nèn"))


@dataclass
class Line:
    code: str
    cells: list
    good: bool = True


def spoil(column: int, value) -> Callable[[Line], None]:
    def change(line: Line) -> None:
        line.cells[column], line.good = value, False

    return change


def dress(column: int, change: Callable) -> Callable[[Line], None]:
    """Another way of writing the same."""

    def apply(line: Line) -> None:
        line.cells[column] = change(line.cells[column])

    return apply


MISTAKES = (
    spoil(1, "=1+1"),
    spoil(1, ""),
    spoil(1, "1,23457E+11"),
    spoil(2, ""),
    spoil(2, "=HYPERLINK(1)"),
    spoil(2, "NguyÔn ThÞ Lan"),
    spoil(2, "@Lan"),
    spoil(3, "1890"),
    spoil(3, "12/05/80"),
    spoil(4, "091234567"),
    spoil(4, "9,12E+08"),
    spoil(6, "Xã Không Có"),
    spoil(7, "Chi hội bản Không Có"),
    spoil(7, ""),
)
DRESSES = (
    dress(2, lambda name: unicodedata.normalize("NFD", name)),
    dress(2, lambda name: f"  {name.replace(' ', '   ')}\u00a0"),
    dress(3, lambda year: f"12/05/{year}"),
    dress(3, lambda year: f"{year}-05-12"),
    dress(4, lambda phone: phone.lstrip("0")),
    dress(4, lambda phone: f"+84 {phone[1:4]} {phone[4:7]}.{phone[7:]}"),
    dress(4, lambda phone: f"{phone} / 0987654321"),
    dress(4, lambda phone: ""),
    dress(4, lambda phone: "0168" + phone[3:]),
    dress(8, lambda position: "Chi hội trưởng"),
)


def line(number: int) -> Line:
    code = f"SL{number:07}"
    name = f"{FAMILIES[number % 7]} Thị {GIVEN[number % 8]}"
    commune, branch = HOMES[number % 4]
    made = Line(
        code, [number, code, name, str(1950 + number % 50), f"0912{number % 10**6:06}", "Sơn La", commune, branch, "Hội viên", IDENTITY, "Thái", "Không"]
    )
    if number % 20 == 7:
        MISTAKES[number // 20 % len(MISTAKES)](made)
    elif number % 3 == 0:
        DRESSES[number // 3 % len(DRESSES)](made)
    return made


def lines(count: int) -> Iterator[Line]:
    """Every 500th row repeats the code of the row before it."""
    for number in range(1, count + 1):
        made = line(number)
        if number % 500 == 0:
            made.cells[1], made.good = f"SL{number - 1:07}", False
        yield made


def good_codes(count: int) -> set[str]:
    return {made.code for made in lines(count) if made.good}


def table(count: int) -> Iterator[list]:
    yield TITLE
    yield []
    yield HEADERS
    yield [f"({place})" for place in range(1, len(HEADERS) + 1)]
    for made in lines(count):
        yield made.cells


def as_csv(rows, encoding: str = "utf-8-sig", separator: str = ",") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows, title: str = "Hội viên") -> bytes:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STILL = {
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Hội viên" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


def as_excel(rows) -> bytes:
    """As Excel itself writes it: text once, in a table of strings, and cells that point there. openpyxl writes text into the cells."""
    strings: dict[str, int] = {}
    body = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(excel_cell(value, f"{letter_of(place)}{number}", strings) for place, value in enumerate(row) if value != "")
        body.append(f'<row r="{number}">{cells}</row>')
    table_of_strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in STILL.items():
            archive.writestr(part, content)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{table_of_strings}</sst>')
        archive.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(body)}</sheetData></worksheet>')
    return out.getvalue()


def excel_cell(value, reference: str, strings: dict[str, int]) -> str:
    if isinstance(value, int | float):
        return f'<c r="{reference}"><v>{value}</v></c>'
    if value.startswith("="):
        return f'<c r="{reference}" t="str"><f>{escape(value[1:])}</f><v>2</v></c>'
    return f'<c r="{reference}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
