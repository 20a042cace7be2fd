"""The database is away for a moment: what she sent is not lost. Nothing here asks it."""

from functools import wraps

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.languages import BY_CODE, SOURCE
from pages.answers import wants_json

RETRY_AFTER = 10  # seconds


def keeps_answers(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except (OperationalError, InterfaceError):
            return not_now(request)

    return guarded


def not_now(request):
    """503. A phone with script keeps the answers itself and asks again; without script the page holds them."""
    if wants_json(request):
        response = JsonResponse({"error": _("The site is having trouble. Your answers are kept; they are sent again by themselves.")}, status=503)
    else:
        sent = [(name, value) for name, values in request.POST.lists() for value in values]
        context = {"language": BY_CODE.get(get_language(), BY_CODE[SOURCE]), "sent": sent, "action": request.path}
        response = HttpResponse(render_to_string("learning/answers_kept.html", context), status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response
