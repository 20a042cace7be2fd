"""A document's own page and its download. The number decides; a wrong or old title in the address is put right."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from learning.library.models import LibraryDocument
from pages.chrome import with_navigation


def readable(pk: int) -> LibraryDocument:
    """The document, or 404. A restricted collection does not say that a document exists."""
    document = get_object_or_404(LibraryDocument.objects.select_related("collection", "topic__locale"), pk=pk)
    if document.collection.get_view_restrictions().exists():
        raise Http404
    return document


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
    response = serve(request, pk, readable(pk).filename)
    response.public = True
    return response
