"""With the card: its QR or its code, and the PIN that she chooses the first time."""

import pytest
from django.contrib.auth.hashers import check_password
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext

from members.cards import Card
from members.models import Member, Tries
from members.signin import door, views
from members.signin.cookies import PHONE_COOKIE
from members.signin.pins import pin_matches
from tests.members.door import OTHER_PIN, PIN, WRONG, audited, card_address, pin_page, signed_in, with_card
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def fresh(cast):
    return with_card(cast.lan)


@pytest.fixture
def card(cast):
    return with_card(cast.lan, PIN)


def choose(client, address, pin=PIN, again=None):
    return client.post(address, {"pin": pin, "again": pin if again is None else again})


def test_first_time_she_chooses_a_pin_and_is_in(client, fresh, cast):
    asked = client.get(card_address(fresh))
    assert "Lan" in soup(asked).h1.text
    assert "Lò" not in soup(asked).main.text
    answer = choose(client, card_address(fresh))
    assert (answer.status_code, answer["Location"]) == (302, "/toi/")
    assert signed_in(client) == str(cast.lan.pk)
    assert audited("pin-set", "sign-in") == [("pin-set", cast.lan.pk), ("sign-in", cast.lan.pk)]


def test_later_she_gives_it(client, card, cast):
    assert len(soup(client.get(card_address(card))).main.find_all("input", class_="pin")) == 1
    assert client.post(card_address(card), {"pin": PIN})["Location"] == "/toi/"
    assert signed_in(client) == str(cast.lan.pk)


def test_wrong_pin_says_how_many_tries_are_left(client, card):
    answer = client.post(card_address(card), {"pin": WRONG})
    assert "4" in soup(answer).find(role="alert").text
    assert signed_in(client) is None


@pytest.mark.parametrize("typed", ["{}", "{:.4}-{}", " {} "])
def test_code_is_read_in_any_case_with_or_without_its_hyphen(client, card, typed):
    code = card.code.lower()
    text = typed.format(code[:4], code[4:]) if "-" in typed else typed.format(code)
    answer = client.post("/dang-nhap/", {"code": text})
    assert answer.status_code == 302
    assert client.post(answer["Location"], {"pin": PIN})["Location"] == "/toi/"


def test_unknown_code_is_told(client, card):
    answer = client.post("/dang-nhap/", {"code": "ABCD-EFGH"})
    assert answer.status_code == 200
    assert soup(answer).find(role="alert")


def test_new_card_is_opened_by_its_code_too(client, fresh, cast):
    assert choose(client, pin_page(client, fresh)).status_code == 302
    assert signed_in(client) == str(cast.lan.pk)


def test_ticket_of_a_code_is_signed_and_dies(client, card, cast, monkeypatch):
    for ticket in ("", "1", signing.dumps(card.pk), signing.dumps(card.pk, salt="other")):
        assert client.get(f"/dang-nhap/ma-pin/?the={ticket}")["Location"] == "/dang-nhap/"
    address = pin_page(client, card)
    assert client.get(address).status_code == 200
    monkeypatch.setattr(views, "TICKET_AGE", -1)
    assert client.get(address)["Location"] == "/dang-nhap/"


def test_ticket_of_a_rotated_card_is_dead(client, card, cast):
    address = pin_page(client, card)
    door.reissue_card(member=cast.lan, by=cast.hoa)
    assert client.post(address, {"pin": PIN, "again": PIN})["Location"] == "/dang-nhap/"
    assert signed_in(client) is None
    assert Member.objects.get(pk=cast.lan.pk).pin == ""


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "abcdef", "２７１８２８", "000000", "123456", "654321", "777777", "121212", "123123"])
def test_pin_that_is_no_pin_or_easy_is_refused(client, fresh, pin):
    answer = choose(client, card_address(fresh), pin)
    assert soup(answer).find(role="alert")
    assert Member.objects.get(pk=fresh.member_id).pin == ""
    assert signed_in(client) is None


def test_her_birth_year_and_telephone_are_refused(client, fresh, cast):
    Member.objects.filter(pk=cast.lan.pk).update(birth_year=1985, phone="+84912345608")
    for pin in ("198527", "271985", "345608"):
        assert soup(choose(client, card_address(fresh), pin)).find(role="alert")
    assert choose(client, card_address(fresh), "271986").status_code == 302


def test_two_pins_must_be_the_same(client, fresh):
    assert soup(choose(client, card_address(fresh), PIN, OTHER_PIN)).find(role="alert")
    assert Member.objects.get(pk=fresh.member_id).pin == ""


def test_of_two_who_choose_at_once_one_gets_it(client, fresh, monkeypatch):
    """The second had opened the page before the first chose."""
    stale = Member.objects.get(pk=fresh.member_id)
    door.choose_pin(member=fresh.member, pin=PIN)
    monkeypatch.setattr(type(Card.objects.all()), "find_by_secret", lambda self, secret: Card(member=stale))
    answer = choose(client, card_address(fresh), OTHER_PIN)
    assert (answer.status_code, answer["Location"]) == (302, card_address(fresh))
    assert signed_in(client) is None


