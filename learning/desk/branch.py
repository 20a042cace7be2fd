"""/chi-hoi/: the officer's unit, the units below it, and the members of the branch."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.views.decorators.http import require_safe

from learning.desk.rows import by_given_name, rows_of, summary, units_below
from learning.desk.scope import shown, unit_of
from members.models import Member
from members.rules import officer_required

PER_PAGE = 30
LONGEST = 80  # characters of a search


@require_safe
@officer_required
def branch(request):
    unit = unit_of(request)
    words = " ".join(request.GET.get("tim", "")[:LONGEST].split())
    if words:
        ids = list(Member.objects.within(unit).called(words).order_by("name_folded", "pk").values_list("pk", flat=True)[: PER_PAGE * 10])
    else:
        ids = by_given_name(Member.objects.active().filter(unit=unit))
    listing = Paginator(ids, PER_PAGE).get_page(request.GET.get("trang"))
    members = Member.objects.select_related("unit").in_bulk(list(listing.object_list))
    context = {
        "words": words,
        "listing": listing,
        "rows": rows_of(members[pk] for pk in listing.object_list),
        "below": [] if words else units_below(unit),
        "summary": summary(unit),
        "above": unit.get_parent() if unit != request.user.unit else None,
        "keep": urlencode({"don-vi": unit.pk} | ({"tim": words} if words else {})),
        "here": "members",
    }
    return shown(request, "branch", context, unit=unit)
