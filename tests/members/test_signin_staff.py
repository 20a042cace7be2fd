"""Staff: a password, then the code of an authenticator app. A PIN opens nothing at /cms/."""

import time
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import get_resolver
from wagtail.models import PageViewRestriction

from members.models import AuditEntry, Member
from members.signin import door
from members.signin.gate import OPEN
from tests import factories
from tests.cast import PASSWORD
from tests.members.door import PIN, WRONG, audited, card_address, signed_in, with_card
from tests.pages.reading import soup
from tests.pages.test_headers import addresses_of_all_views, views

pytestmark = pytest.mark.django_db
NEW = "mot mat khau dai 27"
THEME = {"theme-theme": "system", "theme-contrast": "system", "theme-density": "default", "theme-keyboard_shortcuts": "on"}
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105


def log_in(client, username="ngan", password=PASSWORD, **more):
    return client.post("/cms/login/", {"login": username, "password": password, **more})


def code(secret=SECRET) -> str:
    cache.clear()  # a code is good once; the tests are quicker than the clock
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def deeds(member) -> list[str]:
    """What the log says that became of her second factor."""
    entries = AuditEntry.objects.filter(action="correction", actor=member, member=member, details__what="second factor")
    return [entry.details["deed"] for entry in entries]


@pytest.fixture
def protected(cast):
    """Ngan has a second factor."""
    totp.TOTP.activate(cast.ngan, SECRET)
    RecoveryCodes.activate(cast.ngan)
    return cast.ngan


@pytest.fixture
def required(settings):
    settings.STAFF_TOTP = "required"


def test_name_and_password_open_the_desk_without_any_mail_address(client, cast):
    assert cast.ngan.email == ""
    assert log_in(client)["Location"] == "/cms/"
    assert client.get("/cms/").status_code == 200
    assert audited("sign-in") == [("sign-in", cast.ngan.pk)]


def test_she_is_led_where_she_was_going(client, cast):
    asked = client.get("/cms/pages/")
    assert asked["Location"] == "/cms/login/?next=/cms/pages/"
    form = soup(client.get(asked["Location"])).find("form", class_="ask")
    onward = form.find("input", attrs={"name": "next"})["value"]
    assert log_in(client, next=onward)["Location"] == "/cms/pages/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_and_nowhere_else(client, cast, elsewhere):
    assert log_in(client, next=elsewhere)["Location"] == "/cms/"


@pytest.mark.parametrize(("username", "password"), [("ngan", "sai"), ("khong-ai", PASSWORD), ("NGAN", PASSWORD), ("lan", PIN), ("", ""), ("ngan", "")])
def test_wrong_name_and_wrong_password_answer_alike(client, cast, username, password):
    with_card(cast.lan, PIN)
    answer = log_in(client, username, password)
    assert answer.status_code == 200
    assert signed_in(client) is None
    if username and password:
        assert soup(answer).find(role="alert").text == soup(log_in(Client(), "khong-co-ten-nay")).find(role="alert").text


def test_account_that_is_closed_answers_the_same(client, cast):
    Member.objects.filter(pk=cast.ngan.pk).update(is_active=False)
    assert soup(log_in(client)).find(role="alert").text == soup(log_in(Client(), "khong-ai")).find(role="alert").text


def test_session_ends_with_the_browser(client, cast):
    assert log_in(client).cookies["sessionid"]["max-age"] == ""


def test_account_without_rights_is_told_so_and_not_sent_round(client, cast):
    log_in(client, "lan")
    answer = client.get("/cms/", follow=True)
    assert answer.status_code == 200 and len(answer.redirect_chain) == 1
    assert "lan" in soup(answer).find(role="alert").text


def test_leaving_the_desk_ends_the_session(client, cast):
    log_in(client)
    stolen = client.cookies["sessionid"].value
    client.post("/cms/logout/")
    thief = Client()
    thief.cookies["sessionid"] = stolen
    assert thief.get("/cms/").status_code == 302


# A PIN opens nothing here


