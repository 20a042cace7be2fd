"""A deleted member leaves a tombstone and nothing else: every column of every table is looked through."""

import json
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learning.progress.certificates import Certificate
from learning.progress.domain import submit_attempt
from learning.progress.models import Attempt, LessonProgress, LessonVisit
from members.audit import AuditEntry, record
from members.cards import hashed
from members.erasure import IsStaff, erase
from members.limits import Limit
from members.models import Card, Device, Enrolment, ImportProblem, ImportRun, JoinRequest, Member, Tombstone
from members.privacy import tables_about_member
from members.requests import ask
from members.signin import door
from tests.members.door import PIN, with_card
from tests.progress import ground

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

CODE, PHONE, NAME = "SL-777001", "+84987654321", "Sùng Thị Xuyến"
HERS = 90_071_992  # a number that nothing else in the database has


@pytest.fixture
def gone(cast, tree):
    """A member with a row in every table that can hold one, and an official who has decided nothing yet."""
    member = Member(pk=HERS, username=f"hv-{CODE}", member_code=CODE, full_name=NAME, phone=PHONE, unit=cast.lan.unit, birth_year=1980)
    member.set_unusable_password()
    member.save()
    return member


def live_a_little(member, cast, tree):
    """All that a member does, and what is done about her."""
    card = with_card(member, PIN)
    client = Client()
    client.post(f"/dang-nhap/the/{card.secret}/", {"pin": PIN})
    client.get("/toi/")
    course = ground.lay_course(tree)
    version = ground.version_of(course.quizzes[0])
    submit_attempt(member=member, attempt_id=uuid4(), version=version, answers=[])
    LessonProgress.objects.get_or_create(member=member, lesson_key=course.lessons[1].translation_key, defaults={"started": timezone.now()})
    LessonVisit.objects.create(id=uuid4(), member=member, lesson_key=uuid4(), day=timezone.localdate(), seconds=60)
    Certificate.objects.create(
        code="ABCDEFGHJKLM", member=member, course_key=uuid4(), course_title="Khóa", language="vi", issued_on=timezone.localdate(), name_form="full"
    )
    ask(member=member, kind="correction", text=f"Em là {NAME}")
    invitation, _secret = door.invite(unit=member.unit, by=cast.hoa, seats=5, days=7)
    phone = Enrolment.objects.get(member=member).device
    JoinRequest.objects.create(invitation=invitation, full_name=NAME, phone=PHONE, device=phone, state="refused")
    JoinRequest.objects.create(invitation=invitation, full_name=NAME, member=member, state="accepted", decided_by=cast.hoa)
    Limit.of_member(member).take()
    record("certificate", actor=cast.hoa, member=member, details={"reason": f"{NAME} đã chuyển đi"})
    Card.objects.create(member=cast.lan, made_by=member, nonce="x", secret_hash="x", code_hash="x", revoked_at=timezone.now())
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(member),
        object_id=str(member.pk),
        label=NAME,
        action="wagtail.edit",
        timestamp=timezone.now(),
        uuid=uuid4(),
    )
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(Group),
        object_id="1",
        label="x",
        action="wagtail.edit",
        timestamp=timezone.now(),
        user=member,
        uuid=uuid4(),
    )
    run = ImportRun.objects.create(
        made_by=cast.tam, unit=cast.tam.unit, name="x.csv", sha256="x", preview=[{"row": 2, "code": CODE, "name": NAME}, {"row": 3, "code": "SL-1"}]
    )
    ImportProblem.objects.create(run=run, row=2, cells=[CODE, NAME, "không rõ"], errors=["x"])
    ImportProblem.objects.create(run=run, row=3, cells=["SL-1", "Lò Thị Lan", ""], errors=["x"])
    return client


def traces(*words: str) -> list[str]:
    """table.column of every cell that holds one of the words, as text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, cell in zip(columns, row, strict=True):
                    if any(word in readable(cell) for word in words):
                        found.append(f"{table}.{column}")
    return sorted(set(found))


def readable(cell) -> str:
    """A cell as text; JSON without its escapes."""
    text = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False, default=str)
    if text[:1] in "[{":
        try:
            return json.dumps(json.loads(text), ensure_ascii=False)
        except ValueError:
            return text
    return text


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
