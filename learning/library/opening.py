"""The one way to a document's pages, pictures and files: who may have it, at which address, in which language."""

from functools import wraps

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation

from config.languages import SOURCE
from learning.library.models import LibraryDocument, LibraryPage
from learning.library.opengraph import opengraph_tags
from members.rules import to_sign_in
from pages.chrome import with_navigation
from sharing import links

WITH_CODE = links.general_code_of("document", "work_key", "language_code")


def for_readers(view):
    """The view is given the document of the address, if this reader may have it (rules.can_read).

    What is public is answered without a look at who asks. Of the rest a stranger sees the door alone, a member without the
    right nothing.
    """

    @wraps(view)
    def guarded(request, pk, slug, **more):
        asked = LibraryDocument.objects.with_readings().select_related("topic__locale").annotate(**{links.CODE: WITH_CODE}).filter(pk=pk)
        if document := asked.public().first():
            document.is_public = True
            response = view(request, document, **more)
            response.public = response.status_code in {200, 206}
            return response
        if not asked.open_to_some().exists():
            raise Http404
        if not request.user.is_authenticated:
            return to_sign_in(request)
        response = view(request, get_object_or_404(asked.readable_by(request.user)), **more)
        response["Cache-Control"] = "private, no-store"
        return response

    return guarded


def document_page(view):
    """A page for her who may read the document: in its language, and at the address that its title makes today."""

    @for_readers
    @wraps(view)
    def at_its_address(request, document, **more):
        if request.resolver_match.kwargs["slug"] != document.slug:
            return moved(request, document)
        with translation.override(document.language_code):
            response = view(request, document, **more)
        response["Content-Language"] = document.language_code
        return response

    return at_its_address


def moved(request, document):
    here, query = request.resolver_match, request.META.get("QUERY_STRING")
    address = reverse(here.view_name, kwargs={**here.kwargs, "slug": document.slug})
    return redirect(f"{address}?{query}" if query else address, permanent=True)


def show(request, document, template: str, **context):
    """The rendered page, with the library marked in the navigation."""
    library = library_in(document.language_code)
    address = settings.SITE_URL + request.path
    context |= {"document": document, "library": library, "canonical": address, "tags": opengraph_tags(document, address, public=document.is_public)}
    return with_navigation(TemplateResponse(request, template, context), here=library)


def library_in(language_code: str) -> LibraryPage | None:
    """The library's page in this language, or else in Vietnamese."""
    found = LibraryPage.objects.live().filter(locale__language_code__in={language_code, SOURCE}).select_related("locale")
    return min(found, key=lambda page: page.locale.language_code != language_code, default=None)
