"""/chi-hoi/yeu-cau/: what members ask about their data. A deletion is for the commune and those above it to decide."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learning.desk.forms import AnswerForm
from learning.desk.scope import shown, unit_of
from members import erasure
from members.models import MemberRequest
from members.requests import refuse as refuse_request
from members.rules import may_erase, officer_required

PER_PAGE = 30


@require_safe
@officer_required
def requests(request):
    unit = unit_of(request)
    waiting = MemberRequest.objects.for_officer(request.user).waiting().filter(member__unit__path__startswith=unit.path)
    listing = Paginator(waiting.select_related("member__unit").order_by("made_at", "pk"), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "listing": listing,
        "rows": [{"request": one, "may_decide": may_decide(request.user, one)} for one in listing.object_list],
        "keep": urlencode({"don-vi": unit.pk}),
        "form": AnswerForm(),
        "here": "requests",
    }
    return shown(request, "requests", context, unit=unit, rest="yeu-cau/")


def may_decide(officer, request: MemberRequest) -> bool:
    return request.kind == MemberRequest.Kind.CORRECTION or may_erase(officer, request.member)


def to_decide(request, pk: int) -> MemberRequest:
    """A waiting request that she may decide; 404 for any other."""
    waiting = MemberRequest.objects.for_officer(request.user).waiting().select_related("member__unit")
    found = get_object_or_404(waiting, pk=pk)
    if not may_decide(request.user, found):
        raise Http404
    return found


@require_POST
@officer_required
def refuse(request, pk):
    found = to_decide(request, pk)
    form = AnswerForm(request.POST)
    if form.is_valid():
        refuse_request(request=found, by=request.user, answer=form.cleaned_data["answer"])
        messages.success(request, _("Answered."))
    else:
        messages.error(request, _("Write why, so that she knows."))
    return redirect("desk_requests")


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required
def erase(request, pk):
    found = to_decide(request, pk)
    if found.kind != MemberRequest.Kind.DELETION:
        raise Http404
    staff = erasure.is_staff(found.member)
    if request.method == "POST" and not staff:
        erasure.erase(member=found.member, by=request.user)
        messages.success(request, _("Deleted. Nothing of her is kept."))
        return redirect("desk_requests")
    return shown(request, "erase", {"member": found.member, "request_of": found, "staff": staff, "here": "requests"}, unit=found.member.unit, rest="yeu-cau/")
