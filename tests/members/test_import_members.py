"""manage.py import_members and the walk behind it: same file, same members, whatever happens in between."""

from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command

from members.cards import hashed
from members.importing import kept, waiting
from members.importing import run as running
from members.importing.run import advance
from members.management.commands.import_members import Command
from members.models import AuditEntry, ImportProblem, ImportRun, Member, Tombstone, Unit
from tests.cast import PASSWORD, permission
from tests.factories import member_lists
from tests.factories.member_lists import IDENTITY, as_csv, as_excel
from tests.scale import scaled

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

HEADERS = ["Mã HV", "Họ và tên", "Năm sinh", "SĐT", "Xã", "Chi hội", "Chức vụ", "Trạng thái", "CCCD"]
LAN = ["HV1", "Lò Thị Lan", "1980", "0912345678", "Gia Phù", "bản Nà Mạc", "", "", IDENTITY]
MAI = ["HV2", "Mùa Thị Mai", "1985", "0912345678", "Quỳnh Nhai", "bản Phiêng Nèn", "", "", IDENTITY]
SIZE = scaled(5000, 232_600)


@pytest.fixture
def bring(tmp_path):
    """bring(rows, option=...): what the command says about a file of these rows."""

    def bring(rows, **options):
        path = tmp_path / "hoi-vien.csv"
        path.write_bytes(rows if isinstance(rows, bytes) else as_csv([HEADERS, *rows]))
        said = StringIO()
        call_command("import_members", path, stdout=said, **options)
        return said.getvalue()

    return bring


def last() -> ImportRun:
    return ImportRun.objects.latest("made_at")


def counts(run: ImportRun) -> dict[str, int]:
    return {name: getattr(run, name) for name in running.COUNTS if getattr(run, name)}


def with_changes(row: list[str], **changes) -> list[str]:
    names = {"name": 1, "birth": 2, "phone": 3, "commune": 4, "branch": 5, "position": 6, "status": 7}
    return [changes.get(next((name for name, at in names.items() if at == place), ""), cell) for place, cell in enumerate(row)]


def state() -> list[tuple]:
    return list(Member.objects.order_by("username").values_list())


def test_odd_list_gives_exactly_its_good_rows_and_a_second_run_changes_nothing(cast, bring):
    file = as_csv(member_lists.table(SIZE))
    bring(file, by="ngan")
    wanted = member_lists.good_codes(SIZE)
    assert set(Member.objects.exclude(member_code=None).values_list("member_code", flat=True)) == wanted
    assert counts(last()) == {"added": len(wanted), "bad": SIZE - len(wanted)}
    before = state()
    bring(file, by="ngan")
    assert counts(last()) == {"unchanged": len(wanted), "bad": SIZE - len(wanted)}
    assert state() == before


def test_row_is_stored_as_the_site_keeps_it(cast, bring):
    bring([["hv 7", "  lo\u0300   Thị Lan ", "12/05/1980", "01683456789", "XÃ GIA PHÙ", "Nà Mạc", "Chi hội trưởng", "Đang sinh hoạt", IDENTITY]])
    member = Member.objects.get(member_code="HV7")
    assert (member.full_name, member.name_folded, member.phone, member.birth_year) == ("lò Thị Lan", "lo thi lan", "+84383456789", 1980)
    assert (member.unit, member.status, member.language) == (cast.lan.unit, "active", "vi")
    assert not member.is_official
    assert not member.has_usable_password()
    assert member.pin == ""
    assert not member.is_staff and not member.is_superuser and not member.groups.exists()


def test_only_what_changed_is_written_and_an_empty_cell_says_nothing(cast, bring):
    bring([LAN, MAI])
    Member.objects.filter(member_code="HV1").update(listen_first=True, pin="kept", language="hmn")
    bring([with_changes(LAN, name="Lò Thị Lan Anh", phone="", birth=""), MAI])
    lan = Member.objects.get(member_code="HV1")
    assert (lan.full_name, lan.name_folded, lan.phone, lan.birth_year) == ("Lò Thị Lan Anh", "lo thi lan anh", "+84912345678", 1980)
    assert (lan.listen_first, lan.pin, lan.language) == (True, "kept", "hmn")
    assert counts(last()) == {"updated": 1, "unchanged": 1}


