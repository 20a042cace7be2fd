"""Who may read what is in a collection, in words: its own audience and those of the collections above it."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Collection, CollectionViewRestriction

from learning.library.models import CollectionAudience

Audience = CollectionAudience.Audience
AUDIENCES = [(value, capfirst(label)) for value, label in Audience.choices]
ORDER = list(Audience)  # from the most open


@dataclass(frozen=True)
class Openness:
    audience: Audience
    units: tuple[str, ...] = ()  # she must be in each of them, or below it
    locked: bool = False  # by one of Wagtail's own restrictions: no reader at all

    @property
    def is_public(self) -> bool:
        return not self.locked and self.audience == Audience.PUBLIC

    def __str__(self):
        if self.locked:
            return _("nobody: closed by a privacy setting of Wagtail")
        label = str(Audience(self.audience).label)
        return f"{label} ({', '.join(self.units)})" if self.units and self.audience != Audience.PUBLIC else label


class Opennesses:
    """All of them by two queries, for lists."""

    def __init__(self):
        rows = CollectionAudience.objects.select_related("collection", "unit")
        self.audiences = sorted(((row.collection.path, row) for row in rows), key=lambda pair: pair[0])
        self.locked = list(CollectionViewRestriction.objects.values_list("collection__path", flat=True))

    def of(self, collection: Collection) -> Openness:
        above = [row for path, row in self.audiences if collection.path.startswith(path)]
        audience = max((row.audience for row in above), key=lambda each: ORDER.index(Audience(each)), default=Audience.PUBLIC)
        units = tuple(str(row.unit) for row in above if row.unit_id and row.audience != Audience.PUBLIC)
        return Openness(Audience(audience), units, any(collection.path.startswith(path) for path in self.locked))

    def collections(self, audience: str) -> list[int]:
        """Those in which just these people read."""
        found = ((collection.pk, self.of(collection)) for collection in Collection.objects.all())
        return [pk for pk, openness in found if openness.audience == audience and not openness.locked]
