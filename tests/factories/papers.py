"""Real files of every kind that the library takes, small, with Vietnamese in them. make(ending) gives the bytes of a good one."""

import csv
import io
import struct
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

from docx import Document
from fpdf import FPDF
from mutagen._vorbis import VCommentDict
from mutagen.ogg import OggPage
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Inches

from tests.factories.files import picture_bytes

FONTS = Path(__file__).resolve().parents[2] / "site/sharing/fonts"
CHAPTERS = ("Làm quen với điện thoại", "Gõ chữ có dấu", "Gửi ảnh qua Zalo")
TEXT = (
    "Chị bật máy, chạm vào biểu tượng Zalo rồi chờ một lúc.",
    "Nếu mất sóng thì chị đợi có sóng rồi thử lại, đừng vội.",
    "Việc này ai cũng làm được, kể cả lần đầu cầm máy cảm ứng ở bản xa.",
    "Cuối buổi, chi hội trưởng đọc lại những việc đã làm và hẹn ngày họp tới.",
)
NEEDED = ("Điện thoại đã sạc pin", "Thẻ hội viên", "Mã PIN sáu số")
COSTS = (("Việc", "Ngày", "Số tiền"), ("Mua vải", date(2026, 11, 21), 1234567.5), ("Thuê xe", date(2026, 12, 1), 200000))


def new_pdf(**options) -> FPDF:
    pdf = FPDF(**options)
    for style, face in (("", "Regular"), ("B", "Bold")):
        pdf.add_font("Be", style, FONTS / f"BeVietnamPro-{face}.ttf")
    pdf.set_font("Be", "", 11)
    return pdf


def write(pdf: FPDF, text: str, size: int = 11, style: str = "") -> None:
    pdf.set_font("Be", style, size)
    pdf.multi_cell(0, size * 0.5, text, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(3)


def pdf(bookmarks: bool = False, chapters=CHAPTERS) -> bytes:
    made = new_pdf()
    made.set_auto_page_break(False)
    for number, title in enumerate(chapters, 1):
        made.add_page()
        if bookmarks:
            made.start_section(title)
        write(made, title, 11 if bookmarks else 20, "" if bookmarks else "B")
        for sentence in TEXT:
            write(made, f"Phần {number}: {sentence}")
        for thing in NEEDED:
            write(made, f"• {thing} thứ {number}")
        made.set_y(-14)
        made.cell(0, 5, f"Trang {number}")
    return bytes(made.output())


def docx() -> bytes:
    made = Document()
    made.add_heading("Sổ tay điện thoại", 0)
    for title in CHAPTERS:
        made.add_heading(title, 1)
        paragraph = made.add_paragraph("Chị ")
        paragraph.add_run("chạm").bold = True
        paragraph.add_run(" vào ô <script>alert(1)</script> & gõ.")
        made.add_heading("Cần chuẩn bị", 2)
        for thing in NEEDED:
            made.add_paragraph(thing, style="List Bullet")
        for sentence in TEXT[:2]:
            made.add_paragraph(sentence, style="List Number")
        table = made.add_table(3, 2)
        for row, cells in zip(table.rows, (("Việc", "Phút"), ("Chụp ảnh", "5"), ("Gửi ảnh", "3")), strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    return saved(made)


def pptx() -> bytes:
    made = Presentation()
    for title in CHAPTERS:
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, "\n".join(NEEDED)
        slide.notes_slide.notes_text_frame.text = "Lời nhắc riêng của người nói"
        table = slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
        for place, text in enumerate(("Việc", "Phút", "Chụp ảnh", "5")):
            table.cell(*divmod(place, 2)).text = text
    return saved(made)


def xlsx() -> bytes:
    made = Workbook()
    made.active.title = "Kế hoạch"
    for row in COSTS:
        made.active.append(row)
    made.create_sheet("Tháng 12").append(["Họp chi hội", True])
    hidden = made.create_sheet("Nháp")
    hidden.append(["bỏ qua"])
    hidden.sheet_state = "hidden"
    return saved(made)


ODF = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style", "meta"))


def odt() -> bytes:
    chapter = "".join(
        f'<text:h text:outline-level="1">{title}</text:h><text:p>Chị <text:span text:style-name="T1">chạm</text:span> vào ô &lt;b&gt;.</text:p>'
        f'<text:list text:style-name="L1">{"".join(f"<text:list-item><text:p>{thing}</text:p></text:list-item>" for thing in NEEDED)}</text:list>'
        "<table:table><table:table-row><table:table-cell><text:p>Việc</text:p></table:table-cell><table:table-cell><text:p>Phút</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>Chụp ảnh</text:p></table:table-cell><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table>"
        for title in CHAPTERS
    )
    bold = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    styles = f'<style:style style:name="T1" style:family="text"><style:text-properties {bold} fo:font-weight="bold"/></style:style>'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{chapter}</office:text></office:body></office:document-content>",
            "meta.xml": f'<office:document-meta {ODF}><office:meta><meta:document-statistic meta:page-count="7"/></office:meta></office:document-meta>',
            "Thumbnails/thumbnail.png": picture_bytes((90, 128)),
        }
    )