def test_a_phone_may_be_shared(cast, bring):
    bring([LAN, MAI])
    assert Member.objects.filter(phone="+84912345678").count() == 2


def test_a_member_may_move_and_leave(cast, bring):
    bring([LAN, MAI])
    bring([with_changes(LAN, commune="Quỳnh Nhai", branch="Phiêng Nèn"), with_changes(MAI, status="Chuyển đi")])
    assert Member.objects.get(member_code="HV1").unit == cast.mai.unit
    assert Member.objects.get(member_code="HV2").status == "moved"


def test_second_row_of_a_code_is_named_with_the_first(cast, bring):
    said = bring([LAN, MAI, with_changes(LAN, name="Người Khác")])
    assert Member.objects.get(member_code="HV1").full_name == "Lò Thị Lan"
    assert counts(last()) == {"added": 2, "bad": 1}
    assert "4" in said and "2" in said


def test_deleted_member_does_not_come_back(cast, bring):
    Tombstone.objects.create(code_hash=hashed("member code", "HV1"))
    bring([LAN, MAI])
    assert not Member.objects.filter(member_code="HV1").exists()
    assert counts(last()) == {"added": 1, "skipped": 1}


def test_staff_keep_their_rights_place_and_password(cast, bring):
    ngan = cast.ngan
    Member.objects.filter(pk=ngan.pk).update(member_code="HV9")
    before = Member.objects.get(pk=ngan.pk)
    bring([["HV9", "Đinh Kim Ngân", "1988", "0987654321", "Gia Phù", "bản Nà Mạc", "Hội viên", "Ra khỏi Hội", ""]], officials=True)
    after = Member.objects.get(pk=ngan.pk)
    assert (after.phone, after.birth_year) == ("+84987654321", 1988)
    for field in ("password", "pin", "is_superuser", "is_active", "is_official", "unit_id", "status", "username"):
        assert getattr(after, field) == getattr(before, field), field
    assert after.groups.count() == 1


@pytest.mark.parametrize("right", ["password", "permission", "superuser"])
def test_an_account_with_any_right_of_staff_keeps_role_place_and_status(cast, bring, right):
    bring([LAN])
    lan = Member.objects.get(member_code="HV1")
    if right == "password":
        lan.set_password(PASSWORD)
    elif right == "permission":
        lan.user_permissions.add(permission("wagtailadmin.access_admin"))
    else:
        lan.is_superuser = True
    lan.save()
    bring([with_changes(LAN, birth="1981", commune="Quỳnh Nhai", branch="Phiêng Nèn", position="Chi hội phó", status="Ra khỏi Hội")], officials=True)
    after = Member.objects.get(pk=lan.pk)
    assert (after.birth_year, after.unit, after.is_official, after.status) == (1981, cast.lan.unit, False, "active")


@pytest.mark.parametrize(("officials", "becomes"), [(False, False), (True, True)])
def test_officials_only_when_asked(cast, bring, officials, becomes):
    bring([with_changes(LAN, position="Chi hội phó")], officials=officials, by="thu")
    member = Member.objects.get(member_code="HV1")
    assert member.is_official is becomes
    assert AuditEntry.objects.filter(action="role", member=member, actor=cast.thu).exists() is becomes


def test_import_is_in_the_audit_log_without_names_and_numbers(cast, bring):
    bring([LAN], by="thu", unit="14")
    entry = AuditEntry.objects.get(action="import")
    assert (entry.actor, entry.unit.code, entry.details["added"]) == (cast.thu, "14", 1)
    assert "Lan" not in str(entry.details) and "912345678" not in str(entry.details)


def test_rows_of_other_units_are_refused_by_name(cast, bring):
    said = bring([LAN, MAI], unit="03922")
    assert not Member.objects.filter(member_code="HV2").exists()
    assert "Quỳnh Nhai" in said


def test_code_of_another_unit_s_member_is_not_taken_over(cast, bring):
    bring([MAI])
    said = bring([["HV2", "Lò Thị Lan", "1980", "", "Gia Phù", "bản Nà Mạc", "", "", ""]], unit="03922")
    assert Member.objects.get(member_code="HV2").unit == cast.mai.unit
    assert counts(last()) == {"bad": 1}
    assert "HV2" in said and "Mùa Thị Mai" not in said


