"""A search as readers make it: in one language, the kinds beside each other, and a second try where the first finds nothing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import ceil
from typing import NamedTuple

from search import guesses
from search.entries import Entry, EntryQuerySet, place_of
from search.holding import Holds
from search.queries import Query

A_KIND, A_SCREEN = 3, 10  # results of each kind among all, and of one kind a screen
MOST = 100  # results that are looked at: of more, the newest, and the newest of those that have the words in their titles
TRIES = 4  # readings of what was typed


@dataclass(frozen=True)
class Asked:
    """What was typed and chosen."""

    text: str
    language: str  # a code; empty: all
    kind: str = ""
    topic_key: object = None
    screen: int = 1


class Hit(NamedTuple):
    pk: int
    kind: str


class Finding:
    """hits: empty where nothing was found. query: what they were found by. guessed: in other words than those typed.

    Words that stand everywhere would have a database go through everything: it is asked for the newest only, and what is
    left of the order is made here, where the two databases cannot differ.
    """

    def __init__(self, asked: Asked):
        self.asked, self.typed = asked, Query.of(asked.text)
        self.query, self.hits = self.typed, []
        self.public = Entry.objects.public()
        if asked.topic_key:
            self.public = self.public.about(asked.topic_key)
        for query in islice(self.tries(), TRIES) if self.typed else ():
            if hits := self.hits_of(query):
                self.query, self.hits = query, hits
                break

    @property
    def guessed(self) -> bool:
        return self.query.words != self.typed.words

    @property
    def within(self) -> EntryQuerySet:
        chosen = self.public.in_language(self.asked.language) if self.asked.language else self.public
        return chosen.of_kind(self.asked.kind) if self.asked.kind else chosen

    def tries(self) -> Iterator[Query]:
        yield self.typed
        if beginning := self.typed.as_beginning:
            yield beginning
        plain = self.typed.plain
        if plain != self.typed:
            yield plain
        yield from guesses.at(plain)

    def hits_of(self, query: Query) -> list[Hit]:
        """The best first: by place, then the newest."""
        newest = [*self.within.newest_holding(query).values_list("pk", "date")[: MOST + 1]]
        if len(newest) > MOST:
            newest += self.within.filter(Holds(query, "title")).order_by("-date", "-pk").values_list("pk", "date")[:MOST]
        if not newest:
            return []
        dates = dict(newest)
        placed = Entry.objects.filter(pk__in=dates).annotate(place=place_of(query)).values_list("pk", "kind", "place")
        best = sorted(placed, key=lambda row: (-row[2], dates[row[0]], row[0]), reverse=True)
        return [Hit(pk, kind) for pk, kind, _place in best]

    @property
    def more(self) -> bool:
        """There are more than were looked at."""
        return len(self.hits) > MOST

    @property
    def of_kinds(self) -> Counter:
        return Counter(hit.kind for hit in self.hits)

    @property
    def screen(self) -> int:
        """Of the kind that is chosen: the one asked for, or the last."""
        return min(self.asked.screen, max(1, ceil(len(self.hits) / A_SCREEN)))

    @cached_property
    def shown(self) -> list[Hit]:
        """The first of each kind; where one is chosen, a screen of it."""
        if self.asked.kind:
            return self.hits[(self.screen - 1) * A_SCREEN :][:A_SCREEN]
        return [hit for kind in self.of_kinds for hit in [each for each in self.hits if each.kind == kind][:A_KIND]]

    @cached_property
    def entries(self) -> dict[int, Entry]:
        """Of all hits that are shown, each with its page or document."""
        return Entry.objects.with_addresses().in_bulk([hit.pk for hit in self.shown])

    @property
    def first(self) -> Entry:
        """Of those that are shown, any: its words are public."""
        return self.entries[self.shown[0].pk]

    @property
    def elsewhere(self) -> set[str]:
        """Where nothing was found: codes of other languages in which there is something."""
        query = self.typed.as_beginning or self.typed
        others = self.public.of_kind(self.asked.kind) if self.asked.kind else self.public
        return set(others.newest_holding(query).values_list("language", flat=True)[:MOST])
