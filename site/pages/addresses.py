"""Addresses that pages cannot have, since the site itself answers there. Read from the URLconf, never listed twice."""

from functools import cache

from django.urls import get_resolver
from django.urls.resolvers import LocalePrefixPattern, URLResolver

from config.languages import BY_CODE


def _first_words(patterns):
    for entry in patterns:
        if isinstance(getattr(entry, "pattern", None), LocalePrefixPattern):
            yield from _first_words(entry.url_patterns)
            continue
        word, _, rest = str(entry.pattern).lstrip("^").partition("/")
        if rest and "<" not in rest:  # one address below a page, as tin-tuc/rss/: the page may stand above it
            continue
        if word and word.replace("-", "").replace("_", "").isalnum():
            yield word.lower()
        elif not word and isinstance(entry, URLResolver):
            yield from _first_words(entry.url_patterns)


@cache
def reserved_slugs() -> frozenset[str]:
    """First words of addresses that the site keeps for itself: language codes and applications."""
    return frozenset(BY_CODE) | frozenset(_first_words(get_resolver().url_patterns))
