"""/cms/nhat-ky/, and that every way to change rights leaves a line in it."""

from io import StringIO

import django_filters
import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from learning.progress.cms.attempts import AttemptsReport
from learning.progress.cms.certificates import CertificatesReport
from members.audit import AuditEntry, record
from members.office.listing import MembersReport
from members.office.log import KEYS, VALUES, in_words
from tests.factories.member_lists import as_csv
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db

LOG, RESULTS = "/cms/nhat-ky/", "/cms/nhat-ky/ket-qua/"


@pytest.fixture
def entries(cast):
    """One a member, each in her own unit, and one that belongs to none."""
    AuditEntry.objects.all().delete()
    for member in (cast.lan, cast.mai, cast.vui):
        record("sign-in", actor=member, member=member, details={"way": "card"})
    record("recovery", actor=cast.hoa, member=cast.lan)
    AuditEntry.objects.create(action="import")
    return AuditEntry.objects


def rows(answer) -> list[list[str]]:
    return [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in soup(answer).select("table.listing tbody tr")]


@pytest.mark.parametrize(("who", "count"), [("hoa", 2), ("tam", 2), ("thu", 3)])
def test_she_reads_what_happened_in_her_subtree(office, entries, who, count):
    found = rows(office(who).get(LOG))
    assert len(found) == count
    assert all("Vi Thị Vui" not in " ".join(row) for row in found)


def test_a_superuser_reads_everything(admin_client, entries):
    assert len(rows(admin_client.get(RESULTS))) == 5


def test_others_read_nothing(office, client, entries):
    assert office("lan").get(LOG).status_code == 404
    assert client.get(LOG).status_code == 302


@pytest.mark.parametrize(
    ("asked", "count"),
    [({"action": "recovery"}, 1), ({"actor": "hoang thi hoa"}, 1), ({"member": "lo thi lan"}, 2), ({"at_from": "2099-01-01"}, 0), ({"at_to": "2099-01-01"}, 3)],
)
def test_filters(office, entries, asked, count):
    assert len(rows(office("thu").get(RESULTS, asked))) == count


def test_it_is_read_only(office, entries):
    client = office("thu")
    assert client.post(LOG).status_code == 405
    answer = client.get(LOG, {"export": "csv"})
    assert answer["Content-Type"].startswith("text/html")
    assert not AuditEntry.objects.filter(action="export").exists()


def test_details_read_as_words():
    assert in_words({"count": 20, "days": 14}) == f"{KEYS['count']}: 20; {KEYS['days']}: 14"
    assert "→" in in_words({"is_official": {"from": False, "to": True}})
    assert in_words({}) == ""


# What each deed leaves is told in words


def words_of(report) -> set[str]:
    """What its download may be narrowed by."""
    names = set()
    for name, found in report.filterset_class.base_filters.items():
        names |= {f"{name}_from", f"{name}_to"} if isinstance(found, django_filters.DateFromToRangeFilter) else {name}
    return names


@pytest.mark.parametrize("report", [MembersReport, AttemptsReport, CertificatesReport])
def test_every_filter_of_a_download_has_a_word(report):
    assert words_of(report) - KEYS.keys() == set()
    assert report.exported_as in VALUES


def test_a_download_says_all_that_it_was_narrowed_by_and_nothing_else(office):
    office("thu").get("/cms/hoi-vien/", {"export": "csv", "kind": ["branch", "commune"], "has_card": "false", "place": "", "q": "lo thi lan", "odd": "x"})
    entry = AuditEntry.objects.get(action="export")
    assert entry.details == {"kind": ["branch", "commune"], "has_card": "false", "what": "hoi-vien", "count": 1, "as": "csv"}


def test_an_import_is_told_in_words(cast, tmp_path):
    file = tmp_path / "ds.csv"
    file.write_bytes(as_csv([["Mã HV", "Họ và tên", "Xã", "Chi hội"], ["HV1", "Lò Thị Lan", "Gia Phù", "Nà Mạc"]]))
    call_command("import_members", file, stdout=StringIO())
    assert AuditEntry.objects.get(action="import").details.keys() - KEYS.keys() == set()


