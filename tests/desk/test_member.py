"""/chi-hoi/hoi-vien/<pk>/: her card, and her data put right."""

import pytest

from members.audit import AuditEntry
from members.models import Card, Enrolment, Member, MemberRequest
from members.requests import ask
from members.signin import door
from tests import cast as people
from tests.desk.ground import LADDER, climb, living, unit
from tests.members.door import PIN, signed_in
from tests.pages.reading import soup
from tests.sharing.printed import Printed

pytestmark = pytest.mark.django_db

DEEDS = ("lam-the", "in-the", "cap-lai-the", "sua")


def page(member, deed="") -> str:
    return f"/chi-hoi/hoi-vien/{member.pk}/{deed}{'/' if deed else ''}"


def actions(page) -> set[str]:
    return {form["action"].rstrip("/").rsplit("/", 1)[-1] for form in page.main.find_all("form", action=True)}


def test_ladder(enter, client, cast):
    assert climb(enter, client, page(cast.lan)) == LADDER
    assert climb(enter, client, page(cast.lan, "sua")) == LADDER


@pytest.mark.parametrize("deed", DEEDS)
def test_nobody_else_does_anything(enter, client, cast, deed):
    door.issue_card(member=cast.lan, by=None)
    before = living(cast.lan)
    for who, status in LADDER.items():
        if status != 200:
            answer = (enter(who) if who else client).post(page(cast.lan, deed), {"full_name": "Ai đó"})
            assert answer.status_code == status, who
    assert living(cast.lan) == before
    assert Member.objects.get(pk=cast.lan.pk).full_name == "Lò Thị Lan"


@pytest.mark.parametrize("number", ["0", "9" * 30, "x", "-1"])
def test_unknown_member_is_not_there(enter, cast, number):
    assert enter("hoa").get(f"/chi-hoi/hoi-vien/{number}/").status_code == 404


@pytest.mark.parametrize("deed", ["lam-the", "in-the", "cap-lai-the"])
def test_deeds_are_no_reads(enter, cast, deed):
    assert enter("hoa").get(page(cast.lan, deed)).status_code == 405


def test_a_card_is_made_then_printed(enter, cast):
    chair = enter("hoa")
    assert actions(soup(chair.get(page(cast.lan)))) == {"lam-the"}
    assert chair.post(page(cast.lan, "lam-the"))["Location"] == page(cast.lan)
    assert living(cast.lan).made_by == cast.hoa
    assert actions(soup(chair.get(page(cast.lan)))) == {"in-the", "cap-lai-the"}
    answer = chair.post(page(cast.lan, "in-the"))
    assert living(cast.lan).printed_code in Printed(answer.content).text()
    assert 'filename="the-hoc-lo-thi-lan.pdf"' in answer["Content-Disposition"]


def test_a_new_card_ends_the_old_one_the_pin_and_the_phones(enter, client, cast):
    old = door.issue_card(member=cast.lan, by=None)
    door.choose_pin(member=cast.lan, pin=PIN)
    client.post(f"/dang-nhap/the/{old.secret}/", {"pin": PIN})
    assert signed_in(client)
    assert Enrolment.objects.filter(member=cast.lan).exists()
    assert enter("hoa").post(page(cast.lan, "cap-lai-the"))["Location"] == page(cast.lan)
    assert client.get("/toi/").status_code == 302
    assert not Enrolment.objects.filter(member=cast.lan).exists()
    assert client.get(f"/dang-nhap/the/{old.secret}/").status_code == 404
    assert client.get(f"/dang-nhap/the/{living(cast.lan).secret}/").status_code == 200


def test_nobody_makes_herself_a_new_card(enter, cast):
    door.issue_card(member=cast.hoa, by=None)
    assert actions(soup(enter("hoa").get(page(cast.hoa)))) == {"in-the"}
    assert enter("hoa").post(page(cast.hoa, "cap-lai-the")).status_code == 404
    assert Card.objects.filter(member=cast.hoa).count() == 1


