"""Every address that can sign someone in is found in the resolver, and passes the limiter."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, resolve, reverse
from django.urls.resolvers import RoutePattern

from members.models import AuditEntry, Tries
from members.signin import door
from members.signin.cookies import PHONE_COOKIE
from tests.cast import PASSWORD
from tests.members.door import PIN, WRONG, card_address, pin_page, signed_in, with_card
from tests.pages.test_headers import example, views

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105
DOORS = {"sign_in_card", "sign_in_pin", "account_login", "mfa_authenticate"}


class House:
    """Lan with a card, a PIN and a phone; Ngan with a password, Yen with a second factor too."""

    def __init__(self, cast):
        self.card, self.cast = with_card(cast.lan, PIN), cast
        totp.TOTP.activate(cast.yen, SECRET)
        known = Client()
        known.post(card_address(self.card), {"pin": PIN})
        self.phone = known.cookies[PHONE_COOKIE].value
        Tries.objects.all().delete()

    def client(self, half_way=False) -> Client:
        """Lan's phone, nobody signed in; half way: Yen has typed her password."""
        client = Client()
        client.cookies[PHONE_COOKIE] = self.phone
        if half_way:
            client.post("/cms/login/", {"login": "yen", "password": PASSWORD})
        return client

    def addresses(self, name, pattern) -> list[str]:
        if name == "sign_in_pin":
            return [f"/dang-nhap/ma-pin/?ai={self.cast.lan.pk}", pin_page(self.client(), self.card)]
        if isinstance(pattern, RoutePattern) and set(pattern.converters) == {"token"}:
            return [reverse(name, args=[self.card.secret])]
        return [found] if (found := example(name, pattern)) else []

    def answers(self, right: bool) -> dict:
        """Whatever a form at the door may ask, right or wrong."""
        cache.clear()
        code = totp.format_hotp_value(totp.hotp_value(SECRET, int(time.time()) // 30)) if right else "000000"
        username = {"login": "ngan", "username": "ngan"}
        secret = {"password": PASSWORD, "pin": PIN} if right else {"password": "sai", "pin": WRONG}
        return username | secret | {"code": code}


@pytest.fixture
def house(cast):
    return House(cast)


@pytest.fixture
def came_in():
    seen = []

    def note(sender, user, **kwargs):
        seen.append(user)

    user_logged_in.connect(note)
    yield seen
    user_logged_in.disconnect(note)


def test_doors_are_those_that_we_know(house, came_in):
    """Right answers posted to every address of the site, by a stranger and by one who has typed her password."""
    found = set()
    for name, pattern, _prefix in list(views(get_resolver().url_patterns)):
        if name == "wagtailadmin_error_test":
            continue
        for address in house.addresses(name, pattern):
            for half_way in (False, True)[: 2 if address.startswith("/cms/") else 1]:
                client = house.client(half_way)
                client.raise_request_exception = False
                came_in.clear()
                client.post(address, house.answers(right=True))
                if came_in:
                    found.add(resolve(address.partition("?")[0]).url_name)  # one address may have two names
    assert found == DOORS


@pytest.mark.parametrize("name", sorted(DOORS))
def test_door_is_locked_at_the_sixth_wrong_answer(house, came_in, name):
    pattern = {found: pattern for found, pattern, _prefix in views(get_resolver().url_patterns)}[name]
    half_way = name == "mfa_authenticate"
    for address in house.addresses(name, pattern):
        Tries.objects.all().delete()
        AuditEntry.objects.all().delete()
        client = house.client(half_way)
        for _try in range(5):
            assert client.post(address, house.answers(right=False)).status_code in {200, 429}
        came_in.clear()
        for fresh in (client, house.client()):  # another browser is no way around
            if fresh is client or not half_way:
                answer = fresh.post(address, house.answers(right=True))
                assert answer.status_code == 429, address
                assert 'role="alert"' in answer.content.decode()
        assert not came_in
        assert [entry.action for entry in AuditEntry.objects.all()].count("locked") == 1


@pytest.mark.parametrize(("who", "name"), [("ngan", "account_reauthenticate"), ("yen", "mfa_reauthenticate")])
def test_password_and_code_asked_again_pass_it_too(house, who, name):
    """They open nothing, but would tell whether one is right."""
    client = house.client(half_way=who == "yen")
    client.post("/cms/vao/ma/" if who == "yen" else "/cms/login/", house.answers(right=True))
    assert signed_in(client) == str(getattr(house.cast, who).pk)
    for _try in range(5):
        assert client.post(reverse(name), house.answers(right=False)).status_code == 200
    assert client.post(reverse(name), house.answers(right=True)).status_code == 429
    assert Authenticator.objects.count() == 1


def test_recovery_code_passes_it_too(house):
    spare = RecoveryCodes.activate(house.cast.yen).get_unused_codes()
    for wrong in ("00000000", "11111111", "22222222", "33333333", "44444444"):
        assert house.client(half_way=True).post("/cms/vao/ma/", {"code": wrong}).status_code == 200
    client = house.client(half_way=True)
    assert client.post("/cms/vao/ma/", {"code": spare[0]}).status_code in {302, 429}
    assert signed_in(client) is None
    assert RecoveryCodes.activate(house.cast.yen).get_unused_codes()[0] == spare[0]


def test_name_that_nobody_has_is_locked_like_any_other(house):
    """Else five tries would tell which names exist."""
    answers = [house.client().post("/cms/login/", {"login": "khong-ai", "password": "sai"}) for _try in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert house.client().post("/cms/login/", {"login": "KHONG-AI ", "password": "sai"}).status_code == 429
    assert house.client().post("/cms/login/", {"login": "khong-ai-ca", "password": "sai"}).status_code == 200


def test_locked_answer_says_when_to_come_back(house):
    client = house.client()
    for _try in range(5):
        answer = client.post(card_address(house.card), {"pin": WRONG})
    assert answer["Retry-After"] == "900"
    assert "15" in answer.content.decode()


def test_unknown_codes_are_limited_by_address_and_known_ones_wait_too(house):
    client = Client(REMOTE_ADDR="203.0.113.7")
    for _try in range(60):
        assert client.post("/dang-nhap/", {"code": "ABCD2345"}).status_code == 200
    assert client.post("/dang-nhap/", {"code": "ABCD2345"}).status_code == 429
    assert client.post("/dang-nhap/", {"code": house.card.code}).status_code == 429
    assert client.post(card_address(house.card), {"pin": PIN}).status_code == 302  # her QR opens all the same
    assert Client(REMOTE_ADDR="203.0.113.8").post("/dang-nhap/", {"code": house.card.code}).status_code == 302


def test_unknown_codes_are_limited_by_phone_too_wherever_it_is(house):
    client = house.client()
    for number in range(20):
        assert client.post("/dang-nhap/", {"code": "ABCD2345"}, REMOTE_ADDR=f"203.0.113.{number}").status_code == 200
    assert client.post("/dang-nhap/", {"code": house.card.code}, REMOTE_ADDR="203.0.113.99").status_code == 429
    assert Client().post("/dang-nhap/", {"code": house.card.code}, REMOTE_ADDR="203.0.113.99").status_code == 302


def test_known_codes_are_never_counted(house):
    client = house.client()
    for _time in range(70):
        assert client.post("/dang-nhap/", {"code": house.card.code}).status_code == 302
    assert not Tries.objects.filter(failures__gt=0).exists()


def test_locked_card_does_not_lock_her_neighbour_at_the_same_address(house, cast):
    neighbour = with_card(cast.mai, PIN)
    client = Client()
    for _try in range(6):
        client.post(card_address(house.card), {"pin": WRONG})
    assert client.post(card_address(neighbour), {"pin": PIN}).status_code == 302
    assert signed_in(client) == str(cast.mai.pk)
    assert door.issue_card(member=cast.mai, by=None) == neighbour
