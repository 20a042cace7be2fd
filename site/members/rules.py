"""Who may see what: short functions, guards first."""

from functools import wraps
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from members.units import Unit


def to_sign_in(request, back: str = ""):
    """To the door, and back to where she was, or to another address that she can open."""
    return redirect(f"{reverse('sign_in')}?{urlencode({'tiep': back or request.get_full_path()})}")


def member_required(view):
    """A stranger is sent to the door."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return view(request, *args, **kwargs) if request.user.is_authenticated else to_sign_in(request)

    return guarded


def officer_required(view):
    """A stranger is sent to the door; a member who is no officer does not learn that the place exists."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return to_sign_in(request)
        if not request.user.is_officer:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def can_see_unit(viewer, unit) -> bool:
    return viewer.is_officer and unit.path.startswith(viewer.unit.path)


def may_erase(officer, member) -> bool:
    """An official of a commune or above, within her scope, and never herself: a chairwoman of a branch passes the wish on."""
    return officer.pk != member.pk and can_see_unit(officer, member.unit) and officer.unit.kind != Unit.Kind.BRANCH
