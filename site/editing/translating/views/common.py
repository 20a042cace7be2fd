"""What the views share: who may come in, and the frame around a page."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page
from wagtail_localize.models import Translation

from config.languages import BY_CODE
from editing.translating.rights import Sight, known_to, sight_of
from editing.translating.writing import pair
from pages.localize_views import may_edit


def shown(request, template: str, title: str, facts: dict, status: int = 200):
    context = {"page_title": title, "header_title": title, "header_icon": "wagtail-localize-language", **facts}
    return render(request, f"editing/translating/{template}.html", context, status=status)


def sight_or_403(request) -> Sight:
    sight = sight_of(request.user)
    if not sight:
        raise PermissionDenied
    return sight


def own_name(code: str) -> str:
    return BY_CODE[code].own_name if code in BY_CODE else code


def source_or_404(request, pk: int) -> tuple[Page, Sight]:
    """A Vietnamese page of which she may see at least one language; to others it does not exist."""
    sight = sight_or_403(request)
    return get_object_or_404(known_to(sight, Page.objects.filter(pk=pk))).specific, sight


def translation_or_404(pk: int) -> Translation:
    return get_object_or_404(Translation.objects.select_related("source__locale", "target_locale", "source__specific_content_type"), pk=pk, enabled=True)


def own_translation(request, pk: int):
    """With its two pages. Who may edit neither is refused; who may edit only the source looks on and comments."""
    translation = translation_or_404(pk)
    source, target = pair(translation)
    if source is None or target is None or not (may_edit(request.user, target) or may_edit(request.user, source)):
        raise PermissionDenied
    return translation, source, target
