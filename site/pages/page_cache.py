"""Public pages kept as they were sent, before session and database: the first of two layers, nginx being the other.

One number is part of every key. Whatever an editor sends to /cms/ raises it, so all pages are made anew: a title shows
on cards, in navigation and in lists, and a list of the pages it touches would always lack one. What changes otherwise
(the clock, a command) is at most SECONDS late, as the answers' own max-age says.
"""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse

from pages.middleware import PUBLIC, STAFF_COOKIE, UNKEPT, Compression

GENERATION = "page-cache-generation"
KEPT = ("Content-Type", "Content-Length", "Content-Encoding", "Cache-Control", "Vary", "Content-Language", "Link")
# What changes a public page, and the most characters of it; ?k= and what Facebook adds are left out of the key.
PARAMETERS = {"trang": 6, "loai": 12, "chu-de": 60, "tieng": 10}
TYPED = "q"  # free words: what answers them is not kept, or anybody could fill the cache


def purge() -> None:
    try:
        cache.incr(GENERATION)
    except ValueError:
        cache.set(GENERATION, 1, None)


class PageCache:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        in_cms = request.path_info.startswith("/cms/")
        seconds = settings.PAGE_CACHE_SECONDS
        if not seconds or in_cms or request.method != "GET" or STAFF_COOKIE in request.COOKIES:
            response = self.get_response(request)
            if in_cms and request.method not in {"GET", "HEAD", "OPTIONS"} and self.from_staff(request) and not getattr(response, "changes_nothing", False):
                purge()
            return response
        key = self.key(request)
        if key is None:
            return self.get_response(request)
        if kept := cache.get(key):
            return HttpResponse(kept[0], headers=kept[1])
        response = self.get_response(request)
        if response.status_code == 200 and not response.streaming and response.get("Cache-Control") in {PUBLIC, UNKEPT}:
            headers = {
                name: response[name] for name in (*KEPT, "Content-Security-Policy", "Permissions-Policy", "X-Frame-Options") if response.has_header(name)
            }
            cache.set(key, (response.content, headers), seconds)
        return response

    @staticmethod
    def from_staff(request) -> bool:
        """Known once the inner layers have answered. A stranger who tries passwords changes nothing."""
        user = getattr(request, "user", None)
        return bool(user and user.is_authenticated)

    @staticmethod
    def key(request) -> str | None:
        """None for what is not kept."""
        asked = {name: request.GET.get(name, "") for name in PARAMETERS}
        if request.GET.get(TYPED) or any(len(value) > PARAMETERS[name] for name, value in asked.items()):
            return None
        accepted = Compression.accepted(request.headers.get("Accept-Encoding", ""))
        encoding = next((name for name in ("br", "gzip") if name in accepted), "")
        generation = cache.get(GENERATION, 0)
        parts = (request.get_host(), request.path_info, *asked.values(), encoding)  # of any length, with any character
        return f"page:{generation}:{hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()}"