def test_session_of_a_pin_is_nobody_at_the_desk(client, cast):
    card = with_card(cast.ngan, PIN)
    client.post(card_address(card), {"pin": PIN})
    assert signed_in(client) == str(cast.ngan.pk)
    for address in ("/cms/", "/cms/pages/", "/cms/account/", "/cms/vao/", "/cms/vao/bat/", "/cms/vao/tat/", "/cms/vao/ma-du-phong/"):
        assert client.get(address)["Location"].startswith("/cms/login/"), address
        assert client.post(address)["Location"].startswith("/cms/login/"), address
    assert client.get("/cms/login/").status_code == 200


def test_no_view_of_the_desk_knows_the_session_of_a_pin(client, cast, admin_user):
    """Not even an administrator's: whatever is asked, she gets what a stranger gets."""
    client.post(card_address(with_card(admin_user)), {"pin": PIN, "again": PIN})
    assert signed_in(client) == str(admin_user.pk)
    stranger = Client()
    stranger.cookies["may"] = client.cookies["may"].value
    for name, address in addresses_of_all_views().items():
        if address.startswith("/cms/") and name not in {"wagtailadmin_logout", "wagtailadmin_error_test"}:
            hers, theirs = client.get(address), stranger.get(address)
            assert (hers.status_code, hers.get("Location")) == (theirs.status_code, theirs.get("Location")), address


def test_password_after_a_pin_opens_the_desk(client, cast):
    client.post(card_address(with_card(cast.ngan, PIN)), {"pin": PIN})
    log_in(client)
    assert client.get("/cms/").status_code == 200


def test_pin_after_a_password_closes_it(client, cast):
    log_in(client)
    client.post(card_address(with_card(cast.ngan)), {"pin": PIN, "again": PIN})
    assert client.get("/cms/").status_code == 302


def test_pin_is_no_password_and_password_no_pin(client, cast):
    card = with_card(cast.ngan, PIN)
    log_in(client, "ngan", PIN)
    client.post(card_address(card), {"pin": PASSWORD[:6]})
    assert signed_in(client) is None


def test_page_for_members_opens_for_a_pin(client, cast):
    page = factories.make_standard(slug="noi-bo")
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")
    asked = client.get(page.address)
    assert asked["Location"] == "/dang-nhap/?next=/noi-bo/"
    card = with_card(cast.lan, PIN)
    onto = client.post(asked["Location"], {"code": card.code})["Location"]
    assert client.post(onto, {"pin": PIN})["Location"] == page.address
    assert client.get(page.address).status_code == 200


def test_wagtails_own_sign_in_leads_to_the_members(client, tree):
    for method in (client.get, client.post):
        assert method("/_util/login/?next=/hoc/")["Location"] == "/dang-nhap/?tiep=%2Fhoc%2F"


# The second factor


def test_password_alone_is_not_enough_where_there_is_a_second_factor(client, protected):
    assert log_in(client, next="/cms/pages/")["Location"] == "/cms/vao/ma/"
    assert signed_in(client) is None
    assert client.get("/cms/").status_code == 302
    assert client.get("/cms/vao/ma/").status_code == 200
    assert client.post("/cms/vao/ma/", {"code": code()})["Location"] == "/cms/pages/"
    assert client.get("/cms/pages/").status_code in {200, 302} and signed_in(client) == str(protected.pk)


def test_recovery_code_opens_once(client, protected):
    spare = RecoveryCodes.activate(protected).get_unused_codes()[0]
    log_in(client)
    client.post("/cms/vao/ma/", {"code": spare})
    assert signed_in(client) == str(protected.pk)
    again = Client()
    log_in(again)
    assert soup(again.post("/cms/vao/ma/", {"code": spare})).find(role="alert")
    assert signed_in(again) is None


@pytest.mark.parametrize("wrong", ["000000", "", "x" * 500, "12 34 56"])
def test_wrong_code_opens_nothing(client, protected, wrong):
    log_in(client)
    assert soup(client.post("/cms/vao/ma/", {"code": wrong})).find(role="alert")
    assert signed_in(client) is None


