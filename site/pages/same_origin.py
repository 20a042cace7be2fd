"""Forms on public pages carry no token, since those pages are the same bytes for everybody. What they send comes here.

The browser's own word that a form was on our site is enough. A phone that says nothing, or "null", is shown what it sent
in a form with a token, so that one more tap sends it.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps

from django.http import HttpResponse, UnreadablePostError
from django.middleware.csrf import CsrfViewMiddleware
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from pages.answers import refused
from pages.chrome import with_navigation

LARGEST_BODY = 64 * 1024  # bytes; thirty long answers are a tenth of that
MOST_DISCARDED = 8 * 1024 * 1024
TOKEN = "csrfmiddlewaretoken"  # noqa: S105, the name of a field


class TokenAlone(CsrfViewMiddleware):
    """Django's comparison of the form's token with the cookie's. The origin was judged before, and is what was missing."""

    def _reject(self, request, reason):
        return reason

    def _origin_verified(self, request):
        return True

    def _check_referer(self, request):
        pass

    @classmethod
    def fits(cls, request) -> bool:
        check = cls(lambda request: HttpResponse())
        check.process_request(request)
        return check.process_view(request, None, (), {}) is None


def from_here(request) -> bool:
    """The browser says that the form was on our own site."""
    if said := request.headers.get("Sec-Fetch-Site"):
        return said == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def same_origin_post(view: Callable) -> Callable:
    """For views that take forms of public pages. Other methods go through as they are."""

    @csrf_exempt
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        if too_large(request):
            discard(request)
            return refused(request, _("This is too large to send. Go back and shorten your answers."), status=413)
        if from_here(request) or TokenAlone.fits(request):
            return view(request, *args, **kwargs)
        return send_again(request)

    guarded.same_origin = True
    return guarded


def too_large(request) -> bool:
    """By what the browser announces: nothing of it is understood."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > LARGEST_BODY


def discard(request) -> None:
    """The rest of what is on its way: a phone that is cut off while it sends never reads the answer, and sends again."""
    left = MOST_DISCARDED
    with suppress(UnreadablePostError):
        while left > 0 and (piece := request.read(min(left, LARGEST_BODY))):
            left -= len(piece)


def send_again(request):
    sent = [(name, value) for name, values in request.POST.lists() if name != TOKEN for value in values]
    response = TemplateResponse(request, "pages/send_again.html", {"sent": sent, "action": request.get_full_path()}, status=403)
    response = with_navigation(response)
    response["Cache-Control"] = "private, no-store"
    return response
