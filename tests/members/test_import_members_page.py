"""/cms/hoi-vien/nhap/: upload, look, import; and nobody else's."""

import re
import uuid

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from members.importing import forms, views
from members.importing import run as running
from members.models import ImportRun, Member
from tests.cast import permission
from tests.factories import member_lists
from tests.factories.member_lists import IDENTITY, as_csv, as_xlsx

pytestmark = pytest.mark.django_db

START = "/cms/hoi-vien/nhap/"
ACTIONS = ("member_import_columns", "member_import_proceed", "member_import_bring_in", "member_import_cancel")
ROWS = [
    ["Mã HV", "Họ và tên", "SĐT", "Xã", "Chi hội"],
    ["HV1", "Lò Thị Lan", "0912345678", "Gia Phù", "Nà Mạc"],
    ["HV2", "Mùa Thị Mai", "0912", "Gia Phù", "Nà Mạc"],
]


@pytest.fixture
def hoa(cast, enter):
    """The chairwoman, with the right to open the editor's admin."""
    cast.hoa.user_permissions.add(permission("wagtailadmin.access_admin"))
    return enter("hoa")


@pytest.fixture
def thu(cast, enter):
    cast.thu.user_permissions.add(permission("wagtailadmin.access_admin"))
    return enter("thu")


def upload(client, rows=ROWS, name="ds.csv", content=None):
    return client.post(START, {"file": SimpleUploadedFile(name, content if content is not None else as_csv(rows))})


def uploaded(client, rows=ROWS) -> ImportRun:
    upload(client, rows)
    return ImportRun.objects.latest("made_at")


def act(client, run: ImportRun, action: str, data=None):
    response = client.post(reverse(f"member_import_{action}", args=[run.pk]), data or {})
    run.refresh_from_db()
    return response


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_from_the_upload_to_the_members(thu, cast):
    response = upload(thu)
    run = ImportRun.objects.get()
    assert response.url == reverse("member_import", args=[run.pk])
    assert "data-proceed" in text(thu.get(response.url))
    act(thu, run, "proceed")
    assert run.state == "checked"
    page = text(thu.get(response.url))
    assert "Lò Thị Lan (HV1)" in page and "Chi hội bản Nà Mạc, Gia Phù" in page and "0912 345 678" in page
    assert "data-proceed" not in page
    assert not Member.objects.filter(member_code="HV1").exists()
    act(thu, run, "bring_in")
    assert "data-proceed" in text(thu.get(response.url))
    act(thu, run, "proceed")
    assert (run.state, run.added, run.bad, run.made_by) == ("done", 1, 1, cast.thu)
    assert Member.objects.get(member_code="HV1").unit == cast.lan.unit
    assert run.file == ""
    assert thu.get(response.url).status_code == 200


def test_long_import_takes_many_requests_and_none_takes_long(thu, monkeypatch):
    monkeypatch.setattr(running, "BATCH", 50)
    monkeypatch.setattr(views, "SECONDS", 0)
    run = uploaded(thu, list(member_lists.table(220)))
    assert run.total == 220
    steps = []
    while run.state == "checking":
        steps.append(run.done_rows)
        act(thu, run, "proceed")
    assert steps == [0, 50, 100, 150, 200]
    act(thu, run, "bring_in")
    while run.state == "running":
        act(thu, run, "proceed")
    assert run.added == len(member_lists.good_codes(220)) == Member.objects.filter(member_code__startswith="SL").count()


def test_another_choice_of_columns_is_checked_again(thu):
    run = uploaded(thu)
    act(thu, run, "proceed")
    columns = {"code": "0", "name": "1", "commune": "3", "branch": "4"}
    assert act(thu, run, "columns", columns).status_code == 302
    assert (run.state, run.done_rows, run.problems.count()) == ("checking", 0, 0)
    act(thu, run, "proceed")
    assert (run.added, run.bad, run.dropped) == (2, 0, ["SĐT"])


@pytest.mark.parametrize(
    "columns", [{}, {"code": "0"}, {"code": "0", "name": "0", "branch": "4"}, {"code": "0", "name": "1"}, {"code": "99", "name": "1", "branch": "4"}]
)
def test_impossible_choice_of_columns_is_refused_with_a_sentence(thu, columns):
    run = uploaded(thu)
    response = act(thu, run, "columns", columns)
    assert response.status_code == 422
    assert "help-critical" in text(response) or "error-message" in text(response)
    assert run.mapping == {"code": 0, "name": 1, "phone": 2, "commune": 3, "branch": 4}


