"""Two thousand invented members, the same on every machine: their codes begin with VD, and none has a telephone number."""

from dataclasses import dataclass
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction

from home.demo import branches, names
from home.demo.branches import BRANCHES, COMMUNES, PROVINCE
from members.domain import place_units
from members.models import Member, Unit
from pages.text import folded

SEED = 2026
HOW_MANY = 2000
OFFICERS_OF_COMMUNE, OFFICERS_OF_PROVINCE = 2, 2
OLDEST, YOUNGEST = 1950, 2007
MARK = "VD"  # "ví dụ": what every code begins with
CHAIRWOMAN, MAI = f"{MARK}000001", f"{MARK}000002"  # with a card in the hand of whoever tries the demonstration
KNOWN = {CHAIRWOMAN: ("Quàng Thị Hiên (ví dụ)", 1984), MAI: ("Lò Thị Mai (ví dụ)", 1991)}


@dataclass(frozen=True)
class Person:
    code: str
    name: str
    unit: tuple[str, str]  # kind and code
    birth_year: int
    official: bool = False
    moved: bool = False
    listens: bool = False
    name_form: str = Member.NameForm.SHORT

    @property
    def branch(self) -> str:
        """Empty for officials of communes and the province."""
        return self.unit[1] if self.unit[0] == Unit.Kind.BRANCH else ""


def population() -> list[Person]:
    """Branch by branch, the chairwoman first; then the officials above them."""
    chance = Random(SEED)
    people: list[Person] = []

    def add(unit: tuple[str, str], mixture: dict[str, int], official: bool = False) -> None:
        code = f"{MARK}{len(people) + 1:06}"
        birth_year = round(chance.triangular(OLDEST, YOUNGEST, 1988)) if not official else chance.randint(1966, 1996)
        name = names.woman(chance, chance.choices(list(mixture), mixture.values())[0], birth_year)
        name, birth_year = KNOWN.get(code, (name, birth_year))
        moved = not official and code not in KNOWN and chance.random() < 0.015
        listens = chance.random() < (0.25 if birth_year < 1970 else 0.05)
        name_form = chance.choices(list(Member.NameForm), [12, 80, 8])[0]
        people.append(Person(code, name, unit, birth_year, official, moved, listens, name_form))

    above = OFFICERS_OF_COMMUNE * len(COMMUNES) + OFFICERS_OF_PROVINCE
    for branch, size in zip(BRANCHES, _sizes(chance, HOW_MANY - above), strict=True):
        for place in range(size):
            add((Unit.Kind.BRANCH, branch.code), branch.commune.peoples, official=place == 0)
    for commune in COMMUNES:
        for _officer in range(OFFICERS_OF_COMMUNE):
            add((Unit.Kind.COMMUNE, commune.code), commune.peoples, official=True)
    for _officer in range(OFFICERS_OF_PROVINCE):
        add(PROVINCE, {"Thái": 50, "Kinh": 50}, official=True)
    return people


def _sizes(chance: Random, members: int) -> list[int]:
    """Branches of 30 to 70 women, so many in all."""
    weights = [chance.uniform(30, 70) for _branch in BRANCHES]
    ends = [round(members * sum(weights[: n + 1]) / sum(weights)) for n in range(len(weights))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


@transaction.atomic
def register() -> list[tuple[Person, Member]]:
    """Branches and members. Nothing where there is one of them: what officers have changed since then stays."""
    if Member.objects.filter(member_code__startswith=MARK).exists():
        return []
    known = set(Unit.objects.filter(kind=Unit.Kind.BRANCH).values_list("code", flat=True))
    place_units(row for row in branches.rows() if row.code not in known)
    units = {(unit.kind, unit.code): unit for unit in Unit.objects.all()}
    people = population()
    members = Member.objects.bulk_create((_member(person, units[person.unit]) for person in people), batch_size=500)
    return list(zip(people, members, strict=True))


def _member(person: Person, unit: Unit) -> Member:
    return Member(
        username=person.code.lower(),
        password=make_password(None),
        member_code=person.code,
        full_name=person.name,
        name_folded=folded(person.name),
        unit=unit,
        birth_year=person.birth_year,
        is_official=person.official,
        status=Member.Status.MOVED if person.moved else Member.Status.ACTIVE,
        listen_first=person.listens,
        name_form=person.name_form,
    )