def test_secret_of_the_app_is_not_stored_as_it_is(protected):
    assert SECRET not in str(list(Authenticator.objects.values()))


def test_second_step_without_the_first_leads_back(client, protected):
    assert client.post("/cms/vao/ma/", {"code": code()})["Location"] == "/cms/login/"


@pytest.mark.parametrize("status", ["left", "moved"])
def test_who_has_left_comes_in_no_more(client, cast, status):
    log_in(client)
    assert client.get("/cms/").status_code == 200
    Member.objects.filter(pk=cast.ngan.pk).update(status=status)
    assert client.get("/cms/").status_code == 302
    again = Client()
    assert soup(log_in(again)).find(role="alert")
    assert signed_in(again) is None


def test_required_second_factor_is_set_up_before_anything_else(client, cast, required):
    log_in(client)
    for address in ("/cms/", "/cms/pages/", "/cms/account/", "/cms/khong-co/"):
        assert client.get(address)["Location"] == "/cms/vao/bat/"
    page = client.get("/cms/vao/bat/")
    image = soup(page).find("img", class_="totp")
    assert image["src"].startswith("data:image/svg+xml") and image["alt"]
    assert "img-src 'self' data:" in page["Content-Security-Policy"]
    secret = soup(page).find("code").text
    assert soup(client.post("/cms/vao/bat/", {"code": "000000"})).find("code").text == secret
    assert client.post("/cms/vao/bat/", {"code": code(secret)})["Location"] == "/cms/vao/ma-du-phong/"
    assert len(soup(client.get("/cms/vao/ma-du-phong/")).main.find_all("code")) == 10
    assert client.get("/cms/").status_code == 200
    assert deeds(cast.ngan) == ["switched on"]


def test_older_session_without_the_second_factor_must_come_again(client, cast, required):
    old = Client()
    log_in(old)
    totp.TOTP.activate(cast.ngan, SECRET)
    assert old.get("/cms/").status_code == 302
    log_in(client)
    client.post("/cms/vao/ma/", {"code": code()})
    assert client.get("/cms/").status_code == 200


@pytest.mark.parametrize("rule", ["offered", "required"])
@pytest.mark.parametrize("address", ["/cms/", "/cms/vao/tat/", "/cms/vao/ma-du-phong/", "/cms/vao/bat/", "/cms/vao/mat-khau/"])
def test_session_from_before_the_second_factor_ends(cast, settings, rule, address):
    """Whoever had stolen the password alone could take the second factor off again, or read its recovery codes."""
    settings.STAFF_TOTP = rule
    old = Client()
    log_in(old)
    assert signed_in(old) == str(cast.ngan.pk)
    totp.TOTP.activate(cast.ngan, SECRET)
    RecoveryCodes.activate(cast.ngan)
    assert old.post(address, {"password": PASSWORD})["Location"] == "/cms/login/"
    assert signed_in(old) is None
    assert Authenticator.objects.filter(user=cast.ngan).count() == 2


def test_offered_second_factor_is_not_forced(client, cast):
    log_in(client)
    assert client.get("/cms/").status_code == 200
    assert soup(client.get("/cms/vao/")).main.find("a", href="/cms/vao/bat/")


def test_account_page_leads_to_the_second_factor(client, cast):
    log_in(client)
    assert "/cms/vao/" in client.get("/cms/account/").content.decode()


def test_it_is_switched_off_only_by_who_has_shown_it(client, protected, monkeypatch):
    log_in(client)
    client.post("/cms/vao/ma/", {"code": code()})
    monkeypatch.setattr("allauth.account.app_settings.AppSettings.REAUTHENTICATION_TIMEOUT", property(lambda self: -1))
    asked = client.post("/cms/vao/tat/")
    assert asked["Location"].startswith("/cms/vao/mat-khau/")
    assert Authenticator.objects.filter(user=protected).count() == 2
    monkeypatch.undo()
    client.post(asked["Location"], {"password": PASSWORD})
    client.post("/cms/vao/tat/")
    assert not Authenticator.objects.filter(user=protected).exists()
    assert deeds(protected) == ["switched off"]