@pytest.mark.parametrize("deed", ["lam-the", "in-the", "cap-lai-the"])
def test_who_left_gets_no_card(enter, cast, deed):
    Member.objects.filter(pk=cast.lan.pk).update(status="left")
    assert enter("hoa").post(page(cast.lan, deed)).status_code == 404
    assert actions(soup(enter("hoa").get(page(cast.lan)))) == set()
    assert not Card.objects.exists()


# Correcting


def corrected(client, member, **changes):
    fields = {"full_name": member.full_name, "phone": member.phone, "birth_year": member.birth_year or ""} | changes
    return client.post(page(member, "sua"), fields)


def test_her_data_are_put_right_and_the_log_names_the_fields_alone(enter, cast):
    asked = ask(member=cast.lan, kind="correction", text="Tên em là Lan Hương")
    assert "Lan Hương" in soup(enter("hoa").get(page(cast.lan, "sua"))).main.text
    answer = corrected(enter("hoa"), cast.lan, full_name="  Lò Thị  Lan Hương ", phone="0912 345 678", birth_year="1991", answer="Đã sửa")
    assert answer["Location"] == page(cast.lan)
    lan = Member.objects.get(pk=cast.lan.pk)
    assert (lan.full_name, lan.name_folded, lan.phone, lan.birth_year) == ("Lò Thị Lan Hương", "lo thi lan huong", "+84912345678", 1991)
    asked.refresh_from_db()
    assert (asked.state, asked.answer, asked.decided_by) == ("done", "Đã sửa", cast.hoa)
    entry = AuditEntry.objects.get(action="correction")
    assert entry.details == {"fields": ["full_name", "phone", "birth_year"]}
    assert (entry.actor, entry.member) == (cast.hoa, cast.lan)


def test_nothing_changed_leaves_no_entry(enter, cast):
    assert corrected(enter("hoa"), cast.lan).status_code == 302
    assert not AuditEntry.objects.filter(action="correction").exists()


@pytest.mark.parametrize(
    "wrong", [{"full_name": " "}, {"full_name": "123"}, {"phone": "0912"}, {"birth_year": "91"}, {"birth_year": "2025"}, {"full_name": "a" * 121}]
)
def test_what_cannot_be_is_asked_again(enter, cast, wrong):
    answer = corrected(enter("hoa"), cast.lan, **wrong)
    assert answer.status_code == 200
    assert soup(answer).main.find(role="alert")
    assert Member.objects.get(pk=cast.lan.pk).full_name == "Lò Thị Lan"


def test_a_commune_moves_a_member_among_its_branches_and_no_further(enter, cast):
    other = unit(people.COMMUNE).add_child(kind="branch", code="03922-2", name="Chi hội bản Bùa")
    lists = {option["value"] for option in soup(enter("tam").get(page(cast.lan, "sua"))).main.find_all("option")}
    assert lists == {str(place.pk) for place in (unit(people.COMMUNE), unit(people.BRANCH), other)}
    assert corrected(enter("tam"), cast.lan, unit=unit(people.OTHER_BRANCH).pk).status_code == 200
    assert corrected(enter("tam"), cast.lan, unit=other.pk).status_code == 302
    assert Member.objects.get(pk=cast.lan.pk).unit == other
    assert enter("hoa").get(page(cast.lan)).status_code == 404


def test_a_chairwoman_moves_nobody_and_no_official_is_moved(enter, cast):
    assert not soup(enter("hoa").get(page(cast.lan, "sua"))).main.find("select")
    assert not soup(enter("tam").get(page(cast.hoa, "sua"))).main.find("select")
    corrected(enter("tam"), cast.hoa, unit=unit(people.COMMUNE).pk)
    assert Member.objects.get(pk=cast.hoa.pk).unit == unit(people.BRANCH)


def test_her_waiting_request_is_named_on_her_page(enter, cast):
    ask(member=cast.lan, kind="deletion")
    assert soup(enter("hoa").get(page(cast.lan))).main.find("a", href=f"/chi-hoi/yeu-cau/?don-vi={cast.lan.unit_id}")
    assert MemberRequest.objects.waiting().count() == 1