def test_neither_pin_nor_secret_nor_code_is_stored(fresh, client):
    choose(client, card_address(fresh))
    stored = str([list(model.objects.values()) for model in (Card, Member)])
    assert [word for word in (PIN, fresh.secret, fresh.code, fresh.printed_code) if word in stored] == []


def test_stored_pin_is_worth_nothing_without_the_installation_s_key(card, cast, settings):
    """A million PINs are soon tried through."""
    stored = Member.objects.get(pk=cast.lan.pk).pin
    assert pin_matches(PIN, stored)
    assert not check_password(PIN, stored)
    settings.CARD_KEY = "that of another site"
    assert not pin_matches(PIN, stored)


@pytest.mark.parametrize("token", ["A" * 26, "x", "a-b", "A" * 300])
def test_unknown_card_says_what_to_do(client, cast, token):
    answer = client.get(f"/dang-nhap/the/{token}/")
    assert answer.status_code == 404
    assert soup(answer).main.find("a", href="/dang-nhap/")


def test_card_of_a_woman_who_left_opens_nothing(client, card, cast):
    Member.objects.filter(pk=cast.lan.pk).update(status=Member.Status.LEFT)
    assert client.post(card_address(card), {"pin": PIN}).status_code == 404
    assert soup(client.post("/dang-nhap/", {"code": card.code})).find(role="alert")


def test_session_ends_when_she_leaves(client, card, cast):
    client.post(card_address(card), {"pin": PIN})
    Member.objects.filter(pk=cast.lan.pk).update(is_active=False)
    assert client.get("/dang-nhap/doi/")["Location"] == "/dang-nhap/"


def test_get_writes_nothing(client, card, cast):
    client.post(card_address(card), {"pin": PIN})
    phone = client.cookies[PHONE_COOKIE].value
    reader = Client()
    reader.cookies[PHONE_COOKIE] = phone
    for address in ("/dang-nhap/", "/dang-nhap/?ma=1", f"/dang-nhap/ma-pin/?ai={cast.lan.pk}", pin_page(reader, card), card_address(card), "/dang-nhap/doi/"):
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(address).status_code == 200, address
        assert not [query["sql"] for query in asked if not query["sql"].startswith("SELECT")], address


def test_session_key_changes_and_what_was_in_it_is_gone(client, card):
    session = client.session
    session["of a stranger"] = 1
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    client.post(card_address(card), {"pin": PIN})
    assert client.session.session_key != before
    assert "of a stranger" not in client.session


@pytest.mark.parametrize(
    ("then", "there"),
    [
        ("/hoc/", "/hoc/"),
        ("/en/hoc/?trang=2", "/en/hoc/?trang=2"),
        ("https://evil.example/", "/toi/"),
        ("//evil.example/", "/toi/"),
        ("/\\evil.example/", "/toi/"),
        ("javascript:alert(1)", "/toi/"),
        ("hoc/", "/toi/"),
        ("", "/toi/"),
    ],
)
def test_she_is_led_where_she_was_going_if_that_is_here(client, card, then, there):
    assert client.post(card_address(card), {"pin": PIN, "tiep": then})["Location"] == there


def test_where_she_was_going_is_carried_from_page_to_page(client, card):
    form = soup(client.get("/dang-nhap/", {"tiep": "/hoc/"})).find("form", class_="ask")
    assert form.find("input", attrs={"name": "tiep"})["value"] == "/hoc/"
    said = gettext("Sign in, and the page that you chose opens.")
    assert said in form.text and said not in soup(client.get("/dang-nhap/")).text
    onto = client.post("/dang-nhap/", {"code": card.code, "tiep": "/hoc/"})["Location"]
    assert soup(client.get(onto)).find("input", attrs={"name": "tiep"})["value"] == "/hoc/"


@pytest.mark.parametrize("language", ["en", "hmn"])
def test_every_language_has_the_door(client, card, language):
    assert client.get(f"/{language}/dang-nhap/").status_code == 200
    assert client.post(f"/{language}{card_address(card)}", {"pin": PIN})["Location"] == f"/{language}/toi/"


@pytest.mark.parametrize("address", ["/dang-nhap/", "/dang-nhap/ma-pin/", "/dang-nhap/doi/", "/dang-nhap/the/x/", "/tham-gia/x/"])
def test_other_methods_are_refused(client, tree, address):
    assert client.put(address).status_code == 405
    assert client.delete(address).status_code == 405


def test_form_without_its_token_is_refused(card):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(card_address(card), {"pin": PIN})
    assert answer.status_code == 403
    assert soup(answer).main.h1  # a page of ours, in plain words
    assert not Tries.objects.exists()


def test_pin_is_not_sent_back(client, card, cast):
    fresh = with_card(cast.mai)
    assert WRONG not in client.post(card_address(card), {"pin": WRONG}).content.decode()
    assert "123456" not in choose(client, card_address(fresh), "123456").content.decode()


def test_right_pin_clears_what_was_counted(client, card, cast):
    """Of a member without a password; of staff: test_signin_staff."""
    cast.lan.set_unusable_password()
    cast.lan.save()
    client.post(card_address(card), {"pin": WRONG})
    client.post(card_address(card), {"pin": PIN})
    assert not Tries.objects.exists()
