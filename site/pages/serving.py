"""From an address to a page: one query on the address, instead of one a level, and the way back from a language that lacks it."""

import wagtail.views
from django.conf import settings
from django.db.models import Expression
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.translation import get_language
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from config.languages import BY_CODE
from pages import cards

_types: dict[str, type[Page]] = {}  # of the pages that this process has found, by url_path: all types at once are a query of 14 tables


ALONG: dict[str, Expression] = {}  # what apps above want to know of a page that is served, fetched in the same query


def live_at(url_path: str, model: type[Page] = Page):
    """Live pages at an address. url_path has no index, slug has one."""
    return model.objects.filter(slug=url_path.rstrip("/").rsplit("/", 1)[-1], url_path=url_path, live=True).select_related("locale")


def page_at(url_path: str) -> Page | None:
    """The specific page. What was there last time is asked for first; an editor may have put another type there."""
    known = _types.get(url_path)
    if known and (page := live_at(url_path, known).annotate(**ALONG).first()):
        return page
    found = live_at(url_path).annotate(**ALONG).select_related("locale", *map(cards.accessor, cards.kinds())).first()
    if found is None:
        return None
    page = cards.specific(found)
    if type(page) is Page:  # of a type that is not listed
        page = found.specific
    for name in ALONG:
        setattr(page, name, getattr(found, name))
    _types[url_path] = type(page)
    return page


def serve(request, path):
    roots = {root.language_code: root.root_path for root in Site.get_site_root_paths()}  # from Django's cache
    here, source = get_language(), settings.LANGUAGE_CODE
    if here in roots:
        page = page_at(roots[here] + path)
        request._wagtail_route_for_request = page and RouteResult(page)  # None is 404; the stock view reads this attribute
        if page is None and here != source and request.method in {"GET", "HEAD"}:
            if live_at(roots[source] + path).exists():
                return untranslated(request, path, here)
            if response := moved(request, path, here, roots[source]):
                return response
    return wagtail.views.serve(request, path)


def moved(request, path: str, here: str, source_root: str):
    """Where the Vietnamese page has gone, in this language; None where nothing has moved, or this language knows better."""
    own, theirs = (Redirect.normalise_path(f"{prefix}{path}") for prefix in (BY_CODE[here].prefix, "/"))
    if get_redirect(request, own) or not (redirect := get_redirect(request, theirs)) or not redirect.link:
        return None
    link = redirect.link
    if live_at(source_root + link.removeprefix("/")).exists():
        link = BY_CODE[here].prefix + link.removeprefix("/")
    return (HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect)(link)


def untranslated(request, path: str, here: str):
    """To the Vietnamese page, which shows the notice for this language by :target."""
    query = request.META.get("QUERY_STRING")
    response = HttpResponseRedirect(f"/{path}{f'?{query}' if query else ''}#chua-dich-{here}")
    response.public = True
    return response
