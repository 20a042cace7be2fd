"""What is done to the union's tree."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from members.units import Unit
from pages.text import folded


@dataclass(frozen=True)
class UnitRow:
    """One unit as its source lists it: parent is the code of a row before it, of the kind above; empty for the root."""

    kind: str
    code: str
    name: str
    parent: tuple[str, str] | None = None  # (kind, code)


@transaction.atomic
def place_units(rows: Iterable[UnitRow]) -> tuple[int, int]:
    """Bring the tree in line with the rows: (added, renamed). Units that the rows don't name stay as they are.

    Paths are computed here, since adding 3,355 nodes one by one takes three queries each.
    """
    known = {(unit.kind, unit.code): unit for unit in Unit.objects.all()}
    last_step: dict[str, int] = {}  # parent path -> highest step used by its children
    for unit in known.values():
        parent, step = unit.path[: -Unit.steplen], Unit._str2int(unit.path[-Unit.steplen :])
        last_step[parent] = max(last_step.get(parent, 0), step)
    added, renamed, grown = [], [], {}
    for row in rows:
        parent = known[row.parent] if row.parent else None
        place = f"{row.name}, {parent.name}" if parent and parent.kind != Unit.Kind.CENTRAL else row.name
        unit = known.get((row.kind, row.code))
        if unit is None:
            above = parent.path if parent else ""
            step = last_step[above] = last_step.get(above, 0) + 1
            unit = Unit(kind=row.kind, code=row.code, name=row.name, place=place, place_folded=folded(place))
            unit.path, unit.depth, unit.numchild = Unit._get_path(above, (parent.depth if parent else 0) + 1, step), (parent.depth if parent else 0) + 1, 0
            if parent:
                parent.numchild += 1
                grown[parent.kind, parent.code] = parent
            known[row.kind, row.code] = unit
            added.append(unit)
        elif (unit.name, unit.place) != (row.name, place):
            unit.name, unit.place, unit.place_folded = row.name, place, folded(place)
            renamed.append(unit)
    Unit.objects.bulk_create(added, batch_size=500)
    Unit.objects.bulk_update(renamed, ["name", "place", "place_folded"], batch_size=500)
    Unit.objects.bulk_update([unit for unit in grown.values() if unit.pk], ["numchild"], batch_size=500)
    return len(added), len(renamed)
