"""Members and units as the desk lists them: the same queries for one as for thirty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q
from django.db.models.functions import Substr
from django.utils import timezone

from learning.progress.models import LessonProgress, LessonVisit
from members.models import Card, Member, Unit
from pages.text import folded


@dataclass(frozen=True)
class Row:
    member: Member
    has_card: bool
    finished: int  # lessons
    last: date | None  # when she learned, as far as is known

    @property
    def has_signed_in(self) -> bool:
        """She has chosen a PIN."""
        return bool(self.member.pin)


def rows_of(members: Iterable[Member]) -> list[Row]:
    """In the order given."""
    members = list(members)
    ids = [member.pk for member in members]
    cards = set(Card.objects.filter(revoked_at=None, member__in=ids).values_list("member", flat=True))
    learned = LessonProgress.objects.filter(member__in=ids).values("member")
    learned = {row["member"]: row for row in learned.annotate(finished=Count("completed"), started=Max("started"), completed=Max("completed"))}
    days = dict(LessonVisit.objects.filter(member__in=ids).values_list("member").annotate(Max("day")))
    return [
        Row(member, member.pk in cards, learned.get(member.pk, {}).get("finished", 0), last_of(learned.get(member.pk), days.get(member.pk)))
        for member in members
    ]


def last_of(learned: dict | None, day: date | None) -> date | None:
    moments = [learned[name] for name in ("started", "completed") if learned and learned[name]]
    return max([*map(timezone.localdate, moments), *([day] if day else [])], default=None)


def by_given_name(members) -> list[int]:
    """Their ids as a Vietnamese list runs: by the last word of the name, đ after d."""
    return [pk for pk, _name in sorted(members.values_list("pk", "full_name"), key=lambda row: sorting_key(row[1]))]


def sorting_key(name: str) -> list[str]:
    words = [folded(word.lower().replace("đ", "dzz")) for word in name.split()]
    return [*words[-1:], *words]


@dataclass(frozen=True)
class Below:
    unit: Unit
    members: int = 0
    signed_in: int = 0


def units_below(unit: Unit) -> list[Below]:
    """The units directly below, each with its whole subtree counted in one query."""
    children = list(unit.get_children())
    if not children:
        return []
    of_child = Member.objects.active().within(unit).annotate(child=Substr("unit__path", 1, len(children[0].path))).values("child")
    counted = {row.pop("child"): row for row in of_child.annotate(members=Count("pk"), signed_in=Count("pk", filter=~Q(pin="")))}
    return [Below(child, **counted.get(child.path, {})) for child in children]


def summary(unit: Unit) -> dict[str, int]:
    """Of the unit and all below it. Cards are counted by themselves: a join would make both counts distinct, and slow."""
    members = Member.objects.active().within(unit)
    carded = Card.objects.living().filter(member__unit__path__startswith=unit.path).count()
    return members.aggregate(members=Count("pk"), signed_in=Count("pk", filter=~Q(pin=""))) | {"carded": carded}