def test_administrator_takes_it_off_an_account_whose_phone_is_lost(client, protected, cast):
    call_command("second_factor_off", "ngan", stdout=StringIO())
    assert log_in(client)["Location"] == "/cms/"
    assert audited("recovery") == [("recovery", protected.pk)]
    for username in ("ngan", "khong-ai"):
        with pytest.raises(CommandError):
            call_command("second_factor_off", username)


def test_no_other_road_of_allauth_is_open():
    ours = {name for name, _pattern, _prefix in views(get_resolver().url_patterns) if name.startswith(("account_", "mfa_", "socialaccount", "usersessions"))}
    assert ours == {
        "account_login",
        "account_reauthenticate",
        "account_inactive",
        "mfa_index",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
    }


def test_password_is_not_sent_by_a_mail_that_nobody_sends(client, tree):
    assert client.get("/cms/password_reset/").status_code == 404


@pytest.mark.parametrize("address", OPEN)
def test_what_is_open_before_the_second_factor_leads_no_further(client, cast, required, address):
    log_in(client)
    answer = client.get(address, follow=True)
    assert answer.status_code in {200, 404, 405}


def test_wrong_codes_and_passwords_count_on_one_account(client, protected):
    """Who knows the password does not get five more codes by typing it again."""
    log_in(client, password="sai")
    for _try in range(2):
        log_in(client)
        client.post("/cms/vao/ma/", {"code": "000000"})
        client.post("/cms/vao/ma/", {"code": "000001"})
    assert log_in(client).status_code == 429
    assert audited("locked") == [("locked", protected.pk)]


def test_who_has_come_in_has_five_tries_again(protected):
    for _time in range(2):
        client = Client()
        for _try in range(4):
            log_in(client, password="sai")
        log_in(client)
        client.post("/cms/vao/ma/", {"code": code()})
        assert signed_in(client) == str(protected.pk)


def new_password(client, old):
    fields = {"name_email-full_name": "Đinh Kim Ngân", "password-old_password": old, "password-new_password1": NEW, "password-new_password2": NEW}
    return client.post(
        "/cms/account/", {**fields, "locale-preferred_language": "vi", "locale-current_time_zone": "Asia/Ho_Chi_Minh", "notices-digest": "daily"} | THEME
    )


def test_old_password_asked_for_a_new_one_passes_the_limiter(client, cast):
    log_in(client)
    for _try in range(5):
        new_password(client, "sai")
    new_password(client, PASSWORD)
    assert Member.objects.get(pk=cast.ngan.pk).check_password(PASSWORD)
    assert audited("locked") == [("locked", cast.ngan.pk)]
    assert log_in(Client()).status_code == 429


def test_right_old_password_gives_the_new_one(client, cast):
    log_in(client)
    assert new_password(client, PASSWORD).status_code == 302
    assert Member.objects.get(pk=cast.ngan.pk).check_password(NEW)
    assert client.get("/cms/").status_code == 200
    assert log_in(Client(), password=NEW)["Location"] == "/cms/"


def test_wrong_pins_count_there_too(client, cast):
    card = with_card(cast.ngan, PIN)
    for _try in range(5):
        client.post(card_address(card), {"pin": WRONG})
    assert log_in(client).status_code == 429


def test_right_pin_or_new_card_gives_no_more_guesses_at_the_password(client, cast):
    """A PIN opens less than a password: it must not wipe out what was counted there."""
    card = with_card(cast.ngan, PIN)
    for _try in range(4):
        log_in(client, password="sai")
    assert client.post(card_address(card), {"pin": PIN}).status_code == 302
    door.reissue_card(member=cast.ngan, by=cast.thu)
    assert log_in(Client(), password="sai").status_code == 200
    assert log_in(Client()).status_code == 429
