"""Pages in the index: of each type the fields that it names for searching."""

from collections.abc import Iterable

from django.db.models import Q
from django.db.models.functions import Substr
from django.db.models.lookups import In
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction
from wagtail.search.index import AutocompleteField, SearchField

from pages import cards
from pages.base import BasePage
from search import sources
from search.entries import Entry
from search.sources import Kind

HOME = 2  # depth
OTHER = Kind(1000, _("Other pages"))
HEAD = {"title", "summary", "seo_title", "search_description"}
NAMED = ("topic", "place", "people", "product")  # what a page is about, in a word or two


def kind_of(model: type[Page]) -> str:
    return model._meta.model_name.removesuffix("page") if model.rank_in_topic < BasePage.rank_in_topic else "page"


def kinds() -> dict[str, Kind]:
    found = {kind_of(model): Kind(model.rank_in_topic, model._meta.verbose_name_plural) for model in cards.kinds()}
    return found | {"page": OTHER}


def everything():
    """Home pages say little that their lists do not."""
    return Page.objects.filter(live=True, depth__gt=HOME)


def entries(pages: Iterable[Page]) -> list[Entry]:
    """Of live pages; specific ones are taken as they are."""
    pages = [page.specific for page in pages]
    pages = [page for page in pages if isinstance(page, BasePage) and page.live and page.depth > HOME and not page.for_practice]
    public = set(Page.objects.filter(cards.public(), pk__in=[page.pk for page in pages]).values_list("pk", flat=True)) if pages else set()
    return [entry_of(page, page.pk in public) for page in pages]


def entry_of(page, counted: bool) -> Entry:
    named = [str(value) for name in NAMED if (value := getattr(page, name, None))]
    return Entry(
        page_id=page.pk,
        language=page.locale.language_code,
        kind=kind_of(type(page)),
        topic_key=page.topic.translation_key if page.topic else None,
        date=page.first_published_at or page.latest_revision_created_at or page.last_published_at,
        title=page.title,
        summary=page.summary,
        keywords="\n".join([*named, page.seo_title, page.search_description]).strip(),
        text="\n".join(text_of(page)),
        counted=counted,
    )


def text_of(page) -> Iterable[str]:
    for field in type(page).get_search_fields():
        if isinstance(field, SearchField) and not isinstance(field, AutocompleteField) and field.field_name not in HEAD:
            value = field.get_value(page)
            for part in value if isinstance(value, list) else [value]:
                if part:
                    yield " ".join(str(part).split())


def public() -> Q:
    """Live, and neither restricted nor below a restriction. The few restricted places are read first: no join a row."""
    by_length: dict[int, list[str]] = {}
    for path in PageViewRestriction.objects.values_list("page__path", flat=True).distinct():
        by_length.setdefault(len(path), []).append(path)
    open_to_all = Q(page__live=True)
    for length, paths in by_length.items():
        open_to_all &= ~Q(In(Substr("page__path", 1, length), paths))
    return open_to_all


sources.register(sources.Source("page", everything, entries, public, kinds))
