"""/thu-vien/: what everybody may read, found by words, kind, topic and language, without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from learning.library.models import CollectionAudience, LibraryDocument, LibraryPage
from pages.middleware import PUBLIC
from tests import factories
from tests.factories.forms import add_address, form_of
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def library(tree):
    return factories.make_library(tree)


def titles(client, address="/thu-vien/") -> list[str]:
    return [link.text for link in soup(client.get(address)).select(".book h3 a")]


def age(document, days: int):
    LibraryDocument.objects.filter(pk=document.pk).update(created_at=timezone.now() - timedelta(days=days))
    return document


def test_newest_document_comes_first_with_what_it_costs_to_read_and_to_take(library, client):
    age(factories.make_document(title="Cũ"), 2)
    new = factories.make_document(title="Mới", content=b"x" * 1_200_000)
    factories.make_reading(new, parts=2)
    page = soup(client.get("/thu-vien/"))
    assert [link.text for link in page.select(".book h3 a")] == ["Mới", "Cũ"]
    first, second = page.select(".book")
    assert {link["href"]: re.search(r"\d[\d,]* .B", link.text)[0] for link in first.select(".more")} == {
        f"{new.address}doc/": "10 KB",
        new.download_address: "1,2 MB",
    }
    assert len(second.select(".more")) == 1  # nothing to read on the site


def test_listing_asks_as_much_for_three_documents_as_for_one(library, client):
    """With editions, readings and topics; within twelve."""
    asked = []
    for more in (1, 2):
        for _ in range(more):
            document = factories.make_document(topic=factories.make_topic())
            factories.make_reading(document)
            factories.make_document(language_code="en", work_key=document.work_key)
        client.get("/thu-vien/")
        with CaptureQueriesContext(connection) as queries:
            assert len(titles(client)) == 2 * (len(asked) * 2 + 1)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 12, asked


def test_only_public_documents_are_listed_found_and_counted(library, client):
    factories.make_document(title="Sổ tay mở")
    factories.make_closed(title="Sổ tay kín")
    for address in ("/thu-vien/", "/thu-vien/?q=so+tay", "/thu-vien/?q=Sổ+tay", "/thu-vien/?loai=so-tay"):
        assert "kín" not in client.get(address).text
    assert titles(client) == ["Sổ tay mở"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("loai=doc", {"Sách", "Luật mới", "Handbook"}),
        ("loai=am-thanh", {"Tiếng"}),
        ("loai=so-tay", {"Sách", "Handbook"}),
        ("tieng=en", {"Handbook"}),
        ("chu-de=suc-khoe", {"Sách", "Tiếng"}),
        ("chu-de=suc-khoe&loai=doc", {"Sách"}),
        ("q=lu%E1%BA%ADt", {"Luật mới"}),
        ("q=Lu%E1%BA%ADt&tieng=en", set()),
        ("loai=&chu-de=&tieng=&q=", {"Sách", "Tiếng", "Luật mới", "Handbook"}),
        ("loai=x&chu-de=y&tieng=z", {"Sách", "Tiếng", "Luật mới", "Handbook"}),
        ("loai[]=so-tay&q=%00&trang=abc", {"Sách", "Tiếng", "Luật mới", "Handbook"}),
    ],
)
def test_choices_narrow_the_list_and_nonsense_does_not(library, client, query, expected):
    topic = factories.make_topic(name="Sức khỏe", slug="suc-khoe")
    factories.make_document(title="Sách", topic=topic)
    factories.make_document("audio", title="Tiếng", topic=topic)
    factories.make_document("law", title="Luật mới")
    factories.make_document(title="Handbook", language_code="en")
    assert set(titles(client, f"/thu-vien/?{query}")) == expected


def test_the_form_keeps_what_was_chosen_and_typed(library, client):
    factories.make_topic(name="Sức khỏe", slug="suc-khoe")
    page = soup(client.get("/thu-vien/?q=be+ngoan&loai=doc&chu-de=suc-khoe&tieng=hmn"))
    form = page.select_one("form[role=search]")
    assert form.get("method") is None and form.select_one("[name=q]")["value"] == "be ngoan"
    assert [option["value"] for option in form.select("option[selected]")] == ["doc", "suc-khoe", "hmn"]
    assert form.select_one("details").has_attr("open")
    assert [link["href"] for link in form.select("a[aria-current]")] == ["?q=be+ngoan&chu-de=suc-khoe&tieng=hmn&loai=doc"]


def test_nothing_found_repeats_what_was_typed(library, client):
    page = client.get("/thu-vien/", {"q": "<b>khong & co"})
    assert "“&lt;b&gt;khong &amp; co”" in page.text and not titles(client, "/thu-vien/?q=khong+co+gi")
    assert 'name="robots" content="noindex"' in page.text


def test_words_of_any_length_are_answered(library, client):
    assert client.get("/thu-vien/", {"q": "ă" * 300}).status_code == 200
    assert client.get("/thu-vien/?q=%FF%FE").status_code == 200


def test_a_long_list_is_turned_and_keeps_the_choice(library, client):
    for number in range(15):
        age(factories.make_document(title=f"Sổ {number:02}"), number)
    first = soup(client.get("/thu-vien/?loai=so-tay"))
    address = "/thu-vien/" + first.select_one("a[rel=next]")["href"]
    assert address == "/thu-vien/?loai=so-tay&trang=2"
    assert titles(client, address) == ["Sổ 12", "Sổ 13", "Sổ 14"] == titles(client, "/thu-vien/?trang=99")
    assert soup(client.get(address)).select_one("link[rel=canonical]")["href"] == "http://testserver" + address
    assert soup(client.get("/thu-vien/?q=s&k=ABC23")).select_one("link[rel=canonical]")["href"] == "http://testserver/thu-vien/"


def test_documents_in_the_language_of_the_page_come_first(library, client):
    factories.translate(library, "en")
    english = age(factories.make_document(title="Handbook", language_code="en"), 5)
    vietnamese = factories.make_document(title="Sổ tay", work_key=english.work_key)
    assert titles(client, "/en/thu-vien/") == ["Handbook", "Sổ tay"]
    assert titles(client) == ["Sổ tay", "Handbook"]
    row = soup(client.get("/en/thu-vien/")).select(".book")[1]
    assert row["lang"] == "vi" and row.select_one("h3 a")["href"] == vietnamese.address
    assert [span.text for span in row.select(".facts span[lang]:not(.hidden)") if span["lang"] in {"vi", "en"}][-2:] == ["Tiếng Việt", "English"]


def test_the_door_to_members_documents_is_shown_where_there_are_any(library, client):
    assert "/thu-vien/hoi-vien/" not in client.get("/thu-vien/").text
    factories.make_collection(CollectionAudience.Audience.MEMBERS)
    assert 'href="/thu-vien/hoi-vien/"' in client.get("/thu-vien/").text


def test_editor_makes_the_page_at_the_address_that_is_kept_for_it(editor, tree):
    answer = editor.post(add_address(LibraryPage, tree.vi), form_of(LibraryPage(locale=tree.vi.locale), title="Thư viện", slug="thu-vien"))
    assert answer.status_code == 302, answer.context["form"].errors
    assert LibraryPage.objects.get().slug == "thu-vien"


@pytest.fixture
def kept(settings):
    """The page cache as it works on the site."""
    settings.PAGE_CACHE_SECONDS = 60


def test_each_choice_is_kept_as_a_page_of_its_own(kept, library, client):
    factories.make_document(title="Sách")
    factories.make_document("audio", title="Tiếng")
    for _ in range(2):
        assert titles(client, "/thu-vien/?loai=am-thanh") == ["Tiếng"]
        assert titles(client, "/thu-vien/?loai=so-tay&k=ABC23") == ["Sách"]
        assert len(titles(client)) == 2
    with CaptureQueriesContext(connection) as asked:
        client.get("/thu-vien/?loai=so-tay&fbclid=1")
    assert not asked.captured_queries


@pytest.mark.parametrize("query", ["q=sach", "loai=khong-co", "chu-de=" + "a" * 61, "tieng=" + "z" * 11, "trang=1000000", "chu-de=la"])
def test_what_anybody_can_make_up_is_answered_and_not_kept(kept, library, client, query):
    client.get("/thu-vien/")  # is kept, and no answer to anything else
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(f"/thu-vien/?{query}")
        assert asked.captured_queries
    assert answer["Cache-Control"] == (PUBLIC if "trang" in query else "public, max-age=60")
    assert answer["Vary"] == "Accept-Encoding" and not answer.cookies