def test_new_branches_only_when_asked(cast, bring):
    rows = [with_changes(LAN, branch=f"Chi hội bản Mới {number % 3}") for number in range(9)]
    rows = [[f"HV{number}", *row[1:]] for number, row in enumerate(rows)]
    bring(rows)
    assert counts(last()) == {"bad": 9}
    bring(rows, create_branches=True, dry_run=True)
    assert (counts(last()), len(last().branches)) == ({"added": 9}, 3)
    assert not Unit.objects.filter(name__startswith="Chi hội bản Mới").exists()
    bring(rows, create_branches=True)
    assert (counts(last()), len(last().branches)) == ({"added": 9}, 3)
    added = Unit.objects.filter(name__startswith="Chi hội bản Mới")
    assert {(unit.code, unit.get_parent().code) for unit in added} == {("03922-2", "03922"), ("03922-3", "03922"), ("03922-4", "03922")}
    assert Unit.find_problems() == ([], [], [], [], [])
    bring(rows, create_branches=True)
    assert counts(last()) == {"unchanged": 9}


def test_dry_run_counts_the_same_and_writes_nothing(cast, bring):
    bring([LAN])
    before = state()
    rows = [with_changes(LAN, name="Lò Thị Lan Anh"), MAI, ["", *MAI[1:]]]
    bring(rows, dry_run=True)
    checked = counts(last())
    assert state() == before
    bring(rows)
    assert counts(last()) == checked == {"added": 1, "updated": 1, "bad": 1}


def test_identity_ethnicity_and_religion_are_stored_nowhere(cast, tmp_path):
    run = waiting.begin(BytesIO(as_excel(member_lists.table(50))), "ds.xlsx", made_by=cast.thu, unit=cast.thu.unit)
    with waiting.opened(run) as rows:
        waits = rows.read().decode()
        rows.seek(0)
        advance(run, rows)
    assert "SL0000001" in waits
    assert not [word for word in (IDENTITY, "Thái", 'Không"') if word in waits]
    assert set(run.never) == {"CCCD", "Dân tộc", "Tôn giáo"}
    assert set(run.never) <= set(run.dropped)
    assert not any(IDENTITY in str(cells) for cells in ImportProblem.objects.values_list("cells", flat=True))


def test_the_one_who_comes_second_to_a_batch_leaves_it(cast, monkeypatch):
    """Two tabs drive the same import: each row is counted once."""
    monkeypatch.setattr(running, "BATCH", 100)
    run = waiting.begin(BytesIO(as_csv(member_lists.table(400))), "ds.csv", made_by=cast.thu, unit=cast.thu.unit)
    run.restart(run.State.RUNNING, since={run.State.CHECKING})
    one, other = ImportRun.objects.get(pk=run.pk), ImportRun.objects.get(pk=run.pk)
    with waiting.opened(run) as rows:
        advance(one, rows, seconds=0)
        rows.seek(0)
        advance(other, rows)
        assert other.done_rows == one.done_rows == 100
        rows.seek(0)
        advance(other, rows)
    run.refresh_from_db()
    wanted = member_lists.good_codes(400)
    assert (run.state, counts(run)) == ("done", {"added": len(wanted), "bad": 400 - len(wanted)})
    assert AuditEntry.objects.filter(action="import").count() == 1


def test_what_was_interrupted_is_not_gone_on_with_by_another_file(cast, bring, monkeypatch):
    """Nor by a corrected one: its rows are other rows."""
    rows = [[f"HV{number}", *LAN[1:]] for number in range(1, 6)]
    monkeypatch.setattr(running, "BATCH", 2)
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(Command, "tell", interrupt)
        bring(rows)
    assert (last().state, last().done_rows) == ("running", 2)
    bring([[f"HV{number}", *MAI[1:]] for number in range(11, 14)])
    assert counts(last()) == {"added": 3}
    bring(rows)
    assert counts(ImportRun.objects.earliest("made_at")) == {"added": 5}
    assert Member.objects.filter(member_code__startswith="HV").count() == 8


def interrupt(*_):
    raise KeyboardInterrupt


