"""Account books and lists as Excel files. Every formula is written with its result: a phone shows what is kept, it counts nothing."""

import io
from datetime import date, datetime, time
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

FONT = "Times New Roman"
FORMATS = {"text": {}, "date": {"num_format": "dd/mm/yyyy"}, "money": {"num_format": "#,##0"}, "number": {"num_format": "0"}, "mark": {"align": "center"}}
HEAD = 4  # rows above the table: title, two notes, one empty


def make(text: dict, labels: dict, *, day: date) -> bytes:
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties(
        {
            "title": text["title"],
            "subject": text["summary"],
            "author": text["issuing_body"],
            "keywords": ", ".join(text["tags"]),
            "created": datetime.combine(day, time(8)),
        }
    )
    for sheet in text["sheets"]:
        Table(book, sheet, labels["total"]).write()
    book.close()
    return out.getvalue()


class Table:
    """One sheet. A column has a title, a kind, a width; "formula" counts its cells, "total" adds them up at the end.

    Formulas: "product" of the two columns before, "balance" of what came in and went out (before the two columns before), "marks" of the row.
    """

    def __init__(self, book: Workbook, text: dict, total: str):
        self.text, self.total = text, total
        self.columns, self.rows = text["columns"], text.get("rows", []) + [[]] * text.get("blank", 0)
        self.sheet = book.add_worksheet(text["name"])
        look = {"font_name": FONT, "font_size": 12, "valign": "vcenter"}
        self.title = book.add_format(look | {"bold": True, "font_size": 16, "font_color": "#7A1F4B"})
        self.note = book.add_format(look | {"italic": True, "font_color": "#4A4350"})
        self.head = book.add_format(look | {"bold": True, "font_color": "white", "bg_color": "#1F2A5C", "border": 1, "text_wrap": True, "align": "center"})
        self.looks = {kind: book.add_format(look | more | {"border": 1, "text_wrap": kind == "text"}) for kind, more in FORMATS.items()}
        self.sums = {kind: book.add_format(look | more | {"border": 1, "bold": True, "bg_color": "#F6ECDC"}) for kind, more in FORMATS.items()}
        self.values: list[list] = []

    def write(self) -> None:
        sheet = self.sheet
        sheet.write(0, 0, self.text["title"], self.title)
        for number, note in enumerate(self.text.get("notes", []), 1):
            sheet.write(number, 0, note, self.note)
        for number, column in enumerate(self.columns):
            sheet.set_column(number, number, column["width"])
            sheet.write(HEAD, number, column["title"], self.head)
        sheet.set_row(HEAD, 34)
        for number, row in enumerate(self.rows):
            self._row(HEAD + 1 + number, row)
        self._totals(HEAD + 1 + len(self.rows))
        sheet.freeze_panes(HEAD + 1, self.text.get("frozen", 0))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD)
        sheet.set_footer("&P / &N")

    def _row(self, at: int, row: list) -> None:
        cells = [*row, *[""] * (len(self.columns) - len(row))]
        self.values.append(cells)
        for number, column in enumerate(self.columns):
            look = self.looks[column["kind"]]
            if formula := column.get("formula"):
                words, cells[number] = getattr(self, f"_{formula}")(at, number, cells)
                self.sheet.write_formula(at, number, words, look, cells[number])
            elif isinstance(cells[number], date):
                self.sheet.write_datetime(at, number, datetime.combine(cells[number], time()), look)
            else:
                self.sheet.write(at, number, cells[number], look)

    def _totals(self, at: int) -> None:
        for number, column in enumerate(self.columns):
            look = self.sums[column["kind"]]
            name = xl_col_to_name(number)
            cells = f"{name}{HEAD + 2}:{name}{at}"
            values = [row[number] for row in self.values]
            if column.get("total") == "sum":
                self.sheet.write_formula(at, number, f"=SUM({cells})", look, sum(map(_figure, values)))
            elif column.get("total") == "marks":
                self.sheet.write_formula(at, number, f'=COUNTIF({cells},"x")', look, values.count("x"))
            else:
                self.sheet.write(at, number, "" if number else self.total, look)

    # What the cells of a row come to: (formula, result). A row that is still empty shows nothing.

    def _product(self, at: int, number: int, cells: list):
        one, other = (f"{xl_col_to_name(column)}{at + 1}" for column in (number - 2, number - 1))
        filled = cells[number - 2] != "" and cells[number - 1] != ""
        return f'=IF({one}="","",{one}*{other})', _figure(cells[number - 2]) * _figure(cells[number - 1]) if filled else ""

    def _balance(self, at: int, number: int, cells: list):
        came, went = xl_col_to_name(number - 2), xl_col_to_name(number - 1)
        result = sum(_figure(row[number - 2]) - _figure(row[number - 1]) for row in self.values)
        filled = cells[number - 2] != "" or cells[number - 1] != ""
        sums = f"SUM({came}${HEAD + 2}:{came}{at + 1})-SUM({went}${HEAD + 2}:{went}{at + 1})"
        return f'=IF(AND({came}{at + 1}="",{went}{at + 1}=""),"",{sums})', result if filled else ""

    def _marks(self, at: int, number: int, cells: list):
        marks = [n for n, column in enumerate(self.columns) if column["kind"] == "mark"]
        first, last = xl_col_to_name(marks[0]), xl_col_to_name(marks[-1])
        return f'=COUNTIF({first}{at + 1}:{last}{at + 1},"x")', [cells[n] for n in marks].count("x")


def _figure(value) -> int | Decimal:
    return value if isinstance(value, int | Decimal) else 0
