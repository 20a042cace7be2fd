"""Public pages kept as they were sent, before session and database: the first of two layers, nginx being the other.

One number is part of every key. Whatever an editor sends to /cms/ raises it, so all pages are made anew: a title shows
on cards, in navigation and in lists, and a list of the pages it touches would always lack one. What changes otherwise
(the clock, a command) is at most SECONDS late, as the answers' own max-age says.
"""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse

from pages.middleware import PUBLIC, STAFF_COOKIE, Compression

GENERATION = "page-cache-generation"
KEPT = ("Content-Type", "Content-Length", "Content-Encoding", "Cache-Control", "Vary", "Content-Language", "Link")
PAGE_PARAMETER = "trang"  # the only one that changes a public page; ?k= and what Facebook adds are left out of the key


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
            if in_cms and request.method not in {"GET", "HEAD", "OPTIONS"} and self.from_staff(request):
                purge()
            return response
        key = self.key(request)
        if kept := cache.get(key):
            return HttpResponse(kept[0], headers=kept[1])
        response = self.get_response(request)
        if response.status_code == 200 and not response.streaming and response.get("Cache-Control") == PUBLIC:
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
    def key(request) -> str:
        accepted = Compression.accepted(request.headers.get("Accept-Encoding", ""))
        encoding = next((name for name in ("br", "gzip") if name in accepted), "")
        number = request.GET.get(PAGE_PARAMETER, "")[:6]
        generation = cache.get(GENERATION, 0)
        asked = f"{request.get_host()} {request.path_info} {number} {encoding}"  # of any length, with any character
        return f"page:{generation}:{hashlib.blake2b(asked.encode(), digest_size=16).hexdigest()}"
