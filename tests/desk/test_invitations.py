"""/chi-hoi/loi-moi/: a link shown once, and the women who wait for a yes."""

import re

import pytest
from django.conf import settings

from members.audit import AuditEntry
from members.models import Device, Invitation, JoinRequest, Member
from members.signin import door
from tests import cast as people
from tests.desk.ground import LADDER, climb, names_on, unit
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db

INVITE = "/chi-hoi/loi-moi/"
LINK = re.compile(rf"{re.escape(settings.SITE_URL)}/tham-gia/[\w-]+/")


def invited(place=people.BRANCH, seats=5) -> Invitation:
    return door.invite(unit=unit(place), by=Member.objects.get(username="hoa"), seats=seats, days=7)[0]


def asking(invitation, name="Lò Thị Mới") -> JoinRequest:
    return door.ask_to_join(invitation=invitation, phone=Device.enrol()[0], full_name=name, pin="271828", birth_year=1990)


def test_ladder(enter, client, cast):
    assert climb(enter, client, INVITE) == LADDER


def test_the_link_is_shown_once_with_a_message_and_a_code(enter, client, cast):
    answer = enter("hoa").post(INVITE, {"seats": "3", "days": "14"})
    page = soup(answer)
    link = LINK.search(page.select_one("[data-message]").text)[0]
    assert page.select_one(".qr svg")
    assert not page.select(".qr [style]")
    assert client.get(link.removeprefix(settings.SITE_URL)).status_code == 200
    made = Invitation.objects.get()
    assert (made.unit, made.seats, made.made_by) == (unit(people.BRANCH), 3, cast.hoa)
    again = enter("hoa").get(INVITE).content.decode()
    assert link not in again
    assert f"{INVITE}{made.pk}/huy/" in again
    entry = AuditEntry.objects.get(action="invitation")
    assert entry.details == {"seats": 3, "days": 14}


def test_in_another_language_the_link_is_the_same(enter, cast):
    assert LINK.search(soup(enter("hoa").post(f"/en{INVITE}", {"seats": "3", "days": "7"})).select_one("[data-message]").text)


@pytest.mark.parametrize("wrong", [{"seats": "0"}, {"seats": "501"}, {"seats": "x"}, {"seats": ""}, {"days": "365"}, {"days": ""}])
def test_what_cannot_be_is_asked_again(enter, cast, wrong):
    answer = enter("hoa").post(INVITE, {"seats": "3", "days": "14"} | wrong)
    assert answer.status_code == 200
    assert soup(answer).main.find(role="alert")
    assert not Invitation.objects.exists()


def test_one_invites_to_a_branch_not_to_a_commune(enter, cast):
    assert soup(enter("tam").get(INVITE)).main.find("input", attrs={"name": "seats"}) is None
    enter("tam").post(INVITE, {"seats": "3", "days": "14"})
    assert not Invitation.objects.exists()
    enter("tam").post(INVITE, {"seats": "3", "days": "14", "don-vi": unit(people.BRANCH).pk})
    assert Invitation.objects.get().unit == unit(people.BRANCH)


@pytest.mark.parametrize(("who", "status"), [("lan", 404), ("mai", 404), ("vui", 404), (None, 302)])
def test_nobody_else_invites(enter, client, cast, who, status):
    answer = (enter(who) if who else client).post(INVITE, {"seats": "3", "days": "14", "don-vi": unit(people.BRANCH).pk})
    assert answer.status_code == status
    assert not Invitation.objects.exists()


def test_a_withdrawn_link_is_dead(enter, client, cast):
    invitation, secret = door.invite(unit=unit(people.BRANCH), by=cast.hoa, seats=5, days=7)
    assert enter("hoa").post(f"{INVITE}{invitation.pk}/huy/").status_code == 302
    assert client.get(f"/tham-gia/{secret}/").status_code == 410
    assert not soup(enter("hoa").get(INVITE)).main.find("form", action=f"{INVITE}{invitation.pk}/huy/")
    enter("hoa").post(f"{INVITE}{invitation.pk}/huy/")
    entry = AuditEntry.objects.get(action="correction")
    assert (entry.actor, entry.unit, entry.details) == (cast.hoa, unit(people.BRANCH), {"what": "invitation", "deed": "withdrawn"})


