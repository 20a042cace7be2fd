"""A phone that knows her name asks for the PIN alone; a shared one passes from one woman to the next."""

import pytest
from django.test import Client

from members.models import Enrolment, Member, Tries
from members.signin import door
from members.signin.cookies import PHONE_COOKIE, WHO_COOKIE
from tests.members.door import OTHER_PIN, PIN, WRONG, audited, card_address, signed_in, with_card
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def card(cast):
    return with_card(cast.lan, PIN)


@pytest.fixture
def shared(client, card, cast):
    """A phone on which Lan, then Mai have signed in; nobody is in now."""
    client.post(card_address(card), {"pin": PIN})
    client.post(card_address(with_card(cast.mai, OTHER_PIN)), {"pin": OTHER_PIN})
    client.post("/dang-xuat/")
    return client


def names(answer) -> list[str]:
    return [found.find("span").find(string=True).strip() for found in soup(answer).main.find_all(class_="name") if found.get("value") != ""]


def pin_address(member) -> str:
    return f"/dang-nhap/ma-pin/?ai={member.pk}"


def test_cookie_of_the_phone_is_careful(client, card, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = client.post(card_address(card), {"pin": PIN}).cookies[PHONE_COOKIE]
    assert cookie["httponly"] and cookie["secure"] and cookie["samesite"] == "Lax" and cookie["max-age"] == 400 * 24 * 3600
    assert len(cookie.value) >= 43
    assert not Enrolment.objects.filter(device__secret_hash=cookie.value).exists()


def test_names_that_signed_in_here_are_offered_the_last_one_first(shared):
    answer = shared.get("/dang-nhap/")
    assert names(answer) == ["Mai", "Lan"]
    assert "Nà Mạc" in soup(answer).main.text
    assert "Lò" not in soup(answer).main.text


def test_two_of_one_name_are_told_apart(shared, cast):
    Member.objects.filter(pk=cast.mai.pk).update(full_name="Mùa Thị Lan")
    assert names(shared.get("/dang-nhap/")) == ["M. T. Lan", "L. T. Lan"]


def test_pin_is_enough_on_this_phone(shared, cast):
    assert shared.post(pin_address(cast.lan), {"pin": PIN})["Location"] == "/toi/"
    assert signed_in(shared) == str(cast.lan.pk)


def test_pin_of_the_other_woman_is_wrong(shared, cast):
    assert shared.post(pin_address(cast.lan), {"pin": OTHER_PIN}).status_code == 200
    assert signed_in(shared) is None


def test_another_phone_knows_nobody(shared, cast, client):
    stranger = Client()
    assert names(stranger.get("/dang-nhap/")) == []
    assert stranger.post(pin_address(cast.lan), {"pin": PIN})["Location"] == "/dang-nhap/"
    assert signed_in(stranger) is None


@pytest.mark.parametrize("asked", ["", "0", "x", "-1", "1e3", "9" * 40, "99999999"])
def test_name_that_is_not_on_this_phone_leads_back(shared, asked):
    assert shared.get("/dang-nhap/ma-pin/", {"ai": asked})["Location"] == "/dang-nhap/"


def test_member_whom_the_phone_does_not_know_is_not_opened_by_it(shared, cast):
    with_card(cast.hoa, PIN)
    assert shared.post(pin_address(cast.hoa), {"pin": PIN})["Location"] == "/dang-nhap/"
    assert signed_in(shared) is None


def test_signing_in_on_the_phone_again_keeps_its_cookie(shared, cast):
    before = shared.cookies[PHONE_COOKIE].value
    shared.post(pin_address(cast.lan), {"pin": PIN})
    assert shared.cookies[PHONE_COOKIE].value == before
    assert Enrolment.objects.count() == 2


# Who is in, for scripts


def said(client) -> str:
    found = client.cookies.get(WHO_COOKIE)
    return found.value if found else ""


def test_scripts_can_tell_the_women_of_a_phone_apart(client, card, cast):
    cookie = client.post(card_address(card), {"pin": PIN}).cookies[WHO_COOKIE]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == (str(cast.lan.pk), "", "Lax")
    client.post(card_address(with_card(cast.mai, OTHER_PIN)), {"pin": OTHER_PIN})
    assert said(client) == str(cast.mai.pk)


@pytest.mark.parametrize(("address", "sent"), [("/dang-xuat/", {}), ("/dang-nhap/doi/", {"den": ""}), ("/dang-nhap/doi/", {"bo": "lan"})])
def test_who_left_is_not_named_any_more(shared, cast, address, sent):
    shared.post(pin_address(cast.lan), {"pin": PIN})
    assert said(shared) == str(cast.lan.pk)
    shared.post(address, {name: str(cast.lan.pk) if value else "" for name, value in sent.items()})
    assert said(shared) == ""


def test_taking_another_name_off_leaves_her_in(shared, cast):
    shared.post(pin_address(cast.lan), {"pin": PIN})
    shared.post("/dang-nhap/doi/", {"bo": str(cast.mai.pk)})
    assert said(shared) == str(cast.lan.pk)


def test_the_name_alone_opens_nothing(cast):
    stranger = Client()
    stranger.cookies[WHO_COOKIE] = str(cast.lan.pk)
    assert stranger.get("/toi/").status_code == 302


# The switcher


def test_switching_ends_her_session_and_offers_the_others(shared, cast):
    shared.post(pin_address(cast.lan), {"pin": PIN})
    stolen = shared.cookies["sessionid"].value
    assert names(shared.get("/dang-nhap/doi/")) == ["Mai"]
    onto = shared.post("/dang-nhap/doi/", {"den": cast.mai.pk})["Location"]
    assert onto == pin_address(cast.mai)
    assert signed_in(shared) is None
    shared.post(onto, {"pin": OTHER_PIN})
    assert signed_in(shared) == str(cast.mai.pk)
    thief = Client()
    thief.cookies["sessionid"] = stolen
    assert signed_in(thief) is None


def test_another_woman_comes_with_her_card(shared, cast):
    shared.post(pin_address(cast.lan), {"pin": PIN})
    assert shared.post("/dang-nhap/doi/", {"den": ""})["Location"] == "/dang-nhap/?ma=1"
    assert soup(shared.get("/dang-nhap/?ma=1")).find("input", class_="code")


def test_name_is_taken_off_this_phone_and_no_other(shared, cast, card):
    other = Client()
    other.post(card_address(card), {"pin": PIN})
    shared.post("/dang-nhap/doi/", {"bo": cast.lan.pk})
    assert names(shared.get("/dang-nhap/")) == ["Mai"]
    assert names(other.get("/dang-nhap/")) == ["Lan"]


def test_taking_off_her_own_name_signs_her_out(shared, cast):
    shared.post(pin_address(cast.lan), {"pin": PIN})
    shared.post("/dang-nhap/doi/", {"bo": cast.lan.pk})
    assert signed_in(shared) is None


def test_name_that_is_not_here_cannot_be_chosen_or_taken_off(shared, cast):
    with_card(cast.hoa, PIN)
    other = Client()
    other.post(card_address(door.issue_card(member=cast.hoa, by=None)), {"pin": PIN})
    shared.post("/dang-nhap/doi/", {"bo": cast.hoa.pk})
    assert names(other.get("/dang-nhap/")) == ["Hoa"]
    assert shared.post("/dang-nhap/doi/", {"den": cast.hoa.pk})["Location"] == "/dang-nhap/?ma=1"


def test_unknown_phone_has_nobody_to_switch_to(client, tree):
    assert client.get("/dang-nhap/doi/")["Location"] == "/dang-nhap/"


# Out


def test_signing_out_ends_the_session_on_the_server(client, card, cast):
    client.post(card_address(card), {"pin": PIN})
    stolen = client.cookies["sessionid"].value
    assert client.post("/dang-xuat/")["Location"] == "/dang-nhap/"
    thief = Client()
    thief.cookies["sessionid"] = stolen
    assert signed_in(thief) is None
    assert audited("sign-out") == [("sign-out", cast.lan.pk)]


def test_signing_out_by_a_link_is_refused(client, card, cast):
    client.post(card_address(card), {"pin": PIN})
    assert client.get("/dang-xuat/").status_code == 405
    assert signed_in(client) == str(cast.lan.pk)


def test_stranger_may_sign_out_too(client, tree):
    assert client.post("/dang-xuat/")["Location"] == "/dang-nhap/"
    assert audited() == []


# Recovery


def test_new_card_ends_the_old_one_her_pin_her_sessions_and_her_phones(client, card, cast):
    client.post(card_address(card), {"pin": PIN})
    client.post(card_address(card), {"pin": WRONG})
    new = door.reissue_card(member=cast.lan, by=cast.hoa)
    assert signed_in_user(client) is None
    assert names(client.get("/dang-nhap/")) == []
    assert client.post(card_address(card), {"pin": PIN}).status_code == 404
    assert soup(client.post("/dang-nhap/", {"code": card.code})).find(role="alert")
    assert Client().post(card_address(new), {"pin": PIN, "again": PIN})["Location"] == "/toi/"  # she chooses anew
    assert names(client.get("/dang-nhap/")) == []
    assert audited("recovery") == [("recovery", cast.lan.pk)]


def signed_in_user(client):
    user = client.get("/dang-nhap/").wsgi_request.user
    return user if user.is_authenticated else None


def test_new_card_unlocks(client, card, cast):
    cast.lan.set_unusable_password()
    cast.lan.save()
    for _try in range(5):
        client.post(card_address(card), {"pin": WRONG})
    new = door.reissue_card(member=cast.lan, by=cast.hoa)
    assert not Tries.objects.filter(key=f"member:{cast.lan.pk}").exists()
    assert client.post(card_address(new), {"pin": PIN, "again": PIN}).status_code == 302


def test_card_can_be_shown_again_as_it_is(card, cast):
    again = door.issue_card(member=cast.lan, by=cast.hoa)
    assert (again.pk, again.secret, again.code) == (card.pk, card.secret, card.code)
    assert audited("card-made") == [("card-made", cast.lan.pk)]


@pytest.mark.parametrize("count", [1, 3])
def test_cards_of_a_branch_come_in_its_order(cast, count):
    members = [cast.lan, cast.hoa, cast.mai][:count]
    door.issue_card(member=cast.hoa, by=None)
    assert [card.member_id for card in door.issue_cards(members=members, by=cast.thu)] == [member.pk for member in members]
