"""/chi-hoi/hoi-vien/<pk>/: one member, her card and her data."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learning.desk.forms import CorrectionForm
from learning.desk.printing import paper_of, printed
from learning.desk.rows import rows_of
from learning.desk.scope import member_of, shown
from members import requests
from members.importing.phones import as_written
from members.models import Card, Member, MemberRequest
from members.rules import officer_required
from members.signin import door


@require_safe
@officer_required
def member(request, pk):
    found = member_of(request, pk)
    context = {
        "row": rows_of([found])[0],
        "phone": as_written(found.phone),
        "card": Card.objects.filter(member=found, revoked_at=None).first(),
        "requests": MemberRequest.objects.waiting().filter(member=found),
        "herself": found == request.user,
        "here": "members",
    }
    return shown(request, "member", context, unit=found.unit, rest=f"hoi-vien/{pk}/")


def may_come_in(found: Member) -> Member:
    """A card of someone who has left opens nothing."""
    if found.status != Member.Status.ACTIVE or not found.is_active:
        raise Http404
    return found


@require_POST
@officer_required
def make_card(request, pk):
    found = may_come_in(member_of(request, pk))
    door.issue_card(member=found, by=request.user)
    messages.success(request, _("The card is made. Print it and hand it to her."))
    return redirect("desk_member", pk)


@require_POST
@officer_required
def print_card(request, pk):
    found = may_come_in(member_of(request, pk))
    return printed(members=[found], unit=found.unit, by=request.user, paper=paper_of(request))


@require_POST
@officer_required
def reissue(request, pk):
    """Not her own: she would be out before it is printed."""
    found = may_come_in(member_of(request, pk))
    if found == request.user:
        raise Http404
    door.reissue_card(member=found, by=request.user)
    messages.success(request, _("The new card is made, the old one opens nothing any more. Print it and hand it to her."))
    return redirect("desk_member", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required
def correct(request, pk):
    found = member_of(request, pk)
    asked = MemberRequest.objects.waiting().filter(member=found, kind=MemberRequest.Kind.CORRECTION).first()
    form = CorrectionForm(request.POST if request.method == "POST" else None, member=found, officer=request.user, asked=asked)
    if request.method == "POST" and form.is_valid():
        requests.correct(member=found, by=request.user, fields=form.fields_of_member(), answer=form.cleaned_data.get("answer", ""))
        messages.success(request, _("Saved."))
        return redirect("desk_member", pk)
    context = {"form": form, "member": found, "asked": asked, "here": "members"}
    return shown(request, "correct", context, unit=found.unit, rest=f"hoi-vien/{pk}/sua/")