def epub() -> bytes:
    pages = {
        f"OEBPS/c{number}.xhtml": f'<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><style>p{{}}</style></head><body><h1>{title}</h1>'
        f'<p onclick="alert(1)">Chị <b>chạm</b> vào ô&nbsp;&lt;b&gt;.<script>alert(1)</script></p><ul>{"".join(f"<li>{thing}</li>" for thing in NEEDED)}</ul>'
        "<table><tr><th>Việc</th><th>Phút</th></tr><tr><td>Chụp ảnh</td><td>5</td></tr></table></body></html>"
        for number, title in enumerate(CHAPTERS, 1)
    }
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in (1, 2, 3))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine><itemref idref="c1"/><itemref idref="c2"/><itemref idref="c3"/></spine></package>',
            **pages,
            "OEBPS/cover.jpg": picture_bytes((300, 400), "JPEG"),
        }
    )


def txt() -> bytes:
    return "\n\n".join(["Thông báo họp chi hội", "Chị em nhớ mang:\n- Bút\n- Sổ", *TEXT]).encode()


def csv_table() -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([("Họ tên", "Số lần"), ("Hoàng Thị Lan", 5), ("Vì Thị Hoa", 6)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def mp3(seconds: int = 3) -> bytes:
    return (b"\xff\xfb\x90\x00" + bytes(413)) * round(seconds * 44100 / 1152)


def box(kind: bytes, *inner: bytes) -> bytes:
    return struct.pack(">I4s", 8 + sum(map(len, inner)), kind) + b"".join(inner)


def mp4(seconds: int = 75, brand: bytes = b"isom") -> bytes:
    head = box(b"mvhd", struct.pack(">4x8xII", 1000, seconds * 1000), bytes(80))
    return box(b"ftyp", brand, bytes(4), brand) + box(b"moov", head) + box(b"mdat", bytes(2000))


def ogg(seconds: int = 4) -> bytes:
    about = VCommentDict()
    about["title"] = "Bài học"
    packets = [b"\x01vorbis" + struct.pack("<IBI12xBB", 0, 1, 8000, 0xB8, 1), b"\x03vorbis" + about.write(), bytes(300)]
    made = b""
    for number, packet in enumerate(packets):
        page = OggPage()
        page.packets, page.serial, page.sequence, page.first, page.last = [packet], 7, number, number == 0, number == 2
        page.position = seconds * 8000 if number == 2 else 0
        made += page.write()
    return made


def element(key: int, *inner: bytes) -> bytes:
    body = b"".join(inner)
    return key.to_bytes((key.bit_length() + 7) // 8, "big") + (len(body) | 1 << 56).to_bytes(8, "big") + body


def webm(seconds: int = 9) -> bytes:
    info = element(0x1549A966, element(0x2AD7B1, (1_000_000).to_bytes(3, "big")), element(0x4489, struct.pack(">d", seconds * 1000.0)))
    return element(0x1A45DFA3, element(0x4282, b"webm")) + element(0x18538067, info, element(0x1F43B675, bytes(500)))


def saved(made) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def zipped(members: dict[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_members(good: bytes, **members: str | bytes) -> bytes:
    """A ZIP with members put in or replaced: with_members(good, **{"word/vbaProject.bin": b"x"})."""
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()} | members)


MAKERS = {
    "pdf": pdf,
    "docx": docx,
    "pptx": pptx,
    "xlsx": xlsx,
    "odt": odt,
    "epub": epub,
    "txt": txt,
    "csv": csv_table,
    "vtt": lambda: "WEBVTT\n\n00:00.000 --> 00:02.000\nChào chị\n".encode(),
    "mp3": mp3,
    "m4a": lambda: mp4(30, b"M4A "),
    "ogg": ogg,
    "mp4": mp4,
    "webm": webm,
    "jpg": lambda: picture_bytes((120, 80), "JPEG"),
    "png": lambda: picture_bytes((120, 80)),
    "webp": lambda: picture_bytes((120, 80), "WEBP"),
}


@cache
def make(ending: str) -> bytes:
    return MAKERS[ending]()
