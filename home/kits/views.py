"""What a kit gives beside its page: all of it in one file, the poster, and the branch's own view."""

from dataclasses import dataclass

from django.db.models.fields.files import FieldFile
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.kits.contents import file_name
from home.kits.models import MeetingKitPage
from learning.desk.scope import unit_of
from learning.library import files
from members.rules import officer_required
from pages import cards, shelf
from pages.answers import refused
from pages.chrome import with_navigation

LATER = 120  # seconds after which a program may ask again


def kit_at(slug: str) -> MeetingKitPage:
    """What any reader may see, in the language of the address."""
    kits = MeetingKitPage.objects.live().filter(cards.public(), locale__language_code=get_language())
    return get_object_or_404(kits.select_related("locale"), slug=slug)


@dataclass(frozen=True)
class Download:
    """As learning.library.files sends it."""

    file: FieldFile
    filename: str
    content_type: str
    file_hash: str
    content_disposition: str = "attachment"


def name_of(page, ending: str) -> str:
    month = date_format(page.month, "m-Y")
    return file_name(_("Meeting kit %(month)s, %(title)s") % {"month": month, "title": page.title}, ending)


@require_safe
def download(request, slug):
    page = kit_at(slug)
    with shelf.opened(shelf.Shelf(page)):
        package = page.whole
    if package is None:
        return being_built(request, page)
    return sent(request, Download(package.file, name_of(page, "zip"), "application/zip", package.sha256[:32]))


@require_safe
def poster(request, slug):
    page = kit_at(slug)
    if not (page.package and page.package.poster):
        return being_built(request, page)
    return sent(request, Download(page.package.poster, name_of(page, "pdf"), "application/pdf", "", "inline"))


def sent(request, file: Download):
    response = files.send(request, file)
    if response.status_code in {200, 206}:
        response.public = True
        response["Cache-Control"] = "public, no-cache"  # asked for anew each time: a document in it may be closed by then
    return response


def being_built(request, page):
    sentence = _("The file with everything is being put together. Come back in a few minutes.")
    response = refused(request, sentence, status=503, back=page.address)
    response["Retry-After"] = str(LATER)
    return response


@require_safe
@officer_required
def of_branch(request, slug):
    page, unit = kit_at(slug), unit_of(request)
    context = {"kit": page, "unit": unit, "at_me": True}
    return with_navigation(request, TemplateResponse(request, "pages/meeting_kit_of_branch.html", context), rest=f"sinh-hoat/{slug}/cua-chi-hoi/")