def test_file_without_known_columns_waits_for_her_choice(thu):
    run = uploaded(thu, [["Khóa", "Bà", "Nơi"], ["HV1", "Lò Thị Lan", "Nà Mạc"]])
    page = text(thu.get(reverse("member_import", args=[run.pk])))
    assert "data-proceed" not in page and "help-warning" in page
    act(thu, run, "proceed")
    assert (run.state, run.done_rows) == ("checking", 0)
    act(thu, run, "columns", {"code": "0", "name": "1", "branch": "2"})
    act(thu, run, "proceed")
    assert run.added == 1


def test_cancelled_import_leaves_nothing(thu):
    run = uploaded(thu)
    file = run.file
    act(thu, run, "proceed")
    assert default_storage.exists(file)
    assert act(thu, run, "cancel").url == START
    assert not default_storage.exists(file)
    assert (run.state, run.preview, run.problems.count()) == ("cancelled", [], 0)
    assert not Member.objects.filter(member_code="HV1").exists()


def test_pressing_import_twice_imports_once(thu):
    run = uploaded(thu)
    act(thu, run, "proceed")
    act(thu, run, "bring_in")
    act(thu, run, "proceed")
    act(thu, run, "bring_in")
    act(thu, run, "proceed")
    assert (run.state, run.added) == ("done", 1)


def test_import_before_the_check_is_over_does_not_start(thu):
    run = uploaded(thu)
    act(thu, run, "bring_in")
    assert run.state == "checking"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_rows_with_mistakes_are_handed_back(thu, kind):
    run = uploaded(thu)
    act(thu, run, "proceed")
    response = thu.get(reverse("member_import_mistakes", args=[run.pk, kind]))
    assert response.status_code == 200
    assert f'ds-loi.{kind}"' in response.headers["Content-Disposition"]
    content = b"".join(response.streaming_content)
    assert content[:2] == b"PK" if kind == "xlsx" else "Mùa Thị Mai" in content.decode("utf-8-sig")


@pytest.mark.parametrize("kind", ["pdf", "exe"])
def test_mistakes_in_another_form_are_not_there(thu, kind):
    run = uploaded(thu)
    assert thu.get(reverse("member_import_mistakes", args=[run.pk, kind])).status_code == 404


def test_rows_outside_her_unit_are_refused_by_name(hoa, cast):
    run = uploaded(hoa, [*ROWS, ["HV3", "Mùa Thị Mai", "", "Quỳnh Nhai", "Phiêng Nèn"]])
    act(hoa, run, "proceed")
    assert (run.added, run.bad) == (1, 2)
    assert "Quỳnh Nhai" in text(hoa.get(reverse("member_import", args=[run.pk])))


def test_branch_list_needs_no_column_of_places(hoa, cast):
    run = uploaded(hoa, [["Mã HV", "Họ và tên"], ["HV1", "Lò Thị Lan"]])
    act(hoa, run, "proceed")
    act(hoa, run, "bring_in")
    act(hoa, run, "proceed")
    assert Member.objects.get(member_code="HV1").unit == cast.hoa.unit


def test_colleague_does_not_see_the_import(thu, hoa, editor):
    run = uploaded(thu)
    for client in (hoa, editor):
        assert client.get(reverse("member_import", args=[run.pk])).status_code == 404
        assert client.get(reverse("member_import_mistakes", args=[run.pk, "csv"])).status_code == 404
        assert run.name not in text(client.get(START))
        for action in ACTIONS:
            assert client.post(reverse(action, args=[run.pk])).status_code == 404
    run.refresh_from_db()
    assert (run.state, run.done_rows) == ("checking", 0)


def test_officer_who_was_moved_elsewhere_loses_it(thu, cast):
    run = uploaded(thu)
    Member.objects.filter(pk=cast.thu.pk).update(unit=cast.mai.unit)
    assert thu.get(reverse("member_import", args=[run.pk])).status_code == 404


def test_stranger_and_members_without_the_right_do_not_get_in(client, enter, cast):
    for who in (client, enter("lan"), enter("hoa")):
        assert who.get(START).status_code in {302, 404}
        assert upload(who).status_code in {302, 404}
    assert not ImportRun.objects.exists()


def test_editor_who_is_no_officer_does_not_learn_that_it_exists(editor, cast):
    Member.objects.filter(pk=cast.ngan.pk).update(is_official=False)
    assert editor.get(START).status_code == 404
    assert START not in editor.get("/cms/").content.decode()


