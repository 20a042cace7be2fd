"""Files as they come: encodings, separators, spreadsheets of any program, and those that would hurt."""

import io
import struct
import subprocess
import sys
import zipfile
import zlib

import pytest
from django.utils.translation import override
from openpyxl import Workbook

from members.importing import xlsx
from members.importing.kept import data, table, tidy
from members.importing.sheets import sheets
from members.importing.unreadable import Unreadable
from tests.databases import ROOT
from tests.factories.member_lists import as_csv, as_excel, as_xlsx

ROWS = [["Mã HV", "Họ và tên", "SĐT"], ["1", "Lò Thị Lan", "0912345678"], ["2", "Đặng Thị Hường", ""]]
SHEET = "xl/worksheets/sheet1.xml"
MB = 1 << 20


def read(content: bytes, name: str = "ds.csv") -> list[tuple[int, list[str]]]:
    return [(number, [tidy(cell) for cell in cells]) for number, cells in sheets(io.BytesIO(content), name)[0].rows()]


def cells(content: bytes, name: str = "ds.csv") -> list[list[str]]:
    return [row for _number, row in read(content, name)]


def refusal(content: bytes, name: str) -> str:
    with override("en"), pytest.raises(Unreadable) as refused:
        for sheet in sheets(io.BytesIO(content), name):
            list(sheet.rows())
    return str(refused.value)


