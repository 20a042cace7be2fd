"""Who answers for a page: chosen in the editor, confirmed by one press, listed in a report."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from editing.reviews.domain import CHECKED
from home.news.models import NewsPage
from tests import factories
from tests.factories.each import one_of_each
from tests.factories.forms import add_address, edit_address, form_of, save
from tests.factories.quick import quickly, twin

pytestmark = pytest.mark.django_db

REPORT = reverse("pages_to_review")


def fresh(page):
    return type(page).objects.get(pk=page.pk)


# In the editor


def test_every_type_offers_those_with_rights_there_and_nobody_else(tree, cast, editor):
    for name, page in one_of_each(tree).items():
        form = page.get_edit_handler().get_form_class()(instance=page, parent_page=page.get_parent(), for_user=cast.ngan)
        assert {pk.value for pk, _name in form.fields["owner"].choices if pk} == {cast.ngan.pk, cast.nhung.pk}, name
    soup = BeautifulSoup(editor.get(edit_address(page)).content, "html.parser")
    assert {option["value"] for option in soup.select("#id_owner option")} == {"", str(cast.ngan.pk), str(cast.nhung.pk)}


def test_owner_who_left_stays_until_another_is_chosen(tree, cast, editor):
    page = factories.make_news(owner=cast.mai)
    assert save(editor, page, title="Tên mới").status_code == 302
    assert fresh(page).owner == cast.mai
    assert save(editor, page, owner=cast.nhung).status_code == 302
    assert fresh(page).owner == cast.nhung


def test_stranger_cannot_be_named(tree, cast, editor):
    page = factories.make_news(owner=cast.ngan)
    answer = editor.post(edit_address(page), form_of(fresh(page)) | {"owner": str(cast.lan.pk)})
    assert answer.status_code == 200 and "owner" in answer.context["form"].errors
    assert fresh(page).owner == cast.ngan


def test_form_that_does_not_ask_keeps_the_owner(tree, cast, editor):
    page = factories.make_news(owner=cast.ngan)
    sent = form_of(fresh(page))
    del sent["owner"]
    assert editor.post(edit_address(page), sent).status_code == 302
    assert fresh(page).owner == cast.ngan


def test_new_page_belongs_to_who_begins_it(tree, cast, editor):
    soup = BeautifulSoup(editor.get(add_address(type(factories.make_news()), tree.news)).content, "html.parser")
    assert soup.select_one("#id_owner option[selected]")["value"] == str(cast.ngan.pk)


def test_owner_and_date_count_from_the_draft_on(tree, cast, editor):
    page, day = factories.make_news(owner=cast.ngan, title="Cũ"), timezone.localdate() + timedelta(20)
    save(editor, page, owner=cast.nhung, review_on=day, title="Mới")
    page = fresh(page)
    assert (page.owner, page.review_on, page.title) == (cast.nhung, day, "Cũ")


# All is right


def confirm(client, page, **more):
    again = timezone.localdate() + timedelta(90)
    return client.post(reverse("review_page", args=[page.pk]), {"again_on": f"{again:%d/%m/%Y}", **more})


def test_all_is_right_is_noted_on_page_and_draft_without_a_new_text(tree, cast, editor):
    page = factories.make_news(owner=cast.ngan, title="Đã đăng", review_on=timezone.localdate())
    save(editor, page, title="Đang sửa")
    drafts = page.revisions.count()
    assert confirm(editor, page).status_code == 302
    shown = fresh(page)
    known = (cast.ngan.full_name, timezone.localdate(), timezone.localdate() + timedelta(90))
    assert (shown.checked_by, shown.checked_on, shown.review_on) == known
    assert shown.title == "Đã đăng" and shown.revisions.count() == drafts
    draft = shown.get_latest_revision_as_object()
    assert (draft.checked_by, draft.checked_on, draft.review_on) == known and draft.title == "Đang sửa"
    assert PageLogEntry.objects.get(action=CHECKED).user == cast.ngan


def test_translations_get_the_next_date(tree, editor):
    page = factories.make_news()
    english = twin(page, "en")
    confirm(editor, page)
    english = fresh(english)
    assert english.review_on == timezone.localdate() + timedelta(90) and english.checked_by == ""


@pytest.mark.parametrize("day", ["", "hôm qua", "2020-01-01", "2199-01-01"])
def test_days_that_make_no_sense_change_nothing(tree, editor, day):
    page = factories.make_news()
    answer = editor.post(reverse("review_page", args=[page.pk]), {"again_on": day})
    assert answer.status_code == 200 and answer.context["form"].errors
    assert fresh(page).checked_on is None


def test_who_may_confirm(tree, enter):
    page = factories.make_news()
    assert confirm(enter("nhung"), page).status_code == 302 and fresh(page).checked_on
    other = factories.make_news()
    for who in ("yen", "tam", "lan"):
        confirm(enter(who), other)
        assert fresh(other).checked_on is None, who


def test_odd_addresses(tree, editor):
    draft = factories.make_news(live=False)
    assert editor.get(reverse("review_page", args=[draft.pk])).status_code == 404
    assert editor.get(reverse("review_page", args=[999999])).status_code == 404
    assert confirm(editor, factories.make_news(), next="https://evil.example/").url == REPORT
    assert confirm(editor, factories.make_news(), next=f"{REPORT}?state=due").url == f"{REPORT}?state=due"


def test_history_tells_it_in_words(tree, editor):
    page = factories.make_news()
    confirm(editor, page)
    assert str(timezone.localdate() + timedelta(90)) in editor.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()


# The report


@pytest.fixture
def listed(tree, cast):
    today = timezone.localdate()
    Page.objects.filter(depth__gt=1).update(live=False)
    rows = {
        "Đến hạn": {"owner": cast.ngan, "review_on": today, "checked_on": today - timedelta(1)},
        "Sắp đến": {"owner": cast.ngan, "review_on": today + timedelta(14)},
        "Còn lâu": {"owner": cast.ngan, "review_on": today + timedelta(15)},
        "Không hẹn": {"owner": cast.ngan},
        "Không ai": {"review_on": today + timedelta(100)},
    }
    return {title: quickly(tree.news, NewsPage(title=title, **fields)) for title, fields in rows.items()}


def lines(answer) -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"), newline="")))[1:]


def rows(answer) -> set[str]:
    return {line[0] for line in lines(answer)}


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("", {"Đến hạn", "Sắp đến", "Không hẹn", "Không ai"}),
        ("due", {"Đến hạn"}),
        ("soon", {"Sắp đến"}),
        ("undated", {"Không hẹn"}),
        ("unowned", {"Không ai"}),
        ("unchecked", {"Sắp đến", "Còn lâu", "Không hẹn", "Không ai"}),
        ("all", {"Đến hạn", "Sắp đến", "Còn lâu", "Không hẹn", "Không ai"}),
    ],
)
def test_report_by_what_is_missing(editor, listed, state, found):
    asked = {"state": state} if state else {}
    assert rows(editor.get(REPORT, asked | {"export": "csv"})) == found


def test_report_holds_her_own_pages_only(enter, listed, tree):
    english = twin(listed["Đến hạn"], "en")
    Page.objects.filter(pk=english.pk).update(title="English")
    assert rows(enter("yen").get(REPORT, {"export": "csv", "state": "all"})) == set()  # hers are translations, which follow their source
    for who in ("lan", "tam"):
        assert enter(who).get(REPORT).status_code in {302, 404}, who


@pytest.mark.postgres
def test_report_begins_with_what_is_due_and_ends_without_a_date(editor, listed):
    for ordering, first in (("review_date", "Đến hạn"), ("-review_date", "Không ai")):
        titles = [row[0] for row in lines(editor.get(REPORT, {"export": "csv", "state": "all", "ordering": ordering}))]
        assert (titles[0], titles[-1]) == (first, "Không hẹn")


def test_report_on_screen_and_as_a_sheet(editor, listed):
    soup = BeautifulSoup(editor.get(REPORT).content, "html.parser")
    assert soup.select(f"a[href^='{reverse('review_page', args=[listed['Đến hạn'].pk])}']")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(editor.get(REPORT, {"export": "xlsx"}).streaming_content))).active
    assert sheet.max_row == 5 and sheet.max_column == 7


@pytest.mark.parametrize("many", [1, 3])
def test_report_asks_the_same_few_questions(editor, cast, many, django_assert_max_num_queries):
    for _ in range(many):
        factories.make_news(owner=cast.ngan, review_on=timezone.localdate())
    editor.get(REPORT)
    with django_assert_max_num_queries(18):
        editor.get(REPORT)
