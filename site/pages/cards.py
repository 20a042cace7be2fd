"""Pages as they are listed: specific, without their bodies, all types in one query."""

from collections.abc import Iterable
from functools import cache

from django.db.models import BooleanField, F, Func, Q, QuerySet
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction, get_page_models


@cache
def kinds() -> tuple[type[Page], ...]:
    """Every page type of the project that readers may meet."""
    return tuple(model for model in get_page_models() if model is not Page and not getattr(model, "for_practice", False))


def met_by_readers(pages: QuerySet) -> QuerySet:
    """Without those where the staff practises."""
    practised = [model for model in get_page_models() if getattr(model, "for_practice", False)]
    return pages.not_exact_type(*practised) if practised else pages


def accessor(model: type) -> str:
    """The name under which Page knows this type's row."""
    return model._meta.model_name


@cache
def _bodies(of: tuple[type[Page], ...]) -> tuple[str, ...]:
    """Fields that a card never shows."""
    heavy = (StreamField, RichTextField)
    return tuple(
        f"{accessor(model)}__{field.name}"
        for model in of
        for field in model._meta.local_concrete_fields
        if isinstance(field, heavy) or field.name == "transcript"
    )


class Unrestricted(Func):
    """No view restriction on the page of this path or above it. Written out: as a queryset it costs more to build than to ask."""

    template = (
        f"NOT EXISTS (SELECT 1 FROM {PageViewRestriction._meta.db_table} restriction"
        f" INNER JOIN {Page._meta.db_table} closed ON closed.id = restriction.page_id"
        " WHERE closed.path = SUBSTR(%(expressions)s, 1, LENGTH(closed.path))%(but)s)"
    )
    output_field = BooleanField()

    def __init__(self, path, but: str = ""):
        super().__init__(path, but=but)


def public() -> Q:
    return Q(Unrestricted(F("path")))


def open_to_members() -> Q:
    """What asks for no more than signing in."""
    return Q(Unrestricted(F("path"), but=f" AND restriction.restriction_type <> '{PageViewRestriction.LOGIN}'"))


def cards(condition: Q, of: Iterable[type[Page]] | None = None) -> QuerySet:
    """Pages that meet the condition on wagtailcore.Page, with all that a card shows. Unwrap with specific().

    of: the types that are wanted whole, every one unless it is said. Each is a join and some twenty columns, so whoever knows
    what she will find names it; a page of another type stays a plain Page.
    """
    of = kinds() if of is None else tuple(of)
    pages = Page.objects.filter(condition).annotate(is_public=Unrestricted(F("path")))
    return pages.select_related("locale", *map(accessor, of)).defer(*_bodies(of))


def listed(condition: Q, of: Iterable[type[Page]] | None = None) -> QuerySet:
    """Cards that any reader may see."""
    return cards(condition & Q(live=True), of).filter(is_public=True)


def in_order(condition: Q, *order: str, of: Iterable[type[Page]] | None = None) -> list[Page]:
    """All that listed() finds, specific."""
    return [specific(page) for page in listed(condition, of).order_by(*order)]


def fetch(condition: Q, of: Iterable[type[Page]] | None = None) -> list:
    return [specific(page) for page in cards(condition, of)]


def specific(page: Page) -> Page:
    """The specific page that cards() has fetched along with it."""
    joined = page._state.fields_cache
    for name in map(accessor, kinds()):
        if child := joined.get(name):
            child._state.fields_cache["locale"] = joined["locale"]
            child.is_public = getattr(page, "is_public", None)
            return child
    return page
