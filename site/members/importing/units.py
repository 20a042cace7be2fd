"""Branches from a file: code, name, and the unit above by its code or by the commune's name. All rows are right, or none is taken."""

from typing import BinaryIO

from django.utils.translation import gettext

from members.domain import UnitRow
from members.importing.columns import UNIT_FIELDS, guess
from members.importing.kept import data, table
from members.importing.places import Misplaced, Place, Places
from members.importing.rows import FORMULA, whole
from members.importing.tree import COLUMNS
from members.importing.unreadable import Unreadable
from members.models import Unit
from pages.text import folded

KINDS = {"": "branch", "chi hoi": "branch", "to": "branch", "branch": "branch", "xa": "commune", "phuong": "commune", "co so": "commune", "commune": "commune"}
CODE_LENGTH, NAME_LENGTH = 20, 120
SHOWN = 20


def unit_rows(file: BinaryIO, name: str) -> list[UnitRow]:
    """Raises Unreadable, with the rows to mend."""
    sheet, header_row, headers, _others = table(file, name, UNIT_FIELDS)
    mapping = guess(headers, UNIT_FIELDS)
    if "name" not in mapping or not ({"parent_code", "commune"} & set(mapping)):
        raise Unreadable(gettext("The file needs a column with the branch's name and one with the commune's name or code."))
    reader = UnitReader(mapping)
    found, problems = [], []
    for number, cells in data(sheet, header_row, headers):
        try:
            found.append(reader.read(cells))
        except ValueError as wrong:
            problems.append(gettext("Row %(row)s, %(problem)s") % {"row": number, "problem": wrong})
    if problems:
        raise Unreadable("\n".join(problems[:SHOWN]))
    return found


class UnitReader:
    """Row by row, knowing the tree and the rows before."""

    def __init__(self, mapping: dict[str, int]):
        self.mapping = mapping
        self.places = Places((Place(*values) for values in Unit.objects.values_list(*COLUMNS)), steplen=Unit.steplen)
        self.known = {(unit.kind, unit.code): unit for unit in self.places.by_path.values() if unit.code}
        self.last = 0  # of the numbers that tell apart what this file adds

    def cell(self, cells: list[str], field: str) -> str:
        place = self.mapping.get(field)
        return cells[place] if place is not None and place < len(cells) else ""

    def read(self, cells: list[str]) -> UnitRow:
        """Raises ValueError with what is wrong."""
        name, code = self.cell(cells, "name"), whole(self.cell(cells, "code")).upper()
        if not name or len(name) > NAME_LENGTH or len(code) > CODE_LENGTH or name.startswith(FORMULA) or code.startswith(FORMULA):
            raise ValueError(gettext("name or code is missing, too long or a formula. Correct it, then start the import again."))
        kind = KINDS.get(folded(self.cell(cells, "kind")))
        if kind is None:
            raise ValueError(gettext("“%(kind)s” is no kind of unit. Write chi hội or xã.") % {"kind": self.cell(cells, "kind")})
        parent = self.parent(cells)
        if parent.kind == kind or not parent.code:
            raise ValueError(gettext("“%(name)s” cannot stand below “%(parent)s”. Correct the unit above.") % {"name": name, "parent": parent.name})
        return self.row(kind, code, name, parent)

    def parent(self, cells: list[str]) -> Place:
        code, commune, province = whole(self.cell(cells, "parent_code")), self.cell(cells, "commune"), self.cell(cells, "province")
        if not code and not commune:
            raise Misplaced("commune", gettext("the unit above is missing. Fill in its name or its code."))
        return self.places.find(code=code, commune="" if code else commune, province=province)

    def row(self, kind: str, code: str, name: str, parent: Place) -> UnitRow:
        if not code:
            same = next(iter(self.places.branches_called(name, parent)), None)
            code = same.code if same and same.code else self.next_code(parent)
        known = self.known.get((kind, code))
        if known and known.path[: -Unit.steplen] != parent.path:
            raise ValueError(
                gettext("the code %(code)s belongs to “%(unit)s” elsewhere in the tree. Correct the code.") % {"code": code, "unit": known.place or known.name}
            )
        if known is None:
            self.last += 1
            unit = Place(-self.last, f"{parent.path}~{self.last % 1000:03}", kind, code, name)
            self.known[kind, code] = unit
            self.places.add(unit)
        return UnitRow(kind, code, name, (parent.kind, parent.code))

    def next_code(self, parent: Place) -> str:
        start = f"{parent.code}-"
        ends = [code.removeprefix(start) for _kind, code in self.known if code.startswith(start)]
        return f"{start}{max((int(end) for end in ends if end.isdecimal()), default=0) + 1}"
