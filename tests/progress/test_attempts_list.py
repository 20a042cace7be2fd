"""/cms/bo-cau-hoi/bai-lam/: what an official sees of attempts, and takes away."""

import csv
import io
from datetime import datetime
from uuid import uuid4

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from learning.progress.models import Attempt, Regrade, Remark
from members.models import AuditEntry
from tests.cast import MODERATORS
from tests.factories.quizzes import make_quiz
from tests.pages.reading import soup
from tests.progress.sending import hand_in

pytestmark = pytest.mark.django_db
LIST = "/cms/bo-cau-hoi/bai-lam/"


@pytest.fixture
def quiz(cast):
    """Two questions, of which both are needed."""
    return make_quiz(kinds=("single", "text"), title="Chụp ảnh hàng")


@pytest.fixture
def tam_in(cast, enter):
    """The official of Lan's and Hoa's commune, let into the editor's admin."""
    from django.contrib.auth.models import Group

    cast.tam.groups.add(Group.objects.get(name=MODERATORS))
    return enter("tam")


def rows(answer) -> list[list[str]]:
    return [[" ".join(cell.text.split()) for cell in row.select("td")] for row in soup(answer).select("table.listing tbody tr")]


def names(answer) -> set[str]:
    return {row[0] for row in rows(answer)}


def test_row_says_who_what_and_how_well(tam_in, quiz, cast):
    hand_in(cast.lan, quiz, right=True, seconds=150)
    (row,) = rows(tam_in.get(LIST))
    assert row[0] == "Lò Thị Lan" and "Nà Mạc" in row[1] and row[2] == "Chụp ảnh hàng" and row[3] == "1 (vi)"
    assert row[4] == "2 / 2" and row[6] == "2,5"


def test_list_holds_her_subtree_and_nobody_else(tam_in, quiz, cast, enter, admin_client):
    for member in (cast.lan, cast.hoa, cast.mai, cast.vui):
        hand_in(member, quiz)
    assert names(tam_in.get(LIST)) == {"Lò Thị Lan", "Hoàng Thị Hoa"}
    assert names(enter("ngan").get(LIST)) == {"Lò Thị Lan", "Hoàng Thị Hoa", "Mùa Thị Mai"}
    assert len(rows(admin_client.get(LIST))) == 4


def test_attempt_stays_with_the_unit_where_it_was_sent(tam_in, quiz, cast):
    hand_in(cast.lan, quiz)
    cast.lan.unit = cast.vui.unit
    cast.lan.save()
    assert names(tam_in.get(LIST)) == {"Lò Thị Lan"}


def test_result_is_the_one_after_the_latest_regrade(tam_in, quiz, cast):
    attempt = hand_in(cast.lan, quiz, right=False)
    for score, passed in ((100, False), (200, True)):
        Remark.objects.create(
            regrade=Regrade.objects.create(version=quiz.frozen, by_key_of=quiz.frozen, reason="Sai đáp án"),
            attempt=attempt,
            score=score,
            maximum=200,
            passed=passed,
        )
    assert rows(tam_in.get(LIST))[0][4] == "2 / 2"
    assert names(tam_in.get(LIST, {"counts_as_passed": "true"})) == {"Lò Thị Lan"}
    assert names(tam_in.get(LIST, {"counts_as_passed": "false"})) == set()
    page = tam_in.get(f"{LIST}{attempt.pk}/")
    assert page.text.count("Sai đáp án") == 2


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "lo thi lan"}, {"Lò Thị Lan"}),
        ({"place": "na mac"}, {"Lò Thị Lan", "Hoàng Thị Hoa"}),
        ({"place": "quynh nhai"}, {"Mùa Thị Mai"}),
        ({"place": "khong co"}, set()),
        ({"counts_as_passed": "true"}, {"Lò Thị Lan"}),
        ({"source": "2"}, {"Hoàng Thị Hoa"}),
        ({"submitted_from": "02/03/2026", "submitted_to": "02/03/2026"}, {"Mùa Thị Mai"}),
    ],
)
def test_filters(quiz, cast, enter, asked, found):
    hand_in(cast.lan, quiz, right=True)
    hand_in(cast.hoa, quiz, right=False, source=Attempt.Source.GROUP)
    hand_in(cast.mai, quiz, right=False, at=datetime.fromisoformat("2026-03-02T23:30:00+07:00"))
    assert names(enter("ngan").get(LIST, asked)) == found


def test_filter_by_quiz(quiz, cast, editor):
    other = make_quiz(kinds=("single",))
    hand_in(cast.lan, quiz)
    hand_in(cast.hoa, other)
    assert names(editor.get(LIST, {"quiz_key": str(other.translation_key)})) == {"Hoàng Thị Hoa"}
    assert editor.get(LIST, {"quiz_key": "x"}).status_code == 200


