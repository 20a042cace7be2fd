"""A page sent in, approved and returned as the buttons do it; a clock that stands still; a mail server that fails."""

from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from wagtail.log_actions import LogContext
from wagtail.models import Workflow

from editing.notices.models import Notice
from members.models import Member

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(monkeypatch, day: str, hour: str = "06:00") -> None:
    """From here on it is this hour in Ha Noi."""
    moment = datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=HANOI)
    monkeypatch.setattr(timezone, "now", lambda: moment)


@contextmanager
def acting(member):
    """As a request to /cms/ by her: whoever writes a log sees who it is."""
    with LogContext(user=member):
        yield


def send_in(page, by) -> None:
    """As the button "Submit" does."""
    page.save_revision(user=by)
    with acting(by):
        (page.get_workflow() or Workflow.objects.get()).start(page, user=by)


def state_of(page):
    return page.current_workflow_task_state


def told(member, *kinds) -> list[tuple[str, str]]:
    """(kind, title) of what her list holds, newest first."""
    return [(notice.kind, notice.title) for notice in Notice.objects.shown_to(member) if not kinds or notice.kind in kinds]


def give_address(*members: Member) -> None:
    for member in members:
        member.email = f"{member.username}@example.vn"
        member.save()
