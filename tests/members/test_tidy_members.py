"""manage.py tidy_members: what has served its time goes, and nothing else."""

from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from members.importing import waiting
from members.importing.run import advance
from members.limits import DAY, KEPT, Limit
from members.models import Device, ImportProblem, ImportRun, JoinRequest, Tries
from members.signin import door
from tests.factories.member_lists import as_csv

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ROWS = [["Mã HV", "Họ và tên", "Xã", "Chi hội"], ["", "Lò Thị Lan", "Gia Phù", "bản Nà Mạc"]]


def tidy() -> str:
    said = StringIO()
    call_command("tidy_members", stdout=said)
    return said.getvalue()


def test_expired_sessions_go_and_living_ones_stay(db):
    for key, days in (("a" * 32, -1), ("b" * 32, 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=timezone.now() + days * DAY)
    assert "Phiên đăng nhập đã hết hạn: 1." in tidy()
    assert [session.pk for session in Session.objects.all()] == ["b" * 32]


def test_import_of_the_day_before_loses_its_file_and_its_mistakes(cast):
    old, new = (waiting.begin(BytesIO(as_csv(ROWS)), "ds.csv", made_by=cast.thu, unit=cast.thu.unit) for _file in range(2))
    for run in (old, new):
        with waiting.opened(run) as rows:
            advance(run, rows)
    ImportRun.objects.filter(pk=old.pk).update(made_at=timezone.now() - 2 * DAY)
    said = tidy()
    assert "Tệp chờ nhập: 1, dòng lỗi: 1." in said
    old.refresh_from_db()
    assert (old.file, old.forgotten) == ("", True)
    assert [problem.run for problem in ImportProblem.objects.all()] == [new]


def test_requests_to_join_go_after_ninety_days_unless_they_became_members(cast):
    invitation, _secret = door.invite(unit=cast.lan.unit, by=cast.hoa, seats=9, days=7)
    asked = {}
    for state in ("waiting", "refused", "accepted"):
        for days in (89, 91):
            one = asked[state, days] = door.ask_to_join(invitation=invitation, phone=Device.enrol()[0], full_name="Lò Thị Mới", pin="271828")
            JoinRequest.objects.filter(pk=one.pk).update(state=state, made_at=timezone.now() - timedelta(days=days))
    assert "Đơn xin vào Hội không được nhận: 2." in tidy()
    kept = set(JoinRequest.objects.values_list("pk", flat=True))
    assert {at for at, one in asked.items() if one.pk not in kept} == {("waiting", 91), ("refused", 91)}


def test_old_wrong_tries_go(db):
    Limit("member:1").take(timezone.now() - KEPT - DAY)
    Limit("member:2").take()
    assert "Lần thử sai: 1." in tidy()
    assert [row.key for row in Tries.objects.all()] == ["member:2"]


def test_a_second_run_finds_nothing(db):
    assert tidy() == tidy()
