"""The board: Vietnamese pages against languages, asked of the pages themselves each time.

A handful of queries for any number of pages: the sources in one, all states counted in one, the cells of one screen in one.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

from django.db import models
from django.db.models import Case, Count, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from config.languages import SOURCE
from editing.translating.rights import OTHERS, Sight, visible_sources
from editing.translating.standings import Standing

ROWS = 30  # of a screen
HOME, SECTION_DEPTH = 2, 3


class State(models.TextChoices):
    MISSING = "missing", _("not begun")
    DRAFT = "draft", _("in translation")
    OUTDATED = "outdated", _("outdated")
    READY = "ready", _("ready to publish")
    LIVE = "live", _("published")


LABELS = dict(State.choices)


def with_states(pages):
    """Pages of other languages, each with its state. By hand are those that were never sent, or are no longer kept in step."""
    saved = Coalesce("latest_revision_created_at", "last_published_at")
    behind = Q(has_unpublished_changes=True) | Q(standings__source__last_published_at__gt=saved) | Q(standings__words_at__gt=saved)
    return pages.annotate(
        state=Case(
            When(standings__missing__gt=0, live=True, then=Value(State.OUTDATED.value)),
            When(standings__missing=0, live=False, then=Value(State.READY.value)),
            When(Q(live=True, standings__missing=0) & behind, then=Value(State.READY.value)),
            When(live=False, then=Value(State.DRAFT.value)),
            default=Value(State.LIVE.value),
            output_field=models.CharField(),
        )
    )


@dataclass
class Cell:
    state: str
    page: int | None = None
    translation: int | None = None
    missing: int = 0

    @property
    def label(self) -> str:
        return LABELS[self.state]


@dataclass
class Row:
    source: "Source"
    cells: list[tuple[str, Cell | None]] = field(default_factory=list)  # by language; None where she may not look


CELL = ("translation_key", "locale__language_code", "state", "pk", "standings__translation", "standings__missing")


class Source(NamedTuple):
    """A Vietnamese page, without the weight of a model."""

    pk: int
    title: str
    path: str
    live: bool
    owner_id: int | None

    @property
    def level(self) -> int:
        return len(self.path) // Page.steplen - 2


@dataclass
class Choice:
    """What of the board is looked at."""

    section: int | None = None
    language: str = ""
    state: str = ""
    days: int | None = None
    words: str = ""
    number: int = 1


class Board:
    """One look: everything is asked once."""

    def __init__(self, sight: Sight, choice: Choice):
        self.sight, self.choice = sight, choice
        everything = visible_sources(sight)
        narrowed = choice.section or choice.days or choice.words
        tops = self.listed(everything.filter(depth=SECTION_DEPTH)) if narrowed else None
        self.chosen = everything.filter(self.filters(tops or []))
        self.sources = self.listed(self.chosen)
        self.sections = self.sources if tops is None else tops
        self.sections = [source for source in self.sections if source.level == SECTION_DEPTH - 2]

    @staticmethod
    def listed(pages) -> list[Source]:
        return [Source(*row) for row in pages.order_by("path").values_list(*Source._fields)]

    def filters(self, sections: list[Source]) -> Q:
        choice, asked = self.choice, Q()
        if choice.section:
            asked &= Q(path__startswith=next((source.path for source in sections if source.pk == choice.section), "none"))
        if choice.days:
            asked &= Q(last_published_at__lt=timezone.now() - timedelta(days=choice.days))
        if choice.words:
            asked &= Q(title__icontains=choice.words)
        return asked

    @cached_property
    def all_languages(self) -> list[str]:
        return OTHERS if self.sight.sources or self.sight.begun else self.sight.works_in()

    @property
    def languages(self) -> list[str]:
        """The columns."""
        return [self.choice.language] if self.choice.language in self.all_languages else self.all_languages

    def targets(self, among: Q | None = None):
        """The translations of what is looked at, as far as she may see them."""
        pages, found = Page.objects.filter(among or Q(), depth__gt=1), self.chosen.values("translation_key")
        if self.sight.sees_all:
            seen = Q(locale__language_code__in=self.languages, translation_key__in=found)
        else:
            seen = Q(locale__language_code__in=self.languages, translation_key__in=found.filter(self.sight.whole()))
            for code in self.languages:
                if self.sight.languages.get(code):
                    seen |= Q(locale__language_code=code, translation_key__in=found.filter(self.sight.of(code)))
        return with_states(pages.filter(seen))

    @cached_property
    def counts(self) -> dict[str, Counter]:
        """By language and state; every visible source counts once in each of its languages."""
        counts: dict[str, Counter] = {code: Counter() for code in self.languages}
        for code, state, count in self.targets().values_list("locale__language_code", "state").annotate(count=Count("pk")).order_by():
            counts[code][state] = count
        for code, counted in counts.items():
            seen = len(self.sources) if self.sight.sees_all else sum(self.sight.in_language(source, code) for source in self.sources)
            counted[State.MISSING] = seen - sum(counted.values())
        return counts

    @property
    def totals(self) -> Counter:
        return sum(self.counts.values(), Counter())

    @cached_property
    def matching(self) -> list[Source]:
        """Those with the chosen state in one of the languages looked at."""
        state = self.choice.state
        if not state:
            return self.sources
        if state != State.MISSING:
            found = set(self.chosen.filter(translation_key__in=self.targets().filter(state=state).values("translation_key")).values_list("pk", flat=True))
            return [source for source in self.sources if source.pk in found]
        if self.sight.sees_all:
            whole = self.targets().values("translation_key").annotate(count=Count("pk")).filter(count=len(self.languages)).order_by()
            found = set(self.chosen.exclude(translation_key__in=whole.values("translation_key")).values_list("pk", flat=True))
            return [one for one in self.sources if one.pk in found]
        there = defaultdict(set)
        source = Page.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code=SOURCE).values("pk")[:1]
        for code, pk in self.targets().annotate(source=source).values_list("locale__language_code", "source"):
            there[code].add(pk)
        return [one for one in self.sources if any(one.pk not in there[code] and self.sight.in_language(one, code) for code in self.languages)]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.matching) // ROWS))

    @property
    def number(self) -> int:
        return min(max(1, self.choice.number), self.pages)

    @cached_property
    def rows(self) -> list[Row]:
        """Those of this screen with their cells."""
        shown = self.matching[(self.number - 1) * ROWS : self.number * ROWS]
        keys = dict(Page.objects.filter(pk__in=[source.pk for source in shown]).values_list("translation_key", "pk"))
        found = self.targets(Q(translation_key__in=keys))
        cells = {
            (keys[key], code): Cell(state, page, None if missing is None else translation, missing or 0)
            for key, code, state, page, translation, missing in found.values_list(*CELL)
        }
        return [Row(source, [(code, self.cell(source, code, cells)) for code in self.languages]) for source in shown]

    def cell(self, source: Source, code: str, cells: dict) -> Cell | None:
        if not self.sight.in_language(source, code):
            return None
        return cells.get((source.pk, code)) or Cell(State.MISSING)


def cells_of(page, sight: Sight) -> list[tuple[str, Cell | None]]:
    """One source's line of the board."""
    found = with_states(Page.objects.filter(translation_key=page.translation_key, locale__language_code__in=OTHERS))
    cells = {
        code: Cell(state, pk, None if missing is None else translation, missing or 0)
        for _key, code, state, pk, translation, missing in found.values_list(*CELL)
    }
    shown = [code for code in OTHERS if sight.in_language(page, code)]
    return [(code, cells.get(code) or Cell(State.MISSING)) for code in shown]


def waiting(user) -> int:
    """How many translations lack words that she may write: one look at an index, for it stands in the menu of every screen."""
    lacking = Standing.objects.filter(missing__gt=0)
    if user.is_superuser:
        return lacking.count()
    writing = Q(pk__in=[])
    for right in PagePermissionPolicy().get_cached_permissions_for_user(user):
        if right.permission.codename not in {"change_page", "publish_page"}:
            continue
        if right.page.depth == 1:
            return lacking.count()
        writing |= Q(locale=right.page.locale_id) if right.page.depth == HOME else Q(page__path__startswith=right.page.path)
    return lacking.filter(writing).count()
