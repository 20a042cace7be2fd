"""Who is told of a review, when, and how often: under a clock that stands still."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page

from editing.help import practice
from editing.help.models import PracticePage
from editing.notices.models import Notice
from editing.reviews.domain import found_in_order
from editing.reviews.reminding import remind
from editing.rights.domain import appoint
from editing.rights.models import Role
from learning.library.models import LibraryDocument
from members.models import Member
from tests import factories
from tests.cast import client_of
from tests.editing.rights import ground
from tests.factories.quick import twin

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

DUE = date(2026, 12, 15)
DUE_NOTICE, ORPHANED = Notice.Kind.REVIEW_DUE, Notice.Kind.ORPHANED


@pytest.fixture
def page(cast):
    """Ngan's, who edits the Vietnamese pages; Nhung publishes there."""
    return factories.make_news(review_on=DUE, owner=cast.ngan)


def told(kind=DUE_NOTICE) -> list[tuple[str, str]]:
    """Who heard of what, without the summary of those who left."""
    rows = Notice.objects.filter(kind=kind).exclude(key__contains="left-").order_by("pk")
    return [(notice.recipient.username, notice.key.rsplit("-", 2)[-1] if "after" not in notice.key else notice.key[-7:]) for notice in rows]


@pytest.mark.parametrize(
    ("days", "words"),
    [(-30, []), (-15, []), (-14, ["before"]), (-3, ["before"]), (0, ["on"]), (5, ["on"]), (7, ["after-1"]), (48, ["after-6"]), (60, [])],
)
def test_owner_is_told_before_on_and_after(page, days, words):
    remind(today=DUE + timedelta(days))
    assert told() == [("ngan", word) for word in words]
    assert told(ORPHANED) == []


def test_a_day_twice_and_every_day_of_a_year_tell_each_stage_once(page):
    for days in (*range(-20, 80), 0, 0):
        remind(today=DUE + timedelta(days))
    assert told() == [("ngan", word) for word in ("before", "on", *(f"after-{week}" for week in range(1, 7)))]


def test_review_pushed_ahead_is_silent_until_its_new_date(page, cast):
    remind(today=DUE)
    found_in_order(page=page, by=cast.ngan, today=DUE, again_on=DUE + timedelta(182))
    for days in range(1, 167):
        remind(today=DUE + timedelta(days))
    assert told() == [("ngan", "on")]
    remind(today=DUE + timedelta(168))
    assert told() == [("ngan", "on"), ("ngan", "before")]


def test_unpublished_pages_and_pages_without_a_date_remind_nobody(cast):
    factories.make_news(review_on=DUE, owner=cast.ngan, live=False)
    factories.make_news(review_on=None, owner=cast.ngan)
    remind(today=DUE)
    assert told() == told(ORPHANED) == []


def test_translations_follow_their_source(page, cast):
    english = twin(page, "en")
    Page.objects.filter(pk=english.pk).update(owner=cast.yen)
    remind(today=DUE)
    assert told() == [("ngan", "on")]


def test_page_without_an_owner_is_told_to_who_publishes_there(cast):
    factories.make_news(review_on=DUE, owner=None)
    remind(today=DUE)
    assert told() == []
    assert told(ORPHANED) == [("nhung", "on")]


def leave(member):
    member.is_active = False
    member.save()


def move_away(member):
    member.status = Member.Status.MOVED
    member.save()


def lose_rights(member):
    member.groups.clear()


@pytest.mark.parametrize("how", [leave, move_away, lose_rights])
def test_owner_who_left_is_escalated_each_time(page, cast, how):
    how(cast.ngan)
    for days in (-14, 0, 7):
        remind(today=DUE + timedelta(days))
    assert told() == []
    assert told(ORPHANED) == [("nhung", "before"), ("nhung", "on"), ("nhung", "after-1")]


def test_what_somebody_left_is_summed_up_once_a_month(page, cast):
    factories.make_news(owner=cast.ngan)  # without a date: nobody would hear of it otherwise
    leave(cast.ngan)
    for day in (date(2026, 3, 1), date(2026, 3, 20), date(2026, 4, 1)):
        remind(today=day)
    rows = Notice.objects.filter(kind=ORPHANED, key__contains="left-")
    assert [row.recipient.username for row in rows] == ["nhung", "nhung"]
    assert all("2" in row.title and cast.ngan.full_name in row.title and f"owner={cast.ngan.pk}" in row.address for row in rows)


