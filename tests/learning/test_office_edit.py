"""A document's own screen in the editor's admin: its fields, its works, its replaced file, its facts."""

from datetime import date

import pytest
from django.urls import reverse

from learning.library.models import LibraryDocument, Reading
from tests import factories
from tests.cast import client_of
from tests.learning.office import OUTSIDERS, PDF, add, edit, edit_address, folder, let_in, newest, turned_away, upload
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def document(cast):
    return factories.make_document(title="Sổ tay Điện thoại", content=PDF, uploaded_by_user=cast.ngan)


def stored(document) -> bytes:
    document.refresh_from_db()
    with document.file.open("rb") as file:
        return file.read()


def test_every_field_is_kept(editor, cast):
    topic = factories.make_topic(name="Điện thoại")
    facts = {"summary": "Cách dùng máy.", "issuing_body": "Hội LHPN tỉnh Sơn La", "year": "2026", "topic": topic.pk, "owner": cast.ngan.pk}
    answer = add(editor, file=upload(), review_on="21/11/2027", tags='"điện thoại", sổ', **facts)
    assert answer.status_code == 302
    made = newest()
    assert (made.title, made.summary, made.issuing_body, made.year, made.topic, made.owner) == (
        *("Sổ tay", "Cách dùng máy.", "Hội LHPN tỉnh Sơn La", 2026),
        *(topic, cast.ngan),
    )
    assert made.review_on == date(2027, 11, 21)
    assert sorted(made.tags.names()) == ["sổ", "điện thoại"]
    assert (made.version.created_by, made.version.filename) == (cast.ngan, "so-tay.pdf")


def test_screen_asks_in_groups_and_offers_topics_of_the_source_alone(editor, document):
    factories.make_topic(name="Điện thoại")
    factories.make_topic("en", name="Telephone")
    page = soup(editor.get(edit_address(document)))
    assert len(page.select("form[data-edit-form] section.w-panel")) == 5
    assert [option.text for option in page.select("#id_topic option")][1:] == ["Điện thoại"]
    assert not page.select("[name=work_key]")


def test_only_those_who_work_with_documents_can_answer_for_one(editor, document, cast):
    offered = {option["value"] for option in soup(editor.get(edit_address(document))).select("#id_owner option")} - {""}
    assert str(cast.ngan.pk) in offered and str(cast.nhung.pk) in offered and str(cast.lan.pk) not in offered


def test_owner_without_rights_stays_until_another_is_chosen(editor, document, cast):
    LibraryDocument.objects.filter(pk=document.pk).update(owner=cast.lan)
    assert edit(editor, document, owner=cast.lan.pk).status_code == 302


@pytest.mark.parametrize(("year", "fine"), [("1930", True), ("2026", True), ("26", False), ("1929", False), ("3000", False), ("x", False)])
def test_year_has_four_digits(editor, document, year, fine):
    assert (edit(editor, document, year=year).status_code == 302) == fine


def test_edition_is_chosen_by_its_document(editor, document):
    add(editor, file=upload(content=b"%PDF-1.4 english"), language_code="en", same_work=document.pk)
    english = newest()
    assert english.work_key == document.work_key
    assert f'value="{document.pk}"' in str(soup(editor.get(edit_address(english))).select_one("#id_same_work"))


def test_edition_stays_with_its_work_when_something_else_changes(editor, document):
    english = factories.make_document(language_code="en", work_key=document.work_key)
    edit(editor, english, same_work=document.pk, year="2025")
    english.refresh_from_db()
    assert (english.work_key, english.year) == (document.work_key, 2025)


def test_edition_can_leave_its_work(editor, document):
    english = factories.make_document(language_code="en", work_key=document.work_key)
    edit(editor, english)
    english.refresh_from_db()
    assert english.work_key != document.work_key


def test_second_edition_in_a_language_is_refused(editor, document):
    answer = add(editor, file=upload(content=b"%PDF-1.4 khac"), same_work=document.pk)
    assert answer.status_code == 200 and answer.context["form"].errors.keys() == {"same_work"}


def test_document_that_she_may_not_see_cannot_be_chosen_as_the_work(cast):
    mine, theirs = folder("Của Thu"), folder("Của tỉnh")
    theirs_closed = factories.make_document(collection=theirs)
    theirs.audience = type(theirs).audience.related.related_model.objects.create(collection=theirs, audience="officials", unit=cast.vui.unit)
    let_in(cast.thu, mine)
    answer = add(client_of("thu"), file=upload(), language_code="en", same_work=theirs_closed.pk)
    assert answer.context["form"].errors.keys() == {"same_work"}


