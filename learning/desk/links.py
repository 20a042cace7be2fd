"""/chi-hoi/lien-ket/: short links of a unit, each with a message to send; how often its group opened them; sums above the branch."""

from collections import defaultdict
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from config.languages import BY_CODE, SOURCE, Language
from learning.desk.forms import LinkForm
from learning.desk.scope import at, shown, unit_of
from learning.desk.sheets import own_phone
from members.models import Member, Unit
from members.rules import officer_required
from pages import cards
from sharing.cells import FEWEST, summed, told
from sharing.domain import short_link
from sharing.models import LinkDay, ShortLink
from sharing.opens import months, weeks
from sharing.printing import sizes
from sharing.targets import KINDS, Edition

PER_PAGE = 8
WEEKS = 4  # that a unit sees of itself


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required
def links(request):
    unit = unit_of(request)
    week = this_weeks_lesson(request.user)
    form = LinkForm(request.POST if request.method == "POST" else None, officer=request.user, week=week and week.target)
    if request.method == "POST" and form.is_valid():
        link = short_link(unit=unit, made_by=request.user, **form.cleaned_data)
        return redirect(f"{at('desk_links', unit)}&link={link.code}#link-{link.code}")
    own = request.user.unit_id == unit.pk
    of_unit = ShortLink.objects.filter(unit=unit)
    listing = Paginator(of_unit.order_by("-pk"), PER_PAGE).get_page(request.GET.get("trang"))
    made = of_unit.filter(code=request.GET.get("link", "")[:10]).first()
    first = [made] if made else []
    context = {
        "form": form,
        "week": week,
        "made": made,
        "rows": rows_of([*first, *(link for link in listing.object_list if link != made)], request.user, exact=own),
        "listing": listing,
        "keep": f"don-vi={unit.pk}",
        "fewest": FEWEST,
        "own": own,
        "phone": own_phone(request.user, unit),
        "sizes": sizes(),
        "here": "links",
        **sums(unit),
    }
    return shown(request, "links", context, unit=unit, rest="lien-ket/", status=422 if form.errors else 200)


def this_weeks_lesson(reader: Member) -> Edition | None:
    """As the home page names it, if this reader may open it."""
    homes = next(model for model in cards.kinds() if model.__name__ == "HomePage").objects
    home = homes.filter(locale__language_code=SOURCE, live=True).select_related("locale").first()
    keys = list(Page.objects.filter(pk=home.week_key).values_list("translation_key", flat=True)) if home and home.week_key else []
    found = KINDS["page"].readable(keys, reader) if keys else []
    return next((edition for edition in found if edition.language == SOURCE), None)


@dataclass(frozen=True)
class Row:
    link: ShortLink
    edition: Edition | None  # what readers see at its end; None where it is gone, or she may not open it
    opens: list[int]  # of each week, this one first; empty for those above the unit

    @property
    def language(self) -> Language:
        """Of the message."""
        return BY_CODE[self.edition.language if self.edition else SOURCE]

    @property
    def is_opened(self) -> bool:
        return any(self.opens)


def rows_of(found: list[ShortLink], reader: Member, *, exact: bool) -> list[Row]:
    """In the order given: the same queries for one as for all."""
    keys = defaultdict(set)
    for link in found:
        keys[link.kind].add(link.key)
    editions = {(edition.target, edition.language): edition for kind in keys for edition in KINDS[kind].readable(keys[kind], reader)}
    mondays = weeks(timezone.localdate(), WEEKS)
    opens = LinkDay.objects.since(mondays[-1]).by_link_and_week(found) if exact else {}
    return [
        Row(
            link,
            editions.get((link.target, link.language)) or editions.get((link.target, SOURCE)),
            [opens.get((link.pk, monday), 0) for monday in mondays] if exact else [],
        )
        for link in found
    ]


@dataclass(frozen=True)
class Sum:
    """Of this month and the one before; None for what is too small to tell."""

    unit: Unit
    this: int | None
    before: int | None


def sums(unit: Unit) -> dict:
    """Of the unit itself, and of each unit directly below it with all that stands below that."""
    this, before = months(timezone.localdate())
    of_this, of_before = LinkDay.objects.since(this).by_unit(unit), LinkDay.objects.since(before, this).by_unit(unit)

    def of_subtree(opens: dict, root: Unit) -> int | None:
        return summed(count for path, count in opens.items() if path.startswith(root.path)) or None

    return {
        "months": (this, before),
        "itself": Sum(unit, told(of_this.get(unit.path, 0)), told(of_before.get(unit.path, 0))),
        "together": Sum(unit, of_subtree(of_this, unit), of_subtree(of_before, unit)),
        "below": [Sum(child, of_subtree(of_this, child), of_subtree(of_before, child)) for child in unit.get_children()],
    }
