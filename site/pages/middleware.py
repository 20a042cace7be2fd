"""What every answer of the site wears: private unless its view says public, compressed, under a policy."""

import gzip

import brotli
from django.http import HttpResponseBadRequest
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import patch_vary_headers

from pages import policies

STAFF_COOKIE = "nhan-vien"
PUBLIC = "public, max-age=60, stale-while-revalidate=86400"
# The same for everybody, but no phone keeps it: neither in its history nor for reading offline, where the service worker obeys no-store too.
# pages.page_cache is no phone.
UNKEPT = "public, no-store"
LONGEST_QUERY = 2000  # characters


class OddAddresses:
    """Addresses that no page can have are refused before session, database and templates see them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = request.path_info
        if "\x00" in path or "\ufffd" in path or len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            return HttpResponseBadRequest("400", content_type="text/plain")
        return self.get_response(request)


class Answers:
    """Same bytes for everybody where a view said so (`response.public`); nothing kept of anything else.

    A broken session or token cookie sent by a phone makes Django set or delete a cookie on any page, so cookies are
    cleared, not only looked for.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        in_cms = request.path_info.startswith("/cms/")
        staff = STAFF_COOKIE in request.COOKIES
        if not getattr(request, "is_dummy", False):  # Wagtail's preview runs the middleware twice
            response.headers.setdefault("Content-Security-Policy", policies.cms() if in_cms or staff else policies.reader())
            response.headers["Permissions-Policy"] = policies.PERMISSIONS
        kept_as = response.headers.get("Cache-Control", "" if staff else PUBLIC)  # a view may name its own; a restriction has
        if getattr(response, "public", False) and kept_as.startswith("public"):
            response.cookies.clear()
            response.headers["Cache-Control"] = kept_as
            response.headers["Vary"] = "Accept-Encoding"
        elif not response.has_header("Cache-Control") or (in_cms and "max-age" not in response["Cache-Control"]):
            response.headers["Cache-Control"] = "private, no-store"
        if in_cms:
            self._mark_staff(request, response)
        return response

    @staticmethod
    def _mark_staff(request, response) -> None:
        """Staff bypass the caches and see Wagtail's bar. The cookie only says so; it opens nothing."""
        user = getattr(request, "user", None)
        signed_in = bool(user and user.is_authenticated)
        if signed_in and STAFF_COOKIE not in request.COOKIES:
            response.set_cookie(STAFF_COOKIE, "1", samesite="Lax", httponly=True, secure=request.is_secure())
        elif not signed_in and STAFF_COOKIE in request.COOKIES:
            response.delete_cookie(STAFF_COOKIE, samesite="Lax")


class Compression:
    """Brotli 5, else gzip 6, without random padding, so that the same page is the same bytes."""

    SMALLEST = 300  # bytes; below, the headers cost more
    TYPES = ("text/", "application/json", "application/javascript", "application/xml", "application/rss+xml", "application/manifest+json", "image/svg+xml")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        kind = response.get("Content-Type", "")
        if response.streaming or response.has_header("Content-Encoding") or not kind.startswith(self.TYPES):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        if len(response.content) < self.SMALLEST:
            return response
        accepted = self.accepted(request.headers.get("Accept-Encoding", ""))
        if "br" in accepted:
            response.content, response["Content-Encoding"] = brotli.compress(response.content, quality=5), "br"
        elif "gzip" in accepted:
            response.content, response["Content-Encoding"] = gzip.compress(response.content, 6, mtime=0), "gzip"
        else:
            return response
        if response.has_header("Content-Length"):
            response["Content-Length"] = str(len(response.content))
        return response

    @staticmethod
    def accepted(header: str) -> set[str]:
        """Encodings that the client takes, those with q=0 left out."""
        names = set()
        for part in header.split(","):
            name, _, weight = part.strip().partition(";")
            if weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
                names.add(name.strip().lower())
        return names


class ConditionalGet(ConditionalGetMiddleware):
    """Only for what may be kept: hashing a private answer serves nobody."""

    def process_response(self, request, response):
        return super().process_response(request, response) if "public" in response.get("Cache-Control", "") else response
