"""What a document holds, part by part: one as an office writes it in Word, one that LibreOffice made, three clipboards."""

from pathlib import Path

import pytest
from docx import Document

from editing.word import runner
from editing.word.docx import described
from editing.word.lines import Line
from learning.library.extraction.blocks import Run
from tests.factories import papers, word

LIBRE = Path(__file__).parent / "files/mo-hinh-nam-rom.docx"


def read(content: bytes | str, tmp_path, ending: str = "docx"):
    path = tmp_path / f"a.{ending}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return runner.read(str(path))


def told(found) -> list[tuple]:
    return [(part.kind, part.rows or part.html) if part.picture is None else (part.kind, part.picture, part.alt, part.caption) for part in found.parts]


def test_office_document(tmp_path):
    found = read(word.office_document(), tmp_path)
    assert found.title == "Trồng nấm rơm tại nhà"
    assert told(found) == [
        ("text", "<p>Nhóm năm chị em bản Nà Mạc trồng nấm rơm, 18 ngày có nấm bán.</p>"),
        ("heading", "<p>Điều kiện</p>"),
        ("list", "<ul><li>Có rơm khô sau vụ gặt</li><li>Có chỗ che mưa, che nắng</li><li>Gần nguồn nước sạch</li></ul>"),
        ("heading", "<p>II. Vật liệu và chi phí</p>"),
        ("table", [list(row) for row in word.COSTS]),
        ("picture", 0, "Một chị rải giống nấm lên lớp rơm", "Hình 1: Rải giống"),
        ("picture", 1, "", ""),
        ("heading", "<p>Các bước thực hiện</p>"),
        ("heading", "<p>Bước 1: Ủ rơm (3 ngày)</p>"),
        ("text", "<p>Làm ướt rơm bằng nước vôi loãng.</p>"),
        ("heading", "<p>Bước 2: Cấy giống</p>"),
        ("text", "<p>Rải ba lớp rơm. [1]</p>"),
        ("text", '<p>Xem <a href="https://example.vn/nam">bài của huyện</a>.</p>'),
        ("text", "<p>Lưu ý: Không tưới vào buổi trưa.</p>"),
        ("quotation", "<p>Làm nấm không khó, chỉ cần chịu khó tưới đều tay.</p>"),
        ("text", "<p>Giữ ấm cho nấm khi trời rét.</p>"),
        ("heading", "<p>*</p>"),
        ("list", "<ol><li>Hỏi ở chợ huyện.</li></ol>"),
    ]
    assert [part.who for part in found.parts if part.kind == "quotation"] == ["Chị Lò Thị A, bản Nà Mạc"]
    assert [kept.name for kept in found.pictures] == ["1.jpg", "2.jpg"] and all(kept.small[:2] == b"\xff\xd8" for kept in found.pictures)


