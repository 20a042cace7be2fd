"""The same documents as each kind of page, block by block; and the Word files to begin with, there and back."""

from pathlib import Path

import pytest

from editing.word import pattern, runner
from editing.word.guessing import guess
from home.guides.models import GuidePage
from home.news.models import NewsPage
from home.stories.models import StoryPage
from learning.lessons.models import LessonPage
from pages.parts import Kind, Part, fitted, joined, table_text, titled
from tests.factories import word

pytestmark = pytest.mark.django_db
LIBRE = (Path(__file__).parent / "files/mo-hinh-nam-rom.docx").read_bytes()
RICH = ("do_task", "what", "origin", "adapt", "visits", "before", "action", "result", "share_message", "costs_note")
STREAMS = (
    "learn",
    "do_list",
    "body",
    "figures",
    "suits",
    "unsuited",
    "conditions",
    "costs",
    "roles",
    "steps",
    "risks",
    "check_list",
    "contacts",
    "quotations",
    "photos",
)


def page_from(model, content: bytes | str, tmp_path, ending: str = "docx"):
    """(page with its fields, pictures without a place); a picture's number is that in the document."""
    path = tmp_path / f"a.{ending}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = runner.read(str(path))
    guess(found.parts, model.part_kinds, model.part_sections)
    page = model(title=found.title, summary=found.summary)
    return page, page.take_parts(joined(found.parts))


def filled(page) -> dict[str, object]:
    """What is not empty: texts as they are, streams as (type, value)."""
    fields = {name: getattr(page, name) for name in RICH if getattr(page, name, "")}
    for name in STREAMS:
        stream = getattr(page, name, None)
        if stream:
            fields[name] = [(block["type"], short(block["value"])) for block in stream.get_prep_value()]
    return fields


def short(value):
    """Without what is empty; a picture as its number and words."""
    if not isinstance(value, dict):
        return value
    if "image" in value:
        return (value["image"], value["alt_text"]) if value["image"] is not None else None
    return {key: cut for key, each in value.items() if (cut := short(each)) not in (None, "", False)}


def test_libreoffice_as_guide(tmp_path):
    page, without_place = page_from(GuidePage, LIBRE, tmp_path)
    assert filled(page) == {
        "what": '<p>Dùng <b>rơm khô</b> sau vụ gặt để trồng nấm, xem thêm <a href="https://www.mard.gov.vn/nam-rom?id=7">hướng dẫn của huyện</a>.</p>'
        "<p>Chị em làm được rất nhiều quanh năm.</p><p><b>Rủi ro</b></p><p>Năng suất theo tháng:</p><ul><li>Tháng 3 – Nấm (kg): 40</li><li>Tháng 4 – Nấm (kg): 55</li></ul>",
        "adapt": "<p><b>*</b></p><ol><li>Giá hỏi ở chợ Phù Yên ngày 10/11/2026.</li></ol>",
        "costs_note": "Giá hỏi ở chợ huyện, tháng 11/2026. [1]",
        "conditions": [("item", "Có rơm khô"), ("item", "Có chỗ che mưa")],
        "costs": [
            ("cost", {"item": "Rơm khô", "quantity": "50", "unit": "bó", "unit_price": 10_000}),
            ("cost", {"item": "Giống nấm", "quantity": "20", "unit": "bịch", "unit_price": 25_000}),
            ("cost", {"item": "Giàn tre", "quantity": "1", "unit": "bộ", "unit_price": 800_000}),
        ],
        "steps": [
            ("step", {"title": "Ủ rơm 3 ngày với nước vôi loãng.", "days": 1}),
            ("step", {"title": "Rải rơm và giống thành từng lớp.", "days": 1}),
            ("step", {"title": "Tưới phun sương sáng và chiều.", "picture": (1, ""), "days": 1}),
        ],
        "risks": [("risk", {"risk": "Nấm bị mốc", "remedy": "Bỏ phần mốc, giảm tưới"})],
    }
    assert page.total == 1_800_000 and page.cover_id == 0 and without_place == []


