"""sitemap.xml: every public page and topic of every language, each naming itself in the others, and what other apps add."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import StreamingHttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from config.languages import BY_CODE, LANGUAGES
from pages import cards
from pages.topics import Topic

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
ORDER = [language.code for language in LANGUAGES]


class Entry(NamedTuple):
    key: object  # the same for all languages of one page
    code: str
    path: str  # from the root of the site
    changed: datetime | None

    @property
    def address(self) -> str:
        return settings.SITE_URL + self.path


@require_safe
def sitemap(request, more: Iterable[Callable[[], Iterator[Entry]]] = ()):
    """Streamed: a province may have 50,000 pages. more: entries of other apps, each call's those of one work beside one another."""
    response = StreamingHttpResponse(lines((pages, topics, *more)), content_type="application/xml; charset=utf-8")
    response.public = True
    return response


def lines(sources: Iterable[Callable[[], Iterator[Entry]]]) -> Iterator[str]:
    yield HEAD
    for entries in sources:
        for _, same in groupby(entries(), key=lambda entry: entry.key):
            yield from urls(sorted(same, key=lambda entry: ORDER.index(entry.code)))
    yield "</urlset>\n"


def pages() -> Iterator[Entry]:
    found = Page.objects.filter(cards.public(), live=True, depth__gt=1).order_by("translation_key")
    for key, code, url_path, changed in found.values_list("translation_key", "locale__language_code", "url_path", "last_published_at").iterator(
        chunk_size=2000
    ):
        yield Entry(key, code, BY_CODE[code].prefix + url_path.split("/", 2)[2], changed)


def topics() -> Iterator[Entry]:
    for slug, code, changed in Topic.objects.filter(live=True).order_by("slug").values_list("slug", "locale__language_code", "last_published_at"):
        yield Entry(slug, code, f"{BY_CODE[code].prefix}chu-de/{slug}/", changed)


def urls(same: Iterable[Entry]) -> Iterator[str]:
    """One <url> a language, each naming all."""
    same = list(same)
    links = "".join(f'<xhtml:link rel="alternate" hreflang="{BY_CODE[entry.code].bcp47}" href="{escape(entry.address)}"/>' for entry in same)
    for entry in same:
        date = f"<lastmod>{entry.changed.date().isoformat()}</lastmod>" if entry.changed else ""
        yield f"<url><loc>{escape(entry.address)}</loc>{date}{links}</url>\n"
