"""A deleted member leaves a tombstone and nothing else: every column of every table is looked through."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from learning.progress.models import Attempt
from members.audit import AuditEntry
from members.cards import hashed
from members.erasure import IsStaff, erase
from members.models import Card, Device, Enrolment, ImportProblem, ImportRun, Member, Tombstone
from members.privacy import tables_about_member
from members.signin import door
from tests.members.traces import CODE, HERS, NAME, PHONE, live_a_little, new_member, traces

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def gone(cast, tree):
    return new_member(cast)


def sessions_of(pk) -> int:
    return sum(session.get_decoded().get("_auth_user_id") == str(pk) for session in Session.objects.all())


def test_nothing_stays_but_the_tombstone(gone, cast, tree):
    client = live_a_little(gone, cast, tree)
    words = (CODE, NAME, PHONE, "sung thi xuyen", str(HERS))
    assert len(traces(*words)) >= 15, "the test itself must find her first"
    assert sessions_of(HERS) == 1
    erase(member=gone, by=cast.tam)
    assert traces(*words) == []
    assert sessions_of(HERS) == 0
    assert client.get("/toi/").status_code == 302
    assert [stone.code_hash for stone in Tombstone.objects.all()] == [hashed("member code", CODE)]
    assert CODE not in Tombstone.objects.get().code_hash


def test_every_table_that_points_at_her_is_emptied_of_her(gone, cast, tree):
    live_a_little(gone, cast, tree)
    erase(member=gone, by=cast.tam)
    assert {table.name: table.rows(HERS).count() for table in tables_about_member() if table.rows(HERS).exists()} == {}


def test_what_is_about_others_stays(gone, cast, tree):
    live_a_little(gone, cast, tree)
    Attempt.objects.update(member=cast.lan)
    erase(member=gone, by=cast.tam)
    assert Attempt.objects.count() == 1
    assert Card.objects.get(member=cast.lan).made_by is None
    assert ImportProblem.objects.get().cells[0] == "SL-1"
    assert ImportRun.objects.get().preview == [{"row": 3, "code": "SL-1"}]
    assert AuditEntry.objects.filter(action="certificate").get().details == {}


def test_a_shared_phone_stays_with_her_neighbour(gone, cast):
    phone, _secret = Device.enrol()
    own, _secret = Device.enrol()
    for member in (gone, cast.lan):
        door.enrol(member=member, phone=phone)
    door.enrol(member=gone, phone=own)
    erase(member=gone, by=cast.tam)
    assert list(Device.objects.all()) == [phone]
    assert list(Enrolment.objects.values_list("member", flat=True)) == [cast.lan.pk]


def test_the_log_tells_that_it_was_done_and_by_whom_but_not_to_whom(gone, cast):
    unit = gone.unit
    erase(member=gone, by=cast.tam)
    entry = AuditEntry.objects.get(action="deletion")
    assert (entry.actor, entry.member, entry.unit, entry.details) == (cast.tam, None, unit, {})


def test_twice_is_once(gone, cast):
    again = Member.objects.get(pk=gone.pk)
    erase(member=gone, by=cast.tam)
    erase(member=again, by=cast.thu)
    assert AuditEntry.objects.filter(action="deletion").count() == 1
    assert Tombstone.objects.count() == 1


@pytest.mark.parametrize("at_once", [False, True])
def test_an_administrator_s_deletion_in_the_list_of_accounts_leaves_no_more(gone, cast, tree, admin_client, admin_user, at_once):
    live_a_little(gone, cast, tree)
    one, several = reverse("wagtailusers_users:delete", args=[gone.pk]), reverse("wagtail_bulk_action", args=["members", "member", "delete"])
    assert admin_client.post(f"{several}?id={gone.pk}" if at_once else one).status_code == 302
    assert traces(CODE, NAME, PHONE, "sung thi xuyen", str(HERS)) == []
    assert [stone.code_hash for stone in Tombstone.objects.all()] == [hashed("member code", CODE)]
    assert [(entry.actor, entry.details) for entry in AuditEntry.objects.filter(action="deletion")] == [(admin_user, {})]


def test_without_a_code_there_is_no_tombstone(gone, cast):
    Member.objects.filter(pk=gone.pk).update(member_code=None)
    erase(member=Member.objects.get(pk=gone.pk), by=cast.tam)
    assert not Tombstone.objects.exists()
    assert not Member.objects.filter(pk=HERS).exists()


@pytest.mark.parametrize("right", ["password", "group", "superuser"])
def test_staff_are_refused(gone, cast, right):
    if right == "password":
        gone.set_password("mot mat khau dai 1")
    gone.is_superuser = right == "superuser"
    gone.save()
    if right == "group":
        gone.groups.add(Group.objects.first())
    with pytest.raises(IsStaff):
        erase(member=gone, by=cast.tam)
    assert Member.objects.filter(pk=HERS).exists()
    assert not Tombstone.objects.exists()


def test_a_later_import_does_not_bring_her_back(gone, cast, tmp_path):
    erase(member=gone, by=cast.tam)
    file = tmp_path / "hoi-vien.csv"
    file.write_text(
        f"Mã hội viên,Họ và tên,Xã,Chi hội\n{CODE},{NAME},Gia Phù,Chi hội bản Nà Mạc\nSL-777002,Lò Thị Khác,Gia Phù,Chi hội bản Nà Mạc\n", encoding="utf-8"
    )
    call_command("import_members", str(file), stdout=StringIO(), stderr=StringIO())
    assert Member.objects.filter(member_code="SL-777002").exists()
    assert not Member.objects.filter(member_code=CODE).exists()
    assert timezone.localdate() - Tombstone.objects.get().erased_on < timedelta(days=2)