def test_office_document_as_guide(tmp_path):
    page, without_place = page_from(GuidePage, word.office_document(), tmp_path)
    found = filled(page)
    assert found["conditions"] == [("item", "Có rơm khô sau vụ gặt"), ("item", "Có chỗ che mưa, che nắng"), ("item", "Gần nguồn nước sạch")]
    assert found["costs"] == [
        ("cost", {"item": "Rơm khô", "quantity": "50", "unit": "bó", "unit_price": 10_000}),
        ("cost", {"item": "Giống nấm", "quantity": "20", "unit_price": 50_000}),
    ]
    assert found["costs_note"] == "Công chị em góp"
    assert found["steps"] == [
        ("step", {"title": "Ủ rơm", "text": "<p>Làm ướt rơm bằng nước vôi loãng.</p>", "days": 3}),
        (
            "step",
            {
                "title": "Cấy giống",
                "text": '<p>Rải ba lớp rơm. [1]</p><p>Xem <a href="https://example.vn/nam">bài của huyện</a>.</p><p>Lưu ý: Không tưới vào buổi trưa.</p>'
                "<p><i>“Làm nấm không khó, chỉ cần chịu khó tưới đều tay.”</i> – Chị Lò Thị A, bản Nà Mạc</p><p>Giữ ấm cho nấm khi trời rét.</p>",
                "days": 1,
            },
        ),
    ]
    assert (page.cover_id, page.cover_alt, without_place) == (0, "Một chị rải giống nấm lên lớp rơm", [1])


def test_office_document_as_news(tmp_path):
    page, _without_place = page_from(NewsPage, word.office_document(), tmp_path)
    assert filled(page)["body"] == [
        ("text", "<p>Nhóm năm chị em bản Nà Mạc trồng nấm rơm, 18 ngày có nấm bán.</p>"),
        ("heading", "Điều kiện"),
        ("text", "<ul><li>Có rơm khô sau vụ gặt</li><li>Có chỗ che mưa, che nắng</li><li>Gần nguồn nước sạch</li></ul>"),
        ("heading", "II. Vật liệu và chi phí"),
        (
            "text",
            "<ul><li>Rơm khô – Thành tiền: 500.000 đ; Đơn giá: 10.000; SL: 50 bó</li><li>Giống nấm – Thành tiền: 1 triệu; SL: 20</li>"
            "<li>Công chị em góp</li><li>TỔNG CỘNG – Thành tiền: 1.500.000</li></ul>",
        ),
        ("picture", {"picture": (0, "Một chị rải giống nấm lên lớp rơm"), "caption": "Hình 1: Rải giống"}),
        ("picture", {"picture": (1, "")}),
        ("heading", "Các bước thực hiện"),
        ("heading", "Bước 1: Ủ rơm (3 ngày)"),
        ("text", "<p>Làm ướt rơm bằng nước vôi loãng.</p>"),
        ("heading", "Bước 2: Cấy giống"),
        ("text", '<p>Rải ba lớp rơm. [1]</p><p>Xem <a href="https://example.vn/nam">bài của huyện</a>.</p>'),
        ("warning", "<p>Không tưới vào buổi trưa.</p>"),
        ("quote", {"text": "Làm nấm không khó, chỉ cần chịu khó tưới đều tay.", "who": "Chị Lò Thị A, bản Nà Mạc"}),
        ("text", "<p>Giữ ấm cho nấm khi trời rét.</p>"),
        ("heading", "*"),
        ("text", "<ol><li>Hỏi ở chợ huyện.</li></ol>"),
    ]


