"""The list of documents: what it shows, what it can be narrowed to, and what goes with a document that is deleted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from learning.library.models import CollectionAudience, LibraryDocument, Reading
from tests import factories
from tests.cast import client_of
from tests.learning.office import OUTSIDERS, folder, let_in, turned_away
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
LIST, RESULTS = reverse("wagtaildocs:index"), reverse("wagtaildocs:index_results")


def titles(answer) -> list[str]:
    return sorted(cell.get_text(strip=True) for cell in soup(answer).select("td.title .title-wrapper"))


@pytest.fixture
def library(cast):
    """Four documents that differ in all that the list can be narrowed to."""
    closed = folder("Nội bộ")
    CollectionAudience.objects.create(collection=closed, audience="officials", unit=cast.thu.unit)
    topic, today = factories.make_topic(name="Điện thoại"), localdate()
    factories.make_document(title="Sổ tay", topic=topic, review_on=today, uploaded_by_user=cast.ngan)
    factories.make_document("form", title="Mẫu đơn", language_code="en", review_on=today + timedelta(30), owner=cast.nhung, uploaded_by_user=cast.ngan)
    factories.make_document("plan", title="Kế hoạch", collection=folder("Danh sách", closed), review_on=today + timedelta(31))
    scan = factories.make_document("law", title="Luật quét", content=b"%PDF-1.4 quet", owner=cast.ngan)
    Reading.objects.filter(pk=scan.version.reading_id).update(state="no_text", problem="scan")
    return LibraryDocument.objects.in_bulk(field_name="pk")


@pytest.mark.usefixtures("editors_search")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Kế hoạch", "Luật quét", "Mẫu đơn", "Sổ tay"]),
        ({"kind": ["plan", "law"]}, ["Kế hoạch", "Luật quét"]),
        ({"language_code": "en"}, ["Mẫu đơn"]),
        ({"topic": "Điện thoại"}, ["Sổ tay"]),
        ({"audience": "officials"}, ["Kế hoạch"]),
        ({"audience": "public"}, ["Luật quét", "Mẫu đơn", "Sổ tay"]),
        ({"audience": "members"}, []),
        ({"review": "due"}, ["Sổ tay"]),
        ({"review": "soon"}, ["Mẫu đơn", "Sổ tay"]),
        ({"review": "none"}, ["Luật quét"]),
        ({"text": "without"}, ["Luật quét"]),
        ({"owner": "ngan"}, ["Luật quét", "Sổ tay"]),
        ({"owner": "nhung"}, ["Mẫu đơn"]),
        ({"kind": ["handbook"], "review": "due", "q": "sổ"}, ["Sổ tay"]),
        ({"kind": ["law"], "q": "sổ"}, []),
        ({"collection_id": "Nội bộ"}, []),
        ({"collection_id": "Danh sách"}, ["Kế hoạch"]),
        ({"kind": "x"}, ["Kế hoạch", "Luật quét", "Mẫu đơn", "Sổ tay"]),
    ],
)
def test_filters(editor, library, cast, asked, found):
    numbers = {"Điện thoại": factories.topics.Topic.objects.get().pk, "ngan": cast.ngan.pk, "nhung": cast.nhung.pk}
    numbers |= {collection.name: collection.pk for collection in CollectionAudience.collection.field.related_model.objects.all()}
    asked = {name: numbers.get(value, value) if isinstance(value, str) else value for name, value in asked.items()}
    assert titles(editor.get(RESULTS, asked)) == found


def test_columns_say_what_readers_get(editor, library, cast):
    rows = {row.select_one(".title").get_text(strip=True): row.get_text(" ", strip=True) for row in soup(editor.get(LIST)).select("#listing-results tbody tr")}
    assert "PDF, 1 KB" in rows["Sổ tay"] and f"{localdate():%d/%m/%Y}" in rows["Sổ tay"] and "Tiếng Việt" in rows["Sổ tay"]
    assert str(cast.thu.unit) in rows["Kế hoạch"] and "English" in rows["Mẫu đơn"]


def test_file_is_linked_where_she_can_get_it(editor, library):
    links = {link["href"] for link in soup(editor.get(LIST)).select("a[download]")}
    assert links == {reverse("library_version_file", args=[document.version_id]) for document in library.values()}


def test_list_costs_the_same_with_more_documents(editor, library, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(
        connection,
    ) as few:
        editor.get(RESULTS)
    for number in range(3):
        factories.make_document(content=b"%d" % number)
    with CaptureQueriesContext(connection) as more:
        editor.get(RESULTS)
    assert len(more) == len(few)


def test_only_what_she_may_edit(cast, library):
    let_in(cast.thu, folder("Của Thu"))
    assert titles(client_of("thu").get(LIST)) == []


@pytest.mark.parametrize("who", OUTSIDERS)
def test_others_have_no_list(client, enter, library, who):
    for address in (LIST, RESULTS):
        assert turned_away((enter(who) if who else client).get(address))


@pytest.mark.parametrize("who", ["ngan", "nhung"])
def test_editor_and_moderator_have_it(enter, library, who):
    assert len(titles(enter(who).get(LIST))) == 4


@pytest.mark.parametrize("asked", [{"topic": "x"}, {"owner": "99999"}, {"review": "x"}, {"ordering": "sha256"}, {"p": "x"}, {"q": "%'"}, {"audience": "x"}])
def test_odd_questions_break_nothing(editor, library, asked):
    assert editor.get(RESULTS, asked).status_code == 200


# What links to a document


@pytest.fixture
def linked(cast):
    """A document linked from a stream, from rich text, as narration and as related document: four pages."""
    document = factories.make_document(title="Sổ tay")
    link = f'<p><a linktype="document" id="{document.pk}">tờ rơi</a></p>'
    pages = [
        factories.make_standard(title="Trang có khối", document=document),
        factories.make_standard(title="Trang có chữ", body=factories.stream(("text", link))),
        factories.make_standard(title="Trang đọc to", narration=document),
        factories.make_standard(title="Trang liên quan", related_documents=factories.stream(("document", document.pk))),
    ]
    return document, pages


def delete_address(document) -> str:
    return reverse("wagtaildocs:delete", args=[document.pk])


def bulk_address(*documents) -> str:
    return reverse("wagtail_bulk_action", args=["library", "librarydocument", "delete"]) + "?" + "&".join(f"id={document.pk}" for document in documents)


def test_usage_finds_every_way_to_link(editor, linked):
    document, pages = linked
    page = soup(editor.get(document.usage_url))
    assert {link["href"] for link in page.select("td.title a")} >= {reverse("wagtailadmin_pages:edit", args=[each.pk]) for each in pages}


@pytest.mark.parametrize("address", [delete_address, bulk_address])
def test_deleting_says_first_which_pages_link_it(editor, linked, address):
    document, pages = linked
    answer = soup(editor.get(address(document)))
    warning = answer.select_one(".help-warning")
    assert {link.text for link in warning.select("li a")} == {page.title for page in pages} and "4" in warning.p.text
    assert warning.select_one("svg.icon-warning") and LibraryDocument.objects.filter(pk=document.pk).exists()
    assert editor.post(address(document)).status_code == 302
    assert not LibraryDocument.objects.filter(pk=document.pk).exists()


@pytest.mark.parametrize("address", [delete_address, bulk_address])
def test_deleting_what_nobody_links_warns_of_nothing(editor, cast, address):
    assert not soup(editor.get(address(factories.make_document()))).select(".help-warning")


def test_page_that_she_may_not_open_is_counted_but_not_named(cast, linked):
    document, _pages = linked
    let_in(cast.thu, document.collection)
    warning = soup(client_of("thu").get(delete_address(document))).select_one(".help-warning")
    assert "4" in warning.p.text and "Trang có khối" not in warning.text


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize("address", [delete_address, bulk_address])
def test_others_delete_nothing(client, enter, cast, who, address):
    document = factories.make_document()
    asking = enter(who) if who else client
    assert turned_away(asking.get(address(document))) or address is bulk_address
    asking.post(address(document))
    assert LibraryDocument.objects.filter(pk=document.pk).exists()
