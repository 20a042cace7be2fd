"""A search as readers make it: in one language, the kinds beside each other, and a second try where the first finds nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from search import guesses
from search.entries import Entry, EntryQuerySet
from search.queries import Query

A_KIND, A_SCREEN = 4, 10  # results of each kind among all, and of one kind a screen
TRIES = 2  # guesses at what was meant


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
    number: int  # its place within its kind, from 1
    of_kind: int  # how many there are of it


class Finding:
    """hits: empty where nothing was found. query: what they were found by. guessed: in other words than those typed."""

    def __init__(self, asked: Asked):
        self.asked, self.typed = asked, Query.of(asked.text)
        self.query, self.hits = self.typed, []
        self.public = Entry.objects.public()
        if asked.topic_key:
            self.public = self.public.about(asked.topic_key)
        for query in self.tries() if self.typed else ():
            if hits := self.hits_of(query):
                self.query, self.hits = query, hits
                break

    @property
    def guessed(self) -> bool:
        return self.query.words != self.typed.words

    @property
    def within(self) -> EntryQuerySet:
        return self.public.in_language(self.asked.language) if self.asked.language else self.public

    def tries(self) -> Iterator[Query]:
        yield self.typed
        if beginning := self.typed.as_beginning:
            yield beginning
        plain = self.typed.plain
        if plain != self.typed:
            yield plain
        yield from islice(guesses.at(plain), TRIES)

    def hits_of(self, query: Query) -> list[Hit]:
        """The first of each kind; where one is chosen, a screen of it, and the first of the others, which says how many they are."""
        found = self.within.holding(query)
        numbered = found.order_by().annotate(
            number=Window(RowNumber(), partition_by=F("kind"), order_by=[*found.query.order_by]),
            of_kind=Window(Count("pk"), partition_by=F("kind")),
        )
        return [Hit(*row) for row in numbered.filter(self.shown).order_by("number").values_list("pk", "kind", "number", "of_kind")]

    @property
    def shown(self) -> Q:
        if not self.asked.kind:
            return Q(number__lte=A_KIND)
        last = self.asked.screen * A_SCREEN
        return Q(number=1) | Q(kind=self.asked.kind, number__gt=last - A_SCREEN, number__lte=last)

    @property
    def of_kinds(self) -> dict[str, int]:
        return {hit.kind: hit.of_kind for hit in self.hits}

    @cached_property
    def entries(self) -> dict[int, Entry]:
        """Of all hits that are shown, each with its page or document."""
        return Entry.objects.select_related("page", "document").in_bulk([hit.pk for hit in self.hits])

    @property
    def elsewhere(self) -> dict[str, int]:
        """Where nothing was found: how many there are in the other languages, by code."""
        query = self.typed.as_beginning or self.typed
        found = self.public.holding(query).exclude(language=self.asked.language)
        return dict(found.order_by("language").values_list("language").annotate(Count("pk")))
