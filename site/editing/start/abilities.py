"""What somebody may do, told from the rights that her groups give her, never from what the groups are called.

Wagtail has asked for these rights by the time that its menu is drawn, and keeps them with the member: no query here.
"""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import cached_property
from wagtail.permissions import policy_registry

from config.languages import SOURCE
from pages.chrome import locales
from pages.permissions import rights_at_work

ROOT = 1  # depth


@dataclass(frozen=True)
class Place:
    """A page below which she has a right; the root stands for every language."""

    path: str
    locale: int | None

    def covers(self, locale: int) -> bool:
        return self.locale in {None, locale}


class Abilities:
    def __init__(self, member):
        self.member = member

    def places(self, *rights: str) -> list[Place]:
        """Where she has one of these rights: add, change, publish; the practice room is no such place."""
        if self.member.is_superuser:
            return [Place("", None)]
        wanted = {f"{right}_page" for right in rights}
        return [
            Place(given.page.path, given.page.locale_id if given.page.depth > ROOT else None)
            for given in rights_at_work(self.member)
            if given.permission.codename in wanted
        ]

    @property
    def source(self) -> int:
        return locales()[SOURCE]

    def in_source(self, *rights: str) -> bool:
        return any(place.covers(self.source) for place in self.places(*rights))

    @property
    def writes(self) -> bool:
        return self.in_source("add")

    @cached_property
    def languages(self) -> list[int]:
        """The locales that she translates into. Whoever may publish the source approves; she is not waited for here."""
        if self.member.is_superuser or self.in_source("publish"):
            return []
        others = {pk for code, pk in locales().items() if code != SOURCE}
        return sorted(pk for pk in others if any(place.covers(pk) for place in self.places("change", "publish")))

    @property
    def is_technician(self) -> bool:
        return self.member.is_superuser

    def has(self, model, *actions: str) -> bool:
        """On things of the library: pictures, documents."""
        return policy_registry.get_by_type(model).user_has_any_permission(self.member, actions)


def below(places, name: str = "path") -> Q:
    """A condition on pages: at or below one of these places."""
    found = Q(pk__in=[])
    for place in places:
        found |= Q(**{f"{name}__startswith": place.path})
    return found
