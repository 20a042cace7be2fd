"""What every page asks for and only editors change, kept as long as pages are (pages.page_cache)."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import cache

from pages.page_cache import GENERATION


def kept(name: str, make: Callable[[], Any]) -> Any:
    """make() is asked once a generation of pages, and once a minute; its answer must not be None."""
    seconds = settings.PAGE_CACHE_SECONDS or 60
    return cache.get_or_set(f"kept:{cache.get(GENERATION, 0)}:{name}", make, seconds)
