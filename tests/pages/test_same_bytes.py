"""A public page is the same bytes for everybody: no cookie, no session, no write."""

import gzip

import brotli
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.middleware import PUBLIC
from tests import factories
from tests.factories.each import one_of_each

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

STRANGERS = {
    "French phone": {"HTTP_ACCEPT_LANGUAGE": "fr-FR,fr;q=0.9"},
    "Vietnamese phone": {"HTTP_ACCEPT_LANGUAGE": "vi"},
    "short garbage": {"HTTP_COOKIE": "sessionid=x; csrftoken=y"},
    "long garbage": {"HTTP_COOKIE": "sessionid=" + "z" * 32 + "; csrftoken=" + "é" * 10 + "; django_language=fr; messages=broken"},
}


@pytest.fixture
def addresses(tree, settings):
    """Every kind of public answer, redirects included."""
    settings.LANGUAGE_COOKIE_NAME = "django_language"
    factories.make_topic(slug="dien-thoai")
    found = [page.address for page in one_of_each(tree).values()]
    document, picture = factories.make_document(), factories.make_picture()
    factories.make_reading(document, parts=2, pictures=1, cover=True)
    factories.make_library(tree)
    return [
        *found,
        "/en/",
        "/hmn/",
        "/en" + found[1],  # untranslated: a redirect
        f"{found[1]}?fbclid=abc",
        "/chu-de/dien-thoai/",
        "/tin-tuc/rss/",
        "/sitemap.xml",
        "/robots.txt",
        document.address,
        document.download_address,
        *(f"{document.address}{way}" for way in ("qr.svg", "doc/", "doc/2/", "trang/1/", "anh/1.webp", "bia.webp")),
        "/thu-vien/",
        "/thu-vien/?loai=so-tay&tieng=vi&trang=2",
        picture.made("card")["image/jpeg"].url,
    ]


def told(answer):
    """All that a client sees, but the date."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.status_code, body, {name: value for name, value in answer.headers.items() if name != "Date"}, answer.cookies.output()


READS = ("SELECT", "SAVEPOINT", "RELEASE", "DECLARE")  # PostgreSQL declares a cursor for what is read in portions


def test_everybody_gets_the_same_bytes_and_headers(addresses, enter):
    for address in addresses:
        first = told(Client().get(address))
        assert first[0] in {200, 302}, address
        for who, extra in STRANGERS.items():
            assert told(Client().get(address, **extra)) == first, f"{address}, {who}"
        assert told(enter("lan").get(address)) == first, f"{address}, signed in"


def test_public_answer_varies_by_encoding_alone_and_sets_no_cookie(addresses):
    for address in addresses:
        answer = Client().get(address, HTTP_COOKIE="sessionid=x; csrftoken=y")
        assert answer.headers.get("Vary") == "Accept-Encoding", address
        assert not answer.cookies, address
        assert answer["Cache-Control"] == (PUBLIC if "/media/" not in address else "public, max-age=2592000"), address


def test_public_answer_reads_no_session_and_writes_nothing(addresses, enter):
    reader = enter("lan")
    for address in addresses:
        with CaptureQueriesContext(connection) as asked:
            told(reader.get(address))
        for query in asked.captured_queries:
            assert query["sql"].lstrip().upper().startswith(READS), query["sql"]
            assert "session" not in query["sql"].lower() and "members_member" not in query["sql"].lower(), query["sql"]


def test_answer_to_head_has_the_headers_of_get(addresses):
    for address in addresses:
        got, asked = Client().get(address), Client().head(address)
        assert asked.status_code == got.status_code, address
        for name in ("Cache-Control", "Vary", "Content-Type", "Content-Security-Policy"):
            assert asked.headers.get(name) == got.headers.get(name), f"{address}: {name}"
        assert not asked.cookies


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_document_and_topic_take_no_other_method(tree, client, method):
    document = factories.make_document()
    for address in (document.address, document.download_address, "/sitemap.xml", "/robots.txt"):
        assert getattr(client, method)(address).status_code == 405


DECODERS = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
OFFERS = {
    "": "",
    "identity": "",
    "gzip": "gzip",
    "gzip, deflate": "gzip",
    "gzip, deflate, br": "br",
    "gzip, deflate, br, zstd": "br",
    "br;q=0, gzip": "gzip",
    "br; q=0.0, gzip;q=0": "",
    "BR": "br",
    "gzip;q=0.5": "gzip",
}


@pytest.mark.parametrize(("offer", "expected"), OFFERS.items())
def test_page_is_compressed_as_the_client_can(tree, client, offer, expected):
    plain = client.get("/").content
    answer = client.get("/", HTTP_ACCEPT_ENCODING=offer)
    assert answer.headers.get("Content-Encoding", "") == expected
    assert DECODERS[expected](answer.content) == plain
    assert int(answer["Content-Length"]) == len(answer.content)


@pytest.mark.parametrize("offer", ["", "gzip", "br"])
def test_page_compressed_twice_is_the_same_bytes(tree, client, offer):
    first, second = (client.get("/", HTTP_ACCEPT_ENCODING=offer) for _ in range(2))
    assert first.content == second.content and first["ETag"] == second["ETag"]


@pytest.mark.parametrize("offer", ["", "gzip", "br"])
def test_what_has_not_changed_is_not_sent_again(tree, client, offer):
    tag = client.get("/", HTTP_ACCEPT_ENCODING=offer)["ETag"]
    again = client.get("/", HTTP_ACCEPT_ENCODING=offer, HTTP_IF_NONE_MATCH=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"].removeprefix("W/") == tag.removeprefix("W/")
    assert again["Vary"] == "Accept-Encoding" and again["Cache-Control"] == PUBLIC
    assert not again.cookies


@pytest.mark.parametrize("offer", ["", "gzip", "br"])
def test_what_has_changed_is_sent_again(tree, client, offer):
    tag = client.get("/", HTTP_ACCEPT_ENCODING=offer)["ETag"]
    tree.vi.title = "Trang chủ mới"
    factories.publish(tree.vi)
    factories.make_news()
    assert client.get("/", HTTP_ACCEPT_ENCODING=offer, HTTP_IF_NONE_MATCH=tag).status_code == 200
