"""Files of each kind become chapters of plain HTML; what cannot be read says why."""

import re
import time

import pytest
from docx import Document
from fpdf import FPDF

from learning.library.extraction import chapters, old_fonts, plain, reading, writer, xlsx
from learning.library.extraction.archive import Forbidden
from learning.library.extraction.blocks import Found, Heading, Item, Paragraph, Run, Table
from tests.factories import papers
from tests.factories.files import picture_bytes

LIST = "<ul><li>Điện thoại đã sạc pin</li><li>Thẻ hội viên</li><li>Mã PIN sáu số</li></ul>"
TABLE = "<table><thead><tr><th>Việc</th><th>Phút</th></tr></thead><tbody><tr><td>Chụp ảnh</td><td>5</td></tr>"
FORMAL = (
    "Hội Liên hiệp Phụ nữ Việt Nam tỉnh Sơn La tổ chức hội nghị tập huấn kỹ năng số cho cán bộ các chi hội. "
    "Đề nghị các đồng chí đến đúng giờ, mang theo điện thoại và sổ ghi chép để học được nhiều điều bổ ích."
)
FRENCH = "Où sont les femmes ? Noël, maïs, août, goût : le ministère a publié un guide où l’on apprend à vendre le maïs, naïvement, près de la forêt."


@pytest.fixture
def read(tmp_path, monkeypatch):
    """The reading of bytes under an ending, in this process, where even a leaflet is cut into chapters."""
    monkeypatch.setattr(chapters, "WHOLE", 0)

    def read(ending: str, content: bytes, deadline: float = float("inf")) -> dict:
        path = tmp_path / f"tep.{ending}"
        path.write_bytes(content)
        return reading.read(str(path), deadline)

    return read


def html_of(found: dict) -> str:
    return "".join(part["html"] for part in found["parts"])


@pytest.mark.parametrize(("ending", "pages"), [("pdf", 3), ("docx", 1), ("pptx", 3), ("odt", 7), ("epub", None)])
def test_chapters_carry_their_titles(read, ending, pages):
    found = read(ending, papers.make(ending))
    assert (found["state"], found["problem"], found["pages"]) == ("read", "", pages)
    assert [part["title"] for part in found["parts"]] == list(papers.CHAPTERS)


@pytest.mark.parametrize("ending", ["docx", "pptx", "odt", "epub"])
def test_lists_and_tables_stay_what_they_are(read, ending):
    for part in read(ending, papers.make(ending))["parts"]:
        assert LIST in part["html"] and TABLE in part["html"]
        assert "Mã PIN sáu số" in part["text"] and "Việc | Phút\nChụp ảnh | 5" in part["text"]


@pytest.mark.parametrize("ending", [ending for ending in papers.MAKERS if ending != "vtt"])
def test_html_is_of_our_own_tags_alone(read, ending):
    for part in read(ending, papers.make(ending))["parts"]:
        assert writer.is_ours(part["html"]) and "alert" not in part["html"].replace("&lt;script&gt;alert", "")
        assert not re.search(r"<\w+ ", part["html"])


def test_word_keeps_faces_and_orders(read):
    part = read("docx", papers.make("docx"))["parts"][0]
    assert part["html"].startswith("<p>Chị <strong>chạm</strong> vào ô &lt;script&gt;alert(1)&lt;/script&gt; &amp; gõ.</p><h2>Cần chuẩn bị</h2>")
    assert f"<ol><li>{papers.TEXT[0]}</li><li>{papers.TEXT[1]}</li></ol>" in part["html"]


def test_word_leaves_out_what_was_deleted_and_what_stands_twice(read):
    made = Document()
    paragraph = made.add_paragraph("giữ ")
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    from lxml import etree  # only to write what Word writes

    for xml in (
        f'<w:del xmlns:w="{namespace}"><w:r><w:delText>bỏ</w:delText></w:r></w:del>',
        f'<w:ins xmlns:w="{namespace}"><w:r><w:t>thêm</w:t></w:r></w:ins>',
        f'<w:r xmlns:w="{namespace}" xmlns:mc="{compatible}"><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>khung</w:t></w:r></w:p></mc:Choice>'
        "<mc:Fallback><w:p><w:r><w:t>khung</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>",
    ):
        paragraph._p.append(etree.fromstring(xml))
    assert html_of(read("docx", papers.saved(made))) == "<p>giữ thêm<br>khung</p>"