def test_queries_do_not_grow_with_rows(quiz, cast, editor):
    def count(times):
        for _ in range(times):
            hand_in(cast.lan, quiz)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert editor.get(LIST).status_code == 200
        return len(queries)

    editor.get(LIST)
    assert count(1) == count(3)


# The single attempt


def test_attempt_shows_each_answer_and_what_was_right(tam_in, quiz, cast):
    attempt = hand_in(cast.lan, quiz, right=False)
    page = tam_in.get(f"{LIST}{attempt.pk}/")
    assert page.status_code == 200
    assert "Buổi tối, dưới bóng đèn vàng" in page.text and "Ban ngày, gần cửa sổ" in page.text and "không biết" in page.text


def test_attempt_outside_her_units_does_not_exist(tam_in, quiz, cast):
    assert tam_in.get(f"{LIST}{hand_in(cast.mai, quiz).pk}/").status_code == 404
    assert tam_in.get(f"{LIST}{uuid4()}/").status_code == 404
    assert tam_in.get(f"{LIST}abc/").status_code == 404


# The files


def exported(client, kind: str, **asked):
    answer = client.get(LIST, {"export": kind, **asked})
    return b"".join(answer.streaming_content)


def test_xlsx_has_numbers_and_days_and_keeps_formulas_as_text(tam_in, quiz, cast):
    cast.lan.full_name, cast.lan.member_code = "=1+1", "+84"
    cast.lan.save()
    hand_in(cast.lan, quiz, right=True, seconds=90)
    sheet = openpyxl.load_workbook(io.BytesIO(exported(tam_in, "xlsx"))).active
    head, row = list(sheet.iter_rows())
    cells = dict(zip([cell.value for cell in head], row, strict=True))
    assert [cell.data_type for cell in row[:2]] == ["s", "s"] and [cell.value for cell in row[:2]] == ["+84", "=1+1"]
    values = [cell.value for cell in row]
    assert values[5:9] == [1, 2, 2, 100] and values[11] == 1.5
    assert all(cell.data_type == "n" for cell in (*row[5:9], row[11])) and isinstance(values[12], datetime)
    assert len(cells) == 14


def test_csv_escapes_formulas_and_speaks_the_language_of_the_page(tam_in, quiz, cast):
    cast.lan.full_name = "@SUM(A1)"
    cast.lan.save()
    UserProfile.objects.create(user=cast.tam, preferred_language="en")
    hand_in(cast.lan, quiz, right=True)
    head, row = csv.reader(io.StringIO(exported(tam_in, "csv").decode("utf-8-sig")))
    assert row[1] == "'@SUM(A1)" and row[13] == "on the phone"
    assert len(head) == len(row)


def test_export_holds_what_is_filtered_in_scope_and_is_logged(tam_in, quiz, cast):
    hand_in(cast.lan, quiz, right=True)
    hand_in(cast.hoa, quiz, right=False)
    hand_in(cast.mai, quiz, right=True)
    lines = exported(tam_in, "csv", counts_as_passed="true").decode().strip().splitlines()
    assert len(lines) == 2 and "Lò Thị Lan" in lines[1]
    entry = AuditEntry.objects.get(action=AuditEntry.Action.EXPORT)
    assert entry.actor == cast.tam and entry.details["what"] == "bai-lam" and entry.details["count"] == 1


def test_export_takes_as_many_queries_for_three_rows_as_for_one(editor, quiz, cast):
    def count():
        hand_in(cast.lan, quiz)
        with CaptureQueriesContext(connection) as queries:
            exported(editor, "xlsx")
        return len(queries)

    count()
    one = count()
    hand_in(cast.hoa, quiz)
    assert count() == one


# Who


def test_editor_who_is_no_official_does_not_find_it(quiz, cast, enter):
    cast.nhung.is_official = False
    cast.nhung.save()
    attempt = hand_in(cast.lan, quiz)
    client = enter("nhung")
    assert client.get(LIST).status_code == 404 and client.get(f"{LIST}{attempt.pk}/").status_code == 404
    assert LIST not in client.get("/cms/").text


@pytest.mark.parametrize("who", ["lan", "hoa"])
def test_without_the_editors_admin_nobody_gets_in(quiz, cast, enter, who):
    attempt = hand_in(cast.lan, quiz)
    for address in (LIST, f"{LIST}{attempt.pk}/"):
        assert enter(who).get(address).status_code == 302


def test_stranger_is_sent_to_the_door(client, quiz):
    assert client.get(LIST).status_code == 302


def test_other_methods_are_refused(editor, quiz, cast):
    assert editor.post(LIST).status_code == 405
    assert editor.post(reverse("attempt_report", args=[hand_in(cast.lan, quiz).pk])).status_code == 405


def test_menu_leads_here(editor):
    assert LIST in editor.get("/cms/").text