def test_officer_finds_it_in_the_menu(thu):
    assert START in thu.get("/cms/").content.decode()


@pytest.mark.parametrize("action", ["member_import", *ACTIONS])
def test_missing_and_bad_ids_are_404(thu, action):
    assert thu.post(reverse(action, args=[uuid.uuid4()])).status_code in {404, 405}
    assert thu.get(reverse("member_import", args=[uuid.uuid4()])).status_code == 404
    assert thu.get(START + "12/").status_code == 404


def test_wrong_methods_change_nothing(thu):
    run = uploaded(thu)
    for action in ACTIONS:
        assert thu.get(reverse(action, args=[run.pk])).status_code == 405
    assert thu.post(reverse("member_import", args=[run.pk])).status_code == 405
    assert thu.delete(START).status_code == 405
    before = ImportRun.objects.values().get()
    thu.get(reverse("member_import", args=[run.pk]))
    assert ImportRun.objects.values().get() == before


def test_every_form_carries_the_token(thu, cast):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.thu)
    run = uploaded(thu)
    assert upload(strict).status_code == 403
    for action in ACTIONS:
        assert strict.post(reverse(action, args=[run.pk])).status_code == 403
    for page in (thu.get(START), thu.get(reverse("member_import", args=[run.pk]))):
        ours = [form for form in re.findall(r"<form.*?</form>", text(page)) if "post" in form and "/hoi-vien/" in form or "multipart" in form]
        assert ours and all("csrfmiddlewaretoken" in form for form in ours)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ds.exe", b"MZ"),
        ("ds", b"a,b"),
        ("ds.xls", b"\xd0\xcf\x11\xe0 old"),
        ("ds.xlsx", b"\xd0\xcf\x11\xe0 locked"),
        ("ds.xlsx", b"Ma HV,Ho ten\n1,Lan"),
        ("ds.csv", as_xlsx(ROWS)),
        ("ds.xlsx", b"PK\x03\x04 cut off"),
        ("ds.csv", b""),
        ("ds.csv", b"\xff\xfe\x00"),
        ("ds.csv", as_csv(ROWS[:1])),
        ("ds.csv", "Mã HV,Họ và tên\nHV1,NguyÔn ThÞ Hµ, ®Æng ¸\n".encode("cp1252", "ignore")),
    ],
)
def test_unreadable_upload_is_refused_with_what_to_do(thu, name, content):
    response = upload(thu, name=name, content=content)
    assert response.status_code == 422
    assert "error-message" in text(response)
    assert not ImportRun.objects.exists()


def test_upload_above_the_limit_is_refused_with_both_sizes(thu, monkeypatch):
    monkeypatch.setattr(forms, "LARGEST_MB", 1)
    page = text(upload(thu, content=b"x" * (1 << 20) + b"y"))
    assert "2 MB" in page and "1 MB" in page


def test_no_address_leads_to_the_waiting_file(thu, client):
    run = uploaded(thu)
    for address in (f"/media/{run.file}", f"/{run.file}", f"/media/images/../{run.file}"):
        assert client.get(address).status_code == 404
        assert thu.get(address).status_code == 404


def test_answers_are_private_and_without_what_is_never_kept(thu):
    upload(thu, content=as_csv(member_lists.table(30)))
    run = ImportRun.objects.get()
    act(thu, run, "proceed")
    response = thu.get(reverse("member_import", args=[run.pk]))
    assert response.headers["Cache-Control"] in {"private, no-store"} or "no-store" in response.headers["Cache-Control"]
    assert IDENTITY not in text(response)
    assert "CCCD, Dân tộc, Tôn giáo" in text(response)


def test_lost_file_is_told_and_not_a_500(thu):
    run = uploaded(thu)
    default_storage.delete(run.file)
    assert act(thu, run, "proceed").status_code == 302
    assert run.state == "cancelled"
    assert thu.get(reverse("member_import", args=[run.pk])).status_code == 200


def test_queries_do_not_grow_with_the_rows(thu, django_assert_max_num_queries):
    run = uploaded(thu, list(member_lists.table(300)))
    act(thu, run, "proceed")
    with django_assert_max_num_queries(25):
        thu.get(reverse("member_import", args=[run.pk]))
    act(thu, run, "bring_in")
    with django_assert_max_num_queries(35):
        act(thu, run, "proceed")
    assert run.state == "done"
