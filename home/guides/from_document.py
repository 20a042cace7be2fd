"""A document's parts as the fields of a guide. Pure: values in, raw values of the fields out."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from pages.columns import Columns, costs, records
from pages.parts import Kind, Part, Section, as_text, by_section, heading_part, inner, lines, no_picture, picture_value, rich, titled
from pages.text import folded, shorten
from pages.tidying import plain

KINDS = (Kind.HEADING, Kind.TEXT, Kind.LIST, Kind.STEP, Kind.QUOTATION, Kind.COSTS, Kind.TABLE, Kind.PICTURE)
SECTIONS = (
    Section("what", _("What the model is"), ("mo hinh", "gioi thieu", "gioi thieu mo hinh", "la gi", "mo hinh la gi", "muc dich", "muc tieu", "tom tat")),
    Section("origin", _("Where it began"), ("bat dau tu dau", "nguon goc", "xuat xu", "noi bat dau", "da lam o dau", "nguoi lam dau tien")),
    Section("figures", _("Figures"), ("con so", "nhung con so", "so lieu", "so lieu chinh", "ket qua")),
    Section("suits", _("Who it suits"), ("hop voi ai", "phu hop voi ai", "hop voi", "phu hop", "doi tuong", "doi tuong phu hop", "danh cho ai")),
    Section("unsuited", _("Who it does not suit"), ("khong hop voi ai", "khong hop voi", "khong phu hop", "khong phu hop voi ai")),
    Section("conditions", _("Conditions"), ("dieu kien", "can co gi", "can chuan bi", "yeu cau", "chuan bi")),
    Section("costs", _("Costs"), ("chi phi", "kinh phi", "du toan", "bang chi phi", "vat lieu va chi phi", "von", "tien von", "bang gia")),
    Section("roles", _("People and roles"), ("ai lam gi", "phan cong", "nguoi va viec", "nhan luc", "vai tro", "nguoi tham gia")),
    Section(
        "steps", _("Steps"), ("cac buoc", "cach lam", "quy trinh", "cac buoc thuc hien", "huong dan", "cach thuc hien", "trinh tu", "ky thuat"), has_steps=True
    ),
    Section("risks", _("Risks and remedies"), ("rui ro", "kho khan", "rui ro va cach xu ly", "dieu can tranh", "nhung rui ro")),
    Section(
        "adapt", _("How to adapt it"), ("lam khac di", "dieu chinh", "ap dung", "nhan rong", "dieu chinh cho noi khac", "luu y", "ghi chu"), has_notes=True
    ),
    Section("check_list", _("Check list before starting"), ("truoc khi bat dau", "kiem tra truoc khi bat dau", "danh sach kiem tra", "viec can kiem tra")),
    Section("visits", _("Study visits"), ("tham quan", "hoc hoi", "di tham quan", "den xem")),
    Section("contacts", _("Contacts"), ("lien he", "hoi ai", "dau moi", "thong tin lien he", "dia chi lien he")),
)
PATTERN = (
    ("title", "Tên mô hình, ví dụ: Trồng nấm rơm tại nhà"),
    ("subtitle", "Một, hai câu ngắn: làm gì, được gì, hết bao nhiêu tiền."),
    ("heading", "Mô hình là gì"),
    ("text", "Nói cho người chưa biết gì hiểu: làm ra cái gì, bán ở đâu."),
    ("heading", "Bắt đầu từ đâu"),
    ("text", "Chi hội nào đã làm, từ năm nào, kết quả ra sao."),
    ("heading", "Hợp với ai"),
    ("list", ("Chị em có một gian nhà trống", "Nhóm từ 3 đến 5 người")),
    ("heading", "Không hợp với ai"),
    ("list", ("Nhà thiếu nước sạch",)),
    ("heading", "Điều kiện"),
    ("list", ("Có rơm khô sau vụ gặt", "Có chỗ che mưa, che nắng")),
    ("heading", "Chi phí"),
    ("text", "Giá hỏi ở chợ huyện, tháng 11/2026."),
    (
        "table",
        (
            ("Hạng mục", "Số lượng", "Đơn vị", "Đơn giá (đồng)", "Thành tiền (đồng)"),
            ("Rơm khô", "50", "bó", "10.000", "500.000"),
            ("Giống nấm", "20", "bịch", "25.000", "500.000"),
            ("Giàn tre", "1", "bộ", "800.000", "800.000"),
            ("Tổng cộng", "", "", "", "1.800.000"),
        ),
    ),
    ("heading", "Ai làm gì"),
    ("table", (("Ai", "Làm gì"), ("Trưởng nhóm", "Mua giống, ghi sổ"), ("Cả nhóm", "Ủ rơm, tưới, thu hái"))),
    ("heading", "Các bước"),
    ("step", "Bước 1: Ủ rơm (3 ngày)"),
    ("text", "Làm ướt rơm bằng nước vôi loãng rồi chất thành đống."),
    ("step", "Bước 2: Cấy giống (1 ngày)"),
    ("text", "Rải một lớp rơm, một lớp giống, ba lớp như vậy."),
    ("step", "Bước 3: Chăm và hái (14 ngày)"),
    ("text", "Tưới phun sương sáng và chiều. Hái khi nấm còn búp."),
    ("heading", "Trước khi bắt đầu"),
    ("list", ("Đã chọn chỗ", "Đã hỏi giá", "Đã có người mua")),
    ("heading", "Rủi ro"),
    ("table", (("Rủi ro", "Cách xử lý"), ("Nấm bị mốc", "Bỏ phần mốc, giảm tưới"), ("Giá xuống", "Sấy khô để bán dần"))),
    ("heading", "Làm khác đi"),
    ("text", "Nơi không có rơm thì dùng gì, nơi lạnh thì che thế nào."),
    ("heading", "Tham quan"),
    ("text", "Đến đâu xem được, gọi cho ai trước."),
    ("heading", "Liên hệ"),
    ("table", (("Họ tên", "Vai trò", "Điện thoại"), ("Chị Lò Thị A", "Chi hội trưởng", "0912 345 678"))),
)
RICH, LINES = ("what", "origin", "adapt", "visits"), ("suits", "unsuited", "conditions", "check_list")
TABLES: dict[str, tuple[Columns, tuple[str, ...], dict[str, int]]] = {  # columns, those needed, the most letters of each field
    "figures": (
        {"value": ("con so", "so", "gia tri", "ket qua"), "label": ("la gi", "noi dung", "y nghia", "chi tieu", "chi so")},
        ("value", "label"),
        {"value": 30, "label": 60},
    ),
    "roles": (
        {"who": ("ai", "nguoi", "nguoi lam", "vai tro", "ho ten", "bo phan"), "does": ("lam gi", "viec", "nhiem vu", "cong viec")},
        ("who", "does"),
        {"who": 80, "does": 200},
    ),
    "risks": (
        {
            "risk": ("rui ro", "kho khan", "dieu co the xay ra", "van de"),
            "remedy": ("cach xu ly", "xu ly", "giai phap", "cach khac phuc", "khac phuc", "cach phong"),
        },
        ("risk", "remedy"),
        {"risk": 160, "remedy": 240},
    ),
    "contacts": (
        {
            "name": ("ten", "ho ten", "ho va ten", "noi lien he", "don vi", "co quan"),
            "role": ("vai tro", "chuc vu", "viec", "nhiem vu"),
            "phone": ("dien thoai", "so dien thoai", "sdt", "dt"),
        },
        ("name", "phone"),
        {"name": 120, "role": 120, "phone": 30},
    ),
}
BLOCKS = {"figures": "figure", "roles": "role", "risks": "risk", "contacts": "contact"}
MOST_FIGURES = 4
DAYS = re.compile(r"\s*[(\[–-]\s*(\d{1,3})\s*(ngày|tuần|tháng)\s*[)\]]?\s*$", re.IGNORECASE)
IN_DAYS = {"ngay": 1, "tuan": 7, "thang": 30}


class Taken:
    """What is filled, field by field. Whatever finds no place ends below what the guide is, with its heading."""

    def __init__(self) -> None:
        self.rich: dict[str, str] = dict.fromkeys(RICH, "")
        self.streams: dict[str, list[dict]] = {name: [] for name in (*LINES, *BLOCKS, "costs", "steps")}
        self.note = ""
        self.unplaced: list[Part] = []

    def fields(self) -> dict[str, object]:
        return {**self.rich, **self.streams, "costs_note": self.note}


def take(parts: Sequence[Part]) -> Taken:
    taken = Taken()
    for name, heading, below in by_section(parts, "what"):
        below = [part for part in below if not _take_table(part, taken)]
        if name == "steps" or any(part.kind == Kind.STEP for part in below):
            below = take_steps(below, taken, all_are=name == "steps")
        _take(name, heading, below, taken)
    return taken


def _take_table(part: Part, taken: Taken) -> bool:
    """A table that says by its columns, or by the editor's word, what it is. What its cells cannot hold stays a text."""
    if part.kind == Kind.COSTS and part.rows:
        values, other = costs(part.rows)
        taken.streams["costs"] += [{"type": "cost", "value": value} for value in values]
        part.rows = other
        part.kind = Kind.TABLE
        return not other
    if part.kind != Kind.TABLE:
        return False
    for name, (columns, needed, most) in TABLES.items():
        found = records(part.rows, columns, needed)
        if found and all(len(record.get(key, "")) <= limit for record in found for key, limit in most.items()) and _has_room(name, found, taken):
            taken.streams[name] += [{"type": BLOCKS[name], "value": {key: record.get(key, "") for key in most}} for record in found]
            return True
    return False


