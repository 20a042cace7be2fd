"""The union's tree as an import sees it, and the branches that it adds."""

from django.utils import timezone

from members.importing.places import Place, Places, name_key
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


def added(commune: Place, name: str) -> Place:
    """A branch below the commune, within the caller's transaction; the one of that name if somebody was quicker."""
    parent = Unit.objects.select_for_update().get(pk=commune.pk)
    for unit in parent.get_children().of_kind("branch"):
        if name_key(unit.name) == name_key(name):
            return Place(*(getattr(unit, column) for column in COLUMNS))
    unit = parent.add_child(kind="branch", code=next_code(parent), name=name, place=f"{name}, {parent.name}")
    return Place(*(getattr(unit, column) for column in COLUMNS))


def next_code(parent: Unit) -> str:
    """The commune's code and the first number after those given out: 03922-7."""
    start = f"{parent.code or parent.pk}-"
    ends = [code.removeprefix(start) for code in Unit.objects.of_kind("branch").filter(code__startswith=start).values_list("code", flat=True)]
    return f"{start}{max((int(end) for end in ends if end.isdecimal()), default=0) + 1}"
