"""A document's own page and its download. The number decides; a wrong or old title in the address is put right."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

from learning.library import files
from learning.library.models import LibraryDocument
from pages.chrome import with_navigation


def readable(pk: int) -> LibraryDocument:
    """The document, or 404. A restricted collection does not say that a document exists."""
    return get_object_or_404(LibraryDocument.objects.public().select_related("collection", "topic__locale"), pk=pk)


@require_safe
def document(request, pk, slug):
    item = readable(pk)
    if slug != item.slug:
        return redirect(item.address, permanent=True)
    context = {"document": item, "editions": list(item.editions), "canonical": settings.SITE_URL + item.address}
    response = with_navigation(request, TemplateResponse(request, "pages/document.html", context))
    response.public = True
    return response


@require_safe
def download(request, pk, slug):
    """Wagtail's hooks and signal come first, as in its own view, which cannot send a part and is not routed here."""
    item = readable(pk)
    for hook in hooks.get_hooks("before_serve_document"):
        answer = hook(item, request)
        if isinstance(answer, HttpResponse):
            return answer
    document_served.send(sender=type(item), instance=item, request=request)
    response = files.send(request, item)
    response.public = response.status_code in {200, 206}
    return response
