"""Which column holds what: guesses for Vietnamese headers, and the list of those that may be kept at all. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.text import folded

HEADER_WITHIN = 10  # rows: a title, a date, an address may stand above


@dataclass(frozen=True)
class Field:
    key: str
    label: str
    names: tuple[str, ...]  # folded, likeliest first


MEMBER_FIELDS = (
    Field("code", _("Member code"), ("ma hoi vien", "ma hv", "ma so hoi vien", "so the hoi vien", "ma the", "so the", "ma so", "ma", "member code", "code")),
    Field("name", _("Full name"), ("ho va ten", "ho ten", "ho va ten hoi vien", "ho ten hoi vien", "ten hoi vien", "ho va ten dem", "ho ten dem", "ho dem", "ho", "full name", "name")),
    Field("given", _("Last word of the name, where it has a column of its own"), ("ten", "ten goi")),
    Field("phone", _("Phone"), ("so dien thoai", "dien thoai", "sdt", "so dt", "dt", "dien thoai di dong", "di dong", "zalo", "so zalo", "phone")),
    Field("birth", _("Year or date of birth"), ("nam sinh", "ngay sinh", "ngay thang nam sinh", "ngay thang sinh", "sinh nam", "birth year")),
    Field("unit_code", _("Code of the unit"), ("ma don vi", "ma chi hoi", "ma xa", "ma co so hoi", "ma co so", "unit code")),
    Field("branch", _("Branch"), ("chi hoi", "ten chi hoi", "chi hoi phu nu", "thon ban", "ban", "thon", "to", "to phu nu", "to hoi", "don vi", "ten don vi", "don vi sinh hoat", "branch")),
    Field("commune", _("Commune"), ("xa", "ten xa", "xa phuong", "phuong", "xa phuong thi tran", "co so hoi", "hoi lhpn xa", "don vi", "ten don vi", "commune")),
    Field("province", _("Province"), ("tinh", "tinh thanh pho", "tinh thanh", "province")),
    Field("official", _("Position, or whether she is an official"), ("chuc vu", "la can bo", "can bo", "can bo hoi", "chuc danh", "chuc vu hoi", "official")),
    Field("status", _("Status"), ("trang thai", "tinh trang", "tinh trang sinh hoat", "status")),
)  # fmt: skip
UNIT_FIELDS = (
    Field("code", _("Code of the unit"), ("ma don vi", "ma chi hoi", "ma", "code")),
    Field("name", _("Name of the unit"), ("ten don vi", "ten chi hoi", "chi hoi", "ten", "don vi", "name")),
    Field("parent_code", _("Code of the unit above"), ("ma don vi cap tren", "ma xa", "ma co so hoi", "ma cap tren", "ma truc thuoc", "parent code", "parent")),
    Field("commune", _("Commune"), ("xa", "ten xa", "xa phuong", "co so hoi", "don vi cap tren", "truc thuoc", "commune")),
    Field("province", _("Province"), ("tinh", "tinh thanh pho", "province")),
    Field("kind", _("Kind"), ("loai", "cap", "loai don vi", "kind")),
)
REQUIRED = ("code", "name")
PLACES = ("unit_code", "branch", "commune")
# Never kept, not even while the file waits: identity papers, people, religion, and the language that tells the people.
NEVER = re.compile(
    r"\b(?:cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|dinh danh|ho chieu|dan toc|ton giao|dao|thanh phan|ngon ngu|tieng noi|bhyt|bhxh|bao hiem|ma so thue"
    r"|identity|religion|ethnic\w*|language)\b"
)
ELSE = re.compile(r"\b(?:chong|cha|bo|me|con|vo|nguoi than|giam ho|chu ho|hon nhan|dang|doan)\b")  # her husband, her marriage, the party
ERRORS = "Lỗi"  # the column that a file handed back carries: read again, it is no news


def plain(header: str) -> str:
    """A header without tones, capitals, marks and what stands in brackets: "Họ và tên (*)" is ho va ten."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"\([^)]*\)", " ", folded(header))).split())


def never_kept(header: str) -> bool:
    return bool(NEVER.search(plain(header)))


def guess(headers: Sequence[str], fields: Sequence[Field] = MEMBER_FIELDS) -> dict[str, int]:
    """Field to the column that most likely holds it; each column once."""
    names = [plain(header) for header in headers]
    free = {place for place, header in enumerate(headers) if names[place] and not never_kept(header)}
    found: dict[str, int] = {}
    for exactly in (True, False):
        for field in fields:
            if field.key in found:
                continue
            for known in field.names:
                place = next((place for place in sorted(free) if fits(names[place], known, exactly)), None)
                if place is not None:
                    found[field.key] = place
                    free.discard(place)
                    break
    return found


def fits(name: str, known: str, exactly: bool) -> bool:
    """The rest of a header may say more ("so dien thoai lien he"), but a husband's name is not hers. Short words must be whole headers."""
    if exactly:
        return name == known
    return len(known) > 4 and name.startswith(known + " ") and not ELSE.search(name)


def is_header(cells: Sequence[str], fields: Sequence[Field] = MEMBER_FIELDS) -> bool:
    """At least two known columns, one of them required: a title above the table has none."""
    found = guess(cells, fields)
    return len(found) >= 2 and any(key in found for key in REQUIRED)


def could_be_header(cells: Sequence[str]) -> bool:
    """Three words or more beside one another, and no digit: whoever wrote them will say which is which."""
    words = [cell for cell in cells if cell]
    return len(words) > 2 and not any(letter.isdigit() or letter == "@" for cell in words for letter in cell)


def is_numbering(cells: Sequence[str]) -> bool:
    """The row (1) (2) (3) that forms print under their header."""
    numbers = [re.sub(r"[()\s]", "", cell) for cell in cells if cell.strip()]
    if len(numbers) < 3 or not numbers[0].isdecimal() or len(numbers[0]) > 2:
        return False
    first = int(numbers[0])
    return numbers == [str(number) for number in range(first, first + len(numbers))]


def letter_of(place: int) -> str:
    """0 is A, 26 is AA, as Excel names columns."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def wrong_mapping(mapping: dict[str, int], width: int, *, needs_place: bool = True) -> str:
    """Why this mapping cannot be used; empty when it can. needs_place: the rows must say their unit themselves."""
    labels = {field.key: field.label for field in MEMBER_FIELDS}
    if unknown := set(mapping) - set(labels):
        return gettext("There is no field called %(name)s.") % {"name": ", ".join(sorted(unknown))}
    if any(not 0 <= place < width for place in mapping.values()):
        return gettext("A chosen column is not in the file. Choose the columns again.")
    if missing := [labels[key] for key in REQUIRED if key not in mapping]:
        return gettext("Choose the column for: %(names)s.") % {"names": ", ".join(str(name) for name in missing)}
    if needs_place and not any(key in mapping for key in PLACES):
        return gettext("Choose the column for the branch, the commune or the code of the unit.")
    for key, place in mapping.items():
        if twin := next((other for other, its in mapping.items() if other != key and its == place), None):
            return gettext("%(one)s and %(other)s have the same column. Choose another one.") % {"one": labels[key], "other": labels[twin]}
    return ""
