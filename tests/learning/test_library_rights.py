"""Every way to a document under one rule: who may read it gets it, a stranger finds the door, others nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import CollectionViewRestriction

from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
WAYS = ("", "tai-ve/", "qr.svg", "doc/", "doc/2/", "trang/1/", "anh/1.webp", "bia.webp")
TITLE = "Danh sách mật"


def ways(document) -> list[str]:
    return [document.address + way for way in WAYS]


def complete(document):
    factories.make_reading(document, parts=2, pictures=2, cover=True)
    return document


@pytest.fixture
def open_one(tree):
    return complete(factories.make_document(title=TITLE))


@pytest.fixture
def closed_one(tree, cast):
    """For members of Lan's commune, a level above her branch."""
    return complete(factories.make_closed(unit=cast.tam.unit, title=TITLE))


def body(answer) -> bytes:
    return answer.getvalue()


def test_everybody_gets_what_is_public_without_being_asked_who_she_is(open_one, client, enter):
    for address in ways(open_one):
        first = client.get(address)
        assert (first.status_code, first["Vary"]) == (200, "Accept-Encoding"), address
        assert first["Cache-Control"].startswith("public") and not first.cookies
        content = body(first)
        for other in (enter("lan"), enter("ngan")):
            with CaptureQueriesContext(connection) as asked:
                assert body(other.get(address)) == content, address
            assert len(asked) <= 12 and not [query for query in asked if "session" in query["sql"] or not query["sql"].startswith("SELECT")]


def test_stranger_finds_the_door_and_learns_no_title(closed_one, client):
    for address in (*ways(closed_one), f"/thu-vien/{closed_one.pk}-x/", f"/thu-vien/{closed_one.pk}-x/doc/2/?k=ABC23"):
        answer = client.get(address)
        assert answer.status_code == 302 and answer["Location"].startswith("/dang-nhap/?tiep=%2Fthu-vien%2F"), address
        assert answer["Cache-Control"] == "private, no-store"
        if "-x/" in address:
            assert "danh-sach" not in answer["Location"] and not body(answer)


@pytest.mark.parametrize("who", ["mai", "thu", "vui"])
def test_member_without_the_right_finds_nothing(closed_one, enter, who):
    """Of another commune, of the province above, of another province."""
    for address in (*ways(closed_one), f"/thu-vien/{closed_one.pk}-x/"):
        answer = enter(who).get(address)
        assert answer.status_code == 404, address
        assert TITLE not in answer.text


@pytest.mark.parametrize("who", ["lan", "hoa", "tam"])
def test_member_with_the_right_gets_it_for_herself_alone(closed_one, enter, who):
    for address in ways(closed_one):
        answer = enter(who).get(address)
        assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store"), address
    assert TITLE in enter(who).get(closed_one.address).text
    moved = enter(who).get(f"/thu-vien/{closed_one.pk}-x/doc/2/?k=ABC23")
    assert (moved.status_code, moved["Location"]) == (301, f"{closed_one.address}doc/2/?k=ABC23")
    assert moved["Cache-Control"] == "private, no-store"


def test_officials_documents_are_not_for_members(tree, enter):
    document = complete(factories.make_closed("officials", title=TITLE))
    assert {enter("lan").get(address).status_code for address in ways(document)} == {404}
    assert {enter("hoa").get(address).status_code for address in ways(document)} == {200}


def test_a_child_collection_is_no_more_open_than_what_is_above(tree, client, enter):
    above = factories.make_collection("members")
    document = complete(factories.make_document(collection=factories.make_collection("public", above=above)))
    assert {client.get(address).status_code for address in ways(document)} == {302}
    assert {enter("lan").get(address).status_code for address in ways(document)} == {200}


def test_what_wagtail_restricts_exists_for_nobody(closed_one, client, enter):
    CollectionViewRestriction.objects.create(collection=closed_one.collection, restriction_type="login")
    for asking in (client, enter("lan"), enter("ngan")):
        assert {asking.get(address).status_code for address in ways(closed_one)} == {404}


def test_member_gets_a_part_of_a_private_file(closed_one, enter):
    answer = enter("lan").get(closed_one.download_address, headers={"range": "bytes=0-3"})
    assert (answer.status_code, body(answer), answer["Cache-Control"]) == (206, b"%PDF", "private, no-store")


@pytest.mark.parametrize("number", [0, 99999999999999999999999])
def test_numbers_that_no_document_has_are_not_found(tree, client, enter, number):
    for way in WAYS:
        assert client.get(f"/thu-vien/{number}-x/{way}").status_code == 404
        assert enter("lan").get(f"/thu-vien/{number}-x/{way}").status_code == 404


@pytest.mark.parametrize("way", ["doc/0/", "doc/3/", "doc/99999999999999999999/", "trang/0/", "trang/3/", "anh/0.webp", "anh/3.webp", "anh/..%2F1.webp"])
def test_parts_and_pictures_that_are_not_there_are_not_found(open_one, client, way):
    assert client.get(open_one.address + way).status_code == 404


def test_lost_picture_is_not_found(open_one, client):
    open_one.reading.cover.storage.delete(open_one.reading.page_picture_name(1))
    assert client.get(f"{open_one.address}anh/1.webp").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_else_than_reading_is_answered(open_one, client, method):
    assert {getattr(client, method)(address).status_code for address in ways(open_one)} == {405}


# The list of those that are not for everybody


def listed(client) -> list[str]:
    return [row.document.title for row in client.get("/thu-vien/hoi-vien/").context["listing"].page]


def test_each_member_has_a_list_of_what_she_alone_may_read(closed_one, open_one, client, enter):
    factories.make_closed("officials", title="Cho cán bộ")
    factories.make_closed(title="Cho hội viên")
    answer = client.get("/thu-vien/hoi-vien/")
    assert (answer.status_code, answer["Location"]) == (302, "/dang-nhap/?tiep=%2Fthu-vien%2Fhoi-vien%2F")
    assert listed(enter("lan")) == ["Cho hội viên", TITLE]
    assert listed(enter("hoa")) == ["Cho hội viên", "Cho cán bộ", TITLE]
    assert listed(enter("mai")) == ["Cho hội viên"]
    answer = enter("lan").get("/thu-vien/hoi-vien/?q=m%E1%BA%ADt")
    assert answer["Cache-Control"] == "private, no-store" and TITLE in answer.text and "Cho hội viên" not in answer.text


def test_members_list_asks_as_much_for_three_as_for_one(tree, enter):
    lan, asked = enter("lan"), []
    for more in (1, 2):
        for _ in range(more):
            factories.make_reading(factories.make_closed())
        lan.get("/thu-vien/hoi-vien/")
        with CaptureQueriesContext(connection) as queries:
            lan.get("/thu-vien/hoi-vien/")
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 14, asked
