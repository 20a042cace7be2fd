"""/chi-hoi/: an officer finds her members, and nobody else's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.models import Member
from members.signin import door
from tests import cast as people
from tests.desk.ground import LADDER, climb, fill, names_on, unit
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db

DESK = "/chi-hoi/"


def test_chairwoman_sees_her_branch_by_given_name(enter, cast):
    assert names_on(enter("hoa").get(DESK)) == ["Hoàng Thị Hoa", "Lò Thị Lan"]


def test_d_with_a_stroke_comes_after_d(enter, cast):
    for name in ("Lò Thị Đào", "Lò Thị Duyên", "Lò Thị Em", "Lò Thị Châm"):
        Member.objects.create(username=name, full_name=name, unit=cast.lan.unit)
    assert [name.split()[-1] for name in names_on(enter("hoa").get(DESK))] == ["Châm", "Duyên", "Đào", "Em", "Hoa", "Lan"]


def test_everybody_else_has_no_desk(enter, client, cast):
    assert climb(enter, client, DESK) == LADDER
    assert client.get(DESK)["Location"] == "/dang-nhap/?tiep=%2Fchi-hoi%2F"


@pytest.mark.parametrize(
    ("who", "place", "status"),
    [
        ("tam", people.BRANCH, 200),
        ("thu", people.BRANCH, 200),
        ("thu", people.OTHER_BRANCH, 200),
        ("hoa", people.COMMUNE, 404),
        ("hoa", people.OTHER_BRANCH, 404),
        ("tam", people.OTHER_BRANCH, 404),
        ("tam", people.PROVINCE, 404),
        ("thu", people.FAR_BRANCH, 404),
        ("lan", people.BRANCH, 404),
    ],
)
@pytest.mark.parametrize("address", [DESK, "/chi-hoi/the/", "/chi-hoi/the/doi/", "/chi-hoi/loi-moi/", "/chi-hoi/yeu-cau/"])
def test_units_outside_her_scope_are_not_there(enter, address, who, place, status):
    assert enter(who).get(address, {"don-vi": unit(place).pk}).status_code == status


@pytest.mark.parametrize("odd", ["abc", "0", "-1", "9" * 17, "9" * 40, "1e3", "¹"])
def test_odd_units_are_not_there(enter, cast, odd):
    assert enter("hoa").get(DESK, {"don-vi": odd}).status_code == 404


def test_commune_chooses_among_its_branches_with_their_counts(enter, cast):
    fill(people.BRANCH, 3)
    page = soup(enter("tam").get(DESK))
    card = page.select_one("main .rows .card")
    assert card.h3.text == "Chi hội bản Nà Mạc"
    assert "5" in card.select_one(".facts").text
    branch = enter("tam").get(DESK + card.a["href"])
    assert len(names_on(branch)) == 5
    assert soup(branch).select_one("main .back")["href"] == f"?don-vi={cast.tam.unit_id}"


@pytest.mark.parametrize("typed", ["Lò Thị Lan", "lo thi lan", "LAN"])
def test_a_member_is_found_without_tones(enter, cast, typed):
    assert names_on(enter("tam").get(DESK, {"tim": typed})) == ["Lò Thị Lan"]


def test_a_member_is_found_by_her_code_even_when_she_has_left(enter, cast):
    Member.objects.filter(pk=cast.lan.pk).update(member_code="SL-000012", status="left")
    assert names_on(enter("hoa").get(DESK)) == ["Hoàng Thị Hoa"]
    assert names_on(enter("hoa").get(DESK, {"tim": "sl-000012"})) == ["Lò Thị Lan"]


def test_search_does_not_reach_beyond_her_scope(enter, cast):
    assert names_on(enter("hoa").get(DESK, {"tim": "Mùa Thị Mai"})) == []
    assert names_on(enter("thu").get(DESK, {"tim": "Vi Thị Vui"})) == []


@pytest.mark.parametrize("typed", ["%", "_", "'", "<script>alert(1)</script>", "a" * 500, "\u0301"])
def test_odd_words_find_nothing_and_break_nothing(enter, cast, typed):
    answer = enter("hoa").get(DESK, {"tim": typed})
    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content


def test_a_long_branch_has_pages(enter, cast):
    fill(people.BRANCH, 40)
    first = enter("hoa").get(DESK)
    assert len(names_on(first)) == 30
    link = soup(first).select_one("main nav.pages a[rel=next]")["href"]
    assert len(names_on(enter("hoa").get(DESK + link))) == 12


def test_what_is_said_of_each(enter, cast):
    made = fill(people.BRANCH, 1, cards=True)[0]
    door.choose_pin(member=made, pin="271828")
    of = {card.h3.text: [item.text.strip() for item in card.select(".facts span")] for card in soup(enter("hoa").get(DESK)).select("main .card")}
    assert len(of[made.full_name]) > len(of["Lò Thị Lan"])
    assert soup(enter("hoa").get(DESK)).select("main .card .facts use")


def queries(client, address, data=None) -> int:
    client.get(address, data)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address, data).status_code == 200
    return len(caught)


@pytest.mark.parametrize("who", ["hoa", "tam"])
def test_same_queries_for_one_member_and_for_thirty(enter, cast, who):
    client = enter(who)
    address = f"{DESK}?don-vi={unit(people.BRANCH).pk}"
    few = queries(client, address)
    fill(people.BRANCH, 28, cards=True)
    assert queries(client, address) == few
    assert few <= 20


def test_a_read_writes_nothing(enter, cast):
    client = enter("hoa")
    client.get(DESK)
    with CaptureQueriesContext(connection) as caught:
        for address in (DESK, "/chi-hoi/the/", "/chi-hoi/the/doi/", "/chi-hoi/loi-moi/", "/chi-hoi/yeu-cau/", f"/chi-hoi/hoi-vien/{cast.lan.pk}/"):
            assert client.get(address).status_code == 200
    assert not [query["sql"] for query in caught if query["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]


@pytest.mark.parametrize("prefix", ["", "/en", "/fr", "/hmn"])
def test_it_is_private_in_every_language(enter, cast, prefix):
    answer = enter("hoa").get(f"{prefix}{DESK}")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


def test_her_own_page_leads_to_it_only_for_officers(enter, cast):
    assert soup(enter("hoa").get("/toi/")).select_one("main a[href='/chi-hoi/']")
    assert not soup(enter("lan").get("/toi/")).select_one("main a[href='/chi-hoi/']")


def test_it_takes_no_post(enter, cast):
    assert enter("hoa").post(DESK).status_code == 405
