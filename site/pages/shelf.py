"""The shelf: what one page needs to be shown, fetched together, one query a kind.

Stock Wagtail asks the database again for each inner link, chooser and picture of a body (33 to 185 queries for a
lesson). Here everything that a page points to is found in its raw values first and put on a shelf, and the blocks,
links and picture tags take it from there. One shelf lives for one rendering, in a context variable.
"""

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from pages import cards, references
from pages.signposts import Signpost

_current: ContextVar["Shelf | None"] = ContextVar("shelf", default=None)


def current() -> "Shelf | None":
    return _current.get()


@contextmanager
def opened(shelf: "Shelf") -> Iterator["Shelf"]:
    token = _current.set(shelf)
    try:
        yield shelf
    finally:
        _current.reset(token)


class Shelf:
    """Objects by model and primary key. Pages are shown in the language of the reader where they exist in it.

    What points to a type of page gets the page as a card; what points to any Page, as links in texts, gets its signpost.
    """

    def __init__(self, page, owners: Iterable[models.Model] = (), listings: dict[str, list] | None = None, more: Iterable[references.Reference] = ()):
        self.page = page
        self.locale_id = page.locale_id
        self._objects: dict[type, dict[Any, models.Model]] = defaultdict(dict)
        self._local: dict[Any, models.Model] = {}  # translation_key -> the page in the reader's language
        self.listings: dict[str, list] = page.listings() if hasattr(page, "listings") else listings or {}
        owners = [*owners, *(page.shelf_owners() if hasattr(page, "shelf_owners") else [])]

        wanted: dict[type, set] = defaultdict(set)
        for owner in (page, *owners):
            for model, pk in references.of(owner):
                wanted[model].add(pk)
            for field in self._page_fields(owner):
                if key := getattr(owner, field.attname):
                    wanted[field.related_model].add(key)
        for model, pk in (*more, *(page.own_references() if hasattr(page, "own_references") else ())):
            wanted[model].add(pk)

        self._fetch_pages({model: wanted.pop(model) for model in list(wanted) if issubclass(model, Page)})
        shown = [card for listing in self.listings.values() for card in listing] + list(self._cards())
        self._fetch_pictures(wanted, shown)
        self._fetch_rest(wanted)
        self._fetch_places([page, *shown])

    # Fetching

    @staticmethod
    def _kind(model: type) -> type:
        """All page types share one table of identities, as they share primary keys."""
        return Page if issubclass(model, Page) else model

    @staticmethod
    def _page_fields(owner):
        for field in owner._meta.concrete_fields:
            if (
                isinstance(field, models.ForeignKey)
                and issubclass(field.related_model, Page)
                and field.name not in {"alias_of"}
                and not field.remote_field.parent_link
            ):
                yield field

    def _cards(self):
        return (page for page in self._objects[Page].values() if isinstance(page, Page) and page.translation_key in self._linked_keys)

    def _fetch_pages(self, wanted: dict[type[Page], set]) -> None:
        """Ancestors, the page's own translations, and linked pages with their translations: one query, two where texts are translated."""
        page, linked = self.page, set().union(*wanted.values())
        whole = [model for model in wanted if model is not Page]
        ancestors = [page.path[:n] for n in range(page.steplen, len(page.path), page.steplen)] if page.path else []
        around = Q(path__in=ancestors) | Q(translation_key=page.translation_key)
        shelf = self._objects[Page]

        def put(condition: Q) -> None:
            for found in cards.fetch(condition, whole):
                shelf[found.pk] = Signpost.to(found) if type(found) is Page else found

        put(around | Q(pk__in=linked))
        self._linked_keys = {shelf[pk].translation_key for pk in linked if pk in shelf}
        foreign = [shelf[pk].translation_key for pk in linked if pk in shelf and shelf[pk].locale_id != self.locale_id]
        if foreign:
            put(Q(translation_key__in=foreign, locale_id=self.locale_id, live=True))
        for found in shelf.values():
            if found.live and found.locale_id == self.locale_id:
                self._local[found.translation_key] = found

    def _fetch_pictures(self, wanted: dict[type, set], shown: Iterable) -> None:
        picture_model = apps.get_model("pages.Picture")
        ids = wanted.pop(picture_model, set())
        owners = [owner for owner in (self.page, *shown) if hasattr(owner, "cover_id")]
        ids.update(owner.cover_id for owner in owners if owner.cover_id)
        if getattr(self.page, "share_picture_id", None):
            ids.add(self.page.share_picture_id)
        if ids:
            self._objects[picture_model] = picture_model.objects.prefetch_related("renditions").in_bulk(ids)
        for owner in owners:
            self._fill(owner, "cover")
        self._fill(self.page, "share_picture")

    def _fetch_rest(self, wanted: dict[type, set]) -> None:
        document_model = apps.get_model("library.LibraryDocument")
        if narration := getattr(self.page, "narration_id", None):
            wanted[document_model].add(narration)
        for model, ids in wanted.items():
            if ids:
                found = model._default_manager.all()
                self._objects[model] = (found.public() if hasattr(found, "public") else found).in_bulk(ids)  # restricted documents are not shown
        self._fill(self.page, "narration")

    def _fetch_places(self, owners: list) -> None:
        """Units that the page and cards name."""
        unit_model = apps.get_model("members.Unit")
        holders = [owner for owner in owners if getattr(owner, "place_id", None)]
        if missing := {owner.place_id for owner in holders} - self._objects[unit_model].keys():
            self._objects[unit_model].update(unit_model._default_manager.in_bulk(missing))
        for owner in holders:
            self._fill(owner, "place")

    def _fill(self, owner, name: str) -> None:
        """Put what was fetched into the owner's foreign key, so that reading it asks nothing."""
        if not hasattr(owner, f"{name}_id"):
            return
        field = owner._meta.get_field(name)
        pk = getattr(owner, field.attname)
        if pk:
            field.set_cached_value(owner, self._objects[field.related_model].get(pk))

    # Reading

    def get(self, model: type, pk: Any):
        """The object, or None. Pages: only those that this page's readers may see, in their language if there is one."""
        found = self._objects[self._kind(model)].get(pk)
        if found is None:
            return None
        if self._kind(model) is Page:
            shown = self._local.get(found.translation_key, found)
            return shown if self._may_be_seen(shown) else None
        return copy.copy(found)

    def _may_be_seen(self, page) -> bool:
        """A restricted page shows neither title nor link on a public one; inside the restricted part it does."""
        own = self._objects[Page].get(self.page.pk)
        return page.live and (page.is_public or bool(own and not own.is_public))

    def pages(self, keys: Iterable) -> list:
        """Live pages by primary key, in the order given, those that are gone left out."""
        return [page for key in keys if (page := self.get(Page, key))]

    @property
    def trail(self) -> list:
        """Ancestors below the tree's root, home first. One that is not live yet is left out: its words may be another language's."""
        path = self.page.path or ""
        above = [page for page in self._objects[Page].values() if 1 < page.depth < self.page.depth and page.live and path.startswith(page.path)]
        return sorted(above, key=lambda page: page.depth)

    @property
    def translations(self) -> dict[int, Any]:
        """Locale id to live translation, the page itself included."""
        same = {page.locale_id: page for page in self._objects[Page].values() if page.translation_key == self.page.translation_key and page.live}
        same[self.page.locale_id] = self.page
        return same