@pytest.mark.parametrize("kind", ["member", "phone", "name", "second factor"])
def test_what_was_locked_is_told_in_words(kind):
    assert kind in VALUES


# Rights


def latest_role() -> AuditEntry | None:
    return AuditEntry.objects.filter(action="role").order_by("-pk").first()


def form_of(member, **changes) -> dict:
    fields = {"username": member.username, "full_name": member.full_name, "email": "", "phone": member.phone, "unit": member.unit_id, "is_active": "on"}
    if member.is_official:
        fields["is_official"] = "on"
    return {name: value for name, value in (fields | changes).items() if value is not None}


def test_rights_given_in_the_account_form_are_written_down(admin_client, admin_user, cast):
    group = Group.objects.get(name="Moderators")
    answer = admin_client.post(reverse("wagtailusers_users:edit", args=[cast.lan.pk]), form_of(cast.lan, is_official="on", groups=[group.pk]))
    assert answer.status_code == 302, soup(answer).select(".error-message, .w-field__errors")
    entry = latest_role()
    assert (entry.actor, entry.member) == (admin_user, cast.lan)
    assert entry.details == {"is_official": {"from": False, "to": True}, "groups": {"from": [], "to": ["Moderators"]}}
    admin_client.post(reverse("wagtailusers_users:edit", args=[cast.lan.pk]), form_of(cast.lan, is_official="on", groups=[group.pk], is_active=None))
    assert latest_role().details == {"is_active": {"from": True, "to": False}}


def test_a_new_name_alone_is_no_change_of_rights(admin_client, cast):
    admin_client.post(reverse("wagtailusers_users:edit", args=[cast.lan.pk]), form_of(cast.lan, full_name="Lò Thị Lan Anh"))
    cast.lan.refresh_from_db()
    assert cast.lan.full_name == "Lò Thị Lan Anh"
    assert latest_role() is None


def test_a_new_account_with_rights_is_written_down(admin_client, admin_user, cast):
    fields = {"username": "moi", "full_name": "Lò Thị Mới", "password1": "mot mat khau dai 26", "password2": "mot mat khau dai 26", "is_superuser": "on"}
    assert admin_client.post(reverse("wagtailusers_users:add"), fields).status_code == 302
    entry = latest_role()
    assert (entry.actor, entry.member.username) == (admin_user, "moi")
    assert entry.details == {"is_superuser": {"from": False, "to": True}}


def bulk(client, action, ids, data):
    address = reverse("wagtail_bulk_action", args=["members", "member", action])
    return client.post(f"{address}?{'&'.join(f'id={pk}' for pk in ids)}", data)


def test_rights_given_to_several_are_written_down(admin_client, admin_user, cast):
    group = Group.objects.get(name="Moderators")
    bulk(admin_client, "assign_role", [cast.lan.pk, cast.mai.pk], {"role": group.pk})
    assert set(group.user_set.all()) >= {cast.lan, cast.mai}
    assert {entry.member for entry in AuditEntry.objects.filter(action="role", actor=admin_user)} == {cast.lan, cast.mai}
    bulk(admin_client, "set_active_state", [cast.lan.pk], {"mark_as_active": "False"})
    assert latest_role().details == {"is_active": False}


def test_an_account_that_is_deleted_is_written_down_without_its_name(admin_client, admin_user, cast):
    unit = cast.mai.unit
    admin_client.post(reverse("wagtailusers_users:delete", args=[cast.mai.pk]))
    bulk(admin_client, "delete", [cast.vui.pk], {})
    entries = AuditEntry.objects.filter(action="deletion").order_by("pk")
    assert [(entry.actor, entry.member, entry.details) for entry in entries] == [(admin_user, None, {"what": "account"})] * 2
    assert entries[0].unit == unit
