"""What the panels of one start page share, so that none asks twice."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import ModelLogEntry, PageLogEntry

from editing.notices.models import Notice
from editing.start.abilities import Abilities

WEEK = timedelta(days=7)
REMEMBERED = 400  # entries of the log
CREATE = "wagtail.create"


class Entry(NamedTuple):
    """A row of Wagtail's two logs; of what is no page, without page, path and title."""

    kind: int | None
    at: datetime
    action: str
    user: int | None
    name: str | None
    page: int | None
    path: str
    title: str


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
    def notices(self) -> list[Notice]:
        return Notice.objects.for_start(self.member)

    @cached_property
    def log(self) -> list[Entry]:
        """What she made, and this week's deeds of others on her pages, newest first: one query."""
        by_her = Q(user=self.member, action=CREATE)
        on_hers = Q(page__owner=self.member, timestamp__gte=self.since) & ~Q(user=self.member)
        columns = ("content_type", "timestamp", "action", "user", "user__full_name")
        nothing = Cast(Value(""), CharField())
        pages = PageLogEntry.objects.filter(by_her | on_hers).order_by().values_list(*columns, "page", "page__path", "page__draft_title")
        others = ModelLogEntry.objects.filter(by_her).order_by().values_list(*columns, Cast(Value(None), BigIntegerField()), nothing, nothing)
        return [Entry(*row) for row in pages.union(others, all=True).order_by("-timestamp")[:REMEMBERED]]

    @cached_property
    def made(self) -> list[tuple[type | None, str]]:
        """What she made, newest first: its model and, of a page, the path of the page above it."""
        hers = (entry for entry in self.log if entry.user == self.member.pk and entry.action == CREATE)
        return [(ContentType.objects.get_for_id(entry.kind).model_class() if entry.kind else None, entry.path[:-4]) for entry in hers]
