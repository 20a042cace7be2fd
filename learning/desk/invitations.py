"""/chi-hoi/loi-moi/: links by which women join a branch, and those who wait for a yes."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from config.languages import SOURCE
from learning.desk.forms import InvitationForm
from learning.desk.rows import units_below
from learning.desk.scope import at, shown, unit_of
from members.importing.phones import as_written
from members.models import Invitation, JoinRequest, Member
from members.rules import officer_required
from members.signin import door
from pages.text import folded
from sharing import qr

PER_PAGE = 30  # of those who wait


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required
def invitations(request):
    """A branch is invited to, not a commune. The link is shown in the answer to the POST, and never again."""
    unit = unit_of(request)
    below = units_below(unit)
    form = InvitationForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "below": below, "here": "invitations"}
    if request.method == "POST" and not below and form.is_valid():
        invitation, secret = door.invite(unit=unit, by=request.user, **form.cleaned_data)
        address = link_of(secret)
        context |= {"made": invitation, "address": address, "qr": mark_safe(qr.svg(address)), "form": InvitationForm()}  # noqa: S308, drawn by us
    living = Invitation.objects.for_officer(request.user).filter(unit__path__startswith=unit.path)
    context |= {
        "living": living.usable().select_related("unit", "made_by"),
        "joining": joining(request.user, unit, request.GET.get("trang")),
        "keep": urlencode({"don-vi": unit.pk}),
    }
    return shown(request, "invitations", context, unit=unit, rest="loi-moi/")


def link_of(secret: str) -> str:
    with translation.override(SOURCE):
        return settings.SITE_URL + reverse("join", args=[secret])


def joining(officer, unit, page: str | None) -> Page:
    """Those who wait, each with whether the branch has a member of that name already."""
    asked = JoinRequest.objects.for_officer(officer).waiting().filter(invitation__unit__path__startswith=unit.path)
    listing = Paginator(asked.select_related("invitation__unit").order_by("made_at", "pk"), PER_PAGE).get_page(page)
    waiting = listing.object_list = list(listing.object_list)
    names = {folded(one.full_name) for one in waiting}
    units = {one.invitation.unit_id for one in waiting}
    known = set(Member.objects.filter(unit__in=units, name_folded__in=names).values_list("unit", "name_folded"))
    for one in waiting:
        one.known = (one.invitation.unit_id, folded(one.full_name)) in known
        one.telephone = as_written(one.phone)
    return listing


@require_POST
@officer_required
def withdraw(request, pk):
    invitation = get_object_or_404(Invitation.objects.for_officer(request.user).select_related("unit"), pk=pk)
    door.withdraw(invitation=invitation, by=request.user)
    messages.success(request, _("The invitation is withdrawn. Its link opens nothing any more."))
    return redirect(at("desk_invitations", invitation.unit))


@require_POST
@officer_required
def decide(request, pk):
    """quyet=nhan or quyet=khong."""
    asked = get_object_or_404(JoinRequest.objects.for_officer(request.user).select_related("invitation__unit"), pk=pk)
    if request.POST.get("quyet") == "nhan":
        if door.accept(request=asked, by=request.user):
            messages.success(request, _("%(name)s can sign in now.") % {"name": asked.full_name})
    elif request.POST.get("quyet") == "khong":
        door.refuse(request=asked, by=request.user)
        messages.success(request, _("%(name)s was not taken. Her seat stays used.") % {"name": asked.full_name})
    return redirect(at("desk_invitations", asked.invitation.unit))
