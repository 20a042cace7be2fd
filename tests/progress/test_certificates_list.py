"""/cms/bo-cau-hoi/giay-chung-nhan/: certificates of her subtree, withdrawn and restored with a reason."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from learning.progress import certificates
from learning.progress.models import Certificate
from members.models import AuditEntry
from tests.cast import MODERATORS
from tests.pages.reading import soup
from tests.progress.ground import lay_course

pytestmark = pytest.mark.django_db
LIST = "/cms/bo-cau-hoi/giay-chung-nhan/"


@pytest.fixture
def held(cast, tree):
    """Of Lan and Mai, who live in two communes."""
    course = lay_course(tree, title="Làm quen với điện thoại").course
    for member in (cast.lan, cast.mai):
        certificates.issue(member=member, course_key=course.translation_key, on=date(2026, 11, 5))
    return {each.member.username: each for each in Certificate.objects.select_related("member")}


@pytest.fixture
def tam_in(cast, enter):
    """The official of Lan's commune, let into the editor's admin."""
    cast.tam.groups.add(Group.objects.get(name=MODERATORS))
    return enter("tam")


def address(certificate) -> str:
    return reverse("certificate_report", args=[certificate.pk])


def names(answer) -> set[str]:
    return {" ".join(cell.text.split()) for cell in soup(answer).select("table.listing td.title")}


def test_list_holds_her_subtree(tam_in, enter, held):
    assert names(tam_in.get(LIST)) == {"Lò Thị Lan"}
    assert names(enter("ngan").get(LIST)) == {"Lò Thị Lan", "Mùa Thị Mai"}


def test_found_by_code_name_and_state(enter, held):
    ngan = enter("ngan")
    certificates.revoke(certificate=held["mai"], by=held["lan"].member, reason="Cấp nhầm")
    assert names(ngan.get(LIST, {"q": held["lan"].printed_code.lower()})) == {"Lò Thị Lan"}
    assert names(ngan.get(LIST, {"q": "mua thi"})) == {"Mùa Thị Mai"}
    assert names(ngan.get(LIST, {"withdrawn": "true"})) == {"Mùa Thị Mai"}
    assert names(ngan.get(LIST, {"withdrawn": "false"})) == {"Lò Thị Lan"}


def test_withdrawn_with_a_reason_and_restored_both_are_logged(tam_in, held, cast, client):
    lan = held["lan"]
    assert tam_in.post(address(lan), {"withdraw": "1", "reason": "Cấp nhầm người"}).status_code == 302
    lan.refresh_from_db()
    assert lan.revoked_at and lan.revoked_by == cast.tam and lan.reason == "Cấp nhầm người"
    assert "Cấp nhầm người" in tam_in.get(address(lan)).text
    assert tam_in.post(address(lan), {"restore": "1", "reason": "Đã hỏi lại"}).status_code == 302
    lan.refresh_from_db()
    assert lan.revoked_at is None
    log = AuditEntry.objects.filter(action=AuditEntry.Action.CERTIFICATE).order_by("pk")
    assert [(entry.actor, entry.member, entry.details["deed"], entry.details["reason"]) for entry in log] == [
        (cast.tam, cast.lan, "withdrawn", "Cấp nhầm người"),
        (cast.tam, cast.lan, "restored", "Đã hỏi lại"),
    ]


def test_without_reason_nothing_happens(tam_in, held):
    assert tam_in.post(address(held["lan"]), {"withdraw": "1", "reason": " "}).status_code == 422
    held["lan"].refresh_from_db()
    assert held["lan"].revoked_at is None and not AuditEntry.objects.filter(action=AuditEntry.Action.CERTIFICATE).exists()


def test_withdrawing_twice_keeps_the_first_reason(tam_in, held):
    for reason in ("Một", "Hai"):
        tam_in.post(address(held["lan"]), {"withdraw": "1", "reason": reason})
    held["lan"].refresh_from_db()
    assert held["lan"].reason == "Một"


def test_outside_her_units_it_does_not_exist(tam_in, held):
    assert tam_in.get(address(held["mai"])).status_code == 404
    assert tam_in.post(address(held["mai"]), {"withdraw": "1", "reason": "Cấp nhầm"}).status_code == 404
    assert tam_in.get(f"{LIST}999999/").status_code == 404
    held["mai"].refresh_from_db()
    assert held["mai"].revoked_at is None


@pytest.mark.parametrize("who", ["lan", "hoa"])
def test_without_the_editors_admin_nobody_gets_in(enter, held, who):
    for path in (LIST, address(held["lan"])):
        assert enter(who).get(path).status_code == 302


def test_stranger_and_editor_without_unit(client, enter, held, cast):
    cast.nhung.is_official = False
    cast.nhung.save()
    assert client.get(LIST).status_code == 302
    nhung = enter("nhung")
    assert nhung.get(LIST).status_code == 404 and nhung.get(address(held["lan"])).status_code == 404


def test_other_methods_are_refused(tam_in, held):
    assert tam_in.post(LIST).status_code == 405
    assert tam_in.put(address(held["lan"])).status_code == 405


def test_download_is_logged(tam_in, held, cast):
    text = b"".join(tam_in.get(LIST, {"export": "csv"}).streaming_content).decode()
    assert held["lan"].printed_code in text and held["mai"].printed_code not in text
    assert AuditEntry.objects.get(action=AuditEntry.Action.EXPORT).details["what"] == "giay-chung-nhan"
