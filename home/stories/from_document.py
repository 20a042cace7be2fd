"""A document's parts as the fields of a story. Pure: values in, raw values of the fields out."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from pages.columns import Columns, records
from pages.parts import CAPTION, QUOTED, Kind, Part, Section, as_text, by_section, heading_part, picture_value, rich
from pages.text import folded, shorten

KINDS = (Kind.HEADING, Kind.TEXT, Kind.LIST, Kind.QUOTATION, Kind.TABLE, Kind.PICTURE)
SECTIONS = (
    Section("before", _("Before"), ("truoc day", "truoc kia", "hoan canh", "kho khan", "xuat phat", "luc dau", "ngay truoc", "ban dau")),
    Section(
        "action", _("What she did"), ("viec chi lam", "chi da lam gi", "cach lam", "viec lam", "bat dau", "hanh dong", "qua trinh", "thay doi", "chi lam gi")
    ),
    Section("result", _("Result"), ("ket qua", "bay gio", "hien nay", "thanh qua", "den nay", "ngay nay", "hom nay"), has_notes=True),
)
PATTERN = (
    ("title", "Tên câu chuyện, ví dụ: Chị Lò Thị A bán măng qua điện thoại"),
    ("subtitle", "Một, hai câu ngắn: chị là ai, chị làm được gì."),
    ("heading", "Trước đây"),
    ("text", "Trước kia nhà chị sống bằng gì, khó ở chỗ nào."),
    ("heading", "Việc chị làm"),
    ("text", "Chị bắt đầu từ đâu, ai giúp chị, chị làm từng việc ra sao."),
    ("list", ("Việc đầu tiên", "Việc tiếp theo")),
    ("text", "“Lời chị nói, đúng như chị nói với người viết.” – Chị Lò Thị A, bản Nà Mạc"),
    ("heading", "Kết quả"),
    ("text", "Bây giờ khác trước thế nào: với nhà chị, với chị em trong bản."),
    ("table", (("Chỉ số", "Trước", "Nay", "Đơn vị"), ("Thu nhập mỗi tháng", "2", "5", "triệu đồng"), ("Khách quen", "3", "20", "người"))),
)
FIGURES: Columns = {
    "label": ("chi so", "chi tieu", "noi dung", "con so", "viec", "muc"),
    "before": ("truoc", "truoc day", "truoc kia", "luc dau", "ban dau"),
    "after": ("nay", "bay gio", "hien nay", "sau", "hien tai", "den nay"),
    "unit": ("don vi", "don vi tinh", "dvt"),
}
MOST = {"label": 80, "before": 40, "after": 40, "unit": 40}


def take(parts: Sequence[Part]) -> dict[str, object]:
    """Pictures and quotations have places of their own; all else stays in the stretch of the story where it stood."""
    texts = dict.fromkeys(("before", "action", "result"), "")
    figures: list[dict] = []
    quotations: list[dict] = []
    photos: list[dict] = []
    for name, heading, below in by_section(parts, "before"):
        if heading and folded(heading) not in next(section.known_as for section in SECTIONS if section.name == name):
            texts[name] += as_text(heading_part(heading))
        for part in below:
            if part.picture is not None:
                photos.append({"type": "photo", "value": {"picture": picture_value(part), "caption": shorten(part.caption, CAPTION)}})
            elif part.kind == Kind.QUOTATION and len(part.text) <= QUOTED:
                quotations.append({"type": "quotation", "value": {"text": part.text, "who": part.who[:120], "source": "", "example": False}})
            elif part.kind == Kind.TABLE and (found := changes(part)):
                figures += [{"type": "figure", "value": value} for value in found]
            else:
                texts[name] += rich([part])
    return {**texts, "figures": figures, "quotations": quotations, "photos": photos}


def changes(part: Part) -> list[dict[str, str]] | None:
    """A table of what was counted before and now."""
    found = records(part.rows, FIGURES, ("label", "after"))
    if not found or any(len(record.get(key, "")) > most for record in found for key, most in MOST.items()):
        return None
    return [{key: record.get(key, "") for key in MOST} for record in found]
