"""One row of the file: a member, or what is wrong with it and what to do. Pure: values in, values out.

An empty cell says nothing: what the site knows stays. Formulas are never computed; a code or a name that begins with
= + - @ is refused, since the next spreadsheet would compute it.
"""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.utils.translation import gettext

from members.importing.phones import InvalidPhone
from members.importing.phones import read as read_phone
from members.importing.places import Misplaced, NewBranch, Place, Places
from pages.text import folded

OLDEST, YOUNGEST = 1900, 10  # a year; an age
NAME_LENGTH, CODE_LENGTH = 120, 30
CODE = re.compile(r"[^\W_](?:[\w./-]*[^\W_])?")
FORMULA = ("=", "+", "-", "@")
SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
WHOLE = re.compile(r"(\d+)[.,]0+")  # 1234.0, as some programs write a number
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
OLD_FONT = set("¢£¤¥¦§¨©ª«¬®¯°±²³µ¶·¸¹º»¼½¾¿Þßþð÷×ØøÆæ")  # what TCVN3 letters look like to Unicode
EXCEL_DAY_0 = datetime.date(1899, 12, 30)
YES = {"x", "co", "1", "true", "yes", "v", "la can bo"}
OFFICIAL = re.compile(r"\b(?:chu tich|truong|pho|uy vien|can bo|chi uy|bch|bi thu|thu ky)\b")
STATUSES = {
    "active": ("dang sinh hoat", "dang hoat dong", "hoat dong", "sinh hoat", "dang tham gia", "hoi vien", "active"),
    "moved": ("chuyen di", "da chuyen", "chuyen sinh hoat", "chuyen noi o", "chuyen don vi", "moved"),
    "left": ("ra khoi hoi", "da ra khoi hoi", "thoi sinh hoat", "xoa ten", "da mat", "qua doi", "tu tran", "da nghi", "left"),
}
STATUS_OF = {word: status for status, words in STATUSES.items() for word in words}


@dataclass(frozen=True)
class Problem:
    field: str
    column: str  # as the file calls it
    sentence: str  # what is wrong and what to do

    def __str__(self):
        return gettext("column %(column)s: %(sentence)s") % {"column": self.column, "sentence": self.sentence} if self.column else self.sentence


@dataclass(frozen=True, slots=True)
class MemberRow:
    """None: the file says nothing about it."""

    code: str
    full_name: str
    place: Place | NewBranch
    phone: str | None = None
    birth_year: int | None = None
    is_official: bool | None = None
    status: str | None = None
    second_phone: bool = False  # another number stood beside it and was left out


class Wrong(ValueError):
    pass


@dataclass(frozen=True)
class RowReader:
    """mapping: field to column. places: where the importer may put members."""

    mapping: Mapping[str, int]
    headers: Sequence[str]
    places: Places
    this_year: int
    with_officials: bool = False

    def code(self, cells: Sequence[str]) -> str:
        """The member code as it is stored, or nothing: what tells two rows of one member."""
        try:
            return member_code(self.cell(cells, "code"))
        except Wrong:
            return ""

    def cell(self, cells: Sequence[str], field: str) -> str:
        place = self.mapping.get(field)
        return cells[place] if place is not None and place < len(cells) else ""

    def problem(self, field: str, sentence: str) -> Problem:
        place = self.mapping.get(field)
        return Problem(field, self.headers[place] if place is not None else "", sentence)

    @cached_property
    def readers(self) -> dict[str, Callable[[str], object]]:
        return {"code": member_code, "name": full_name, "phone": phone, "birth": self.birth_year, "official": official, "status": status}

    def read(self, cells: Sequence[str]) -> MemberRow | list[Problem]:
        problems, values = [], {}
        for field, reader in self.readers.items():
            text = self.cell(cells, field)
            if field == "name" and "given" in self.mapping:
                text = f"{text} {self.cell(cells, 'given')}".strip()
            try:
                values[field] = reader(text) if text or field in {"code", "name"} else None
            except Wrong as wrong:
                problems.append(self.problem(field, str(wrong)))
        try:
            place = self.place(cells, bool(values.get("official")))
        except Misplaced as misplaced:
            problems.append(self.problem(misplaced.field, str(misplaced)))
        if problems:
            return problems
        number, second = values["phone"] or (None, False)
        official_ = values["official"] if self.with_officials else None
        return MemberRow(values["code"], values["name"], place, number, values["birth"], official_, values["status"], second)

    def place(self, cells: Sequence[str], is_official: bool) -> Place | NewBranch:
        asked = {field: self.cell(cells, field) for field in ("unit_code", "branch", "commune", "province")}
        code = whole(asked["unit_code"])
        if "branch" in self.mapping and not asked["branch"] and not code and not is_official:
            raise Misplaced("branch", gettext("the branch is missing. Fill it in, then upload the file again."))
        for field in ("unit_code", "branch", "commune"):
            if asked[field].startswith(FORMULA):
                raise Misplaced(field, formula())
        return self.places.find(code=code, branch=asked["branch"], commune=asked["commune"], province=asked["province"])

    def birth_year(self, text: str) -> int:
        return birth_year(text, self.this_year)


