"""/chi-hoi/yeu-cau/: corrections are the branch's business, deletions the commune's."""

import pytest

from members.audit import AuditEntry
from members.models import Member, MemberRequest
from members.requests import ask
from tests import cast as people
from tests.desk.ground import LADDER, climb, fill, names_on, unit
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db

REQUESTS = "/chi-hoi/yeu-cau/"


@pytest.fixture
def lan(cast):
    """A member without a password, as imports make them."""
    cast.lan.set_unusable_password()
    cast.lan.save()
    return cast.lan


def test_ladder(enter, client, cast):
    assert climb(enter, client, REQUESTS) == LADDER


def test_what_waits_is_listed_in_her_scope_alone(enter, cast):
    ask(member=cast.lan, kind="correction", text="Tên em sai")
    ask(member=cast.mai, kind="correction", text="Tên chị khác")
    assert names_on(enter("hoa").get(REQUESTS)) == ["Lò Thị Lan"]
    assert sorted(names_on(enter("thu").get(REQUESTS))) == ["Lò Thị Lan", "Mùa Thị Mai"]


def test_of_very_many_requests_thirty_stand_on_a_page(enter, cast):
    MemberRequest.objects.bulk_create(MemberRequest(member=member, kind="correction", text="Tên sai") for member in fill(people.BRANCH, 31))
    first, second = (names_on(enter("hoa").get(REQUESTS, {"trang": page})) for page in (1, 2))
    assert (len(first), len(second)) == (30, 1)
    assert not set(first) & set(second)
    address = soup(enter("tam").get(REQUESTS, {"don-vi": unit(people.BRANCH).pk})).main.find("a", rel="next")["href"]
    assert address == f"?don-vi={unit(people.BRANCH).pk}&trang=2"


def test_a_refusal_needs_a_reason_which_she_reads(enter, cast):
    asked = ask(member=cast.lan, kind="correction", text="Năm sinh sai")
    address = f"{REQUESTS}{asked.pk}/tra-loi/"
    enter("hoa").post(address, {"answer": " "})
    asked.refresh_from_db()
    assert asked.state == "waiting"
    enter("hoa").post(address, {"answer": "Chị mang giấy tờ đến nhé"})
    asked.refresh_from_db()
    assert (asked.state, asked.answer, asked.decided_by) == ("refused", "Chị mang giấy tờ đến nhé", cast.hoa)
    assert "Chị mang giấy tờ đến nhé" in enter("lan").get("/toi/du-lieu/").content.decode()
    assert enter("hoa").post(address, {"answer": "lần nữa"}).status_code == 404
    entry = AuditEntry.objects.get(action="correction")
    assert (entry.actor, entry.member, entry.details) == (cast.hoa, cast.lan, {"what": "correction", "deed": "refused"})


def test_a_chairwoman_passes_a_deletion_on(enter, lan):
    asked = ask(member=lan, kind="deletion")
    page = soup(enter("hoa").get(REQUESTS)).main
    assert names_on(enter("hoa").get(REQUESTS)) == ["Lò Thị Lan"]
    assert not page.find_all("form")
    for deed in ("xoa", "tra-loi"):
        assert enter("hoa").post(f"{REQUESTS}{asked.pk}/{deed}/", {"answer": "x"}).status_code == 404
    assert Member.objects.filter(pk=lan.pk).exists()
    assert MemberRequest.objects.waiting().count() == 1


@pytest.mark.parametrize("who", ["tam", "thu"])
def test_the_commune_and_those_above_delete_after_a_question_that_names_the_loss(enter, lan, who):
    asked = ask(member=lan, kind="deletion")
    address = f"{REQUESTS}{asked.pk}/xoa/"
    assert "Lò Thị Lan" in soup(enter(who).get(address)).h1.text
    assert Member.objects.filter(pk=lan.pk).exists()
    assert enter(who).post(address)["Location"] == REQUESTS
    assert not Member.objects.filter(pk=lan.pk).exists()
    entry = AuditEntry.objects.get(action="deletion")
    assert (entry.actor.username, entry.member, entry.details, entry.unit) == (who, None, {}, lan.unit)
    assert enter(who).post(address).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("lan", 404), ("mai", 404), ("vui", 404), ("hoa", 404), (None, 302)])
def test_nobody_else_deletes(enter, client, lan, who, status):
    asked = ask(member=lan, kind="deletion")
    for method in ("get", "post"):
        browser = enter(who) if who else client
        assert getattr(browser, method)(f"{REQUESTS}{asked.pk}/xoa/").status_code == status
    assert Member.objects.filter(pk=lan.pk).exists()


def test_nobody_is_deleted_who_has_not_asked(enter, lan):
    asked = ask(member=lan, kind="correction", text="Tên sai")
    assert enter("tam").post(f"{REQUESTS}{asked.pk}/xoa/").status_code == 404
    assert enter("tam").post(f"{REQUESTS}{asked.pk + 1}/xoa/").status_code == 404
    assert Member.objects.filter(pk=lan.pk).exists()


def test_nobody_deletes_herself(enter, cast):
    asked = ask(member=cast.tam, kind="deletion")
    assert enter("tam").post(f"{REQUESTS}{asked.pk}/xoa/").status_code == 404


def test_staff_are_not_deleted_here(enter, cast):
    asked = ask(member=cast.lan, kind="deletion")  # the cast has passwords
    page = soup(enter("tam").get(f"{REQUESTS}{asked.pk}/xoa/")).main
    assert not page.find("button")
    assert enter("tam").post(f"{REQUESTS}{asked.pk}/xoa/").status_code == 200
    assert Member.objects.filter(pk=cast.lan.pk).exists()
