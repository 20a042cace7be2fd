"""/Q/CODE: to where the link leads now. No cookie, no session, nothing written but the tries of unknown codes."""

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST, require_safe

from members.limits import Limit, Locked
from pages.chrome import with_navigation
from pages.middleware import STAFF_COOKIE
from pages.same_origin import same_origin_post
from sharing import codes
from sharing.domain import count_open
from sharing.robots import is_program
from sharing.shortlinks import ShortLink


@require_safe
def follow(request, code):
    link = ShortLink.objects.filter(code=codes.tidy(code)).first()
    return HttpResponseRedirect(link.leads_to) if link else unknown(request, code)


def unknown(request, code: str):
    """Somewhere to go on. Who tries one code after the other waits, on pages as short as these."""
    try:
        Limit.of_unknown_links(request).take()
    except Locked as locked:
        response = shown(request, status=429, minutes=locked.minutes)
        response["Retry-After"] = str(locked.minutes * 60)
        return response
    return shown(request, status=404, code=codes.tidy(code))


@require_safe
def typed(request):
    """A code from paper, typed into a box."""
    if code := codes.tidy(request.GET.get("ma", "")):
        return redirect("short_link", code)
    return shown(request, status=200)


def shown(request, *, status: int, **context):
    response = TemplateResponse(request, "sharing/code.html", {"code": "", "minutes": 0} | context, status=status)
    return with_navigation(response)


@same_origin_post
@require_POST
def opened(request, code):
    """A beacon: nobody reads the answer, and it tells nothing. Staff who look at their own link are no readers."""
    if not is_program(request.headers.get("User-Agent", "")) and STAFF_COOKIE not in request.COOKIES:
        count_open(code=code, visit=visit_of(request))
    return HttpResponse(status=204)


def visit_of(request) -> str:
    """From a form, or the plain text of a beacon."""
    sent = QueryDict(request.body) if request.content_type == "text/plain" else request.POST
    return sent.get("visit", "")