def formula() -> str:
    return gettext("a formula or a sign at the beginning. Type the value itself, then upload the file again.")


def whole(text: str) -> str:
    return WHOLE.sub(r"\1", text) if WHOLE.fullmatch(text) else text


def member_code(text: str) -> str:
    if not text:
        raise Wrong(gettext("the member code is missing. Fill it in, then upload the file again."))
    if text.startswith(FORMULA):
        raise Wrong(formula())
    if SCIENTIFIC.fullmatch(text):
        raise Wrong(gettext("Excel has shortened the code. Format the column as text, type the code again, then upload the file."))
    code = whole(text).replace(" ", "").upper()
    if len(code) > CODE_LENGTH:
        raise Wrong(gettext("the code is longer than %(count)s characters. Correct it, then upload the file again.") % {"count": CODE_LENGTH})
    if not CODE.fullmatch(code):
        raise Wrong(gettext("the code holds other signs than letters, digits and . - /. Correct it, then upload the file again."))
    return code


def full_name(text: str) -> str:
    if not text:
        raise Wrong(gettext("the name is missing. Fill it in, then upload the file again."))
    if text.startswith(FORMULA):
        raise Wrong(formula())
    if OLD_FONT & set(text):
        raise Wrong(gettext("the name is in an old font such as .VnTime. Convert the file to Unicode, then upload it again."))
    if len(text) > NAME_LENGTH:
        raise Wrong(gettext("the name is longer than %(count)s characters. Correct it, then upload the file again.") % {"count": NAME_LENGTH})
    if not any(letter.isalpha() for letter in text):
        raise Wrong(gettext("there is no name in it. Correct it, then upload the file again."))
    return text


def phone(text: str) -> tuple[str, bool]:
    if text.startswith("="):
        raise Wrong(formula())
    try:
        return read_phone(text)
    except InvalidPhone as refused:
        raise Wrong(gettext("%(reason)s. Correct it, then upload the file again.") % {"reason": refused.reason}) from refused


@lru_cache(maxsize=1024)
def birth_year(text: str, this_year: int) -> int:
    """From a year, a date as people or programs write it, or the number of days by which Excel keeps a date."""
    text = whole(text)
    if text.isdecimal() and len(text) == 5:
        year = (EXCEL_DAY_0 + datetime.timedelta(days=int(text))).year
    elif text.isdecimal() and len(text) == 4:
        year = int(text)
    elif found := YEAR.search(text):
        year = int(found[1])
    else:
        raise Wrong(gettext("no year with four digits. Write for instance 1980 or 21/11/1980, then upload the file again."))
    if not OLDEST <= year <= this_year - YOUNGEST:
        raise Wrong(
            gettext("the year must be from %(first)s to %(last)s. Correct it, then upload the file again.") % {"first": OLDEST, "last": this_year - YOUNGEST}
        )
    return year


@lru_cache(maxsize=1024)
def official(text: str) -> bool:
    """A position, or a cross in a column of yes and no."""
    said = folded(text)
    return said in YES or bool(OFFICIAL.search(said))


@lru_cache(maxsize=1024)
def status(text: str) -> str:
    said = folded(text)
    if said not in STATUS_OF:
        raise Wrong(gettext("“%(text)s” is no known status. Write Đang sinh hoạt, Chuyển đi or Ra khỏi Hội, then upload the file again.") % {"text": text[:40]})
    return STATUS_OF[said]
