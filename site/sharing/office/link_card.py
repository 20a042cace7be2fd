"""The link's card in the page editor."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from sharing import preview


@require_POST
def preview_link_card(request):
    """Drawn anew from the form while she writes; nothing is stored."""
    depth = request.POST.get("depth", "")
    page = preview.drafted(request.POST.get("kind", ""), request.POST.get("language", ""), int(depth[:3]) if depth.isdecimal() else 0, request.POST)
    if page is None:
        raise Http404
    response = TemplateResponse(request, "sharing/link_card_preview.html", {"preview": preview.of(page)})
    response.changes_nothing = True  # pages.page_cache
    return response
