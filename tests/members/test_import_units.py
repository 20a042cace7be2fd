"""manage.py import_units: the official list, once."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from members.domain import UnitRow, place_units
from members.management.commands.import_units import bare
from members.models import Unit
from tests.factories.member_lists import as_csv, as_excel

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def run() -> str:
    said = StringIO()
    call_command("import_units", stdout=said)
    return said.getvalue()


def state() -> list[tuple]:
    return list(Unit.objects.values_list("pk", "path", "depth", "numchild", "kind", "code", "name", "place"))


def test_official_list_becomes_a_valid_tree_and_a_second_run_changes_nothing(cast):
    branch = cast.lan.unit.pk
    run()
    assert Unit.objects.of_kind("province").count() == 34
    assert Unit.objects.of_kind("commune").count() == 3321
    assert Unit.find_problems() == ([], [], [], [], [])
    assert Unit.objects.get(pk=branch).get_parent().name == "Gia Phù"
    gia_phu = Unit.objects.get(kind="commune", code="03922")
    assert (gia_phu.place, gia_phu.get_parent().name) == ("Gia Phù, Sơn La", "Sơn La")
    assert {unit.get_parent().kind for unit in Unit.objects.of_kind("province")} == {"central"}
    before = state()
    assert run().strip() == "Đơn vị: thêm 0, đổi tên 0."
    assert state() == before


def test_new_name_is_taken_and_the_unit_stays(cast):
    unit = Unit.objects.get(kind="commune", code="03922")
    added, renamed = place_units(
        [
            UnitRow("central", "VN", "Trung ương Hội"),
            UnitRow("province", "14", "Sơn La", ("central", "VN")),
            UnitRow("commune", "03922", "Gia Phù Mới", ("province", "14")),
        ]
    )
    assert (added, renamed) == (0, 1)
    unit.refresh_from_db()
    assert (unit.name, unit.place) == ("Gia Phù Mới", "Gia Phù Mới, Sơn La")
    assert Unit.find_problems() == ([], [], [], [], [])


def test_units_that_the_list_does_not_name_stay(cast):
    before = state()
    place_units([UnitRow("central", "VN", "Trung ương Hội")])
    assert state() == before


def test_added_unit_stands_beside_those_added_by_hand(cast):
    """treebeard's own add_child and the import give out the same steps."""
    commune = Unit.objects.get(kind="commune", code="03922")
    commune.add_child(kind="branch", code="03922-2", name="Chi hội bản Mới")
    place_units([UnitRow("commune", "03922", "Gia Phù"), UnitRow("branch", "03922-3", "Chi hội bản Ba", ("commune", "03922"))])
    commune.refresh_from_db()
    assert commune.add_child(kind="branch", code="03922-4", name="Chi hội bản Bốn").path
    assert Unit.objects.filter(kind="branch", code__startswith="03922").count() == 4
    assert Unit.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize(
    ("official", "said"),
    [
        ("Tỉnh Sơn La", "Sơn La"),
        ("Thành phố Hà Nội", "Hà Nội"),
        ("Xã Gia Phù", "Gia Phù"),
        ("Phường 1", "Phường 1"),
        ("Đặc khu Phú Quốc", "Phú Quốc"),
        ("Sơn La", "Sơn La"),
    ],
)
def test_name_that_people_say(official, said):
    assert bare(official) == said


def run_file(tmp_path, rows, name="chi-hoi.csv") -> str:
    path = tmp_path / name
    path.write_bytes(as_csv(rows) if name.endswith("csv") else as_excel(rows))
    said = StringIO()
    call_command("import_units", path, stdout=said)
    return said.getvalue().strip()


BRANCHES = [
    ["CHI HỘI XÃ GIA PHÙ"],
    ["STT", "Mã chi hội", "Tên chi hội", "Xã", "Tỉnh"],
    [1, "", "Chi hội bản Nà Mạc", "Xã Gia Phù", "Sơn La"],
    [2, "GP-10", "Chi hội bản Lềm", "gia phu", "Sơn La"],
    [3, "", "Chi hội bản Tạo", "Gia Phù", "Sơn La"],
    [4, "", "Chi hội bản Tạo", "Quỳnh Nhai", "Tỉnh Sơn La"],
]


@pytest.mark.parametrize("name", ["chi-hoi.csv", "chi-hoi.xlsx"])
def test_branches_from_a_file_stand_below_their_communes_and_a_second_run_changes_nothing(cast, tmp_path, name):
    assert run_file(tmp_path, BRANCHES, name) == "Đơn vị: thêm 3, đổi tên 0."
    added = {(unit.code, unit.name, unit.get_parent().name) for unit in Unit.objects.filter(name__in=["Chi hội bản Lềm", "Chi hội bản Tạo"])}
    assert added == {
        ("GP-10", "Chi hội bản Lềm", "Gia Phù"),
        ("03922-2", "Chi hội bản Tạo", "Gia Phù"),
        ("03703-2", "Chi hội bản Tạo", "Quỳnh Nhai"),
    }
    assert Unit.find_problems() == ([], [], [], [], [])
    before = state()
    assert run_file(tmp_path, BRANCHES, name) == "Đơn vị: thêm 0, đổi tên 0."
    assert state() == before


def test_parent_may_be_named_by_its_code_even_without_its_zero(cast, tmp_path):
    run_file(tmp_path, [["Mã", "Tên", "Mã xã"], ["", "Chi hội bản Lềm", 3922]])
    assert Unit.objects.get(name="Chi hội bản Lềm").get_parent().code == "03922"


def test_code_that_is_known_takes_the_new_name(cast, tmp_path):
    assert run_file(tmp_path, [["Mã", "Tên", "Mã xã"], ["03922-1", "Chi hội bản Nà Mạc 1", "03922"]]) == "Đơn vị: thêm 0, đổi tên 1."


@pytest.mark.parametrize(
    "row",
    [
        ["", "", "Gia Phù", ""],
        ["", "Chi hội", "Không Có", ""],
        ["", "Chi hội", "", ""],
        ["=1", "Chi hội", "Gia Phù", ""],
        ["", "=1", "Gia Phù", ""],
        ["03703-1", "Chi hội", "Gia Phù", ""],
        ["X" * 21, "Chi hội", "Gia Phù", ""],
        ["", "Chi hội", "Gia Phù", "huyện"],
        ["", "Xã Mới", "Gia Phù", "xã"],
    ],
)
def test_one_wrong_row_is_named_and_nothing_is_taken(cast, tmp_path, row):
    before = state()
    with pytest.raises(CommandError, match="3"):
        run_file(tmp_path, [["Mã", "Tên", "Xã", "Loại"], ["", "Chi hội bản Lềm", "Gia Phù", "chi hội"], row])
    assert state() == before


def test_file_without_the_columns_is_refused(cast, tmp_path):
    with pytest.raises(CommandError):
        run_file(tmp_path, [["Mã", "Tên", "Khác"], ["1", "Chi hội", "x"]])
    with pytest.raises(CommandError):
        call_command("import_units", tmp_path / "missing.csv")
