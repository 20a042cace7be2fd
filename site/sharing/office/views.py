"""/cms/lien-ket/: the links of a page or document: the one of each language, and those of units, for who may edit it."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from config.languages import SOURCE
from pages import spreadsheets
from pages.text import ascii_slug
from sharing import printing, qr
from sharing.cells import FEWEST, stepped
from sharing.domain import short_link, short_links
from sharing.models import LinkDay, ShortLink
from sharing.office.forms import BranchesForm, LinkForm
from sharing.targets import KINDS, Edition, Target

PER_PAGE = 50
DAYS = 30  # whose opens are told
MOST_SHEETS = 200  # in one file: what a request can draw in its time


def target_of(request, kind: str, key) -> Target:
    """What she may edit; 404 for anything else."""
    if kind not in KINDS or not KINDS[kind].may_edit(request.user, key):
        raise Http404
    return Target(kind, key)


@require_http_methods(["GET", "HEAD", "POST"])
def links(request, kind, key):
    target = target_of(request, kind, key)
    form = LinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        link = short_link(target=target, made_by=request.user, **form.cleaned_data)
        messages.success(request, _("The link is ready: %(address)s") % {"address": link.address})
        return redirect("short_links", kind, key)
    return shown(request, target, form=form, status=422 if form.errors else 200)


@require_POST
def for_branches(request, kind, key):
    """One for each branch of a commune, made where it is missing, as a table to hand out."""
    target = target_of(request, kind, key)
    form = BranchesForm(request.POST)
    if not form.is_valid():
        return shown(request, target, many=form, status=422)
    chosen = form.cleaned_data
    made = short_links(target=target, language=chosen["language"], units=form.branches, campaign=chosen["campaign"], made_by=request.user)
    if size := request.POST.get("to"):
        return sheets(made, size, form)
    name = f"link-ngan-{ascii_slug(chosen['unit'].name)[:40]}-{timezone.localdate():%Y-%m-%d}"
    headings = [_("Branch"), _("Code"), _("Address"), _("Language")]
    rows = [[str(link.unit), link.code, link.address, link.language_name] for link in made]
    return spreadsheets.response(spreadsheets.XLSX, name, headings, rows)


def sheets(links: list[ShortLink], size: str, form: BranchesForm):
    """A page for each branch. Of what no reader can open yet there is nothing to hang up."""
    edition = printing.edition_of(links[0])
    if size not in printing.SIZES or edition is None or len(links) > MOST_SHEETS:
        raise Http404
    made = printing.sheets_of(((link, edition) for link in links), size)
    name = f"to-{ascii_slug(form.cleaned_data['unit'].name)[:40]}-{size}.pdf"
    return HttpResponse(made, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'})


def shown(request, target: Target, *, form=None, many=None, status: int = 200):
    editions = sorted(KINDS[target.kind].living([target.key]), key=lambda edition: edition.language != SOURCE)
    general = {link.language: link for link in ShortLink.objects.general().to(target)}
    listing = Paginator(ShortLink.objects.to(target).select_related("unit").order_by("-pk"), PER_PAGE).get_page(request.GET.get("p"))
    opens = LinkDay.objects.since(timezone.localdate() - timedelta(days=DAYS)).by_link([*general.values(), *listing.object_list])
    title = _("Link and QR")
    context = {
        "page_title": title,
        "header_title": title,
        "page_subtitle": editions[0].title if editions else "",
        "header_icon": "link",
        "target": target,
        "editions": [of_edition(edition, general.get(edition.language)) for edition in editions],
        "listing": listing,
        "rows": [{"link": link, "opens": opens_told(link, opens.get(link.pk, 0))} for link in listing.object_list],
        "fewest": FEWEST,
        "sizes": printing.sizes(),
        "form": form or LinkForm(),
        "many": many or BranchesForm(),
    }
    return render(request, "sharing/office/links.html", context, status=status)


def of_edition(edition: Edition, link: ShortLink | None) -> dict:
    return {"edition": edition, "link": link, "qr": link and mark_safe(qr.svg(link.printed))}  # noqa: S308, drawn by us


def opens_told(link: ShortLink, opens: int) -> int | None:
    """Those of no unit are of nobody. The others are told to their branch exactly, and here from five to five."""
    return stepped(opens) if link.unit_id else opens


urlpatterns = [
    path("lien-ket/<str:kind>/<uuid:key>/", links, name="short_links"),
    path("lien-ket/<str:kind>/<uuid:key>/chi-hoi/", for_branches, name="short_links_of_branches"),
]
