"""Wrong tries: how many, counted where, forgotten when."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from members.limits import DAY, KEPT, MINUTE, Limit, Locked, address_of, forget_old
from members.models import Tries
from members.signin import door
from tests.members.door import PIN, WRONG, audited, with_card

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
START = datetime(2026, 11, 21, 8, tzinfo=UTC)
CARD = Limit("member:1")
SECONDS = st.integers(0, 3 * 3600)


def allowed(limit: Limit, moment: datetime) -> bool:
    try:
        limit.take(moment)
    except Locked:
        return False
    return True


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pauses=st.lists(st.one_of(st.integers(0, 30), SECONDS, st.just(15 * 60), st.just(24 * 3600), st.just(24 * 3600 - 1)), max_size=60))
@example(pauses=[0, 24 * 3600 - 60, 0, 0, 120, 0, 0])
def test_no_window_of_fifteen_minutes_holds_more_than_five_tries(db, pauses):
    """Whatever the pauses between them."""
    Tries.objects.all().delete()
    moment, let_through = START, []
    for pause in pauses:
        moment += timedelta(seconds=pause)
        if allowed(CARD, moment):
            let_through.append(moment)
    for first, sixth in zip(let_through, let_through[5:], strict=False):
        assert sixth - first >= 15 * MINUTE


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.tuples(st.sampled_from(["wrong", "right", "half", "neighbour"]), st.integers(0, 400)), max_size=60))
def test_after_a_right_one_five_again_and_a_neighbour_changes_nothing(db, deeds):
    Tries.objects.all().delete()
    neighbour = Limit("member:2")
    moment, wrong = START, []
    for deed, pause in deeds:
        moment += timedelta(seconds=pause)
        if deed == "neighbour":
            allowed(neighbour, moment)
        elif allowed(CARD, moment):
            if deed == "right":
                CARD.clear()
                wrong = []
            elif deed == "half":
                CARD.give_back()
            else:
                wrong.append(moment)
        for first, sixth in zip(wrong, wrong[5:], strict=False):
            assert sixth - first >= 15 * MINUTE


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pauses=st.lists(st.integers(0, 7200), max_size=60))
def test_no_lock_is_for_ever(db, pauses):
    Tries.objects.all().delete()
    moment = START
    for pause in pauses:
        moment += timedelta(seconds=pause)
        allowed(CARD, moment)
    assert allowed(CARD, moment + 60 * MINUTE)


def lock(limit, moment):
    """Spend all tries; how long it is locked then."""
    for _try in range(limit.tries):
        limit.take(moment)
    with pytest.raises(Locked) as locked:
        limit.take(moment)
    return locked.value


def test_locks_grow_to_an_hour_and_are_forgotten_after_a_day():
    moment, minutes = START, []
    for _lock in range(5):
        locked = lock(CARD, moment)
        minutes.append(locked.minutes)
        moment += locked.wait
    assert minutes == [15, 30, 60, 60, 60]
    assert lock(CARD, moment + DAY).minutes == 15


def test_tries_left_are_told():
    assert [CARD.take(START) for _try in range(5)] == [4, 3, 2, 1, 0]
    assert [CARD.take(START + 15 * MINUTE) for _try in range(5)] == [4, 3, 2, 1, 0]


def test_minutes_are_rounded_up():
    lock(CARD, START)
    for seconds, minutes in ((0, 15), (1, 15), (60, 14), (14 * 60 + 59, 1)):
        with pytest.raises(Locked) as locked:
            CARD.take(START + timedelta(seconds=seconds))
        assert locked.value.minutes == minutes


def test_address_has_sixty_a_minute(rf):
    limit = Limit.of_address(rf.get("/"))
    assert [allowed(limit, START + timedelta(milliseconds=100 * number)) for number in range(80)] == [True] * 60 + [False] * 20
    assert allowed(limit, START + timedelta(minutes=1, seconds=6))
    assert all(allowed(limit, START + timedelta(hours=1, seconds=2 * number)) for number in range(300))


def test_a_fifth_right_one_given_back_unlocks():
    for _try in range(5):
        CARD.take(START)
    CARD.give_back()
    assert CARD.take(START) == 0


def test_claim_takes_of_all_or_of_none(cast, rf):
    spent, other = Limit("member:1"), Limit("phone:1", tries=20)
    lock(spent, START)
    Tries.objects.filter(key=spent.key).update(locked_until=datetime(2099, 1, 1, tzinfo=UTC))
    with pytest.raises(Locked):
        door.claim(other, spent)
    assert Tries.objects.get(key=other.key).failures == 0


def test_no_address_and_no_name_is_written_down(rf):
    Limit.of_address(rf.get("/", REMOTE_ADDR="203.0.113.9")).take()
    Limit.of_name("ngan").take()
    assert not any("203.0" in key or "ngan" in key for key in Tries.objects.values_list("key", flat=True))


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "not an address", "not an address"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("172.18.0.5", "198.51.100.1", "198.51.100.1"),  # of a network named in the settings
        ("172.19.0.5", "198.51.100.1", "172.19.0.5"),
        ("", "198.51.100.1", "198.51.100.1"),  # by a socket on this machine
        ("", "", ""),
    ],
)
def test_address_is_named_by_our_proxy_alone(settings, remote, forwarded, address):
    settings.TRUSTED_PROXIES = ["127.0.0.1", "::1", "172.18.0.0/16"]
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert address_of(RequestFactory().get("/", REMOTE_ADDR=remote, **headers)) == address


def test_old_rows_go(db):
    CARD.take(START)
    Limit("member:2").take(START + KEPT)
    forget_old(START + KEPT + MINUTE)
    assert list(Tries.objects.values_list("key", flat=True)) == ["member:2"]


# The verb


def test_sixth_try_is_refused_even_if_right(cast):
    with_card(cast.lan, PIN)
    for _try in range(4):
        with pytest.raises(door.WrongPin):
            door.try_pin(member=cast.lan, pin=WRONG)
    for pin in (WRONG, PIN):
        with pytest.raises(Locked):
            door.try_pin(member=cast.lan, pin=pin)
    assert audited("locked") == [("locked", cast.lan.pk)]


def test_neighbour_on_the_same_phone_is_not_locked(cast):
    with_card(cast.lan, PIN), with_card(cast.mai, PIN)
    from members.devices import Device

    phone, _secret = Device.enrol()
    for _try in range(7):
        with pytest.raises((door.WrongPin, Locked)):
            door.try_pin(member=cast.lan, pin=WRONG, phone=phone)
    door.try_pin(member=cast.mai, pin=PIN, phone=phone)


def test_phone_that_tries_many_is_locked_for_all(cast):
    from members.devices import Device

    phone, _secret = Device.enrol()
    members = [cast.lan, cast.mai, cast.hoa, cast.thu, cast.yen]
    for member in members:
        with_card(member, PIN)
    for member in members:
        for _try in range(4):
            with pytest.raises((door.WrongPin, Locked)):
                door.try_pin(member=member, pin=WRONG, phone=phone)
    with pytest.raises(Locked) as locked:
        door.try_pin(member=cast.lan, pin=PIN, phone=phone)
    assert locked.value.limit.kind == "phone"
    door.try_pin(member=cast.lan, pin=PIN)  # on another


def test_django_has_no_way_around(cast, rf):
    from django.contrib.auth import authenticate

    with_card(cast.lan, PIN)
    for _try in range(5):
        with pytest.raises((door.WrongPin, Locked, PermissionDenied)):
            authenticate(rf.post("/"), member=cast.lan, pin=WRONG)
    with pytest.raises(Locked):
        authenticate(rf.post("/"), member=cast.lan, pin=PIN)