def test_office_document_as_lesson(tmp_path):
    page, _without_place = page_from(LessonPage, word.office_document(), tmp_path)
    learn = filled(page)["learn"]
    assert [kind for kind, _value in learn] == ["text", "step", "step", "text", "step", "step", "warning", "text", "text"]
    assert learn[1] == ("step", {"title": "Một chị rải giống nấm lên lớp rơm", "picture": (0, "Một chị rải giống nấm lên lớp rơm")})
    assert learn[2] == ("step", {"title": "II. Vật liệu và chi phí", "picture": (1, "")})
    assert learn[4] == ("step", {"title": "Ủ rơm (3 ngày)", "text": "<p>Làm ướt rơm bằng nước vôi loãng.</p>"})
    assert learn[6] == ("warning", "<p>Không tưới vào buổi trưa.</p>")


def test_office_document_as_story(tmp_path):
    page, _without_place = page_from(StoryPage, word.office_document(), tmp_path)
    found = filled(page)
    assert found["photos"] == [
        ("photo", {"picture": (0, "Một chị rải giống nấm lên lớp rơm"), "caption": "Hình 1: Rải giống"}),
        ("photo", {"picture": (1, "")}),
    ]
    assert found["quotations"] == [("quotation", {"text": "Làm nấm không khó, chỉ cần chịu khó tưới đều tay.", "who": "Chị Lò Thị A, bản Nà Mạc"})]
    assert found["before"].startswith("<p>Nhóm năm chị em bản Nà Mạc") and "TỔNG CỘNG – Thành tiền: 1.500.000" in found["before"]


def test_clipboard_of_word_as_lesson(tmp_path):
    page, _without_place = page_from(LessonPage, word.word_clipboard(), tmp_path, "html")
    assert filled(page) == {
        "learn": [
            ("text", "<p>Học xong chị <b>gọi được</b> cho con ở xa.</p>"),
            ("step", {"title": "Một chị gọi điện có hình", "picture": (0, "Một chị gọi điện có hình")}),
        ],
        "do_task": "<ul><li>Mở <i>Zalo</i></li><li>Chọn một người</li></ul><ol><li>Chạm hình máy quay</li></ol><ul><li>Gọi thử – Phút: 5</li></ul>",
    }


def test_clipboard_of_a_web_page_as_news(tmp_path):
    page, _without_place = page_from(NewsPage, word.web_clipboard(), tmp_path, "html")
    assert filled(page)["body"] == [
        ("text", "<p>Ngày 21/11, <b>20 chị em</b> học <i>gọi có hình</i>. Bấm</p>"),
        ("picture", {"picture": (0, ""), "caption": "Ảnh: Chị em học ở nhà văn hóa"}),
        ("heading", "Việc tiếp theo"),
        ("text", "<ol><li>Họp chi hội</li><li>Học bài mới</li></ol><ul><li>Gửi ảnh</li></ul>"),
        ("quote", {"text": "Tôi tự gọi được cho con gái."}),
        ("text", "<ul><li>Học bài mới – Ngày: 28/11</li></ul>"),
    ]


# The files to begin with


@pytest.mark.parametrize("model", [LessonPage, NewsPage, StoryPage, GuidePage])
def test_pattern_comes_back_as_what_it_says(model, tmp_path):
    """Every line of it is somewhere on the page, and nothing is left where it does not belong."""
    page, without_place = page_from(model, pattern.written(model.part_pattern), tmp_path)
    lines = dict(model.part_pattern)
    assert (page.title, page.summary) == (lines["title"], lines["subtitle"]) and without_place == []
    assert filled(page) == PATTERNS[model]