def test_where_nobody_publishes_the_technicians_hear(page, cast):
    Group.objects.get(name="Moderators").user_set.clear()
    cast.thu.is_superuser = True
    cast.thu.save()
    leave(cast.ngan)
    remind(today=DUE)
    assert told(ORPHANED) == [("thu", "on")]


def test_documents_remind_their_owner_or_who_uploaded_them(cast):
    factories.make_document(title="Sổ tay", review_on=DUE, owner=cast.ngan)
    factories.make_document(title="Mẫu đơn", review_on=DUE, owner=None, uploaded_by_user=cast.ngan)
    factories.make_document(title="Không hẹn", review_on=None, owner=cast.ngan)
    remind(today=DUE)
    assert told() == [("ngan", "on"), ("ngan", "on")]
    assert set(Notice.objects.values_list("title", flat=True)) == {"Sổ tay", "Mẫu đơn"}


def test_documents_of_who_left_go_to_who_edits_there(cast):
    factories.make_document(review_on=DUE, owner=cast.mai)  # a member without any right
    remind(today=DUE)
    assert "ngan" in {who for who, _word in told(ORPHANED)}
    assert told() == []


def test_notices_lead_to_where_the_work_is(page, cast, editor):
    document = factories.make_document(review_on=DUE, owner=cast.ngan)
    remind(today=DUE)
    for address in Notice.objects.values_list("address", flat=True):
        assert address.startswith("/cms/")
        assert editor.get(address).status_code == 200, address
    assert LibraryDocument.objects.get() == document


def test_command_takes_today_and_may_run_twice(cast, capsys):
    factories.make_news(review_on=timezone.localdate(), owner=cast.ngan)
    call_command("remind_reviews")
    call_command("remind_reviews")
    assert told() == [("ngan", "on")]
    assert "1 owners" in capsys.readouterr().out


@pytest.fixture
def left(tree):
    """Sent in by a commune, after the province's only moderator has left. Nhung publishes too, but approves nothing there."""
    house = ground.lay(tree)
    draft = factories.make_news(parent=house.section, live=False, title="Tin chờ", owner=house.editor)
    draft.save_revision(user=house.editor)
    draft.get_workflow().start(draft, house.editor)
    house.moderator.is_active = False
    house.moderator.save()
    Notice.objects.all().delete()
    technician = ground.staff("ky-thuat", "Nguyễn Thị Kỹ", None, is_superuser=True)
    return SimpleNamespace(house=house, draft=draft, technician=technician)


def waiting() -> list[tuple[str, str]]:
    return sorted((notice.recipient.username, notice.kind) for notice in Notice.objects.filter(kind__in=(Notice.Kind.TO_MODERATE, ORPHANED), seen_at=None))


def test_what_nobody_can_approve_is_told_once_to_those_who_can_help(left):
    for days in (0, 0, 1, 30):
        remind(today=DUE + timedelta(days))
    assert waiting() == [("ky-thuat", "to-moderate"), ("nhung", "orphaned")]
    assert "Tin chờ" in client_of(left.technician).get("/cms/").text
    address = Notice.objects.get(recipient=left.technician).address
    assert client_of(left.technician).get(address).status_code == 200


def test_what_the_technician_has_approved_waits_no_more(left):
    remind(today=DUE)
    state = left.draft.current_workflow_task_state
    client_of(left.technician).post(f"/cms/pages/workflow/action/{left.draft.pk}/approve/{state.pk}/", {"comment": ""})
    remind(today=DUE + timedelta(1))
    assert waiting() == [("nhung", "orphaned")]


def test_what_has_found_a_moderator_is_not_told(left):
    appoint(member=left.house.keeper, role=Role.MODERATOR, unit=left.house.province, by=None)
    remind(today=DUE)
    assert waiting() == []


def test_what_is_for_practice_waits_for_nobody(left):
    room = practice.open_room()
    practised = room.add_child(instance=PracticePage(title="Tin chờ", slug="bai-tap", live=False, locale=room.locale))
    practised.save_revision()
    practised.get_workflow().start(practised, left.house.editor)
    GroupApprovalTask.objects.get(name=practice.NAME).groups.clear()
    remind(today=DUE)
    assert not Notice.objects.filter(page=practised.pk).exists()
