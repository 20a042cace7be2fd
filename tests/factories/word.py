"""Documents as people send them: made by python-docx as Word makes them, and what clipboards hold."""

import base64
import io

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from editing.word.models import WordImport
from tests.factories.files import picture_bytes
from tests.factories.papers import saved, with_members

NAMES = nsdecls("w", "r")
COSTS = (
    ("Thành tiền", "Hạng mục", "Đơn giá", "SL"),
    ("500.000 đ", "Rơm khô", "10.000", "50 bó"),
    ("1 triệu", "Giống nấm", "", "20"),
    ("", "Công chị em góp", "", ""),
    ("1.500.000", "TỔNG CỘNG", "", ""),
)
NOTES = (
    f'<w:footnotes {NAMES}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Hỏi ở chợ huyện.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def picture_file(size=(400, 250), image_format="JPEG") -> io.BytesIO:
    return io.BytesIO(picture_bytes(size, image_format))


def add_table(made, rows) -> None:
    table = made.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def add_xml(made, xml: str) -> None:
    """A paragraph as Word writes it, before the section's end."""
    made.element.body.insert_element_before(parse_xml(f"<w:p {NAMES}>{xml}</w:p>"), "w:sectPr")


def describe(made, alt: str) -> None:
    made.inline_shapes[-1]._inline.docPr.set("descr", alt)


def office_document() -> bytes:
    """As an office writes: bold lines for headings, typed lists, a table of costs, pictures, a note, changes in review, a text box."""
    made = Document()
    made.sections[0].header.paragraphs[0].text = "HỘI LHPN XÃ GIA PHÙ"
    made.sections[0].footer.paragraphs[0].text = "Trang 1"
    made.add_paragraph().add_run("TRỒNG NẤM RƠM TẠI NHÀ").bold = True
    made.add_paragraph("Nhóm năm chị em bản Nà Mạc trồng nấm rơm, 18 ngày có nấm bán.")
    made.add_paragraph().add_run("Điều kiện").bold = True
    for text in ("- Có rơm khô sau vụ gặt", "- Có chỗ che mưa, che nắng", "+ Gần nguồn nước sạch"):
        made.add_paragraph(text)
    made.add_paragraph()
    made.add_paragraph().add_run("II. Vật liệu và chi phí:").bold = True
    add_table(made, COSTS)
    made.add_picture(picture_file(), Cm(8))
    describe(made, "Một chị rải giống nấm lên lớp rơm")
    made.add_paragraph("Hình 1: Rải giống", style="Caption")
    made.add_picture(picture_file((420, 260)), Cm(8))
    describe(made, "A picture containing person\n\nDescription automatically generated")
    made.add_paragraph().add_run("Các bước thực hiện").bold = True
    made.add_paragraph("Bước 1: Ủ rơm (3 ngày)", style="Heading 2")
    made.add_paragraph("Làm ướt rơm bằng nước vôi loãng.")
    made.add_paragraph("Bước 2: Cấy giống", style="Heading 2")
    add_xml(made, _reviewed())
    add_xml(made, _linked())
    made.add_paragraph("Lưu ý: Không tưới vào buổi trưa.")
    made.add_paragraph("“Làm nấm không khó, chỉ cần chịu khó tưới đều tay.” – Chị Lò Thị A, bản Nà Mạc")
    add_xml(made, _boxed())
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    return with_notes(saved(made))


def _reviewed() -> str:
    return (
        '<w:r><w:t xml:space="preserve">Rải </w:t></w:r><w:del w:id="1" w:author="Hoa"><w:r><w:delText>hai</w:delText></w:r></w:del>'
        '<w:moveFrom w:id="3" w:author="Hoa"><w:r><w:t>bốn</w:t></w:r></w:moveFrom>'
        '<w:ins w:id="2" w:author="Hoa"><w:r><w:t>ba</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> lớp rơm.</w:t></w:r>'
        '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    )


def _linked() -> str:
    return (
        '<w:r><w:t xml:space="preserve">Xem </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.vn/nam?utm_source=zalo" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>bài của huyện</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r>'
    )


def _boxed() -> str:
    """A text box as Word writes it: once for itself, once for programs that are older."""
    words = "<w:txbxContent><w:p><w:r><w:t>Giữ ấm cho nấm khi trời rét.</w:t></w:r></w:p></w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<mc:Choice Requires="wps"><w:drawing>{words}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{words}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def with_notes(document: bytes) -> bytes:
    return with_members(document, **{"word/footnotes.xml": NOTES})


def plain_document(*paragraphs: str, title: str = "Họp chi hội", pictures: int = 0) -> bytes:
    made = Document()
    made.add_heading(title, 0)
    for text in paragraphs or ("Chị em họp lúc 19 giờ tại nhà văn hóa bản.",):
        made.add_paragraph(text)
    for number in range(pictures):
        made.add_picture(picture_file((400 + number, 250)), Cm(8))
    return saved(made)


def long_document(pages: int, pictures: int, size=(1200, 800)) -> bytes:
    """Some forty lines a page; pictures as a telephone takes them, spread evenly, each another."""
    made = Document()
    made.add_heading("Sổ tay của chi hội", 0)
    sentence = "Chị em trong bản cùng nhau làm, ghi sổ từng ngày và kể lại cho chi hội khác nghe để làm theo. "
    for page in range(pages):
        made.add_heading(f"Phần {page + 1}: việc của tháng", 1)
        for number in range(6):
            made.add_paragraph(f"{number + 1}. {sentence * 3}" if number % 3 else sentence * 4)
        for number in range(pictures * page // pages, pictures * (page + 1) // pages):
            made.add_picture(picture_file((size[0] + number, size[1])), Cm(12))
        add_table(made, [("Việc", "Ai làm", "Ngày"), ("Mua giống", "Chị Hoa", "3"), ("Ủ rơm", "Cả nhóm", "5")])
    return saved(made)


# Clipboards


def data_address(size=(300, 200)) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(picture_bytes(size, 'JPEG')).decode()}"


def word_clipboard() -> str:
    """As Word for Windows leaves it: conditional comments, mso styles, its own marks for lists."""
    item = (
        "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>"
        "<span style='mso-list:Ignore'>{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{}<o:p></o:p></p>"
    )
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!-- p.MsoNormal {mso-style-unhide:no;} --></style>'
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=VI><!--StartFragment-->"
        "<p class=MsoTitle>Gọi điện có hình<o:p></o:p></p><p class=MsoNormal>Học xong chị <b style='mso-bidi-font-weight:normal'>gọi được</b>&nbsp;&nbsp;cho con ở xa.<o:p></o:p></p>"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><b><span style='font-size:14.0pt'>Làm<o:p></o:p></span></b></p>"
        + item.format("·", "Mở <i>Zalo</i>")
        + item.format("·", "Chọn một người")
        + item.format("1.", "Chạm hình máy quay")
        + "<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Việc</b></p></td><td><p class=MsoNormal><b>Phút</b></p></td></tr>"
        "<tr><td><p class=MsoNormal>Gọi thử</p></td><td><p class=MsoNormal>5</p></td></tr></table>"
        f"<p class=MsoNormal><img width=300 height=200 src='{data_address()}' alt='Một chị gọi điện có hình'></p>"
        "<p class=MsoNormal><img src='file:///C:/Users/HOA/AppData/image001.png'></p><!--EndFragment--></body></html>"
    )


def zalo_clipboard() -> str:
    """As Zalo leaves it: one block, breaks, emoji as pictures or letters, addresses with what follows the reader."""
    return (
        '<meta charset="utf-8"><div class="card"><span class="text">🌸🌸🌸🌸🌸<br>THÔNG BÁO HỌP CHI HỘI<br><br>Chị em ơi, tối mai họp nhé <img class="emoji" src="https://stc.zalo.me/e.png" alt="❤"><br>'
        "👉 Mang sổ<br>👉 Mang bút<br>👉 Sạc điện thoại<br>-----------------<br>1. Điểm danh<br>2. Học bài mới<br>"
        'Xem: <a href="https://hoilhpn.org.vn/tin?id=5&fbclid=abc&utm_medium=zalo" target="_blank">tin của Hội</a></span></div>'
    )


def web_clipboard() -> str:
    """As a browser leaves a news page: scripts, a menu, headings, a quotation, a caption, a table, a link to a script."""
    return (
        "<nav><a href='/'>Trang chủ</a></nav><article><h1>Chi hội mở lớp điện thoại</h1><script>alert(1)</script><div style='display:none'>ẩn</div>"
        "<p>Ngày 21/11, <strong>20 chị em</strong> học <em>gọi có hình</em>. <a href='javascript:alert(1)'>Bấm</a></p>"
        f"<figure><img src='{data_address((320, 210))}' alt=''><figcaption>Ảnh: Chị em học ở nhà văn hóa</figcaption></figure>"
        "<h2>Việc tiếp theo</h2><ol><li><p>Họp chi hội</p></li><li>Học bài mới<ul><li>Gửi ảnh</li></ul></li></ol>"
        "<blockquote><p>Tôi tự gọi được cho con gái.</p></blockquote>"
        "<table><thead><tr><th>Ngày</th><th>Việc</th></tr></thead><tbody><tr><td>28/11</td><td>Học bài mới</td></tr></tbody></table>"
        "<p><img src='https://example.com/anh.jpg' alt='ảnh'></p></article><footer>© 2026</footer>"
    )


def make_import(by, place, document: bytes | None = None, name: str = "hop.docx") -> WordImport:
    """Brought in by this member for that place."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from editing.word.domain import bring_in

    return bring_in(upload=SimpleUploadedFile(name, document or plain_document()), place=place, by=by)
