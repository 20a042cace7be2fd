"""Short links of the demonstration's branches, and eight weeks of opens, the same on every machine on the same day."""

from datetime import date, timedelta
from random import Random

from django.core.management import call_command

from config.languages import SOURCE
from home.demo.branches import BRANCHES
from learning.lessons.models import LessonPage
from members.models import Unit
from sharing import targets
from sharing.domain import short_links
from sharing.models import LinkDay, ShortLink

SEED = 2026
LESSONS, WEEKS = 4, 8
SENT = (9, 6, 2, 1, 1)  # of ten opens: on the day it was sent, and on the days after it


def make(root, today: date, report) -> None:
    """General ones where they are missing; those of branches once."""
    call_command("make_short_links", stdout=report)
    if ShortLink.objects.exclude(unit=None).exists():
        return
    chance = Random(SEED)
    branches = list(Unit.objects.of_kind(Unit.Kind.BRANCH).filter(code__in=[branch.code for branch in BRANCHES]))
    lessons = LessonPage.objects.live().descendant_of(root).filter(locale__language_code=SOURCE).order_by("path")[:LESSONS]
    days = []
    for number, lesson in enumerate(lessons):
        monday = today - timedelta(days=today.weekday(), weeks=number * WEEKS // LESSONS)
        for link in short_links(target=targets.of(lesson), language=SOURCE, units=branches):
            eager = chance.choice((0, 2, 8, 20))  # how a branch's group takes it
            counts = [chance.randint(0, eager * part // 10) for part in SENT]
            days += [LinkDay(link=link, day=day, opens=count) for back, count in enumerate(counts) if count and (day := monday + timedelta(days=back)) <= today]
    LinkDay.objects.bulk_create(days, batch_size=500)
