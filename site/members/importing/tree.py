"""The union's tree as an import sees it, and the branches that it adds."""

from django.utils import timezone

from members.domain import UnitRow, place_units
from members.importing.places import NewBranch, Place, Places
from members.models import Unit

COLUMNS = ("pk", "path", "kind", "code", "name", "place")


def places_of(run) -> Places:
    """Every unit that stands today; the scope is the run's own unit. While checking, the branches that would be added are in it."""
    today = timezone.localdate()
    units = [Place(*values) for values in Unit.objects.exclude(valid_to__lt=today).values_list(*COLUMNS)]
    places = Places(units, scope=run.unit.path if run.unit else "", may_add=run.create_branches, steplen=Unit.steplen)
    if run.state == run.State.CHECKING:
        by_pk = {unit.pk: unit for unit in units}
        for number, (commune, name) in enumerate(run.branches, start=1):
            if commune in by_pk:
                places.add(imagined(by_pk[commune], name, number))
    return places


def imagined(commune: Place, name: str, number: int) -> Place:
    """A branch that the check only counts. Its number is negative and its path meets none."""
    return Place(-number, commune.path + f"~{number % 1000:03}", "branch", "", name, f"{name}, {commune.name}")


def add_branches(wanted: list[NewBranch]) -> None:
    """All at once, within the caller's transaction. The root is locked, or two imports would give out the same steps and codes."""
    list(Unit.objects.select_for_update().filter(depth=1))
    numbers: dict[str, int] = {}
    for code in Unit.objects.of_kind("branch").values_list("code", flat=True):
        start, _, end = code.rpartition("-")
        if end.isdecimal():
            numbers[start] = max(numbers.get(start, 0), int(end))
    rows = []
    for branch in wanted:
        start = branch.commune.code
        number = numbers[start] = numbers.get(start, 0) + 1
        rows.append(UnitRow("branch", f"{start}-{number}", branch.name, (branch.commune.kind, start)))
    place_units(rows)
