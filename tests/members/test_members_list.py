"""/cms/hoi-vien/: an official's members, to find and to take away; nobody else's."""

import csv
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.audit import AuditEntry
from members.models import Member
from members.signin import door
from tests import cast as people
from tests.desk.ground import fill
from tests.members.door import PIN, with_card
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db

LIST, RESULTS = "/cms/hoi-vien/", "/cms/hoi-vien/ket-qua/"
IN_PROVINCE = ["Đinh Kim Ngân", "Hoàng Thị Hoa", "Lò Thị Lan", "Mùa Thị Mai", "Nguyễn Lệ Thu", "Phạm Hồng Nhung", "Tòng Thị Tâm", "Trần Hải Yến"]
SCOPES = {"hoa": ["Hoàng Thị Hoa", "Lò Thị Lan"], "tam": ["Hoàng Thị Hoa", "Lò Thị Lan", "Tòng Thị Tâm"], "thu": IN_PROVINCE}


def names(answer) -> list[str]:
    return sorted(cell.get_text(" ", strip=True).split("\n")[0] for cell in soup(answer).select("td.title .title-wrapper"))


def table(answer) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("who", SCOPES)
def test_she_sees_her_subtree(office, who):
    assert names(office(who).get(LIST)) == sorted(SCOPES[who])


@pytest.mark.parametrize("who", SCOPES)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_download_holds_the_same_and_is_logged(office, cast, who, kind):
    answer = office(who).get(LIST, {"export": kind})
    if kind == "csv":
        found = [row[1] for row in table(answer)[1:]]
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
        found = [row[1].value for row in sheet.iter_rows(min_row=2)]
    assert sorted(found) == sorted(SCOPES[who])
    entry = AuditEntry.objects.get(action="export")
    assert (entry.actor.username, entry.details["what"], entry.details["count"], entry.details["as"]) == (who, "hoi-vien", len(SCOPES[who]), kind)
    assert "no-store" in answer["Cache-Control"]


def test_an_address_cannot_say_something_else_in_the_log(office):
    office("thu").get(LIST, {"export": "csv", "what": "x", "count": "0", "as": "x"})
    details = AuditEntry.objects.get(action="export").details
    assert details == {"what": "hoi-vien", "count": len(IN_PROVINCE), "as": "csv"}


def test_a_head_takes_nothing_away_and_writes_nothing(office):
    answer = office("thu").head(LIST, {"export": "csv"})
    assert (answer.status_code, b"".join(answer)) == (200, b"")
    assert "attachment" in answer["Content-Disposition"]
    assert not AuditEntry.objects.filter(action="export").exists()


def test_a_superuser_sees_everybody(admin_client, cast):
    assert "Vi Thị Vui" in names(admin_client.get(LIST, {"q": "vi thi vui"}))


@pytest.mark.parametrize("address", [LIST, RESULTS, f"{LIST}?export=csv"])
def test_others_have_no_list(office, client, cast, address):
    assert office("lan").get(address).status_code == 404
    assert client.get(address).status_code == 302
    with_card(cast.hoa, PIN)
    client.post(f"/dang-nhap/the/{cast.hoa.cards.get().secret}/", {"pin": PIN})
    assert client.get(address).status_code == 302, "a PIN opens nothing here"
    assert not AuditEntry.objects.filter(action="export").exists()


def test_an_official_without_the_right_to_the_admin_is_sent_away(enter, cast):
    assert enter("hoa").get(LIST).status_code == 302


@pytest.mark.parametrize("typed", ["lo thi lan", "LÒ THỊ LAN", "lan"])
def test_search_needs_no_tones(office, typed):
    assert names(office("thu").get(RESULTS, {"q": typed})) == ["Lò Thị Lan"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"place": "gia phu"}, ["Hoàng Thị Hoa", "Lò Thị Lan", "Tòng Thị Tâm"]),
        ({"place": "lang son"}, []),
        ({"place": "không có"}, []),
        ({"kind": ["branch"]}, ["Hoàng Thị Hoa", "Lò Thị Lan", "Mùa Thị Mai"]),
        ({"kind": ["commune"]}, ["Tòng Thị Tâm"]),
        ({"status": ["left"]}, ["Mùa Thị Mai"]),
        ({"is_official": "false"}, ["Lò Thị Lan", "Mùa Thị Mai"]),
        ({"has_card": "true"}, ["Lò Thị Lan"]),
        ({"has_pin": "true"}, ["Lò Thị Lan"]),
        ({"place": "gia phu", "is_official": "true", "has_card": "false"}, ["Hoàng Thị Hoa", "Tòng Thị Tâm"]),
    ],
)
def test_filters(office, cast, asked, found):
    Member.objects.filter(pk=cast.mai.pk).update(status="left")
    with_card(cast.lan, PIN)
    client = office("thu")
    assert names(client.get(RESULTS, asked)) == sorted(found)
    assert sorted(row[1] for row in table(client.get(LIST, asked | {"export": "csv"}))[1:]) == sorted(found)


@pytest.mark.parametrize("asked", [{"kind": "x"}, {"ordering": "password"}, {"p": "99"}, {"p": "x"}, {"q": "%"}, {"place": "'"}, {"export": "exe"}])
def test_odd_questions_break_nothing(office, asked):
    assert office("hoa").get(RESULTS, asked).status_code == 200


def test_a_name_that_would_compute_stays_text(office, cast):
    Member.objects.filter(pk=cast.lan.pk).update(full_name="=1+1", name_folded="=1+1", phone="+84912345678", birth_year=1990, member_code="+5")
    client = office("hoa")
    row = next(row for row in table(client.get(LIST, {"export": "csv"})) if row[1] == "'=1+1")
    assert row[:4] == ["'+5", "'=1+1", "1990", "0912 345 678"]
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(client.get(LIST, {"export": "xlsx"}).streaming_content))).active
    cells = next(row for row in sheet.iter_rows(min_row=2) if row[1].value == "=1+1")
    assert [cell.data_type for cell in cells[:3]] == ["s", "s", "n"]


def test_same_queries_for_one_member_and_for_thirty(office, cast):
    client = office("hoa")

    def queries(address, data=None):
        with CaptureQueriesContext(connection) as caught:
            answer = client.get(address, data)
            if answer.streaming:
                b"".join(answer.streaming_content)
        return len(caught)

    client.get(LIST)
    few = queries(RESULTS), queries(LIST, {"export": "csv"})
    door.issue_cards(members=fill(people.BRANCH, 28), by=None)
    assert (queries(RESULTS), queries(LIST, {"export": "csv"})) == few


def test_the_menu_names_it_for_officials_alone(office, cast):
    assert LIST in office("hoa").get("/cms/").content.decode()
    assert LIST not in office("lan").get("/cms/").content.decode()