PATTERNS = {
    LessonPage: {
        "learn": [
            ("text", "<p>Vài câu mở đầu: việc này giúp gì cho chị.</p>"),
            ("step", {"title": "Mở Zalo", "text": "<p>Chạm vào ô màu xanh có chữ Zalo. Dán ảnh chụp màn hình ngay dưới câu này.</p>"}),
            ("step", {"title": "Chọn người muốn gọi", "text": "<p>Chạm vào tên người đó.</p>"}),
            ("step", {"title": "Chạm vào hình máy quay", "text": "<p>Chờ người kia bắt máy.</p>"}),
            ("tip", "<p>Ngồi chỗ sáng thì người kia nhìn rõ mặt chị hơn.</p>"),
            ("warning", "<p>Không nghe cuộc gọi có hình của người lạ.</p>"),
        ],
        "do_task": "<p>Hôm nay chị gọi có hình cho một người thân.</p>",
        "do_list": [("item", "Mở được Zalo"), ("item", "Gọi được một cuộc có hình")],
        "share_message": "Em vừa học gọi có hình qua Zalo. Chị em vào học cùng em nhé.",
    },
    NewsPage: {
        "body": [
            (
                "text",
                "<p>Viết việc chính trước: ai làm gì, ở đâu, ngày nào, bao nhiêu chị em tham gia.</p><p>Mỗi đoạn một ý, mỗi câu không quá 16 từ.</p>",
            ),
            ("heading", "Chị em làm được gì"),
            ("text", "<ul><li>Việc thứ nhất</li><li>Việc thứ hai</li><li>Việc thứ ba</li></ul>"),
            ("quote", {"text": "Từ hôm học xong, tôi tự gọi được cho con gái ở xa mỗi tối.", "who": "Chị Lò Thị A, bản Nà Mạc"}),
            ("heading", "Việc tiếp theo"),
            (
                "text",
                "<ul><li>Họp chi hội – Ngày: 21/11/2026; Nơi: Nhà văn hóa bản</li><li>Học bài mới – Ngày: 28/11/2026; Nơi: Nhà chị Hoa</li></ul>",
            ),
            ("warning", "<p>Ghi rõ ngày, giờ và tên người để hỏi thêm.</p>"),
        ],
    },
    StoryPage: {
        "before": "<p>Trước kia nhà chị sống bằng gì, khó ở chỗ nào.</p>",
        "action": "<p>Chị bắt đầu từ đâu, ai giúp chị, chị làm từng việc ra sao.</p><ul><li>Việc đầu tiên</li><li>Việc tiếp theo</li></ul>",
        "result": "<p>Bây giờ khác trước thế nào: với nhà chị, với chị em trong bản.</p>",
        "figures": [
            ("figure", {"label": "Thu nhập mỗi tháng", "before": "2", "after": "5", "unit": "triệu đồng"}),
            ("figure", {"label": "Khách quen", "before": "3", "after": "20", "unit": "người"}),
        ],
        "quotations": [("quotation", {"text": "Lời chị nói, đúng như chị nói với người viết.", "who": "Chị Lò Thị A, bản Nà Mạc"})],
    },
    GuidePage: {
        "what": "<p>Nói cho người chưa biết gì hiểu: làm ra cái gì, bán ở đâu.</p>",
        "origin": "<p>Chi hội nào đã làm, từ năm nào, kết quả ra sao.</p>",
        "adapt": "<p>Nơi không có rơm thì dùng gì, nơi lạnh thì che thế nào.</p>",
        "visits": "<p>Đến đâu xem được, gọi cho ai trước.</p>",
        "costs_note": "Giá hỏi ở chợ huyện, tháng 11/2026.",
        "suits": [("item", "Chị em có một gian nhà trống"), ("item", "Nhóm từ 3 đến 5 người")],
        "unsuited": [("item", "Nhà thiếu nước sạch")],
        "conditions": [("item", "Có rơm khô sau vụ gặt"), ("item", "Có chỗ che mưa, che nắng")],
        "costs": [
            ("cost", {"item": "Rơm khô", "quantity": "50", "unit": "bó", "unit_price": 10_000}),
            ("cost", {"item": "Giống nấm", "quantity": "20", "unit": "bịch", "unit_price": 25_000}),
            ("cost", {"item": "Giàn tre", "quantity": "1", "unit": "bộ", "unit_price": 800_000}),
        ],
        "roles": [("role", {"who": "Trưởng nhóm", "does": "Mua giống, ghi sổ"}), ("role", {"who": "Cả nhóm", "does": "Ủ rơm, tưới, thu hái"})],
        "steps": [
            ("step", {"title": "Ủ rơm", "text": "<p>Làm ướt rơm bằng nước vôi loãng rồi chất thành đống.</p>", "days": 3}),
            ("step", {"title": "Cấy giống", "text": "<p>Rải một lớp rơm, một lớp giống, ba lớp như vậy.</p>", "days": 1}),
            ("step", {"title": "Chăm và hái", "text": "<p>Tưới phun sương sáng và chiều. Hái khi nấm còn búp.</p>", "days": 14}),
        ],
        "risks": [
            ("risk", {"risk": "Nấm bị mốc", "remedy": "Bỏ phần mốc, giảm tưới"}),
            ("risk", {"risk": "Giá xuống", "remedy": "Sấy khô để bán dần"}),
        ],
        "check_list": [("item", "Đã chọn chỗ"), ("item", "Đã hỏi giá"), ("item", "Đã có người mua")],
        "contacts": [("contact", {"name": "Chị Lò Thị A", "role": "Chi hội trưởng", "phone": "0912 345 678"})],
    },
}


