"""From an address to a page: one query on the address, instead of one a level, and the way back from a language that lacks it."""

import wagtail.views
from django.conf import settings
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.translation import get_language
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from config.languages import BY_CODE
from pages import cards


def live_at(root_path: str, path: str):
    """Live pages at an address below a home page. url_path has no index, slug has one."""
    url_path = root_path + path
    return Page.objects.filter(slug=url_path.rstrip("/").rsplit("/", 1)[-1], url_path=url_path, live=True)


def serve(request, path):
    roots = {root.language_code: root.root_path for root in Site.get_site_root_paths()}  # from Django's cache
    here, source = get_language(), settings.LANGUAGE_CODE
    if here in roots:
        found = live_at(roots[here], path).select_related("locale", *(cards.accessor(model) for model in cards.kinds())).first()
        page = cards.specific(found) if found else None
        request._wagtail_route_for_request = page and RouteResult(page)  # None is 404; the stock view reads this attribute
        if page is None and here != source and request.method in {"GET", "HEAD"}:
            if live_at(roots[source], path).exists():
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
    if live_at(source_root, link.removeprefix("/")).exists():
        link = BY_CODE[here].prefix + link.removeprefix("/")
    return (HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect)(link)


def untranslated(request, path: str, here: str):
    """To the Vietnamese page, which shows the notice for this language by :target."""
    query = request.META.get("QUERY_STRING")
    response = HttpResponseRedirect(f"/{path}{f'?{query}' if query else ''}#chua-dich-{here}")
    response.public = True
    return response
