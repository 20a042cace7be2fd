"""Pages as they are listed: specific, without their bodies, all types in one query."""

from functools import cache

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction, get_page_models


@cache
def kinds() -> tuple[type[Page], ...]:
    """Every page type of the project."""
    return tuple(model for model in get_page_models() if model is not Page)


def accessor(model: type) -> str:
    """The name under which Page knows this type's row."""
    return model._meta.model_name


@cache
def _bodies() -> tuple[str, ...]:
    """Fields that a card never shows."""
    heavy = (StreamField, RichTextField)
    return tuple(
        f"{accessor(model)}__{field.name}"
        for model in kinds()
        for field in model._meta.local_concrete_fields
        if isinstance(field, heavy) or field.name == "transcript"
    )


def _unrestricted(**but) -> Exists:
    """No view restriction on the page or above it, without a query of its own. but: restrictions that do not count."""
    above = PageViewRestriction.objects.annotate(start=Substr(OuterRef("path"), 1, Length("page__path"))).filter(page__path=F("start"))
    return ~Exists(above.exclude(**but) if but else above)


def public() -> Q:
    return Q(_unrestricted())


def open_to_members() -> Q:
    """What asks for no more than signing in."""
    return Q(_unrestricted(restriction_type=PageViewRestriction.LOGIN))


def cards(condition: Q) -> QuerySet:
    """Pages of any type that meet the condition on wagtailcore.Page, with all that a card shows. Unwrap with specific()."""
    pages = Page.objects.filter(condition).annotate(is_public=_unrestricted())
    return pages.select_related("locale", *(accessor(model) for model in kinds())).defer(*_bodies())


def listed(condition: Q) -> QuerySet:
    """Cards that any reader may see."""
    return cards(condition & Q(live=True)).filter(is_public=True)


def fetch(condition: Q) -> list:
    return [specific(page) for page in cards(condition)]


def specific(page: Page) -> Page:
    """The specific page that cards() has fetched along with it."""
    joined = page._state.fields_cache
    for model in kinds():
        if child := joined.get(accessor(model)):
            child._state.fields_cache["locale"] = joined["locale"]
            child.is_public = getattr(page, "is_public", None)
            return child
    return page