# Nothing is lost


@pytest.mark.parametrize("model", [LessonPage, NewsPage, StoryPage, GuidePage])
def test_every_word_is_somewhere_on_the_page(model, tmp_path):
    """Of a document that no pattern was made for; the guide adds up its costs itself and names figures as figures."""
    page, _without_place = page_from(model, word.office_document(), tmp_path)
    everything = str(filled(page))
    for words in (
        "Nhóm năm chị em",
        "Gần nguồn nước sạch",
        "Rơm khô",
        "Công chị em góp",
        "Ủ rơm",
        "bài của huyện",
        "Không tưới",
        "chịu khó",
        "Giữ ấm",
        "Hỏi ở chợ huyện",
    ):
        assert words in everything, words


def test_long_title_stays_whole_below_its_short_form():
    title, rest = titled(Part(Kind.STEP, f"<p>Bước 1: {'Chọn giống tốt ' * 8}</p>"))
    assert len(title) <= 80 and title.endswith("…") and ("Chọn giống tốt " * 8).strip() in rest


def test_long_lines_go_on_in_the_next():
    assert all(len(line) <= 160 for line in fitted("Chị em mang sổ. " * 30 + "x" * 400, 160))
    assert " ".join(fitted("Một câu. Hai câu dài hơn.", 10)) == "Một câu. Hai câu dài hơn."


def test_joined_parts_follow_the_one_above():
    parts = [
        Part(Kind.HEADING, "<p>Chị em</p>"),
        Part(Kind.HEADING, "<p>học gì</p>", join=True),
        Part(Kind.LIST, "<ul><li>a</li></ul>"),
        Part(Kind.NOTHING, "<p>bỏ</p>"),
        Part(Kind.LIST, "<ul><li>b</li></ul>", join=True),
        Part(Kind.TEXT, "<p>c</p>", join=True),
    ]
    assert [(part.kind, part.html) for part in joined(parts)] == [("heading", "<p>Chị em học gì</p>"), ("list", "<ul><li>a</li><li>b</li></ul><p>c</p>")]


def test_table_is_read_row_by_row():
    assert table_text([["STT", "Việc", "Ngày"], ["1", "Nấu", "3"], ["2", "Rửa &amp; dọn", ""]]) == "<ul><li>Nấu – Ngày: 3</li><li>Rửa &amp; dọn</li></ul>"
    assert table_text([["Nấu", "Hoa"]]) == "<ul><li>Nấu – Hoa</li></ul>" and table_text([["", ""]]) == ""
