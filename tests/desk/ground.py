"""What the tests of the desk share: a branch full of women, and the ladder that every page must hold."""

from uuid import uuid4

import pytest
from django.utils import timezone

from learning.progress.models import LessonProgress
from members.models import Card, Member, Unit
from members.signin import door
from tests import cast as people
from tests.pages.reading import soup


def unit(place) -> Unit:
    return Unit.objects.get(kind=place[0], code=place[1])


def fill(place, count: int, *, cards: bool = False) -> list[Member]:
    """So many members in a unit, each with progress; the last word of the name counts."""
    home = unit(place)
    made = [
        Member.objects.create(username=f"m-{uuid4().hex[:8]}", full_name=f"Lò Thị Số {number:03}", unit=home, member_code=uuid4().hex[:10])
        for number in range(count)
    ]
    for member in made:
        LessonProgress.objects.create(member=member, lesson_key=uuid4(), started=timezone.now(), completed=timezone.now())
    if cards:
        door.issue_cards(members=made, by=None)
    return made


def living(member) -> Card | None:
    return Card.objects.filter(member=member, revoked_at=None).first()


def names_on(answer) -> list[str]:
    """Headings of the list, in order."""
    return [heading.get_text(strip=True) for heading in soup(answer).select("main .card h3, main .card h2")]


# Who may open a page about Lan or her branch, and what becomes of the others: username to status.
LADDER = {"hoa": 200, "tam": 200, "thu": 200, "lan": 404, "mai": 404, "vui": 404, None: 302}


def climb(enter, client, address: str, ladder=LADDER) -> dict:
    """The status for each: None is a stranger."""
    return {who: (enter(who) if who else client).get(address).status_code for who in ladder}


both = pytest.mark.parametrize("count", [1, 30])

__all__ = ["LADDER", "both", "climb", "fill", "living", "names_on", "people", "unit"]
