"""Reports of the library: what must be looked at again, and downloads per month; as lists and as files."""

import csv
import io
from datetime import date, timedelta

import openpyxl
import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext

from learning.library.models import DocumentDay
from learning.library.office import months
from members.models import AuditEntry
from tests import factories
from tests.cast import client_of
from tests.learning.office import OUTSIDERS, folder, let_in, turned_away
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
REVIEW, MONTHS = reverse("library_review"), reverse("library_months")


def table(answer) -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"), newline="")))[1:]


def shown(answer) -> list[str]:
    return [cell.get_text(strip=True) for cell in soup(answer).select("td.title .title-wrapper")]


@pytest.fixture
def to_review(cast):
    today = localdate()
    factories.make_document(title="Quá hạn", review_on=today - timedelta(1), owner=cast.nhung, uploaded_by_user=cast.ngan)
    factories.make_document("form", title="Sắp đến hạn", review_on=today + timedelta(30), uploaded_by_user=cast.ngan)
    factories.make_document(title="Còn lâu", review_on=today + timedelta(31))
    factories.make_document(title="Không hẹn")


@pytest.mark.parametrize(
    ("asked", "found"),
    [({}, ["Quá hạn", "Sắp đến hạn"]), ({"owner": "nhung"}, ["Quá hạn"]), ({"owner": "ngan"}, ["Sắp đến hạn"]), ({"kind": "form"}, ["Sắp đến hạn"])],
)
def test_review_due_by_owner(editor, cast, to_review, asked, found):
    asked = {name: getattr(cast, value).pk if name == "owner" else value for name, value in asked.items()}
    assert shown(editor.get(REVIEW, asked)) == found
    assert [row[0] for row in table(editor.get(REVIEW, asked | {"export": "csv"}))] == found


def test_nothing_to_review_is_said_in_a_sentence(editor, cast):
    page = soup(editor.get(REVIEW)).select_one("main")
    assert gettext("No document has to be looked at again within 30 days.") in page.text


def test_review_file_has_days_as_days_and_is_logged(editor, to_review):
    answer = editor.get(REVIEW, {"export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert (rows[0][0], rows[0][1].date(), rows[0][3]) == ("Quá hạn", localdate() - timedelta(1), "Phạm Hồng Nhung")
    assert AuditEntry.objects.get(action="export").details["what"] == "tai-lieu-can-xem-lai"


@pytest.fixture
def counted(cast):
    """(handbook, form), counted in this month and in the one before."""
    handbook, form = factories.make_document(title="Sổ tay"), factories.make_document("form", title="Mẫu đơn")
    this = localdate().replace(day=1)
    before = this - timedelta(1)
    for document, day, reads, downloads in (
        (handbook, this, 3, 1),
        (handbook, localdate(), 4, 2) if localdate() != this else (handbook, before.replace(day=2), 0, 0),
        (handbook, before, 10, 5),
        (form, this, 1, 8),
    ):
        DocumentDay.objects.create(document=document, day=day, reads=reads, downloads=downloads)
    return handbook, form


def test_this_month_comes_first_and_others_are_asked_for(editor, counted):
    this, before = (name for name, _label in months.months()[:2])
    assert shown(editor.get(MONTHS)) == ["Mẫu đơn", "Sổ tay"]
    rows = table(editor.get(MONTHS, {"month": before, "export": "csv"}))
    assert [(row[1], row[4], row[5]) for row in rows if row[4] != "0"] == [("Sổ tay", "10", "5")]
    everything = table(editor.get(MONTHS, {"month": "", "export": "csv"}))
    assert {row[0] for row in everything} == {f"{name[5:]}/{name[:4]}" for name in (this, before)}


def test_days_are_summed(editor, counted):
    (row,) = table(editor.get(MONTHS, {"kind": "handbook", "export": "csv"}))
    sums = ("7", "3") if localdate().day > 1 else ("3", "1")
    assert (row[1], row[4], row[5]) == ("Sổ tay", *sums)


def test_sorted_by_downloads(editor, counted):
    assert shown(editor.get(MONTHS, {"ordering": "downloaded"})) == ["Sổ tay", "Mẫu đơn"]


@pytest.mark.parametrize(("today", "last"), [(date(2026, 11, 30), "2024-12"), (date(2026, 1, 1), "2024-02"), (date(2026, 12, 31), "2025-01")])
def test_two_years_of_months(monkeypatch, today, last):
    monkeypatch.setattr(months, "localdate", lambda: today)
    names = [name for name, _label in months.months()]
    assert (names[0], names[-1], len(set(names))) == (f"{today:%Y-%m}", last, 24)


@pytest.mark.parametrize("asked", [{"month": "x"}, {"month": "2026-13"}, {"kind": "x"}, {"ordering": "day"}, {"export": "exe"}, {"p": "x"}])
@pytest.mark.parametrize("address", [REVIEW, MONTHS])
def test_odd_questions_break_nothing(editor, counted, address, asked):
    assert editor.get(address, asked).status_code == 200


@pytest.mark.parametrize("address", [REVIEW, MONTHS, f"{REVIEW}?export=csv", f"{MONTHS}?export=csv"])
@pytest.mark.parametrize("who", OUTSIDERS)
def test_others_have_no_report(client, enter, to_review, counted, address, who):
    assert turned_away((enter(who) if who else client).get(address))
    assert not AuditEntry.objects.filter(action="export").exists()


def test_editor_of_one_folder_sees_its_documents_alone(cast, to_review, counted):
    mine = folder("Của Thu")
    own = factories.make_document(title="Của Thu", collection=mine, review_on=localdate())
    DocumentDay.objects.create(document=own, day=localdate(), downloads=1)
    let_in(cast.thu, mine)
    assert shown(client_of("thu").get(REVIEW)) == shown(client_of("thu").get(MONTHS)) == ["Của Thu"]
