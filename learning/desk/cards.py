"""/chi-hoi/the/: the cards of one branch as a PDF; and, asked for by itself, new cards for all."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from learning.desk.printing import MOST, paper_of, printed
from learning.desk.rows import by_given_name, units_below
from learning.desk.scope import at, shown, unit_of
from members.importing.phones import as_written
from members.models import Card, Member
from members.rules import officer_required
from members.signin.door import reissue_card

asks = require_http_methods(["GET", "HEAD", "POST"])


def ids_of(unit, *, without_card: bool = False) -> list[int]:
    """The members of the unit itself, in the order of the list."""
    members = Member.objects.active().filter(unit=unit)
    if without_card:
        members = members.filter(~Exists(Card.objects.filter(member=OuterRef("pk"), revoked_at=None)))
    return by_given_name(members)


def part_of(request, ids: list[int]) -> list[int]:
    """At most MOST of them: those from ?phan= on, 1 at first."""
    asked = request.POST.get("phan", "1")
    start = (int(asked) - 1) * MOST if asked.isdecimal() and len(asked) < 5 else 0
    return ids[max(start, 0) :][:MOST]


def in_order(ids: list[int]) -> list[Member]:
    found = Member.objects.select_related("unit").in_bulk(ids)
    return [found[pk] for pk in ids]


def parts(count: int) -> list[dict]:
    """Number, first and last of each file."""
    return [{"number": start // MOST + 1, "first": start + 1, "last": min(start + MOST, count)} for start in range(0, count, MOST)]


@asks
@officer_required
def cards(request):
    unit = unit_of(request)
    if request.method == "POST":
        ids = part_of(request, ids_of(unit, without_card=request.POST.get("ai") == "chua"))
        if ids:
            phone = as_written(request.user.phone) if request.POST.get("so") else ""
            return printed(members=in_order(ids), unit=unit, by=request.user, paper=paper_of(request), phone=phone)
        return redirect(at("desk_cards", unit))
    every, without = ids_of(unit), ids_of(unit, without_card=True)
    own_phone = as_written(request.user.phone) if request.user.unit_id == unit.pk else ""
    context = {"count": len(every), "without": len(without), "parts": parts(len(every)), "phone": own_phone, "below": units_below(unit), "here": "cards"}
    return shown(request, "cards", context, unit=unit, rest="the/")


@asks
@officer_required
def renew(request):
    """Every card of the branch at once, for instance after a list of codes has gone astray. Not the officer's own: she would be out."""
    unit = unit_of(request)
    ids = [pk for pk in ids_of(unit) if pk != request.user.pk]
    if request.method == "POST":
        members = in_order(part_of(request, ids))
        for member in members:
            reissue_card(member=member, by=request.user)
        said = ngettext("%(count)s new card. Print it and hand it over.", "%(count)s new cards. Print them and hand them over.", len(members))
        messages.success(request, said % {"count": len(members)})
        return redirect(at("desk_cards", unit))
    return shown(request, "renew", {"count": len(ids), "parts": parts(len(ids)), "here": "cards"}, unit=unit, rest="the/doi/")
