"""What she may begin from the start page, each straight at the right place.

An app adds to it by the hook register_create_item, whose function returns a CreateItem.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page

from editing.start.abilities import Abilities, below
from editing.start.beginning import Start
from pages.cards import met_by_readers

MOST = 5
PARENTS = 500  # looked through: a province has some hundred courses


@dataclass(frozen=True)
class CreateItem:
    """model: what is made, a page type or another; her log of creations is counted by it.

    address: the screen, or a function of the page to create below; left out for a page type, the page editor.
    becomes: page types, of which what she makes there becomes one.
    shown: asked with her abilities; where pages are made, she is also asked for a place where she may add one.
    order: among those that she has never made.
    """

    label: Any
    icon: str
    order: int
    model: type | None = None
    address: str | Callable[[Page | None], str] = ""
    shown: Callable[[Abilities], bool] = lambda abilities: True
    becomes: tuple[type[Page], ...] = ()

    @property
    def pages(self) -> tuple[type[Page], ...]:
        return (self.model,) if self.model and issubclass(self.model, Page) else self.becomes

    def address_below(self, parent: Page | None) -> str:
        if callable(self.address):
            return self.address(parent)
        return self.address or reverse("wagtailadmin_pages:add", args=[self.model._meta.app_label, self.model._meta.model_name, parent.pk])


@dataclass(frozen=True)
class Offer:
    label: Any
    icon: str
    address: str


def items() -> list[CreateItem]:
    return sorted((make() for make in hooks.get_hooks("register_create_item")), key=lambda item: item.order)


def offers(start: Start) -> list[Offer]:
    """The five that she makes most; of those that she makes equally often, or never, the first in order."""
    able = [item for item in items() if item.shown(start.abilities) and (not item.pages or start.abilities.writes)]
    parents = Parents(start, [model for item in able for model in item.pages])
    counts = Counter(model for model, _above in start.made)
    able.sort(key=lambda item: (-counts[item.model], item.order))
    found = []
    for item in able:
        parent = next(filter(None, map(parents.of, item.pages)), None)
        if parent or not item.pages:
            found.append(Offer(item.label, item.icon, item.address_below(parent)))
    return found[:MOST]


class Parents:
    """Vietnamese pages below which she may add one of these types: one query for all."""

    def __init__(self, start: Start, models: Iterable[type[Page]]):
        self.models, self.start = tuple(models), start
        self.candidates = self._ask() if self.models else []

    def _ask(self) -> list[Page]:
        above = {parent for model in self.models for parent in model.allowed_parent_page_models()}
        kinds = [kind.pk for kind in ContentType.objects.get_for_models(*above).values()]
        where = below(self.start.abilities.places("add"))
        pages = met_by_readers(Page.objects.filter(Q(content_type__in=kinds) & where, locale=self.start.abilities.source))
        return list(pages.only("pk", "path", "depth", "content_type", "draft_title").order_by("path")[:PARENTS])

    def all_of(self, model: type[Page]) -> list[Page]:
        allowed = {ContentType.objects.get_for_model(parent).pk for parent in model.allowed_parent_page_models()}
        return [page for page in self.candidates if page.content_type_id in allowed]

    def of(self, model: type[Page]) -> Page | None:
        """The one that she used last, else the first."""
        found = self.all_of(model)
        by_path = {page.path: page for page in found}
        used = (by_path[above] for made, above in self.start.made if made is model and above in by_path)
        return next(used, found[0] if found else None)
