"""What `manage.py remind_reviews` does, once a day or as often as one likes: each is told once what she is told.

Reviews that are due, what somebody has left, and what waits for an approval that nobody can give.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from editing.notices.domain import tell
from editing.notices.models import Notice
from editing.reviews import rules
from editing.reviews.owners import Answering, technicians
from editing.reviews.pages import with_review
from editing.rights.domain import waiting_for_nobody
from learning.library.models import LibraryDocument


@dataclass
class Told:
    """How many reminders were due; those of yesterday are among them, and are kept once."""

    owners: int = 0
    overseers: int = 0


def remind(*, today: date) -> Told:
    told, answering = Told(), Answering()
    for page in due(with_review().filter(live=True), "review_date", today).select_related("owner"):
        owner = answering.owner_of_page(page)
        address = reverse("review_page", args=[page.pk])
        whom = [owner] if owner else answering.overseers_of_page(page)
        _tell(told, whom, owner, f"page-{page.pk}", page.title, address, page.review_date, today)
    for document in due(LibraryDocument.objects.all(), "review_on", today).select_related("owner", "uploaded_by_user", "collection"):
        owner = answering.owner_of_document(document)
        address = reverse("wagtaildocs:edit", args=[document.pk])
        whom = [owner] if owner else answering.overseers_of_document(document)
        _tell(told, whom, owner, f"document-{document.pk}", document.title, address, document.review_on, today)
    _tell_of_the_left(told, answering, today)
    _tell_of_the_waiting(told, answering)
    return told


def due(queryset, field: str, today: date):
    return queryset.filter(**{f"{field}__gte": rules.earliest(today), f"{field}__lte": rules.latest(today)}).order_by(field, "pk")


def _tell(told: Told, whom, owner, what: str, title: str, address: str, review_on: date, today: date) -> None:
    """The owner that it is due; where there is none, those above her that nobody answers for it."""
    stage = rules.stage(review_on, today)
    kind = Notice.Kind.REVIEW_DUE if owner else Notice.Kind.ORPHANED
    count = tell(whom, kind, title=title, address=address, key=f"{what}-{review_on}-{stage}")
    if owner:
        told.owners += count
    else:
        told.overseers += count


def _tell_of_the_left(told: Told, answering: Answering, today: date) -> None:
    """Once a month and person: how many pages, due or not, somebody has left without an owner."""
    left: dict[tuple, list] = defaultdict(list)
    for page in with_review().filter(live=True, owner__isnull=False).select_related("owner").order_by("pk"):
        if answering.owner_of_page(page) is None:
            left[page.owner].append(page)
    for owner, pages in left.items():
        counts: Counter = Counter()
        for page in pages:
            counts.update(answering.overseers_of_page(page))
        for overseer, count in counts.items():
            title = _("%(name)s has left %(count)s pages") % {"name": owner.full_name or owner.username, "count": count}
            address = f"{reverse('pages_to_review')}?owner={owner.pk}&state=all"
            told.overseers += tell([overseer], Notice.Kind.ORPHANED, title=title, address=address, key=f"left-{owner.pk}-{today:%Y-%m}")


def _tell_of_the_waiting(told: Told, answering: Answering) -> None:
    """Sent in, and nobody is left to approve it: the technicians can; whoever publishes there may have somebody appointed."""
    for state in waiting_for_nobody():
        page = state.revision.content_object if state.revision else None
        if not isinstance(page, Page) or getattr(page, "for_practice", False):
            continue
        title, address = page.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[page.pk])
        told.overseers += tell(technicians(), Notice.Kind.TO_MODERATE, title=title, address=address, key=str(state.pk))
        told.overseers += tell(answering.holders(page, "publish").values(), Notice.Kind.ORPHANED, title=title, address=address, key=f"waiting-{state.pk}")
