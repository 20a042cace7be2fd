"""What the panels of one start page share, so that none asks twice."""

from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import ModelLogEntry, PageLogEntry

from editing.start.abilities import Abilities

WEEK = timedelta(days=7)
REMEMBERED = 200  # of the things that she made last


class Start:
    def __init__(self, member):
        self.member = member
        self.abilities = Abilities(member)

    @cached_property
    def today(self) -> date:
        return timezone.localdate()

    @cached_property
    def since(self):
        return timezone.now() - WEEK

    @cached_property
    def made(self) -> list[tuple[type | None, str]]:
        """What she made, newest first: its model and, of a page, the path of the page above it."""
        by_her = {"user": self.member, "action": "wagtail.create"}
        pages = PageLogEntry.objects.filter(**by_her).order_by().values_list("content_type", "timestamp", "page__path")
        others = ModelLogEntry.objects.filter(**by_her).order_by().values_list("content_type", "timestamp", Cast(Value(""), CharField()))
        rows = pages.union(others, all=True).order_by("-timestamp")[:REMEMBERED]
        return [(ContentType.objects.get_for_id(kind).model_class() if kind else None, (path or "")[:-4]) for kind, _when, path in rows]