def test_document_of_libreoffice():
    """With a table of contents, a header, page numbers, a change in review, a footnote: none of the first three is there."""
    found = runner.read(str(LIBRE))
    assert (found.title, found.summary) == ("Trồng nấm rơm tại nhà", "Nhóm 5 chị em, 18 ngày có nấm bán, vốn 1,8 triệu đồng.")
    assert told(found) == [
        ("heading", "<p>Mô hình là gì</p>"),
        (
            "text",
            '<p>Dùng <b>rơm khô</b> sau vụ gặt để trồng nấm, xem thêm <a href="https://www.mard.gov.vn/nam-rom?id=7">hướng dẫn của huyện</a>.</p>',
        ),
        ("text", "<p>Chị em làm được rất nhiều quanh năm.</p>"),
        ("picture", 0, "Một chị tưới luống nấm rơm dưới giàn che", ""),
        ("heading", "<p>Điều kiện</p>"),
        ("list", "<ul><li>Có rơm khô</li><li>Có chỗ che mưa</li></ul>"),
        ("heading", "<p>Chi phí</p>"),
        ("text", "<p>Giá hỏi ở chợ huyện, tháng 11/2026. [1]</p>"),
        (
            "table",
            [
                ["STT", "Hạng mục", "ĐVT", "Số lượng", "Đơn giá (đ)", "Thành tiền (đ)"],
                ["1", "Rơm khô", "bó", "50", "10.000", "500.000"],
                ["2", "Giống nấm", "bịch", "20", "25.000", "500.000"],
                ["3", "Giàn tre", "bộ", "1", "800.000", "800.000"],
                ["", "Tổng cộng", "", "", "", "1.800.000"],
            ],
        ),
        ("heading", "<p>Các bước</p>"),
        ("list", "<ol><li>Ủ rơm 3 ngày với nước vôi loãng.</li><li>Rải rơm và giống thành từng lớp.</li><li>Tưới phun sương sáng và chiều.</li></ol>"),
        ("picture", 1, "", ""),
        ("heading", "<p>Rủi ro</p>"),
        ("table", [["Rủi ro", "Cách xử lý"], ["Nấm bị mốc", "Bỏ phần mốc, giảm tưới"]]),
        ("text", "<p>Năng suất theo tháng:</p>"),
        ("table", [["Tháng", "Nấm (kg)"], ["Tháng 3", "40"], ["Tháng 4", "55"]]),
        ("heading", "<p>*</p>"),
        ("list", "<ol><li>Giá hỏi ở chợ Phù Yên ngày 10/11/2026.</li></ol>"),
    ]


def test_clipboard_of_word(tmp_path):
    found = read(word.word_clipboard(), tmp_path, "html")
    assert found.title == "Gọi điện có hình" and found.left == [("elsewhere", 1)]
    assert told(found) == [
        ("text", "<p>Học xong chị <b>gọi được</b> cho con ở xa.</p>"),
        ("heading", "<p>Làm</p>"),
        ("list", "<ul><li>Mở <i>Zalo</i></li><li>Chọn một người</li></ul>"),
        ("list", "<ol><li>Chạm hình máy quay</li></ol>"),
        ("table", [["Việc", "Phút"], ["Gọi thử", "5"]]),
        ("picture", 0, "Một chị gọi điện có hình", ""),
    ]
    assert len(found.pictures[0].data) > 1000


def test_clipboard_of_zalo(tmp_path):
    found = read(word.zalo_clipboard(), tmp_path, "html")
    assert found.title == "Thông báo họp chi hội"
    assert told(found) == [
        ("text", "<p>Chị em ơi, tối mai họp nhé ❤</p>"),
        ("list", "<ul><li>Mang sổ</li><li>Mang bút</li><li>Sạc điện thoại</li></ul>"),
        ("list", "<ol><li>Điểm danh</li><li>Học bài mới</li></ol>"),
        ("text", '<p>Xem: <a href="https://hoilhpn.org.vn/tin?id=5">tin của Hội</a></p>'),
    ]


def test_clipboard_of_a_web_page(tmp_path):
    found = read(word.web_clipboard(), tmp_path, "html")
    assert found.title == "Chi hội mở lớp điện thoại" and found.left == [("elsewhere", 1)]
    assert told(found) == [
        ("text", "<p>Ngày 21/11, <b>20 chị em</b> học <i>gọi có hình</i>. Bấm</p>"),
        ("picture", 0, "", "Ảnh: Chị em học ở nhà văn hóa"),
        ("heading", "<p>Việc tiếp theo</p>"),
        ("list", "<ol><li>Họp chi hội</li><li>Học bài mới</li></ol>"),
        ("list", "<ul><li>Gửi ảnh</li></ul>"),
        ("quotation", "<p>Tôi tự gọi được cho con gái.</p>"),
        ("table", [["Ngày", "Việc"], ["28/11", "Học bài mới"]]),
    ]