def _has_room(name: str, found: Sequence[object], taken: Taken) -> bool:
    return name != "figures" or len(taken.streams[name]) + len(found) <= MOST_FIGURES


def _take(name: str, heading: str, below: list[Part], taken: Taken) -> None:
    taken.unplaced += [part for part in below if part.picture is not None]
    below = [part for part in below if part.picture is None]
    if name in LINES:
        taken.streams[name] += [{"type": "item", "value": line} for part in below for line in lines(part)]
    elif name in RICH:
        known = section_titles(name)
        head = "" if not heading or not taken.rich[name] and folded(heading) in known else _headed(heading, below)
        taken.rich[name] += head + rich(below)
    elif name == "costs" and not taken.note and len(note := " ".join(part.text for part in below)) <= 200:
        taken.note = note
    elif name in TABLES:
        left = [part for part in below if not _take_pairs(name, part, taken)]
        taken.rich["what"] += _headed(heading, left) + rich(left)
    else:
        taken.rich["what"] += _headed(heading, below) + rich(below)


def section_titles(name: str) -> tuple[str, ...]:
    return next(section.known_as for section in SECTIONS if section.name == name)


def _headed(heading: str, below: Sequence[Part]) -> str:
    return as_text(heading_part(heading)) if heading and below else ""


def _take_pairs(name: str, part: Part, taken: Taken) -> bool:
    """A list of "Trưởng nhóm: mua giống", of "Sâu bệnh – phun nước vôi": the first words and what follows them."""
    keys = list(TABLES[name][2].items())
    if part.kind != Kind.LIST or name == "figures":
        return False
    pairs = [re.split(r"\s*:\s+|\s+[–—-]\s+|\s*→\s*", plain(each), maxsplit=1) for each in inner(part.html)]
    first, second = keys[0], keys[-1]
    if not all(len(pair) == 2 and len(pair[0]) <= first[1] and len(pair[1]) <= second[1] for pair in pairs):
        return False
    taken.streams[name] += [{"type": BLOCKS[name], "value": {key: "" for key, _most in keys} | {first[0]: one, second[0]: other}} for one, other in pairs]
    return True


