"""What a kit gives beside its page: all of it in one file, the poster, and the branch's own view."""

from dataclasses import dataclass

from django.db.models.fields.files import FieldFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from home import links
from home.kits.contents import file_name
from home.kits.models import MeetingKitPage
from home.kits.poster import draw
from learning.desk.scope import unit_of
from learning.desk.sheets import own_phone
from learning.library import files
from members.models import Unit
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
    sha256: str
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
    return sent(request, Download(package.file, name_of(page, "zip"), "application/zip", package.sha256))


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


class BranchKit:
    """A kit as one unit gives it to its women: messages and poster with the unit's own links."""

    def __init__(self, page: MeetingKitPage, unit: Unit):
        self.page, self.unit = page, unit
        with shelf.opened(shelf.Shelf(page)):
            self.targets = page.led_to
            addresses = links.addresses_of(self.targets, unit)
            self.messages = page.messages_with(addresses)
        self.address = addresses[page.targets["lesson"].pk]
        self.has_links = all(addresses[target.pk] != target.canonical for target in self.targets)


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required
def of_branch(request, slug):
    """Her links are made when she asks for them, by a button: a look writes nothing."""
    kit = BranchKit(kit_at(slug), unit_of(request))
    if request.method == "POST":
        links.make_links(pages=kit.targets, unit=kit.unit, by=request.user)
        return redirect(f"{reverse('kit_of_branch', args=[slug])}?don-vi={kit.unit.pk}")
    context = {"kit": kit, "unit": kit.unit, "phone": own_phone(request.user, kit.unit), "at_me": True}
    response = TemplateResponse(request, "pages/meeting_kit_of_branch.html", context)
    return with_navigation(response, rest=f"sinh-hoat/{slug}/cua-chi-hoi/", here=kit.page)


@require_safe
@officer_required
def poster_of_branch(request, slug):
    kit = BranchKit(kit_at(slug), unit_of(request))
    if not kit.has_links:
        return redirect(f"{reverse('kit_of_branch', args=[slug])}?don-vi={kit.unit.pk}")
    phone = own_phone(request.user, kit.unit) if request.GET.get("so") else ""
    drawn = draw(kit.page, kit.address, unit_name=str(kit.unit), phone=phone)
    kind = _("Poster")
    name = file_name(f"{kind} {kit.unit}, {kit.page.title}", "pdf")
    return HttpResponse(drawn, content_type="application/pdf", headers={"Content-Disposition": content_disposition_header(True, name)})
