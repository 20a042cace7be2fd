"""Short answers to what could not be taken: a sentence as JSON for a script, on a page for a reader."""

from django.http import JsonResponse
from django.template.response import TemplateResponse

from pages.chrome import with_navigation


def wants_json(request) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def refused(request, sentence: str, *, status: int, back: str = ""):
    """back: an address where she can go on; the home page where there is none."""
    if wants_json(request):
        return JsonResponse({"error": sentence}, status=status)
    return with_navigation(TemplateResponse(request, "pages/refused.html", {"sentence": sentence, "back": back}, status=status))
