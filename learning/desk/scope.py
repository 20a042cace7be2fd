"""Which unit an officer looks at, and the frame that every page of the desk has."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from members.models import JoinRequest, Member, MemberRequest, Unit
from pages.chrome import with_navigation

LANGUAGES = ("vi", "en", "fr")  # in which the desk speaks; in the others its words are Vietnamese


def unit_of(request) -> Unit:
    """The unit that is asked for (?don-vi=), her own where none is; 404 outside her scope."""
    asked = request.GET.get("don-vi") or request.POST.get("don-vi")
    if not asked:
        return request.user.unit
    if not asked.isdecimal() or len(asked) > 18:
        raise Http404
    return get_object_or_404(Unit.objects.for_officer(request.user), pk=asked)


def member_of(request, pk: int) -> Member:
    return get_object_or_404(Member.objects.for_officer(request.user).select_related("unit"), pk=pk)


def at(name: str, unit: Unit) -> str:
    """A view's address for this unit."""
    return f"{reverse(name)}?don-vi={unit.pk}"


def shown(request, template: str, context: dict, *, unit: Unit, rest: str = "", status: int = 200):
    """A page of the desk about a unit, with what waits there."""
    context |= {
        "unit": unit,
        "waiting_to_join": JoinRequest.objects.for_officer(request.user).waiting().filter(invitation__unit__path__startswith=unit.path).count(),
        "waiting_requests": MemberRequest.objects.for_officer(request.user).waiting().filter(member__unit__path__startswith=unit.path).count(),
        "at_me": True,
    }
    response = TemplateResponse(request, f"learning/desk/{template}.html", context, status=status)
    return with_navigation(response, alternates=LANGUAGES, rest=f"chi-hoi/{rest}")