def test_document_type_stops_the_reading(read):
    """Whatever it declares: nobody's program writes one, and entities come with it."""
    sheet = '<!DOCTYPE s [<!ENTITY a "b">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&a;</t></si></sst>'
    with pytest.raises(Forbidden):
        read("xlsx", papers.with_members(papers.make("xlsx"), **{"xl/sharedStrings.xml": sheet}))


def test_slides_keep_the_speakers_notes_to_the_speaker(read):
    assert "Lời nhắc" not in str(read("pptx", papers.make("pptx")))


def test_workbook_shows_days_and_numbers_as_they_are_written_here(read):
    found = read("xlsx", papers.make("xlsx"))
    assert (found["pages"], [part["title"] for part in found["parts"]]) == (2, ["Kế hoạch", "Tháng 12"])
    assert "<tr><td>Mua vải</td><td>21/11/2026</td><td>1234567,5</td></tr>" in found["parts"][0]["html"]
    assert "bỏ qua" not in str(found) and "✓" in found["parts"][1]["text"]


def test_sheet_that_ends_at_the_last_cell_is_no_endless_table():
    assert xlsx.column_of("XFD1048576") == 16383 and xlsx.column_of("A1") == 0 and xlsx.column_of("1") == -1


def test_pdf_is_read_in_paragraphs_without_page_numbers(read):
    part = read("pdf", papers.make("pdf"))["parts"][1]
    assert "".join(f"<p>Phần 2: {sentence}</p>" for sentence in papers.TEXT) in part["html"]
    assert "<ul><li>Điện thoại đã sạc pin thứ 2</li>" in part["html"] and "Trang" not in part["text"]


def test_pdf_takes_its_outline_from_the_bookmarks(read):
    assert [part["title"] for part in read("pdf", papers.pdf(bookmarks=True))["parts"]] == list(papers.CHAPTERS)


def test_law_in_letters_of_one_size_has_its_chapters(read):
    made = papers.new_pdf()
    made.add_page()
    for number in ("I", "II"):
        papers.write(made, f"Chương {number}", style="B")
        for article in (1, 2):
            papers.write(made, f"Điều {article}. Quyền học tập", style="B")
            papers.write(made, FORMAL)
    found = read("pdf", bytes(made.output()))
    assert [part["title"] for part in found["parts"]] == ["Chương I", "Chương II"]
    assert "<h2>Điều 2. Quyền học tập</h2>" in found["parts"][0]["html"]


def test_paragraph_goes_on_over_the_end_of_a_page(read):
    made = papers.new_pdf()
    made.set_auto_page_break(True, 20)
    made.add_page()
    made.set_y(255)
    papers.write(made, f"{FORMAL} {FORMAL}")
    found = read("pdf", bytes(made.output()))
    assert found["pages"] == 2 and html_of(found).count("<p>") == 1


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_any_coding(read, coding):
    assert html_of(read("txt", "Chị em\n\n- Mường Giàng".encode(coding))) == "<p>Chị em</p><ul><li>Mường Giàng</li></ul>"


def test_text_of_old_windows_is_composed():
    assert writer.clean(plain.decoded(b"Vi\xea\xf2t")) == "Việt"


def test_decomposed_text_is_composed(read):
    assert "Mường" in html_of(read("txt", "Mu\u031bo\u031b\u0300ng".encode()))


def test_table_with_commas_or_semicolons(read):
    assert "<tr><td>Hoàng Thị Lan</td><td>5</td></tr>" in html_of(read("csv", papers.make("csv")))
    assert "<tr><td>a</td><td>b</td></tr>" in html_of(read("csv", b"x,y\na,b\n"))


@pytest.mark.parametrize(("ending", "seconds"), [("mp3", 3), ("m4a", 30), ("ogg", 4), ("mp4", 75), ("webm", 9)])
def test_sound_and_clips_tell_their_length(read, ending, seconds):
    found = read(ending, papers.make(ending))
    assert (found["state"], found["seconds"], found["parts"]) == ("read", seconds, [])


