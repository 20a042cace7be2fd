"""A document's parts as the fields of a lesson. Pure: values in, raw values of the fields out."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from pages.parts import TITLE, Kind, Part, Section, as_text, by_section, heading_part, inner, lines, no_picture, picture_value, rich, titled
from pages.text import folded, shorten

KINDS = (Kind.HEADING, Kind.TEXT, Kind.LIST, Kind.STEP, Kind.TIP, Kind.WARNING, Kind.QUOTATION, Kind.TABLE, Kind.PICTURE)
SECTIONS = (
    Section("learn", _("Learn"), ("hoc", "chi hoc", "phan hoc", "noi dung", "noi dung bai hoc", "bai hoc"), has_steps=True, has_notes=True),
    Section("do_task", _("Do"), ("lam", "chi lam", "phan lam", "thuc hanh", "viec can lam", "bai tap", "nhiem vu")),
    Section("do_list", _("Check list"), ("danh sach viec", "viec da lam", "tu kiem tra", "danh sach kiem tra", "danh dau viec da lam", "kiem tra")),
    Section("share_message", _("Share"), ("chia se", "chi chia se", "phan chia se", "tin nhan", "tin nhan chia se", "loi nhan")),
)
PATTERN = (
    ("title", "Tên bài, ví dụ: Gọi điện có hình qua Zalo"),
    ("subtitle", "Một, hai câu ngắn: học xong chị làm được gì."),
    ("heading", "Học"),
    ("text", "Vài câu mở đầu: việc này giúp gì cho chị."),
    ("step", "Bước 1: Mở Zalo"),
    ("text", "Chạm vào ô màu xanh có chữ Zalo. Dán ảnh chụp màn hình ngay dưới câu này."),
    ("step", "Bước 2: Chọn người muốn gọi"),
    ("text", "Chạm vào tên người đó."),
    ("step", "Bước 3: Chạm vào hình máy quay"),
    ("text", "Chờ người kia bắt máy."),
    ("text", "Mẹo: Ngồi chỗ sáng thì người kia nhìn rõ mặt chị hơn."),
    ("text", "Lưu ý: Không nghe cuộc gọi có hình của người lạ."),
    ("heading", "Làm"),
    ("text", "Hôm nay chị gọi có hình cho một người thân."),
    ("heading", "Danh sách việc"),
    ("list", ("Mở được Zalo", "Gọi được một cuộc có hình")),
    ("heading", "Chia sẻ"),
    ("text", "Em vừa học gọi có hình qua Zalo. Chị em vào học cùng em nhé."),
)
MOST_SHARED = 400


def take(parts: Sequence[Part]) -> dict[str, object]:
    learn: list[dict] = []
    do_task, do_list, share = "", list[dict](), list[str]()
    for name, heading, below in by_section(parts, "learn"):
        known = next(section.known_as for section in SECTIONS if section.name == name)
        head = [heading_part(heading)] if heading and folded(heading) not in known else []
        pictures = [part for part in below if part.picture is not None]
        words = [part for part in below if part.picture is None]
        if name == "learn":
            learn += blocks([*head, *below], heading)
            continue
        if name == "do_task":
            do_task += rich([*head, *words])
        elif name == "do_list":
            do_list += [{"type": "item", "value": line} for part in words for line in lines(part)]
        else:
            share += [part.text for part in words]
        learn += blocks(pictures, heading)
    message = "\n".join(share)
    if len(message) > MOST_SHARED:  # what does not fit into a message is told in the task
        do_task += "".join(as_text(Part(Kind.TEXT, f"<p>{text}</p>")) for text in share)
        message = shorten(message, MOST_SHARED)
    return {"learn": learn, "do_task": do_task, "do_list": do_list, "share_message": message}


def blocks(parts: Sequence[Part], heading: str) -> list[dict]:
    """Of LearnBlock: what follows a step belongs to it until another heading, step, tip or warning. A picture alone is a step that it shows."""
    made: list[dict] = []
    step: dict | None = None
    for part in parts:
        heading = part.text if part.kind == Kind.HEADING else heading
        if part.kind == Kind.STEP and part.picture is None:
            for value in steps_of(part):
                made.append({"type": "step", "value": value})
                step = value
        elif part.picture is not None:
            step = with_picture(part, step, made, heading)
        elif part.kind in {Kind.TIP, Kind.WARNING}:
            made.append({"type": str(part.kind), "value": as_text(part)})
            step = None
        elif step is not None and part.kind != Kind.HEADING:
            step["text"] += as_text(part)
        else:
            step = None
            text = as_text(part)
            if made and made[-1]["type"] == "text":
                made[-1]["value"] += text
            elif text:
                made.append({"type": "text", "value": text})
    return made


def steps_of(part: Part) -> list[dict]:
    whole = [Part(Kind.STEP, f"<p>{each}</p>") for each in inner(part.html)] if part.html.startswith(("<ol>", "<ul>")) else [part]
    return [{"title": title, "text": text, "picture": no_picture(), "audio": None} for title, text in map(titled, whole)]


def with_picture(part: Part, step: dict | None, made: list[dict], heading: str) -> dict:
    if step is None or step["picture"]["image"] is not None:
        step = {"title": shorten(part.alt or part.caption or heading, TITLE), "text": "", "picture": no_picture(), "audio": None}
        made.append({"type": "step", "value": step})
    step["picture"] = picture_value(part)
    return step