def test_yes_makes_her_a_member_who_can_sign_in(enter, cast):
    asked = asking(invited())
    page = enter("hoa").get(INVITE)
    assert "Lò Thị Mới" in names_on(page)
    assert enter("hoa").post(f"/chi-hoi/xin-vao/{asked.pk}/", {"quyet": "nhan"}).status_code == 302
    member = Member.objects.get(full_name="Lò Thị Mới")
    assert member.unit == unit(people.BRANCH)
    assert "Lò Thị Mới" in names_on(enter("hoa").get("/chi-hoi/"))
    assert AuditEntry.objects.filter(action="joined", actor=cast.hoa, member=member).count() == 1
    enter("hoa").post(f"/chi-hoi/xin-vao/{asked.pk}/", {"quyet": "nhan"})
    assert Member.objects.filter(full_name="Lò Thị Mới").count() == 1


def test_no_leaves_no_member(enter, cast):
    asked = asking(invited())
    enter("hoa").post(f"/chi-hoi/xin-vao/{asked.pk}/", {"quyet": "khong"})
    asked.refresh_from_db()
    assert (asked.state, asked.decided_by) == ("refused", cast.hoa)
    assert not Member.objects.filter(full_name="Lò Thị Mới").exists()
    entry = AuditEntry.objects.get(action="correction")
    assert (entry.actor, entry.unit, entry.details) == (cast.hoa, unit(people.BRANCH), {"what": "request to join", "deed": "refused"})


def test_of_very_many_who_wait_thirty_stand_on_a_page(enter, cast):
    invitation = invited(seats=40)
    phone = Device.enrol()[0]
    JoinRequest.objects.bulk_create(JoinRequest(invitation=invitation, device=phone, full_name=f"Lò Thị Số {number:02}", pin="x") for number in range(31))
    first, second = (soup(enter("hoa").get(INVITE, {"trang": page})).main.select("form[action^='/chi-hoi/xin-vao/']") for page in (1, 2))
    assert (len(first), len(second)) == (30, 1)
    assert soup(enter("tam").get(INVITE, {"don-vi": unit(people.BRANCH).pk})).main.find("a", rel="next")["href"] == f"?don-vi={unit(people.BRANCH).pk}&trang=2"
    assert enter("hoa").get(INVITE, {"trang": "x"}).status_code == 200


@pytest.mark.parametrize("said", ["", "co", "NHAN"])
def test_an_odd_answer_decides_nothing(enter, cast, said):
    asked = asking(invited())
    enter("hoa").post(f"/chi-hoi/xin-vao/{asked.pk}/", {"quyet": said})
    asked.refresh_from_db()
    assert asked.state == "waiting"


def test_a_name_that_the_branch_has_is_pointed_out(enter, cast):
    asking(invited(), "lò thị LAN")
    assert soup(enter("hoa").get(INVITE)).main.select_one(".card .tip")


@pytest.mark.parametrize("who", ["hoa", "tam", "lan", "vui", None])
def test_another_communes_links_and_women_are_out_of_reach(enter, client, cast, who):
    invitation = invited(people.OTHER_BRANCH)
    asked = asking(invitation)
    for address, data in ((f"{INVITE}{invitation.pk}/huy/", {}), (f"/chi-hoi/xin-vao/{asked.pk}/", {"quyet": "nhan"})):
        assert (enter(who) if who else client).post(address, data).status_code == (404 if who else 302)
        assert (enter(who) if who else client).get(address).status_code == 405
    assert "Lò Thị Mới" not in (enter("hoa").get(INVITE).content.decode())
    invitation.refresh_from_db()
    asked.refresh_from_db()
    assert (invitation.revoked_at, asked.state) == (None, "waiting")