def test_walk_in_steps_equals_the_walk_at_once(cast, monkeypatch):
    """Also what is remembered from row to row: a code that came before the last stop is still known."""
    monkeypatch.setattr(running, "BATCH", 499)  # row 500 repeats the code of row 499
    run = waiting.begin(BytesIO(as_csv(member_lists.table(1100))), "ds.csv", made_by=None, unit=cast.thu.unit)
    steps = 0
    while run.state == run.State.CHECKING:
        run = ImportRun.objects.get(pk=run.pk)
        with waiting.opened(run) as rows:
            advance(run, rows, seconds=0)
        steps += 1
    assert steps == 3
    assert counts(run) == {"added": len(member_lists.good_codes(1100)), "bad": 1100 - len(member_lists.good_codes(1100))}


def test_a_day_later_nothing_names_a_member_any_more(cast, bring):
    run = waiting.begin(BytesIO(as_csv(member_lists.table(60))), "ds.csv", made_by=cast.thu, unit=cast.thu.unit)
    with waiting.opened(run) as rows:
        advance(run, rows)
    assert run.preview and run.problems.exists()
    assert waiting.forget_old() == 0
    ImportRun.objects.update(made_at="2026-01-01T00:00Z")
    assert waiting.forget_old() == 1
    run.refresh_from_db()
    assert (run.file, run.preview, run.state, run.problems.count()) == ("", [], "cancelled", 0)
    assert run.added == len(member_lists.good_codes(60))


def test_rows_with_mistakes_come_back_as_text_with_their_reasons(cast, bring, tmp_path):
    bring([["=1+1", "+Lan", "1980", "@", "Gia Phù", "bản Nà Mạc", "", "", IDENTITY]], errors=tmp_path / "loi.csv")
    lines = (tmp_path / "loi.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Mã HV,Họ và tên,Năm sinh,SĐT,Xã,Chi hội,Chức vụ,Trạng thái,Lỗi")
    assert lines[1].startswith("'=1+1,'+Lan,1980,'@,Gia Phù")
    bring([["=1+1", "+Lan", "1980", "@", "Gia Phù", "bản Nà Mạc", "", "", IDENTITY]], errors=tmp_path / "loi.xlsx")
    with open(tmp_path / "loi.xlsx", "rb") as file:
        (number, cells) = list(kept.data(*kept.table(file, "loi.xlsx")[:3]))[0]
    assert (number, cells[:4]) == (2, ["=1+1", "+Lan", "1980", "@"])
    assert IDENTITY not in str(cells) and len(cells) == 9


def test_what_any_spreadsheet_would_compute_comes_back_as_text(cast, bring, tmp_path):
    bring([with_changes(LAN, name="＝1+1", phone="x")], errors=tmp_path / "loi.csv")
    assert "HV1,'＝1+1," in (tmp_path / "loi.csv").read_text("utf-8-sig")


def test_corrected_file_of_mistakes_is_taken(cast, bring, tmp_path):
    bring([LAN, with_changes(MAI, phone="0912")], errors=tmp_path / "loi.csv")
    bring((tmp_path / "loi.csv").read_bytes().replace(b"0912,", b"0912345678,"))
    assert Member.objects.filter(member_code="HV2").exists()


def test_columns_may_be_named(cast, bring):
    rows = as_csv([["Khóa", "Bà", "Nơi"], ["HV1", "Lò Thị Lan", "03922-1"]])
    with pytest.raises(CommandError):
        bring(rows)
    bring(rows, column=["code=Khóa", "name=Bà", "unit_code=Nơi"])
    assert Member.objects.get(member_code="HV1").unit == cast.lan.unit


@pytest.mark.parametrize("options", [{"unit": "99999"}, {"by": "nobody"}, {"column": ["phone=Không có"]}])
def test_wrong_option_is_named(cast, bring, options):
    with pytest.raises(CommandError):
        bring([LAN], **options)
    assert not Member.objects.filter(member_code="HV1").exists()


def test_user_name_that_an_editor_has_is_left_to_her(cast, bring):
    Member.objects.filter(pk=cast.yen.pk).update(username="hv-HV1")
    bring([LAN])
    assert Member.objects.get(member_code="HV1").username.startswith("hv-HV1-")
    assert Member.objects.get(username="hv-HV1").groups.exists()