# Steps


def take_steps(parts: list[Part], taken: Taken, *, all_are: bool) -> list[Part]:
    """Steps with what stands below each; what stands before the first is given back. In the section of steps headings and numbered items are steps."""
    before: list[Part] = []
    step: dict | None = None
    for part in parts:
        if begins_step(part, all_are):
            for made in steps_of(part):
                taken.streams["steps"].append({"type": "step", "value": made})
                step = made
        elif step is None:
            before.append(part)
        elif part.picture is not None:
            if step["picture"]["image"] is None:
                step["picture"] = picture_value(part)
            else:
                taken.unplaced.append(part)
        else:
            step["text"] += as_text(part)
    return before


def begins_step(part: Part, all_are: bool) -> bool:
    return part.kind == Kind.STEP or all_are and (part.kind == Kind.HEADING or part.html.startswith("<ol>"))


def steps_of(part: Part) -> list[dict]:
    """A heading is one; a list has one in each item: its title ends with the first sentence."""
    if not part.html.startswith(("<ol>", "<ul>")):
        return [step_of(part)]
    return [step_of(Part(Kind.STEP, f"<p>{each}</p>")) for each in inner(part.html)]


def step_of(part: Part) -> dict:
    title, text = titled(part)
    days = DAYS.search(title)
    count = 1
    if days and title[: days.start()].strip():
        count = min(int(days[1]) * IN_DAYS[folded(days[2])], 1000)
        title = title[: days.start()].strip()
    return {"title": shorten(title, 80), "text": text, "picture": no_picture(), "days": count}
