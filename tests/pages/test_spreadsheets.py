"""What is handed out as a table: text stays text, numbers are numbers, and nothing computes."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from pages import spreadsheets

HEADS = ["Họ và tên", "Số"]
TRAPS = ["=1+1", "+84912345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"]


def read_csv(headers, rows):
    text = "".join(spreadsheets.csv_lines(headers, rows))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def read_xlsx(headers, rows, sheet=0):
    file = io.BytesIO()
    spreadsheets.write_xlsx(file, headers, rows)
    return openpyxl.load_workbook(file).worksheets[sheet]


@pytest.mark.parametrize("trap", TRAPS)
def test_text_that_begins_like_a_formula_stays_text(trap):
    assert read_csv(HEADS, [[trap, 1]])[1][0] == f"'{trap}"
    cell = read_xlsx(HEADS, [[trap, 1]])["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value.strip() == trap.strip()


@pytest.mark.parametrize("number", [7, -7, 0, 2.5, Decimal("-1234.50"), 10**12])
def test_a_number_is_a_number(number):
    assert read_csv(HEADS, [["Lan", number]])[1][1] == str(number)
    cell = read_xlsx(HEADS, [["Lan", number]])["B2"]
    assert cell.data_type == "n"
    assert cell.value == number


def test_days_and_moments_are_those_of_the_clock_here():
    day, moment = date(2026, 11, 21), datetime(2026, 11, 21, 20, 5, tzinfo=UTC)
    assert read_csv(HEADS, [[day, moment]])[1] == ["21/11/2026", "22/11/2026 03:05"]
    sheet = read_xlsx(HEADS, [[day, moment]])
    assert sheet["A2"].value == datetime(2026, 11, 21)
    assert sheet["A2"].number_format == "dd/mm/yyyy"
    assert abs((sheet["B2"].value - datetime(2026, 11, 22, 3, 5)).total_seconds()) < 1


@pytest.mark.parametrize("text", ["Mùa Thị Dợ", "a & b <c>", 'nói "có", rồi', "hai\ndòng", "  trước", "_x0041_", "'quen"])
def test_any_text_comes_back_as_it_was(text):
    assert read_csv(HEADS, [[text, 1]])[1][0] == text
    assert read_xlsx(HEADS, [[text, 1]])["A2"].value in {text, text.replace("_x", "_x005F_x")}


def test_letters_that_xml_forbids_do_not_break_the_file():
    assert read_xlsx(HEADS, [["a\x00b\x0bc\ud800", 1]])["A2"].value == "abc"


def test_nothing_is_an_empty_cell():
    assert read_csv(HEADS, [[None, ""]])[1] == ["", ""]
    assert read_xlsx(HEADS, [[None, ""], ["Lan", 1]])["A2"].value is None


def test_without_rows_the_header_alone():
    assert read_csv(HEADS, []) == [HEADS]
    assert [cell.value for cell in read_xlsx(HEADS, [])[1]] == HEADS


def test_a_full_sheet_is_followed_by_another(monkeypatch):
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 2)
    rows = [[str(n), n] for n in range(5)]
    sheets = [read_xlsx(HEADS, iter(rows), sheet) for sheet in range(3)]
    assert [[row[1].value for row in sheet.iter_rows(min_row=2)] for sheet in sheets] == [[0, 1], [2, 3], [4]]
    assert all(sheet["A1"].value == HEADS[0] for sheet in sheets)


@pytest.mark.parametrize(("kind", "start"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK\x03\x04")])
def test_the_download_has_its_name_and_kind(kind, start):
    answer = spreadsheets.response(kind, "hoi-vien", HEADS, [["Lan", 1]])
    assert b"".join(answer.streaming_content).startswith(start)
    assert answer["Content-Disposition"] == f'attachment; filename="hoi-vien.{kind}"'
    assert answer["Content-Type"] == spreadsheets.KINDS[kind]
