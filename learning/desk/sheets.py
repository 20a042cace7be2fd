"""/chi-hoi/lien-ket/…/in/: a branch's link on paper, with the number of the officer who hangs it up, if she wants that."""

from typing import cast

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from members.importing.phones import as_written
from members.models import Member, Unit
from members.rules import officer_required
from pages.text import ascii_slug
from sharing.models import ShortLink
from sharing.printing import edition_of, sheets_of
from sharing.sheets import SIZES, Size


def own_phone(officer: Member, unit: Unit) -> str:
    """As it is printed: only on what is her own unit's."""
    return as_written(officer.phone) if officer.unit_id == unit.pk and officer.phone else ""


@require_POST
@officer_required
def print_link(request, code):
    """404 outside her scope, and for what she may not read herself."""
    link = get_object_or_404(ShortLink.objects.select_related("unit").filter(unit__in=Unit.objects.for_officer(request.user)), code=code)
    size, edition = request.POST.get("giay", ""), edition_of(link, request.user)
    if size not in SIZES or edition is None:
        raise Http404
    phone = own_phone(request.user, link.unit) if request.POST.get("so") else ""
    made = sheets_of([(link, edition)], cast(Size, size), phones={link.unit_id: phone})
    name = f"{ascii_slug(edition.title)[:60]}-{size}.pdf"
    return HttpResponse(made, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'})
