"""Headers, cells and places as people write them: what they mean, or what is wrong and how to mend it."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from members.importing.columns import MEMBER_FIELDS, guess, is_header, is_numbering, letter_of, never_kept, wrong_mapping
from members.importing.kept import tidy
from members.importing.places import Misplaced, NewBranch, Place, Places
from members.importing.rows import MemberRow, Problem, RowReader

UNITS = [
    Place(1, "0001", "central", "VN", "Trung ương Hội"),
    Place(2, "00010001", "province", "14", "Sơn La"),
    Place(3, "000100010001", "commune", "03922", "Gia Phù", "Gia Phù, Sơn La"),
    Place(4, "000100010002", "commune", "03703", "Quỳnh Nhai", "Quỳnh Nhai, Sơn La"),
    Place(5, "0001000100010001", "branch", "03922-1", "Chi hội bản Nà Mạc", "Chi hội bản Nà Mạc, Gia Phù"),
    Place(6, "0001000100010002", "branch", "03922-2", "Chi hội bản Lềm", "Chi hội bản Lềm, Gia Phù"),
    Place(7, "0001000100020001", "branch", "03703-1", "Chi hội bản Lềm", "Chi hội bản Lềm, Quỳnh Nhai"),
    Place(8, "00010002", "province", "20", "Lạng Sơn"),
    Place(9, "000100020001", "commune", "06001", "Gia Phù", "Gia Phù, Lạng Sơn"),
    Place(10, "000100020002", "commune", "06002", "Phường 1", "Phường 1, Lạng Sơn"),
]
HEADERS = ["Mã", "Họ tên", "SĐT", "Năm sinh", "Xã", "Chi hội", "Tình trạng", "Chức vụ"]
GOOD = ["HV1", "Lò Thị Lan", "0912345678", "1980", "Gia Phù", "Nà Mạc", "", ""]


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def places(scope: str = "00010001", may_add: bool = False) -> Places:
    return Places(UNITS, scope=scope, may_add=may_add)


def reader(**options) -> RowReader:
    return RowReader(guess(HEADERS), HEADERS, places(), 2026, **options)


def read(place: int, cell: str) -> MemberRow | list[Problem]:
    return reader(with_officials=True).read([cell if at == place else kept for at, kept in enumerate(GOOD)])


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Họ và tên", "name"),
        ("HỌ TÊN", "name"),
        ("Họ và tên (*)", "name"),
        ("Ho va ten hoi vien", "name"),
        ("Mã hội viên", "code"),
        ("Mã HV", "code"),
        ("Mã số hội viên", "code"),
        ("Số điện thoại", "phone"),
        ("SĐT", "phone"),
        ("ĐT", "phone"),
        ("Số điện thoại liên hệ", "phone"),
        ("Năm sinh", "birth"),
        ("Ngày, tháng, năm sinh", "birth"),
        ("Chi hội", "branch"),
        ("Tổ", "branch"),
        ("Đơn vị", "branch"),
        ("Xã", "commune"),
        ("Xã/Phường", "commune"),
        ("Mã đơn vị", "unit_code"),
        ("Chức vụ", "official"),
        ("Là cán bộ", "official"),
        ("Trạng thái", "status"),
        ("Tỉnh", "province"),
        ("Ngo\u0323c", None),
        ("Họ tên chồng", None),
        ("Số điện thoại người thân", None),
        ("Tình trạng hôn nhân", None),
        ("Số thẻ đảng viên", None),
        ("CCCD", None),
        ("", None),
    ],
)
def test_header_is_understood(header, field):
    assert list(guess([header])) == ([field] if field else [])


@pytest.mark.parametrize(
    "header",
    ["CCCD", "Số CMND", "Số CCCD/CMND", "Dân tộc", "Tôn giáo", "Ngôn ngữ", "Tiếng nói", "Số định danh cá nhân", "Thẻ BHYT", "DÂN TỘC (*)", "Ethnicity"],
)
def test_column_that_is_never_kept(header):
    assert never_kept(header)
    assert guess(["Mã HV", "Họ tên", header]) == {"code": 0, "name": 1}


def test_more_telling_header_wins_and_each_column_is_used_once():
    assert guess(["Tổ", "Chi hội", "Đơn vị", "Mã", "Họ tên"]) == {"branch": 1, "commune": 2, "code": 3, "name": 4}
    assert guess(["Họ và tên đệm", "Tên", "Mã HV"]) == {"code": 2, "name": 0, "given": 1}


def test_title_is_no_header():
    assert not is_header(["DANH SÁCH HỘI VIÊN", "", "Năm 2026"])
    assert not is_header(["Họ và tên"])
    assert is_header(["STT", "Họ và tên", "Năm sinh"])


@pytest.mark.parametrize(("cells", "is_it"), [(["(1)", "(2)", "(3)"], True), (["1", "2", "3", "4"], True), (["1", "HV1", "Lan"], False), (["", ""], False)])
def test_numbers_under_a_header(cells, is_it):
    assert is_numbering(cells) is is_it


def test_letters_of_columns():
    assert [letter_of(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_mapping_must_be_possible():
    good = {"code": 0, "name": 1, "branch": 2}
    assert wrong_mapping(good, 3) == ""
    for wrong in ({"code": 0}, {"code": 0, "name": 0, "branch": 2}, {**good, "phone": 3}, {**good, "religion": 1}, {"code": 0, "name": 1}):
        assert wrong_mapping(wrong, 3)
    assert wrong_mapping({"code": 0, "name": 1}, 3, needs_place=False) == ""


def test_good_row():
    row = reader().read(GOOD)
    assert row == MemberRow("HV1", "Lò Thị Lan", UNITS[4], "+84912345678", 1980)


@pytest.mark.parametrize(
    ("place", "cell", "sentence"),
    [
        (0, "", "column Mã: the member code is missing. Fill it in, then upload the file again."),
        (0, "=A1", "column Mã: a formula or a sign at the beginning. Type the value itself, then upload the file again."),
        (0, "-1", "column Mã: a formula or a sign at the beginning. Type the value itself, then upload the file again."),
        (0, "1,23E+11", "column Mã: Excel has shortened the code. Format the column as text, type the code again, then upload the file."),
        (0, "HV*1", "column Mã: the code holds other signs than letters, digits and . - /. Correct it, then upload the file again."),
        (0, "H" * 31, "column Mã: the code is longer than 30 characters. Correct it, then upload the file again."),
        (1, "", "column Họ tên: the name is missing. Fill it in, then upload the file again."),
        (1, "@Lan", "column Họ tên: a formula or a sign at the beginning. Type the value itself, then upload the file again."),
        (1, "12", "column Họ tên: there is no name in it. Correct it, then upload the file again."),
        (1, "NguyÔn ThÞ Lan", "column Họ tên: the name is in an old font such as .VnTime. Convert the file to Unicode, then upload it again."),
        (1, "L" * 121, "column Họ tên: the name is longer than 120 characters. Correct it, then upload the file again."),
        (2, "091234567", "column SĐT: one digit is missing. Correct it, then upload the file again."),
        (2, "=1+1", "column SĐT: a formula or a sign at the beginning. Type the value itself, then upload the file again."),
        (3, "1899", "column Năm sinh: the year must be from 1900 to 2016. Correct it, then upload the file again."),
        (3, "2017", "column Năm sinh: the year must be from 1900 to 2016. Correct it, then upload the file again."),
        (3, "12/5/80", "column Năm sinh: no year with four digits. Write for instance 1980 or 21/11/1980, then upload the file again."),
        (4, "Không Có", "column Xã: there is no commune called “Không Có”. Correct the name, then upload the file again."),
        (5, "", "column Chi hội: the branch is missing. Fill it in, then upload the file again."),
        (5, "Mới", "column Chi hội: Gia Phù has no branch called “Mới”. Correct the name, or allow new branches to be created."),
        (6, "?", "column Tình trạng: “?” is no known status. Write Đang sinh hoạt, Chuyển đi or Ra khỏi Hội, then upload the file again."),
    ],
)
def test_mistake_is_named_with_column_and_remedy(place, cell, sentence):
    assert [str(problem) for problem in read(place, cell)] == [sentence]


def test_all_mistakes_of_a_row_are_named_at_once():
    problems = reader().read(["", "", "1", "x", "", "", "?", ""])
    assert [problem.field for problem in problems] == ["code", "name", "phone", "birth", "status", "branch"]


@pytest.mark.parametrize("cell", ["1980", "1980.0", "12/05/1980", "1980-05-12", "5-1980", "29353", "năm 1980"])
def test_year_from_any_way_of_writing_a_date(cell):
    assert read(3, cell).birth_year == 1980


@pytest.mark.parametrize(("cell", "code"), [("1234.0", "1234"), (" hv 1 ", "HV1"), ("hv-1/a.b", "HV-1/A.B"), ("mã1", "MÃ1")])
def test_code_is_one_however_it_is_written(cell, code):
    assert read(0, tidy(cell)).code == code


@pytest.mark.parametrize(
    ("cell", "said"), [("x", True), ("Có", True), ("Chi hội trưởng", True), ("Chủ tịch", True), ("Hội viên", False), ("Không", False), ("", None)]
)
def test_official_by_position_or_by_a_cross(cell, said):
    assert read(7, cell).is_official is said
    assert reader().read([*GOOD[:7], cell]).is_official is None


def test_official_may_belong_to_the_commune_itself():
    assert reader().read([*GOOD[:5], "", "", "Chủ tịch"]).place == UNITS[2]


@pytest.mark.parametrize(("cell", "said"), [("Đang sinh hoạt", "active"), ("chuyen di", "moved"), ("Ra khỏi Hội", "left"), ("", None)])
def test_status(cell, said):
    assert read(6, cell).status == said


def test_name_in_two_columns_is_joined():
    headers = ["Mã HV", "Họ và tên đệm", "Tên", "Mã chi hội"]
    row = RowReader(guess(headers), headers, places(), 2026).read(["HV1", "Lò Thị", "Lan", "03922-1"])
    assert row.full_name == "Lò Thị Lan"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"code": "03922-1"}, 5),
        ({"code": "03922"}, 3),
        ({"code": "3922"}, 3),
        ({"code": "03922", "branch": "Lềm"}, 6),
        ({"code": "unknown", "commune": "Gia Phù", "branch": "Lềm"}, 6),
        ({"commune": "Xã Gia Phù", "branch": "Chi hội phụ nữ bản Nà Mạc"}, 5),
        ({"commune": "HỘI LHPN XÃ GIA PHÙ", "branch": "na mac"}, 5),
        ({"commune": "Quỳnh Nhai", "branch": "bản Lềm"}, 7),
        ({"branch": "Nà Mạc"}, 5),
        ({"commune": "Gia Phù"}, 3),
        ({"commune": "Gia Phù", "province": "Tỉnh Sơn La"}, 3),
    ],
)
def test_place_is_found_by_code_or_names(asked, found):
    assert places().find(**asked).pk == found


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"code": "06001"}, "unit_code"),
        ({"code": "nothing"}, "unit_code"),
        ({"commune": "Gia Phù", "province": "Lạng Sơn"}, "commune"),
        ({"commune": "Phường 1"}, "commune"),
        ({"branch": "Lềm"}, "branch"),
        ({"branch": "Không Có"}, "branch"),
        ({}, "branch"),
    ],
)
def test_place_that_is_not_hers_or_not_clear_is_refused(asked, field):
    with pytest.raises(Misplaced) as refused:
        places().find(**asked)
    assert refused.value.field == field
    with pytest.raises(Misplaced):
        places().find(**asked)  # also when it is remembered


def test_commune_that_two_provinces_have_needs_the_province():
    with pytest.raises(Misplaced):
        places(scope="").find(commune="Gia Phù", branch="Lềm")
    assert places(scope="").find(commune="Gia Phù", branch="Lềm", province="Sơn La").pk == 6


def test_branch_s_officer_may_name_the_commune_above_her():
    own = places(scope=UNITS[4].path)
    assert own.find(commune="Gia Phù", branch="Nà Mạc").pk == own.find().pk == 5
    for asked in ({"commune": "Gia Phù", "branch": "Lềm"}, {"commune": "Gia Phù"}, {"code": "03922"}):
        with pytest.raises(Misplaced):
            own.find(**asked)


def test_new_branch_only_in_a_commune_of_hers():
    assert places(may_add=True).find(commune="Gia Phù", branch="Bản Mới") == NewBranch(UNITS[2], "Bản Mới")
    for asked in ({"branch": "Bản Mới"}, {"commune": "Phường 1", "branch": "Bản Mới"}, {"commune": "Gia Phù", "branch": "Chi hội"}):
        with pytest.raises(Misplaced):
            Places(UNITS, scope="00010001", may_add=True).find(**asked)
    with pytest.raises(Misplaced):
        Places(UNITS, scope=UNITS[4].path, may_add=True).find(commune="Gia Phù", branch="Bản Mới")


ODD = st.text(max_size=30) | st.sampled_from(["=1", "\x00", "\ud800", "nan", "1e400", "٣", "²", "9" * 400, "-", "+84", "Gia Phù", "Nà Mạc", "HV1"])


@given(st.lists(ODD, min_size=0, max_size=10))
def test_any_row_is_a_member_or_problems_with_words(cells):
    found = reader(with_officials=True).read([tidy(cell) for cell in cells])
    if isinstance(found, MemberRow):
        assert 0 < len(found.code) <= 30 and 0 < len(found.full_name) <= 120
        assert found.full_name == tidy(found.full_name) and not found.full_name.startswith(("=", "+", "-", "@"))
        assert found.birth_year is None or 1900 <= found.birth_year <= 2016
        assert found.place.path.startswith("00010001")
        assert (found.code + found.full_name).encode()
    else:
        assert found and all(str(problem) for problem in found)


@given(st.text(max_size=50))
def test_tidy_text_is_tidy_for_good(text):
    once = tidy(text)
    assert tidy(once) == once
    assert once == once.strip() and "  " not in once and "\x00" not in once
    once.encode()


@given(st.lists(st.text(max_size=20), max_size=12))
def test_guess_uses_real_columns_once(headers):
    found = guess(headers)
    assert set(found) <= {field.key for field in MEMBER_FIELDS}
    assert len(set(found.values())) == len(found)
    assert all(0 <= place < len(headers) and not never_kept(headers[place]) for place in found.values())