# What cannot be read


def latin_pdf(text: str) -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=12)
    made.multi_cell(0, 6, text)
    return bytes(made.output())


TCVN3_TEXT = "Héi Liªn hiÖp Phô n÷ ViÖt Nam tØnh S¬n La tæ chøc héi nghÞ tËp huÊn kü n¨ng sè cho c¸n bé c¸c chi héi. §Ò nghÞ c¸c ®ång chÝ ®Õn ®óng giê."
VNI_TEXT = "Hoäi Lieân hieäp Phuï nöõ Vieät Nam tænh Sôn La toå chöùc hoäi nghò taäp huaán kyõ naêng soá cho caùn boä caùc chi hoäi. Ñeà nghò caùc ñoàng chí."


@pytest.mark.parametrize("text", [TCVN3_TEXT, VNI_TEXT])
def test_old_fonts_are_recognised_by_their_letters(read, text):
    for ending, content in (("pdf", latin_pdf(text)), ("txt", text.encode())):
        found = read(ending, content)
        assert (found["state"], found["problem"], found["parts"]) == ("no_text", "old_font", [])


def test_old_font_is_recognised_by_its_name(read):
    """A subset that maps its letters to no Vietnamese at all."""
    named = papers.new_pdf()
    named.add_page()
    papers.write(named, "abc xyz hoi vien lop hoc " * 8)
    content = bytes(named.output())
    name = re.search(rb"/BaseFont /(\w{6}\+[\w-]+)", content).group(1)
    old = name[:7] + b".VnTime" + b"x" * (len(name) - 14)
    assert read("pdf", content)["state"] == "read"
    found = read("pdf", content.replace(name, old))
    assert (found["state"], found["problem"]) == ("no_text", "old_font")


@pytest.mark.parametrize("text", [FORMAL, FRENCH, "A short guide: 5 × 3 = 15 m², 20 °C, © 2026, «ok» ½ cup. " * 3, " ".join(papers.TEXT)])
def test_ordinary_text_is_not_taken_for_an_old_font(text):
    assert not old_fonts.is_old(text)


def test_scan_is_recognised(read):
    made = papers.new_pdf()
    for _ in range(3):
        made.add_page()
        made.image(picture_bytes((200, 280), "JPEG"), 0, 0, 210, 297)
    papers.write(made, "Scanned by CamScanner")
    found = read("pdf", bytes(made.output()))
    assert (found["state"], found["problem"], found["pages"], found["parts"]) == ("no_text", "scan", 3, [])


def test_slides_with_large_pictures_are_no_scan(read):
    made = papers.new_pdf()
    for _ in range(3):
        made.add_page()
        made.image(picture_bytes((200, 280), "JPEG"), 0, 0, 210, 297)
        papers.write(made, FORMAL)
    assert read("pdf", bytes(made.output()))["state"] == "read"


def test_blank_pages_have_no_text(read):
    made = papers.new_pdf()
    made.add_page()
    found = read("pdf", bytes(made.output()))
    assert (found["state"], found["problem"]) == ("no_text", "")


def test_too_long_text_is_kept_up_to_there(read):
    found = read("txt", ("Chị em học số mỗi tuần mười lăm phút. " * 20 + "\n\n").encode() * 4000)
    kept = sum(len(part["text"].encode()) for part in found["parts"])
    assert (found["state"], found["problem"]) == ("read", "too_long") and 1_900_000 < kept <= 2_000_000
    assert max(len(part["html"]) for part in found["parts"]) <= chapters.LONGEST


def test_after_the_deadline_there_is_what_there_was(read):
    found = read("pdf", papers.make("pdf"), deadline=time.monotonic() - 1)
    assert (found["pages"], found["problem"]) == (3, "too_long")


# The writer and the chapters


def written(*blocks) -> str:
    return "".join(piece.html for piece in writer.pieces(blocks))


