"""What is done with short links."""

import re
from collections.abc import Callable, Iterable

from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.utils import timezone

from sharing import codes
from sharing.opens import LinkDay
from sharing.shortlinks import ShortLink
from sharing.targets import KINDS, Target

LENGTHS = (codes.SHORT,) * 3 + (codes.LONG,) * 5  # of the code, try after try
VISIT = re.compile(r"[0-9a-f]{16,32}")
VISIT_LASTS = 30 * 60  # seconds


def short_link(*, target: Target, language: str, unit=None, campaign: str = "", made_by=None) -> ShortLink:
    """The one link of these, made when it is first asked for; by several at once, still one."""
    same = {"kind": target.kind, "key": target.key, "language": language, "unit": unit, "campaign": campaign}
    trail: list[str] | None = None
    for length in LENGTHS:
        if found := ShortLink.objects.filter(**same).first():
            return found
        trail = KINDS[target.kind].trail(target.key) if trail is None else trail
        try:
            with transaction.atomic():
                return ShortLink.objects.create(**same, code=codes.new(length), trail=trail, made_by=made_by)
        except IntegrityError:  # another was quicker, or the code is taken
            continue
    return ShortLink.objects.get(**same)


def short_links(*, target: Target, language: str, units: Iterable, campaign: str = "", made_by=None) -> list[ShortLink]:
    """One for each unit, in their order; a few queries for all of them together."""
    units = list(units)
    same = {"kind": target.kind, "key": target.key, "language": language, "campaign": campaign}
    trail = KINDS[target.kind].trail(target.key)

    def missing(length: int) -> list[ShortLink]:
        having = set(ShortLink.objects.filter(**same, unit__in=units).values_list("unit_id", flat=True))
        lacking = (unit for unit in units if unit.pk not in having)
        return [ShortLink(**same, unit=unit, code=codes.new(length), trail=trail, made_by=made_by) for unit in lacking]

    fill(missing)
    made = {link.unit_id: link for link in ShortLink.objects.filter(**same, unit__in=units).select_related("unit")}
    return [made[unit.pk] for unit in units]


def make_general_links(kind: str) -> int:
    """For all that can be opened and has none yet; how many were made."""
    before = ShortLink.objects.count()

    def missing(length: int) -> list[ShortLink]:
        having = set(ShortLink.objects.general().filter(kind=kind).values_list("key", "language"))
        lacking = sorted(set(KINDS[kind].everything()) - having)
        return [ShortLink(kind=kind, key=key, language=language, code=codes.new(length), trail=KINDS[kind].trail(key)) for key, language in lacking]

    fill(missing)
    return ShortLink.objects.count() - before


def fill(missing: Callable[[int], list[ShortLink]]) -> None:
    """Rows that another makes at the same moment, or whose code is taken, are left out and looked at again."""
    for length in LENGTHS:
        if not (links := missing(length)):
            return
        ShortLink.objects.bulk_create(links, batch_size=500, ignore_conflicts=True)


def remember_trail(target: Target) -> None:
    """Before it is deleted: where its links shall lead."""
    links = ShortLink.objects.to(target)
    if links.exists():
        links.update(trail=KINDS[target.kind].trail(target.key))


def count_open(*, code: str, visit: str) -> None:
    """Once a visit. The visit's number is forgotten after half an hour, and was never anybody's."""
    if not VISIT.fullmatch(visit):
        return
    link = ShortLink.objects.filter(code=codes.tidy(code)).values_list("pk", flat=True).first()
    if link and cache.add(f"opened:{link}:{visit}", True, VISIT_LASTS):
        LinkDay.objects.count_one("opens", link_id=link, day=timezone.localdate())
