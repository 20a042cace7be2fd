"""/thu-vien/hoi-vien/: what a member may read beyond what the library shows to everybody."""

from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from learning.library import catalogue
from learning.library.models import LibraryDocument
from learning.library.opening import library_in
from members.rules import member_required
from pages.chrome import with_navigation

LANGUAGES = ("vi", "en", "fr")  # in which this page speaks; in the others its words are Vietnamese


@require_safe
@member_required
def for_members(request):
    library = library_in(get_language())
    listing = catalogue.look(LibraryDocument.objects.for_members(request.user), request.GET, get_language())
    response = TemplateResponse(request, "pages/library_for_members.html", {"listing": listing, "library": library})
    return with_navigation(response, alternates=LANGUAGES, rest="thu-vien/hoi-vien/", here=library)