def test_writer_escapes_and_joins():
    runs = [Run("a<b", bold=True), Run("&c", bold=True), Run(" d "), Run('"e"', italic=True)]
    assert written(Paragraph(runs)) == "<p><strong>a&lt;b&amp;c</strong> d <em>&quot;e&quot;</em></p>"
    assert written(Item([Run("một")]), Item([Run("hai")]), Item([Run("ba")], ordered=True)) == "<ul><li>một</li><li>hai</li></ul><ol><li>ba</li></ol>"
    assert written(Paragraph([Run("Xem "), Run("tại đây", href="https://hoi.example/a"), Run(".")])) == "<p>Xem tại đây (https://hoi.example/a).</p>"
    assert written(Paragraph([Run("Xem", href="javascript:alert(1)")])) == "<p>Xem</p>"


def test_writer_drops_what_cannot_be_seen():
    assert written(Paragraph([Run("a\u202eb\x00c\u200b\ud800 d\u00a0e")])) == "<p>abc d e</p>"
    assert written(Paragraph([Run(" \u200b ")]), Table(iter([])), Heading(1, [Run("")])) == ""


def test_only_our_html_passes():
    assert writer.is_ours("<p>a &amp; <strong>b</strong></p>")
    for foreign in ("<script>", "<p onclick=x>", "<a href='x'>", "&#60;", "a < b", "<P>", "<!-- -->", "<p/ >"):
        assert not writer.is_ours(foreign), foreign


def test_one_column_is_no_table_and_long_tables_are_cut_below_their_head():
    assert written(Table(iter([[[Run("a")]], [[Run("b")]]]))) == "<p>a</p><p>b</p>"
    rows = [[[Run("Họ tên")], [Run("Xã")]], *([[Run(f"Chị {number}")], [Run("Mường Giàng")]] for number in range(1000))]
    pieces = list(writer.pieces([Table(iter(rows))]))
    assert len(pieces) > 3 and all(piece.html.startswith("<table><thead><tr><th>Họ tên</th>") for piece in pieces)
    assert sum(piece.html.count("<td>Chị") for piece in pieces) == 1000


def test_paragraph_without_end_is_cut():
    pieces = list(writer.pieces([Paragraph([Run("Câu này dài. " * 5000)])]))
    assert all(len(piece.html) < 7000 and piece.html.endswith(".</p>") for piece in pieces)
    assert sum(piece.text.count("Câu") for piece in pieces) == 5000


@pytest.mark.parametrize(
    ("levels", "titles"),
    [
        ([1, 0, 2, 0, 2, 0], ["0", "2", "4"]),
        ([1, 2, 0, 2, 0], ["1", "3"]),  # the document's own title, alone, is left out
        ([0, 1, 0, 1, 0], ["1", "3"]),  # the cover's few lines join the first chapter
        ([1, 0, 1, 2, 0], ["0", "2"]),
        ([1, 0], ["0"]),
        ([0, 0], [""]),
        ([2, 2, 0, 2, 0], ["0", "3"]),  # a heading with nothing below it joins what follows
        ([3], ["0"]),
        ([], []),
    ],
)
def test_chapters_are_cut_at_the_highest_level_that_comes_twice(levels, titles, monkeypatch):
    monkeypatch.setattr(chapters, "WHOLE", 0)
    pieces = [writer.Piece(f"<p>{n}</p>" if not level else str(n), str(n), level) for n, level in enumerate(levels)]
    assert [part["title"] for part in chapters.parts(pieces)] == titles


def test_leaflet_is_one_part_with_its_headings_in_it():
    pieces = [piece for n in range(8) for piece in (writer.Piece(f"Phần {n}", f"Phần {n}", 1), writer.Piece("<p>Chạm.</p>", "Chạm.", 0))]
    (part,) = chapters.parts(pieces)
    assert part["title"] == "" and part["html"].count("<h2>") == 8
    long = [piece if piece.level else writer.Piece(piece.html * 200, piece.text) for piece in pieces]
    assert [part["title"] for part in chapters.parts(long)] == [f"Phần {n}" for n in range(8)]


def test_slides_without_end_are_put_together():
    pieces = [writer.Piece(str(n), str(n), level) for n in range(300) for level in (1, 0)]
    assert len(chapters.parts(pieces)) < 10


def test_problem_found_by_a_reader_is_kept():
    assert reading.unreadable([], Found(problem="too_long")) == "too_long"
