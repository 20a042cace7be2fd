"""What `manage.py check_links` does with the links that the nightly look has found."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from wagtail.models import Page

from editing.readiness.asking import Asker
from editing.readiness.models import Link
from learning.library.models import LibraryDocument

MOST = 500  # a run
MOST_A_HOST = 40  # a run: the rest waits for the next
CLAIMED = timedelta(hours=1)  # by a run, so that another beside it asks something else


def check_inner(now: datetime) -> int:
    """Pages and documents of the site: known at once, so broken at once. How many are."""
    pages = {str(pk): live for pk, live in Page.objects.values_list("pk", "live")}
    documents = {str(pk) for pk in LibraryDocument.objects.values_list("pk", flat=True)}
    public = {str(pk) for pk in LibraryDocument.objects.public().values_list("pk", flat=True)}
    broken = 0
    for link in Link.objects.inside():
        if link.kind == Link.Kind.PAGE:
            problem = "" if pages.get(link.target) else Link.Problem.UNPUBLISHED if link.target in pages else Link.Problem.GONE
        else:
            problem = "" if link.target in public else Link.Problem.REFUSED if link.target in documents else Link.Problem.GONE
        link.failing_since = (link.failing_since or now) if problem else None
        link.problem, link.is_broken, link.checked_at, link.checks = problem, bool(problem), now, link.checks + 1
        link.save(update_fields=["problem", "is_broken", "checked_at", "checks", "failing_since"])
        broken += link.is_broken
    return broken


def check_outside(asker: Asker, *, now: datetime, today: date, most: int = MOST) -> Iterator[Link]:
    """Yields each that was asked. Hosts take turns, so that waiting for one is time for another."""
    for link in in_turns(list(Link.objects.due(now)[: most * 4]), most):
        claimed = Link.objects.filter(pk=link.pk, next_check_at=link.next_check_at).update(next_check_at=now + CLAIMED)
        if not claimed:
            continue
        answer = asker.ask(link.target)
        link.answered(now, today=today, status=answer.status, problem=answer.problem, counts=answer.counts)
        link.save()
        yield link


def in_turns(links: list[Link], most: int) -> list[Link]:
    """One of each host, then the second of each..."""
    by_host: dict[str, list[Link]] = {}
    for link in links:
        by_host.setdefault(link.target.split("/")[2], []).append(link)
    turns = [(at, first, link) for first, group in enumerate(by_host.values()) for at, link in enumerate(group[:MOST_A_HOST])]
    return [link for _at, _first, link in sorted(turns, key=lambda turn: turn[:2])][:most]