@pytest.mark.parametrize(
    ("text", "bold", "is_heading"),
    [
        ("Điều kiện", True, True),
        ("Điều kiện", False, False),
        ("CHỊ EM CẦN CHUẨN BỊ", False, True),
        ("VNEID", False, False),
        ("Câu này đậm vì quan trọng.", True, False),
        ("Cần chuẩn bị:", True, True),
        ("- Một việc", True, False),
        ("1. Chuẩn bị", True, True),
        ("Đậm " * 40, True, False),
    ],
)
def test_what_looks_like_a_heading(text, bold, is_heading):
    assert Line([Run(text, bold=bold)]).looks_like_heading is is_heading


@pytest.mark.parametrize(
    ("alt", "kept"),
    [
        ("Một chị tưới rau", "Một chị tưới rau"),
        ("A picture containing text\n\nDescription automatically generated", ""),
        ("Ảnh có chứa văn bản\n\nMô tả được tạo tự động", ""),
        ("IMG_2031.jpg", ""),
        ("Picture 3", ""),
        ("", ""),
    ],
)
def test_alternative_text_that_describes_nothing_is_none(alt, kept):
    assert described(alt) == kept


def test_headings_of_styles_in_any_language_and_lists_of_styles(tmp_path):
    """Localised Word renames the styles; what they are based on and their outline level say what they are."""
    made = Document()
    made.styles["Heading 1"].name = "Đầu đề 1"
    style = made.styles.add_style("Mục lớn của xã", 1)
    style.base_style = made.styles["Heading 2"]
    made.add_paragraph("Tên tài liệu", style="Title")
    made.add_paragraph("Mục một", style="Mục lớn của xã")
    made.add_paragraph("Chữ thường ở dưới mục một, một câu trọn vẹn.")
    made.add_paragraph("Việc", style="List Bullet")
    made.add_paragraph("Việc nữa", style="List Number 2")
    found = read(papers.saved(made), tmp_path)
    assert found.title == "Tên tài liệu"
    assert [part.kind for part in found.parts] == ["heading", "text", "list", "list"]


def test_a_box_drawn_as_a_table_of_one_cell_is_its_words(tmp_path):
    made = Document()
    made.add_paragraph("Chị em họp ở nhà văn hóa bản Nà Mạc tối mai.")
    word.add_table(made, [("Lưu ý: Mang theo sổ.",)])
    found = read(papers.saved(made), tmp_path)
    assert told(found)[1] == ("text", "<p>Lưu ý: Mang theo sổ.</p>")


def test_table_of_contents_of_word_is_left_out_and_what_follows_is_not(tmp_path):
    made = Document()
    word.add_xml(
        made,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Mở đầu 1</w:t></w:r>',
    )
    word.add_xml(made, "<w:r><w:t>Kết luận 9</w:t></w:r>")
    word.add_xml(made, '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    made.add_paragraph("Chị em họp ở nhà văn hóa bản Nà Mạc tối mai.")
    assert told(read(papers.saved(made), tmp_path)) == [("text", "<p>Chị em họp ở nhà văn hóa bản Nà Mạc tối mai.</p>")]


def test_the_same_picture_twice_is_one_file(tmp_path):
    made = Document()
    made.add_paragraph("Chị em họp ở nhà văn hóa bản Nà Mạc tối mai.")
    for _ in range(2):
        made.add_picture(word.picture_file())
    found = read(papers.saved(made), tmp_path)
    assert [kept.name for kept in found.pictures] == ["1.jpg", "1.jpg"] and [part.picture for part in found.parts[1:]] == [0, 1]


@pytest.mark.parametrize(
    "evil", ["<table>" * 300, "<ul><li>" * 500 + "x", "</p></div></table></td>", "<td>a</td><tr>", "<b>" * 999 + "Chị em họp tối mai ở nhà văn hóa bản"]
)
def test_html_that_is_broken_still_gives_its_words(tmp_path, evil):
    found = read(f"<p>Chị em họp ở nhà văn hóa bản Nà Mạc tối mai.</p>{evil}", tmp_path, "html")
    assert found.problem == "" and "Chị em họp" in found.parts[0].text
