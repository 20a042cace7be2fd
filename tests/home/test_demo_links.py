"""The demonstration's branches have links that were opened; a second run leaves them as they are."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from home.demo import links
from home.demo.branches import BRANCHES
from home.demo.people import register
from sharing.models import LinkDay, ShortLink
from tests import factories

pytestmark = pytest.mark.django_db


def rows() -> tuple:
    return list(ShortLink.objects.order_by("pk").values_list("code", flat=True)), list(LinkDay.objects.order_by("pk").values_list("link", "day", "opens"))


def test_each_branch_has_links_and_opens_and_a_second_run_adds_nothing(tree):
    course = factories.make_course()
    for _ in range(5):
        factories.make_lesson(course)
    call_command("import_units", stdout=StringIO())
    register()
    today = timezone.localdate()
    links.make(tree.vi, today, StringIO())
    first = rows()
    assert ShortLink.objects.exclude(unit=None).count() == len(BRANCHES) * links.LESSONS
    assert first[1] and max(day for _link, day, _opens in first[1]) <= today
    links.make(tree.vi, today, StringIO())
    assert rows() == first