def repacked(content: bytes, part: str, change, **how) -> bytes:
    """The same XLSX with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(old.read(info)) if info.filename == part else old.read(info), **how)
    return out.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_csv_of_each_encoding_and_separator(encoding, separator):
    assert cells(as_csv(ROWS, encoding, separator)) == ROWS


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_of_windows_1258_with_its_tones_after_the_letters(separator):
    windows = {"ọ": "o\u0323", "ò": "o\u0300", "ị": "i\u0323", "ặ": "ă\u0323", "ờ": "ơ\u0300", "Đ": "Đ", "ã": "a\u0303"}
    text = as_csv(ROWS, "utf-8", separator).decode()
    content = "".join(windows.get(letter, letter) for letter in text).encode("cp1258")
    assert cells(content) == ROWS


def test_line_of_excel_that_names_the_separator():
    assert read(b"sep=;\r\nM\xc3\xa3 HV;H\xe1\xbb\x8d t\xc3\xaan\r\n1;Lan\r\n")[1:] == [(2, ["Mã HV", "Họ tên"]), (3, ["1", "Lan"])]


@pytest.mark.parametrize("named", ['"', "x", " ", "=", "\r"])
def test_separator_that_is_none_is_not_believed(named):
    assert read(f"sep={named}\r\nMã HV;Họ tên\r\n1;Lan\r\n".encode())[-1][1] == ["1", "Lan"]


@pytest.mark.parametrize("written", ["NguyÔn ThÞ Hµ, ®Æng", "HoÃu vaø teân, Nguyeãn Thò Haø, ñöôøng"])
def test_old_encodings_are_refused_and_never_guessed(written):
    content = f"Ma HV,Ho ten\n1,{written}\n".encode("cp1252")
    assert "CSV UTF-8" in refusal(content, "ds.csv")


def test_forgotten_quotation_mark_is_told():
    content = 'Mã HV,Họ tên\n1,"Lan\n' + ("x" * 80 + "\n") * 3000
    assert "quotation mark" in refusal(content.encode(), "ds.csv")


@pytest.mark.parametrize("above", [[], [["HỘI LHPN XÃ GIA PHÙ"], [], ["Danh sách hội viên, năm 2026", "", ""]]])
def test_header_is_found_below_titles(above):
    for content, name in ((as_csv([*above, *ROWS]), "ds.csv"), (as_xlsx([*above, *ROWS]), "ds.xlsx"), (as_excel([*above, *ROWS]), "ds.xlsx")):
        sheet, number, headers, _others = table(io.BytesIO(content), name)
        assert (number, headers) == (len(above) + 1, ROWS[0])
        found = [(number, (cells + [""])[:3]) for number, cells in data(sheet, number, headers)]
        assert found == [(len(above) + 2, ROWS[1]), (len(above) + 3, ROWS[2])]


def test_numbering_blank_lines_and_repeated_headers_are_no_members():
    content = as_csv([ROWS[0], ["(1)", "(2)", "(3)"], ROWS[1], [], ["", " ", ""], ROWS[0], ROWS[2]])
    sheet, number, headers, _others = table(io.BytesIO(content), "ds.csv")
    assert list(data(sheet, number, headers)) == [(3, ROWS[1]), (7, ROWS[2])]


def test_file_without_header_is_told():
    with override("en"), pytest.raises(Unreadable) as refused:
        table(io.BytesIO(as_csv([["1", "2"], ["3", "4"]])), "ds.csv")
    assert "10 rows" in str(refused.value)


def test_merged_title_numbers_and_gaps_of_a_spreadsheet():
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "DANH SÁCH"
    sheet.merge_cells("A1:D1")
    for place, name in zip("ACD", ROWS[0], strict=True):
        sheet[f"{place}3"] = name
    sheet["A4"], sheet["C4"], sheet["D4"] = 1234.0, "Lan", 912345678
    sheet["A6"], sheet["D6"] = True, 0.5
    out = io.BytesIO()
    book.save(out)
    assert read(out.getvalue(), "ds.xlsx") == [
        (1, ["DANH SÁCH"]),
        (3, ["Mã HV", "", "Họ và tên", "SĐT"]),
        (4, ["1234", "", "Lan", "912345678"]),
        (6, ["1", "", "", "0.5"]),
    ]


def test_formula_stays_its_own_text():
    content = as_xlsx([["=1+1", '=HYPERLINK("http://x")', "'=2"]])
    assert cells(content, "ds.xlsx") == [["=1+1", '=HYPERLINK("http://x")', "'=2"]]


def test_last_result_of_a_formula_is_not_trusted():
    assert b"<v>2</v>" in zipfile.ZipFile(io.BytesIO(as_excel([["=1+1"]]))).read(SHEET)
    assert cells(as_excel([["=1+1"]]), "ds.xlsx") == [["=1+1"]]


def test_text_in_several_fonts_is_one_text_without_its_reading():
    def change(xml):
        return xml.replace(b"<si>", b"<si><r><t>Ha_x000D_</t></r><rPh><t>ha</t></rPh><r>", 1).replace(b"</t></si>", b"</t></r></si>", 1)

    assert cells(repacked(as_excel([["Lan", "Mai"]]), "xl/sharedStrings.xml", change), "ds.xlsx") == [["Ha Lan", "Mai"]]


def test_spreadsheet_of_another_program_with_inline_strings_and_a_prefix():
    def change(xml):
        return (
            b'<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
            b'<x:row><x:c t="inlineStr"><x:is><x:r><x:t>Lo</x:t></x:r><x:r><x:t xml:space="preserve"> Thi</x:t></x:r><x:rPh><x:t>?</x:t></x:rPh></x:is></x:c>'
            b"<x:c><x:v>1.2E3</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        )

    assert read(repacked(as_xlsx(ROWS), SHEET, change), "ds.xlsx") == [(1, ["Lo Thi", "1200"])]


def test_hidden_sheet_is_not_read_and_others_are_named():
    book = Workbook()
    book.active.title = "Ẩn"
    book.active.sheet_state = "hidden"
    for title in ("Bìa", "Hội viên"):
        sheet = book.create_sheet(title)
        for row in ROWS if title == "Hội viên" else [["Bìa"]]:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    found, number, _headers, others = table(io.BytesIO(out.getvalue()), "ds.xlsx")
    assert (found.name, number, others) == ("Hội viên", 1, ["Bìa"])


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"MZ", "ds.exe", ".exe files are not accepted"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "ds.xlsx", "password"),
        (b"a,b", "ds.xlsx", "something else"),
        (as_xlsx(ROWS), "ds.csv", "something else"),
        (as_xlsx(ROWS)[:-40], "ds.xlsx", "damaged"),
        (b"PK\x03\x04", "ds.xlsx", "damaged"),
        (repacked(as_xlsx(ROWS), SHEET, lambda xml: xml[:-30]), "ds.xlsx", "damaged"),
        (repacked(as_xlsx(ROWS), SHEET, lambda xml: b"<a>" * 200 + b"</a>" * 200), "ds.xlsx", "damaged"),
        (repacked(as_excel(ROWS), "xl/sharedStrings.xml", lambda xml: b"<sst/>"), "ds.xlsx", "damaged"),
        (repacked(as_xlsx(ROWS), SHEET, lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "ds.xlsx", "damaged"),
        (repacked(as_xlsx(ROWS), SHEET, lambda xml: xml, compress_type=zipfile.ZIP_LZMA), "ds.xlsx", "damaged"),
        (as_xlsx([["x"] * 101]), "ds.xlsx", "more than 100 columns"),
        (as_csv([["x"] * 101], "utf-8", ","), "ds.csv", "more than 100 columns"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(content, name, says):
    assert says in refusal(content, name)


def test_archive_of_very_many_parts_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"xl/{number}", b"")
    assert "unpacks to too much" in refusal(out.getvalue(), "ds.xlsx")


# What would unpack to 600 MB, in three disguises


def bomb(part: str, unpacked: int, filling: bytes, says: int | None = None) -> bytes:
    """An XLSX whose part unpacks to so many bytes; its directory may say another size.

    A block of 1 MB is packed once and repeated: packing 600 MB would take longer than all the tests beside it.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = filling * (MB // len(filling))
    packed = (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)) * (unpacked // MB) + b"\x03\x00"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_excel(ROWS))) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename != part:
                new.writestr(info.filename, old.read(info))
        new.writestr(part, packed)
    return relabelled(out.getvalue(), part, unpacked if says is None else says)


def relabelled(content: bytes, part: str, size: int) -> bytes:
    """The stored part is deflate, and this is its size: patched in its header and in the directory."""
    changed = bytearray(content)
    for signature, method, length in ((b"PK\x03\x04", 8, 22), (b"PK\x01\x02", 10, 24)):
        place = changed.rindex(signature, 0, changed.rindex(part.encode()) if signature == b"PK\x01\x02" else changed.index(part.encode()))
        struct.pack_into("<H", changed, place + method, zipfile.ZIP_DEFLATED)
        struct.pack_into("<I", changed, place + length, size)
    return bytes(changed)


READ = """
import io, resource, sys
sys.path.insert(0, "site")
from django.conf import settings
settings.configure(USE_I18N=False)
from members.importing.sheets import sheets
from members.importing.unreadable import Unreadable
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
file = open(sys.argv[1], "rb")
before = peak()
try:
    for sheet in sheets(file, "ds.xlsx"):
        for row in sheet.rows():
            pass
except Unreadable:
    print(peak() - before)
"""


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda: bomb(SHEET, 600 * MB, b"<row/>          "), id="honest"),
        pytest.param(lambda: bomb(SHEET, 600 * MB, b"<row/>          ", says=MB), id="lying"),
        pytest.param(lambda: bomb("xl/sharedStrings.xml", 600 * MB, b"<si><t>Lan</t></si>             "), id="strings"),
        pytest.param(lambda: bomb("xl/sharedStrings.xml", 600 * MB, b"<si><t>Lan</t></si>             ", says=2 * MB), id="lying strings"),
        pytest.param(lambda: bomb(SHEET, 200 * MB, b"<row/>          "), id="packed too well"),
        pytest.param(lambda: bomb(SHEET, 600 * MB, b" " * 16, says=3 * MB), id="nothing but blanks"),
    ],
)
def test_bomb_is_refused_before_it_hurts(content, tmp_path):
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(content())
    assert path.stat().st_size < 5 * MB
    done = subprocess.run([sys.executable, "-c", READ, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip(), "it was read to its end"
    assert int(done.stdout) < 30, "MB of memory beyond what was there before"


def test_bytes_are_counted_while_they_are_read(monkeypatch):
    """Not only by what the directory says."""
    content = as_xlsx([["x" * 1000] * 50 for _ in range(50)])
    book = xlsx.Workbook(io.BytesIO(content))
    monkeypatch.setattr(xlsx, "UNPACKED", 5000)
    with pytest.raises(Unreadable):
        list(book.rows(SHEET))


def test_size_that_the_directory_admits_is_refused_before_a_byte_is_read(monkeypatch):
    content = as_excel([["x" * 1000, "y" * 1000]])
    xlsx.opened(io.BytesIO(content))
    monkeypatch.setattr(xlsx, "UNPACKED", 2000)
    with pytest.raises(Unreadable):
        xlsx.opened(io.BytesIO(content))


def test_endless_tag_is_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "ENDLESS", 100_000)
    monkeypatch.setattr(xlsx, "RATIO", 10_000)
    content = repacked(as_xlsx(ROWS), SHEET, lambda xml: b"<row " + b"a" * 5 * MB + b"='1'/>")
    assert "damaged" in refusal(content, "ds.xlsx")
