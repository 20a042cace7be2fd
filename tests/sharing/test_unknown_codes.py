"""A code that no link has: a page to go on from, and an end to trying."""

import pytest
from django.test import Client

from members.models import Tries
from sharing import targets
from sharing.domain import short_link
from tests import factories
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
MOST = 60


def use_up(client) -> list[int]:
    return [client.get(f"/Q/ZZ{number:03}").status_code for number in range(MOST)]


@pytest.mark.parametrize("code", ["ZZZZZ", "zzzzz", "x", "0" * 300, "%3Cscript%3E", "a.b", "ĐỒI"])
def test_unknown_code_gets_a_page_with_somewhere_to_go(client, tree, code):
    answer = client.get(f"/Q/{code}")
    page = soup(answer)
    assert answer.status_code == 404
    assert answer["Cache-Control"] == "private, no-store"
    assert {form["action"] for form in page.select("main form")} == {"/Q/", "/tim-kiem/"}
    assert page.select_one('main a[href="/"]')
    assert page.html["lang"] == "vi"
    assert "<script>" not in answer.content.decode().lower().replace("<script ", "")


def test_typed_codes_lead_on(client, tree):
    assert client.get("/Q/").status_code == 200
    assert client.get("/Q/", {"ma": " abc-23 "})["Location"] == "/Q/ABC23"
    assert client.get("/q/", {"ma": ""}).status_code == 200
    assert client.get("/Q/", {"ma": "//evil.example"})["Location"] == "/Q/EVILEXAMPLE"


def test_sixty_unknown_codes_a_minute_and_no_more(client, tree):
    assert use_up(client) == [404] * MOST
    answer = client.get("/Q/ZZZZZ")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
    assert soup(answer).select_one("main h1")
    assert client.get("/Q/ZZZZZ", REMOTE_ADDR="10.9.8.7").status_code == 404


def test_known_codes_are_never_limited(client, tree):
    link = short_link(target=targets.of(factories.make_lesson()), language="vi")
    use_up(client)
    assert client.get("/Q/ZZZZZ").status_code == 429
    assert client.get(link.path).status_code == 302


def test_mistyped_links_keep_nobody_from_her_card(client, tree):
    use_up(client)
    assert {row.key.partition(":")[0] for row in Tries.objects.all()} == {"link"}
    assert Client().post("/dang-nhap/the/", {"code": "ABCDEFGH"}).status_code != 429


def test_no_address_is_written_down(client, tree):
    client.get("/Q/ZZZZZ", REMOTE_ADDR="10.9.8.7")
    assert "10.9" not in Tries.objects.get().key
