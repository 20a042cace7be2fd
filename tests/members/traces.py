"""A member who has done all that one can do here, and where she is found afterwards: in every column of every table."""

import json
from uuid import uuid4

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learning.progress.certificates import Certificate
from learning.progress.domain import submit_attempt
from learning.progress.models import LessonProgress, LessonVisit
from members.audit import record
from members.limits import Limit
from members.models import Card, Enrolment, ImportProblem, ImportRun, JoinRequest, Member
from members.requests import ask
from members.signin import door
from sharing.models import ShortLink
from tests.members.door import PIN, with_card
from tests.progress import ground

CODE, PHONE, NAME = "SL-777001", "+84987654321", "Sùng Thị Xuyến"
HERS = 90_071_992  # a number that nothing else in the database has


def new_member(cast) -> Member:
    """Of Lan's branch, as an import makes them."""
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
    ShortLink.objects.create(code="BBBBB", kind="page", key=uuid4(), language="vi", unit=member.unit, made_by=member)
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
