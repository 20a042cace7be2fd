"""/chi-hoi/the/: one branch at a time, the same cards again unless new ones are asked for."""

import pytest
from django.conf import settings

from learning.desk import cards as cards_view
from members.audit import AuditEntry
from members.models import Card, Member
from members.signin import door
from tests import cast as people
from tests.desk.ground import fill, living, unit
from tests.members.door import PIN, signed_in
from tests.pages.reading import soup
from tests.sharing.printed import Printed, read_codes

pytestmark = pytest.mark.django_db

CARDS, RENEW = "/chi-hoi/the/", "/chi-hoi/the/doi/"


def exports() -> list[dict]:
    return list(AuditEntry.objects.filter(action="export").order_by("pk").values_list("details", flat=True))


def texts(answer) -> str:
    printed = Printed(answer.content)
    return " ".join(printed.text(page) for page in range(printed.pages))


def test_sheet_holds_every_name_and_its_qr_opens_her_sign_in(enter, client, cast):
    fill(people.BRANCH, 3)
    answer = enter("hoa").post(CARDS)
    assert answer["Content-Type"] == "application/pdf"
    assert 'filename="the-hoc-chi-hoi-ban-na-mac.pdf"' in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "private, no-store"
    members = Member.objects.filter(unit=unit(people.BRANCH))
    assert members.count() == 5
    said = texts(answer)
    assert all(member.full_name in said and living(member).printed_code in said for member in members)
    found = [code.text for page in range(Printed(answer.content).pages) for code in read_codes(Printed(answer.content).picture(page))]
    assert sorted(found) == sorted(f"{settings.SITE_URL}/dang-nhap/the/{living(member).secret}/" for member in members)
    for address in found:
        assert client.get(address.removeprefix(settings.SITE_URL)).status_code == 200


def test_in_another_language_the_address_on_the_card_is_the_same(enter, cast):
    answer = enter("hoa").post(f"/en{CARDS}")
    assert read_codes(Printed(answer.content).picture())[0].text.startswith(f"{settings.SITE_URL}/dang-nhap/the/")


def test_printing_again_changes_nothing_and_is_logged_each_time(enter, cast):
    enter("hoa").post(CARDS)
    before = list(Card.objects.values_list("pk", "nonce"))
    enter("tam").post(CARDS, {"don-vi": unit(people.BRANCH).pk})
    assert list(Card.objects.values_list("pk", "nonce")) == before
    assert exports() == [{"what": "cards", "count": 2}] * 2
    assert not AuditEntry.objects.filter(action="recovery").exists()


def test_only_those_without_a_card(enter, cast):
    door.issue_card(member=cast.hoa, by=None)
    said = texts(enter("hoa").post(CARDS, {"ai": "chua"}))
    assert cast.lan.full_name in said
    assert cast.hoa.full_name not in said


def test_an_empty_branch_says_so_and_prints_nothing(enter, cast):
    Member.objects.filter(pk__in=[cast.lan.pk, cast.hoa.pk]).update(unit=cast.mai.unit)
    address = f"{CARDS}?don-vi={unit(people.BRANCH).pk}"
    page = soup(enter("tam").get(address)).main
    assert not page.find_all("button")
    answer = enter("tam").post(address)
    assert answer.status_code == 302
    assert exports() == []


def test_members_who_left_have_no_card(enter, cast):
    Member.objects.filter(pk=cast.lan.pk).update(status="left")
    enter("hoa").post(CARDS)
    assert living(cast.lan) is None


def test_a_large_branch_comes_in_parts(enter, cast, monkeypatch):
    monkeypatch.setattr(cards_view, "MOST", 2)
    fill(people.BRANCH, 3)
    buttons = soup(enter("hoa").get(CARDS)).main.find_all("button", attrs={"name": "phan"})
    assert [button["value"] for button in buttons] == ["1", "2", "3"]
    said = [texts(enter("hoa").post(CARDS, {"phan": number})) for number in ("1", "2", "3")]
    names = Member.objects.filter(unit=unit(people.BRANCH)).values_list("full_name", flat=True)
    assert sorted(name for text in said for name in names if name in text) == sorted(names)
    assert enter("hoa").post(CARDS, {"phan": "4"}).status_code == 302


@pytest.mark.parametrize("odd", ["0", "-1", "x", "99999", ""])
def test_odd_parts_break_nothing(enter, cast, odd):
    assert enter("hoa").post(CARDS, {"phan": odd}).status_code in {200, 302}


def test_her_number_is_printed_only_when_she_says_so(enter, cast):
    Member.objects.filter(pk=cast.hoa.pk).update(phone="+84912345678")
    assert "0912 345 678" not in texts(enter("hoa").post(CARDS))
    assert "0912 345 678" in texts(enter("hoa").post(CARDS, {"so": "1"}))


def test_small_paper_holds_one_card_a_page(enter, cast):
    assert Printed(enter("hoa").post(CARDS, {"giay": "a6"}).content).sizes == [(105, 148)] * 2
    assert Printed(enter("hoa").post(CARDS, {"giay": "<b>"}).content).sizes == [(210, 297)]


@pytest.mark.parametrize("who", ["lan", "mai", "vui", None])
@pytest.mark.parametrize("address", [CARDS, RENEW])
def test_nobody_else_prints_or_renews(enter, client, cast, address, who):
    answer = (enter(who) if who else client).post(address, {"don-vi": unit(people.BRANCH).pk})
    assert answer.status_code == (404 if who else 302)
    assert not Card.objects.exists()


def test_new_cards_for_all_end_the_old_ones_but_not_her_own(enter, client, cast):
    door.issue_cards(members=[cast.lan, cast.hoa], by=None)
    door.choose_pin(member=cast.lan, pin=PIN)
    door.choose_pin(member=cast.hoa, pin=PIN)
    old = living(cast.lan), living(cast.hoa)
    client.post(f"/dang-nhap/the/{old[0].secret}/", {"pin": PIN})
    assert signed_in(client)
    chair = enter("hoa")
    asked = soup(chair.get(RENEW)).main
    assert "1" in asked.select_one(".lead").text
    assert living(cast.lan) == old[0]
    assert chair.post(RENEW).status_code == 302
    assert living(cast.lan) != old[0]
    assert living(cast.hoa) == old[1]
    assert Member.objects.get(pk=cast.lan.pk).pin == ""
    assert client.get("/toi/").status_code == 302
    assert client.get(f"/dang-nhap/the/{old[0].secret}/").status_code == 404
    assert chair.get("/chi-hoi/").status_code == 200
    assert AuditEntry.objects.filter(action="recovery", actor=cast.hoa, member=cast.lan).count() == 1
