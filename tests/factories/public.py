"""News, stories, guides, plain pages."""

from datetime import date

from home.guides.models import GuideIndexPage, GuidePage
from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage, NewsPage
from home.stories.models import StoryIndexPage, StoryPage
from tests.factories.content import items, numbered, picture_value, place, stream


def vietnamese(model):
    return model.objects.get(locale__language_code="vi")


def make_body(picture=None, document=None) -> str:
    """One of every block; picture, document and clip only where given."""
    blocks: list[tuple[str, object]] = [
        ("heading", "Chị em làm được gì"),
        ("text", "<p>Chi hội họp vào tối thứ bảy.</p><ul><li>Mang theo điện thoại</li></ul>"),
        ("quote", {"text": "Em làm được rồi.", "who": "Chị Lả (nhân vật ví dụ)", "source": "", "example": True}),
        ("tip", "<p>Sạc đầy pin trước khi đi.</p>"),
        ("warning", "<p>Không bấm vào đường dẫn lạ.</p>"),
        ("figure", {"label": "Chị em biết quét mã", "before": "12", "after": "40", "unit": "người"}),
    ]
    if picture:
        blocks.append(("picture", {"picture": picture_value(picture), "caption": "Buổi học ở nhà văn hóa"}))
    if document:
        blocks.append(("document", document.pk))
    return stream(*blocks)


def make_standard(parent=None, live=True, picture=None, document=None, **fields) -> StandardPage:
    fields = {"body": make_body(picture, document), **fields}
    return place(parent or vietnamese(HomePage), StandardPage(**numbered("Trang", fields)), live)


def make_news(parent=None, live=True, picture=None, document=None, **fields) -> NewsPage:
    fields = {"date": date(2026, 11, 2), "body": make_body(picture, document), **fields}
    return place(parent or vietnamese(NewsIndexPage), NewsPage(**numbered("Tin", fields)), live)


def make_story(parent=None, live=True, picture=None, consent=True, **fields) -> StoryPage:
    if consent:
        fields = {"consent_by": "Chị Lò Thị Ví Dụ", "consent_on": date(2026, 9, 1), **fields}
    fields = {
        "people": "Chị Lò Thị Ví Dụ",
        "product": "Măng khô",
        "before": "<p>Chị bán măng ở chợ phiên.</p>",
        "action": "<p>Chị học chụp ảnh và bán trên Zalo.</p>",
        "result": "<p>Đơn hàng nhiều hơn trước.</p>",
        "figures": stream(("figure", {"label": "Đơn mỗi tháng", "before": "5", "after": "30", "unit": "đơn"})),
        "quotations": stream(("quotation", {"text": "Em làm được rồi.", "who": "Chị Lả (nhân vật ví dụ)", "source": "", "example": True})),
        "photos": stream(*([("photo", {"picture": picture_value(picture), "caption": "Chị bên sạp măng"})] if picture else [])),
        **fields,
    }
    return place(parent or vietnamese(StoryIndexPage), StoryPage(**numbered("Chuyện", fields)), live)


def make_guide(parent=None, live=True, picture=None, stories=(), steps: int = 2, **fields) -> GuidePage:
    """Costs 2,500,000 and 3 times 150,000 dong; each step takes 7 days."""
    step = {"text": "<p>Mời các chị đến họp.</p>", "picture": picture_value(picture), "days": 7}
    fields = {
        "what": "<p>Chị em góp hàng, bán chung một trang.</p>",
        "origin": "<p>Bắt đầu ở một xã vùng cao.</p>",
        "figures": stream(("figure", {"value": "30", "label": "chị em tham gia"})),
        "suits": items("Chi hội có từ mười chị"),
        "unsuited": items("Nơi chưa có sóng"),
        "conditions": items("Có một chị biết dùng Zalo"),
        "costs": stream(
            ("cost", {"item": "Máy đóng gói", "quantity": "1", "unit": "cái", "unit_price": 2_500_000}),
            ("cost", {"item": "Túi", "quantity": "3", "unit": "kg", "unit_price": 150_000}),
        ),
        "roles": stream(("role", {"who": "Chi hội trưởng", "does": "Mời họp, giữ sổ"})),
        "steps": stream(*(("step", {"title": f"Bước {number}", **step}) for number in range(1, steps + 1))),
        "risks": stream(("risk", {"risk": "Hàng ẩm", "remedy": "Phơi thêm một nắng"})),
        "adapt": "<p>Nơi ít chị em thì ghép hai bản.</p>",
        "check_list": items("Đã họp chi hội"),
        "visits": "<p>Hẹn trước một tuần.</p>",
        "contacts": stream(("contact", {"name": "Hội Phụ nữ xã (ví dụ)", "role": "Hướng dẫn", "phone": ""})),
        "stories": stream(*(("story", story.pk) for story in stories)),
        **fields,
    }
    return place(parent or vietnamese(GuideIndexPage), GuidePage(**numbered("Mô hình", fields)), live)
