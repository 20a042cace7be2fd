"""Every address of the desk, found in its URLconf, on the same ladder: none is forgotten when one is added."""

import pytest
from django.urls import reverse

from learning.desk.urls import urlpatterns
from members.models import AuditEntry, Card, Device, Invitation, JoinRequest, Member, MemberRequest
from members.requests import ask
from members.signin import door
from sharing.domain import short_link
from sharing.models import ShortLink
from sharing.targets import of
from tests.desk.ground import LADDER
from tests.factories import tree as home

pytestmark = pytest.mark.django_db

READS = {"desk", "desk_member", "desk_requests"}  # GET alone
BOTH = {"desk_correct", "desk_cards", "desk_renew_cards", "desk_invitations", "desk_links", "desk_erase"}
DEEDS = {"desk_make_card", "desk_print_card", "desk_print_link", "desk_reissue", "desk_withdraw", "desk_decide", "desk_refuse"}  # POST alone
COMMUNE_ALONE = {"desk_erase"}  # a chairwoman passes it on
EVERYTHING = {
    "quyet": "nhan",
    "answer": "x",
    "full_name": "x",
    "seats": "3",
    "days": "7",
    "address": "/",
    "language": "vi",
}  # whatever a form of the desk may ask
NAMES = sorted(pattern.name for pattern in urlpatterns)
TABLES = (AuditEntry, Card, Invitation, JoinRequest, Member, MemberRequest, ShortLink)


@pytest.fixture
def address(cast):
    """address(name): the view about Lan, or about what she has asked for; with another number where one is given."""
    cast.lan.set_unusable_password()
    cast.lan.save()
    invitation, _secret = door.invite(unit=cast.lan.unit, by=cast.hoa, seats=5, days=7)
    joining = door.ask_to_join(invitation=invitation, phone=Device.enrol()[0], full_name="Lò Thị Mới", pin="271828")
    wish, slip = ask(member=cast.lan, kind="deletion"), ask(member=cast.lan, kind="correction", text="Tên sai")
    link = short_link(target=of(home.find().vi), language="vi", unit=cast.lan.unit)
    numbers = {"desk_print_link": link.code, "desk_withdraw": invitation.pk, "desk_decide": joining.pk, "desk_refuse": slip.pk, "desk_erase": wish.pk}

    def address(name: str, number: int | None = None) -> str:
        has_number = next(pattern for pattern in urlpatterns if pattern.name == name).pattern.converters
        return reverse(name, args=[numbers.get(name, cast.lan.pk) if number is None else number] if has_number else [])

    return address


def state() -> list:
    rows = [row for table in TABLES for row in table.objects.order_by("pk").values()]
    return [{name: value for name, value in row.items() if name != "last_login"} for row in rows]


def test_every_address_has_its_rung():
    assert set(NAMES) == READS | BOTH | DEEDS
    assert len(NAMES) == len(READS) + len(BOTH) + len(DEEDS)


@pytest.mark.parametrize("name", NAMES)
def test_officers_of_her_units_come_in_and_nobody_else(enter, client, address, name):
    for who, status in LADDER.items():
        browser = enter(who) if who else client
        status = 404 if who == "hoa" and name in COMMUNE_ALONE else status
        if name in DEEDS:
            status = 405
        assert browser.get(address(name)).status_code == status, who


@pytest.mark.parametrize("name", NAMES)
def test_who_has_no_right_changes_nothing(enter, client, address, cast, name):
    """Vui has become an official, but of another province."""
    Member.objects.filter(pk=cast.vui.pk).update(is_official=True)
    there, before = address(name), state()
    for who, status in LADDER.items():
        if status != 200:
            answer = (enter(who) if who else client).post(there, EVERYTHING | {"don-vi": cast.lan.unit_id})
            assert answer.status_code in {status, 405 if name in READS else status}, who
    assert enter("vui").get(there, {"don-vi": cast.lan.unit_id}).status_code == (405 if name in DEEDS else 404)
    assert state() == before


@pytest.mark.parametrize("name", [pattern.name for pattern in urlpatterns if pattern.pattern.converters])
def test_missing_number_is_not_there(enter, address, cast, name):
    there, before = address(name, 99_999_999), state()
    assert enter("thu").post(there, {"answer": "x"}).status_code in ({404} if name not in READS else {405})
    assert enter("thu").get(there).status_code == (405 if name in DEEDS else 404)
    assert state() == before


@pytest.mark.parametrize("name", NAMES)
def test_other_methods_are_refused_and_a_read_writes_nothing(enter, address, name):
    there, before = address(name), state()
    officer = enter("tam")
    for method in ("put", "patch", "delete"):
        assert getattr(officer, method)(there).status_code == 405
    if name in READS:
        assert officer.post(there).status_code == 405
    else:
        officer.get(there)
    assert state() == before