def test_replaced_file_keeps_the_old_one_and_names_who_did_it(enter, document, cast):
    before, address = document.version, document.address
    assert edit(enter("nhung"), document, file=upload("moi.pdf", b"%PDF-1.4 moi")).status_code == 302
    assert stored(document) == b"%PDF-1.4 moi" and document.address == address
    assert (document.version.number, document.version.created_by, document.version.filename) == (2, cast.nhung, "moi.pdf")
    with before.file.open("rb") as file:
        assert file.read() == PDF, "Wagtail's own form deletes it"


def test_other_fields_make_no_version(editor, document):
    edit(editor, document, summary="Khác.")
    assert document.versions.count() == 1


@pytest.mark.parametrize(("kind", "fine"), [("handbook", True), ("audio", False), ("clip", False)])
def test_kind_must_fit_the_file_that_is_there(editor, document, kind, fine):
    document.kind = kind
    assert (edit(editor, document).status_code == 302) == fine


def test_mistake_elsewhere_does_not_lose_the_file(editor):
    answer = add(editor, file=upload("lần-đầu.pdf"), year="26")
    form = soup(answer).select_one("form[data-edit-form]")
    token = form.select_one("[name=kept]")["value"]
    assert "lần-đầu.pdf" in form.text and form.select_one("#id_title")["value"] == "Sổ tay"
    assert add(editor, kept=token, year="2026").status_code == 302
    made = newest()
    assert (stored(made), made.version.filename, made.year) == (PDF, "lần-đầu.pdf", 2026)
    assert add(editor, kept=token).status_code == 200, "it has served its time"


def test_kept_file_is_hers_alone_and_only_as_it_was_given_out(editor, enter):
    token = soup(add(editor, file=upload(), year="26")).select_one("[name=kept]")["value"]
    for who, sent in (("nhung", token), ("ngan", token + "x"), ("ngan", "1"), ("ngan", "")):
        answer = add(enter(who), kept=sent)
        assert answer.status_code == 200 and "file" in answer.context["form"].errors
    assert not LibraryDocument.objects.exists()


def test_another_file_goes_before_the_kept_one(editor):
    token = soup(add(editor, file=upload(), year="26")).select_one("[name=kept]")["value"]
    add(editor, kept=token, file=upload("khac.pdf", b"%PDF-1.4 khac"))
    assert stored(newest()) == b"%PDF-1.4 khac"


def test_refused_file_is_not_kept(editor):
    assert not soup(add(editor, file=upload("a.exe"))).select_one("[name=kept]").get("value")


@pytest.mark.parametrize(
    ("state", "problem", "warns"),
    [("waiting", "", False), ("read", "", False), ("no_text", "scan", True), ("no_text", "old_font", True), ("failed", "broken", True), ("failed", "", True)],
)
def test_state_of_the_reading_is_told_with_what_to_do(editor, document, state, problem, warns):
    Reading.objects.filter(pk=document.version.reading_id).update(state=state, problem=problem, pages=77)
    page = soup(editor.get(edit_address(document)))
    assert bool(page.select("main .help-warning")) == warns
    assert ("77" in page.select_one("[data-facts]").text) == (state == "read")


def test_screen_leads_to_the_page_of_the_document(editor, document):
    assert soup(editor.get(edit_address(document))).select(f'dl a[href="{document.address}"]')


@pytest.mark.parametrize("who", OUTSIDERS)
def test_others_have_no_screen(client, enter, document, who):
    asking = enter(who) if who else client
    assert turned_away(asking.get(edit_address(document)))
    assert turned_away(edit(asking, document, title="Đổi"))
    assert turned_away(asking.get(reverse("wagtaildocs:add")))
    document.refresh_from_db()
    assert document.title == "Sổ tay Điện thoại"


@pytest.mark.parametrize("who", ["ngan", "nhung"])
def test_editor_and_moderator_have_it(enter, document, who):
    assert enter(who).get(edit_address(document)).status_code == 200


def test_missing_document_is_not_found(editor, cast):
    assert editor.get(reverse("wagtaildocs:edit", args=[99999])).status_code == 404
