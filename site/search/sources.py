"""What can be found. The index knows pages; apps above add theirs when they are loaded."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q, QuerySet


class Kind(NamedTuple):
    rank: float  # the order of groups among the results, smallest first
    label: object  # of several, translated when it is shown


@dataclass(frozen=True)
class Source:
    name: str  # of the field of Entry
    everything: Callable[[], QuerySet]  # that may be found
    entries: Callable[[Iterable], list]  # of some of these
    public: Callable[[], Q]  # on Entry: what a stranger may read now
    kinds: Callable[[], Mapping[str, Kind]]


SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    SOURCES[source.name] = source


def public() -> Q:
    return reduce(or_, (source.public() for source in SOURCES.values()))


def kinds() -> dict[str, Kind]:
    """In the order in which their groups are shown."""
    found = {name: kind for source in SOURCES.values() for name, kind in source.kinds().items()}
    return dict(sorted(found.items(), key=lambda item: item[1].rank))
