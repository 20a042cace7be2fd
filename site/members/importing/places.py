"""Which unit a row means: by its code, or by the names of branch and commune, within the importer's own part of the tree. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from pages.text import folded

ABOVE = re.compile(r"^(?:hoi lien hiep phu nu |hoi lhpn |hoi phu nu |co so hoi |uy ban nhan dan )?(?:xa|phuong|thi tran|dac khu|tinh|thanh pho|tp) (?=\D)")
BRANCH = re.compile(r"^chi hoi(?: phu nu)?(?: |$)")
HAMLET = re.compile(r"^(?:ban|thon|to dan pho|to|tieu khu|khu|ap|xom|pho|buon|lang) (?=\S)")


@dataclass(frozen=True, slots=True)
class Place:
    pk: int
    path: str
    kind: str
    code: str
    name: str
    place: str = ""  # with the name of the unit above


@dataclass(frozen=True, slots=True)
class NewBranch:
    """A branch that the tree lacks and that may be added."""

    commune: Place
    name: str


class Misplaced(ValueError):
    """field: the column to mend; the message says how."""

    def __init__(self, field: str, sentence: str):
        self.field = field
        super().__init__(sentence)


def name_key(name: str) -> str:
    """Xã Gia Phù, Gia Phù and GIA PHU are one; Phường 1 keeps its number."""
    return ABOVE.sub("", BRANCH.sub("", folded(name)))


def short_key(name: str) -> str:
    """Without the kind of hamlet: Chi hội bản Nà Mạc and Nà Mạc."""
    return HAMLET.sub("", name_key(name))


class Places:
    """steplen: letters of a path per level, as treebeard lays them."""

    def __init__(self, units: Iterable[Place], *, scope: str = "", may_add: bool = False, steplen: int = 4):
        self.scope, self.may_add, self.steplen = scope, may_add, steplen
        self.by_path: dict[str, Place] = {}
        self.by_code: dict[str, list[Place]] = defaultdict(list)
        self.by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)  # (kind, key)
        self.below: dict[tuple[str, str], list[Place]] = defaultdict(list)  # (path of the unit above, key)
        self.remembered: dict[tuple[str, ...], Place | NewBranch | Misplaced] = {}
        for unit in units:
            self.add(unit)
        self.own = self.by_path.get(scope)

    def add(self, unit: Place) -> None:
        self.by_path[unit.path] = unit
        if unit.code:
            self.by_code[unit.code.upper()].append(unit)
        for key in {name_key(unit.name), short_key(unit.name)}:
            self.by_name[unit.kind, key].append(unit)
            self.below[unit.path[: -self.steplen], key].append(unit)
        self.remembered.clear()

    def find(self, *, code: str = "", branch: str = "", commune: str = "", province: str = "") -> Place | NewBranch:
        """Raises Misplaced. A list names the same few hundred places again and again: each is sought once."""
        asked = (code, branch, commune, province)
        if asked not in self.remembered:
            try:
                self.remembered[asked] = self.sought(code, branch, commune, province)
            except Misplaced as misplaced:
                self.remembered[asked] = misplaced
        found = self.remembered[asked]
        if isinstance(found, Misplaced):
            raise found
        return found

    def sought(self, code: str, branch: str, commune: str, province: str) -> Place | NewBranch:
        above = self.coded(code, branch) if code else None
        if above and (above.kind == "branch" or not branch):
            return above
        above = above or (self.commune(commune, province) if commune else None)
        if branch:
            return self.branch(branch, above)
        return self.inside(above or self.default(), "commune")

    def default(self) -> Place:
        if self.own and self.own.kind == "branch":
            return self.own
        raise Misplaced("branch", gettext("the branch is missing. Fill it in, then upload the file again."))

    def inside(self, unit: Place, field: str) -> Place:
        if not unit.path.startswith(self.scope):
            raise Misplaced(
                field,
                gettext("“%(unit)s” does not belong to %(own)s. Take the row out, or ask the unit above to import it.")
                % {"unit": unit.place or unit.name, "own": self.own.place or self.own.name if self.own else ""},
            )
        return unit

    def coded(self, code: str, branch: str) -> Place | None:
        """None where the code is unknown but a branch is named."""
        code = code.upper()
        units = self.by_code.get(code) or (self.by_code.get(code.zfill(5)) if code.isdecimal() else None) or []  # Excel eats the first zero
        if not units:
            if branch:
                return None
            raise Misplaced("unit_code", gettext("no unit has the code “%(code)s”. Correct the code, then upload the file again.") % {"code": code})
        return self.inside(next((unit for unit in units if unit.path.startswith(self.scope)), units[0]), "unit_code")

    def commune(self, name: str, province: str) -> Place:
        units = self.by_name.get(("commune", name_key(name)), [])
        if province:
            units = [unit for unit in units if (above := self.by_path.get(unit.path[: -self.steplen])) and name_key(above.name) == name_key(province)]
        if not units:
            raise Misplaced("commune", gettext("there is no commune called “%(name)s”. Correct the name, then upload the file again.") % {"name": name})
        near = [unit for unit in units if unit.path.startswith(self.scope) or self.scope.startswith(unit.path)] or units
        if len(near) > 1:
            raise Misplaced("commune", gettext("several communes are called “%(name)s”. Add a column with the province.") % {"name": name})
        return near[0] if self.scope.startswith(near[0].path) else self.inside(near[0], "commune")

    def branch(self, name: str, above: Place | None) -> Place | NewBranch:
        above = above or (self.own if self.own and self.own.kind == "commune" else None)
        found = self.branches_called(name, above)
        if len(found) > 1:
            raise Misplaced("branch", gettext("several branches are called “%(name)s”. Add a column with the commune or the branch's code.") % {"name": name})
        if found:
            return self.inside(found[0], "branch")
        if above and above.kind == "commune" and above.code and self.may_add and above.path.startswith(self.scope) and name_key(name):
            return NewBranch(above, name)
        if above:
            raise Misplaced(
                "branch",
                gettext("%(commune)s has no branch called “%(name)s”. Correct the name, or allow new branches to be created.")
                % {"commune": above.name, "name": name},
            )
        raise Misplaced("branch", gettext("there is no branch called “%(name)s”. Correct the name, or add a column with the commune.") % {"name": name})

    def branches_called(self, name: str, above: Place | None) -> list[Place]:
        return self.branches(name_key(name), above) or self.branches(short_key(name), above)

    def branches(self, key: str, above: Place | None) -> list[Place]:
        if above:
            return [unit for unit in self.below.get((above.path, key), []) if unit.kind == "branch"]
        units = self.by_name.get(("branch", key), [])
        return [unit for unit in units if unit.path.startswith(self.scope)] or units[:1]
