"""By a branch's invitation: her name waits for the chairwoman's yes."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import is_password_usable
from django.test import Client
from django.utils import timezone

from members.models import Device, Invitation, JoinRequest, Member
from members.signin import door
from members.signin.pins import pin_matches
from tests.members.door import PIN, audited, signed_in
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db
DAO = {"full_name": "  Lường  Thị Đào ", "telephone_number": "0912 345 678", "year": "1985", "pin": PIN, "again": PIN}


@pytest.fixture
def invite(cast):
    def make(seats=1, days=7):
        invitation, secret = door.invite(unit=cast.lan.unit, by=cast.hoa, seats=seats, days=days)
        return invitation, f"/tham-gia/{secret}/"

    return make


def ask(client, address, **changes):
    client.get(address)
    return client.post(address, DAO | changes)


def asked() -> JoinRequest:
    return JoinRequest.objects.get()


def test_her_name_waits_and_she_can_look_again_on_this_phone(client, invite):
    _invitation, address = invite()
    assert ask(client, address)["Location"] == address
    for _time in range(2):
        page = soup(client.get(address))
        assert "Đào" in page.h1.text
        assert page.find("form", class_="ask") is None
    request = asked()
    assert (request.full_name, request.phone, request.birth_year, request.state) == ("Lường Thị Đào", "+84912345678", 1985, "waiting")
    assert pin_matches(PIN, request.pin)
    assert not Member.objects.filter(full_name=request.full_name).exists()


def test_yes_makes_her_a_member_who_signs_in_on_that_phone(client, invite, cast):
    _invitation, address = invite()
    ask(client, address)
    member = door.accept(request=asked(), by=cast.hoa)
    assert (member.unit, member.full_name, member.member_code, member.phone) == (cast.lan.unit, "Lường Thị Đào", None, "+84912345678")
    assert not is_password_usable(member.password)
    onto = soup(client.get(address)).main.find("a", class_="button")["href"]
    assert client.post(onto, {"pin": PIN})["Location"] == "/toi/"
    assert signed_in(client) == str(member.pk)
    assert audited("joined") == [("joined", member.pk)]
    assert asked().pin == ""


def test_yes_twice_makes_one_member(client, invite, cast):
    _invitation, address = invite()
    ask(client, address)
    first = door.accept(request=asked(), by=cast.hoa)
    assert door.accept(request=asked(), by=cast.thu) == first
    door.refuse(request=asked(), by=cast.thu)
    assert asked().state == "accepted"
    assert Member.objects.filter(full_name="Lường Thị Đào").count() == 1


def test_no_is_told_and_stays(client, invite, cast):
    _invitation, address = invite()
    ask(client, address)
    door.refuse(request=asked(), by=cast.hoa)
    assert soup(client.get(address)).find("form", class_="ask") is None
    assert door.accept(request=asked(), by=cast.hoa) is None
    assert not Member.objects.filter(full_name="Lường Thị Đào").exists()


def test_another_phone_does_not_see_who_has_asked(client, invite):
    _invitation, address = invite(seats=2)
    ask(client, address)
    assert "Đào" not in Client().get(address).content.decode()


def test_tapping_twice_asks_once(client, invite):
    _invitation, address = invite(seats=3)
    for _tap in range(2):
        ask(client, address)
    assert JoinRequest.objects.count() == 1
    assert Invitation.objects.get().used == 1


def test_two_women_on_one_phone(client, invite):
    _invitation, address = invite(seats=2)
    ask(client, address)
    assert soup(client.get(f"{address}?them=1")).find("form", class_="ask")
    client.post(f"{address}?them=1", DAO | {"full_name": "Cà Thị Ban"})
    text = soup(client.get(address)).main.text
    assert "Đào" in text and "Ban" in text
    assert "them=1" not in client.get(address).content.decode()


def test_a_dead_link_costs_no_work(cast, invite, monkeypatch):
    """Whoever holds one could keep the server busy with PINs."""
    invitation, _address = invite()
    door.withdraw(invitation=invitation, by=cast.hoa)
    monkeypatch.setattr(door, "hashed_pin", lambda pin: pytest.fail("hashed for nothing"))
    with pytest.raises(door.NoSeatLeft):
        door.ask_to_join(invitation=invitation, phone=Device.enrol()[0], full_name="Lường Thị Đào", pin=PIN)


@pytest.mark.parametrize("matter", ["used", "over", "withdrawn"])
def test_dead_link_says_what_to_do(invite, matter, client):
    invitation, address = invite()
    if matter == "used":
        ask(Client(), address)
    elif matter == "over":
        Invitation.objects.update(valid_until=timezone.now() - timedelta(seconds=1))
    else:
        door.withdraw(invitation=invitation, by=None)
    before = JoinRequest.objects.count()
    for answer in (client.get(address), client.post(address, DAO)):
        assert answer.status_code == 410
        assert soup(answer).main.find(class_="lead").text.strip()
        assert soup(answer).find("form", class_="ask") is None
    assert JoinRequest.objects.count() == before


@pytest.mark.parametrize("token", ["x", "A" * 22, "a" * 200])
def test_unknown_link_says_what_to_do(client, tree, token):
    answer = client.get(f"/tham-gia/{token}/")
    assert answer.status_code == 404
    assert soup(answer).main.find(class_="lead").text.strip()


@pytest.mark.parametrize(
    "wrong",
    [
        {"full_name": ""},
        {"full_name": "Đ" * 121},
        {"telephone_number": "12345"},
        {"year": ""},
        {"year": "85"},
        {"year": "1885"},
        {"year": "2085"},
        {"pin": "12345", "again": "12345"},
        {"pin": "123456", "again": "123456"},
        {"pin": "851985", "again": "851985"},
        {"pin": "345678", "again": "345678"},
        {"again": "314159"},
        {"pin": ""},
    ],
)
def test_what_is_wrong_stands_at_its_field_and_takes_no_seat(client, invite, wrong):
    _invitation, address = invite()
    answer = ask(client, address, **wrong)
    assert answer.status_code == 200
    assert soup(answer).find(role="alert")
    assert Invitation.objects.get().used == 0


def test_telephone_may_be_missing(client, invite):
    _invitation, address = invite()
    assert ask(client, address, telephone_number="").status_code == 302
    assert asked().phone == ""


def test_officers_see_the_requests_of_their_units_only(client, invite, cast):
    _invitation, address = invite()
    ask(client, address)
    for officer, seen in ((cast.hoa, 1), (cast.thu, 1), (cast.lan, 0), (cast.mai, 0)):
        assert JoinRequest.objects.for_officer(officer).count() == seen
        assert Invitation.objects.for_officer(officer).count() == seen


def test_secret_of_the_link_is_not_stored(invite):
    invitation, address = invite()
    assert address.split("/")[2] not in str(list(Invitation.objects.values()))
    assert audited("invitation") == [("invitation", None)]
