"""/cms/phan-cong/: who may do what, appointing and taking back, and the screens of groups."""

from io import BytesIO

import openpyxl
import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from editing.rights import domain
from editing.rights.models import Role, RoleGroup
from tests import cast
from tests.cast import client_of
from tests.editing.rights import ground
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db

REPORT, APPOINT = "/cms/phan-cong/", "/cms/phan-cong/them/"


def rows(answer) -> list[list[str]]:
    return [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in soup(answer).select("table.listing tbody tr")]


def role(unit, name) -> RoleGroup:
    return RoleGroup.objects.get(section__unit=unit, role=name, language="")


def test_a_superuser_sees_everybody_and_a_moderator_her_subtree(house, admin_client):
    everybody = {row[4] for row in rows(admin_client.get(REPORT))}
    assert {"bien-tap-xa", "bien-tap-xa-khac", "duyet-bai", "phien-dich", "giu-tai-lieu", "nhung", "admin"} <= everybody
    hers = {row[4] for row in rows(client_of(house.moderator).get(REPORT))}
    assert hers == {"bien-tap-xa", "bien-tap-xa-khac", "duyet-bai", "phien-dich", "giu-tai-lieu"}


def test_each_role_is_one_row(house):
    for language in ("fr", "hmn"):
        domain.appoint(member=house.translator, role=Role.TRANSLATOR, unit=house.here, language=language, by=None)
    found = [row for row in rows(client_of(house.moderator).get(REPORT)) if row[4] == "phien-dich"]
    assert sorted(row[3] for row in found) == ["English", "Français", "Hmoob"]
    assert len(rows(client_of(house.moderator).get(REPORT, {"role": "translator"}))) == 3
    assert len(rows(client_of(house.moderator).get(REPORT, {"place": "quynh nhai"}))) == 1


def test_the_way_to_take_back_stands_where_she_may(house, admin_client):
    own = f"{REPORT}{role(house.province, Role.MODERATOR).pk}/{house.moderator.pk}/bo/"
    below = f"{REPORT}{role(house.here, Role.EDITOR).pk}/{house.editor.pk}/bo/"
    hers, all_of_them = client_of(house.moderator).get(REPORT).content.decode(), admin_client.get(REPORT).content.decode()
    assert below in hers and own not in hers
    assert below in all_of_them and own in all_of_them
    assert "button" in soup(client_of(house.moderator).get(REPORT)).select_one(f'a[href="{below}"]')["class"]


@pytest.mark.parametrize("who", ["editor", "translator", "keeper"])
def test_others_do_not_learn_that_it_exists(house, who):
    client = client_of(getattr(house, who))
    for address in (REPORT, APPOINT, f"{REPORT}{role(house.here, Role.EDITOR).pk}/{house.editor.pk}/bo/"):
        assert client.get(address).status_code == 404 and client.post(address).status_code in {404, 405}


def test_the_report_is_asked_in_few_queries(house, admin_client, django_assert_max_num_queries):
    admin_client.get(REPORT)
    with django_assert_max_num_queries(20):
        admin_client.get(REPORT)


def test_the_spreadsheet_holds_the_last_sign_in(house, admin_client):
    house.editor.last_login = timezone.now()
    house.editor.save(update_fields=["last_login"])
    answer = admin_client.get(f"{REPORT}?export=xlsx")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    found = {row[1]: row for row in sheet.iter_rows(values_only=True)}
    assert found["bien-tap-xa"][5] == "Gia Phù, Sơn La" and found["bien-tap-xa"][7].date() == timezone.localdate()
    assert found["phien-dich"][4] == "English" and found["phien-dich"][7] is None


def test_a_moderator_of_the_province_appoints_in_a_commune(house):
    member = ground.staff("moi", "Lò Thị Mới", house.here)
    answer = client_of(house.moderator).post(APPOINT, {"member": "lo thi moi", "unit": house.here.pk, "role": "editor"})
    assert answer.status_code == 302
    assert member.groups.get().name == "Biên tập – Gia Phù, Sơn La"


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"member": "khong-co"}, "member"),
        ({"member": "vui"}, "member"),  # of another province
        ({"member": "duyet-bai"}, "member"),  # she herself
        ({"unit": "province"}, "unit"),  # her own unit: those above decide
        ({"role": "translator"}, "language"),
        ({"role": ""}, "role"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(house, form, field):
    sent = {"member": "bien-tap-xa", "unit": house.here.pk, "role": "editor", **form}
    if sent["unit"] == "province":
        sent["unit"] = house.province.pk
    before = set(Group.user_set.through.objects.values_list("group", "member"))
    answer = client_of(house.moderator).post(APPOINT, sent)
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert set(Group.user_set.through.objects.values_list("group", "member")) == before


def test_names_that_several_have_are_listed(house):
    ground.staff("huong-2", "Cầm Thị Hương", house.there)
    answer = client_of(house.moderator).post(APPOINT, {"member": "Cầm Thị Hương", "unit": house.here.pk, "role": "editor"})
    assert "huong-2" in answer.content.decode() and "bien-tap-xa" in answer.content.decode()


def test_a_role_is_taken_back_after_a_question(house):
    client, editors = client_of(house.moderator), role(house.here, Role.EDITOR)
    address = f"{REPORT}{editors.pk}/{house.editor.pk}/bo/"
    assert "Cầm Thị Hương" in client.get(address).content.decode()
    assert house.editor.groups.exists()
    assert client.post(address).status_code == 302
    assert not house.editor.groups.exists()


def test_a_moderator_takes_nothing_back_in_her_own_unit(house):
    address = f"{REPORT}{role(house.province, Role.MODERATOR).pk}/{house.moderator.pk}/bo/"
    assert client_of(house.moderator).post(address).status_code == 404
    assert house.moderator.groups.exists()


def test_the_screens_of_groups_are_the_technicians_and_leave_these_alone(house, admin_client):
    group = role(house.here, Role.EDITOR).group
    assert client_of(house.moderator).get("/cms/groups/").status_code == 302
    assert client_of(house.moderator).post(f"/cms/groups/edit/{group.pk}/", {"name": "Khác"})["Location"] == "/cms/"
    assert admin_client.get("/cms/groups/").context["messages"]
    assert admin_client.post(f"/cms/groups/edit/{group.pk}/", {"name": "Khác"}).status_code == 302
    assert admin_client.post(f"/cms/groups/delete/{group.pk}/").status_code == 302
    assert Group.objects.get(pk=group.pk).name == group.name


def test_a_superuser_may_be_a_member_of_any_unit(house, admin_client):
    answer = admin_client.post(APPOINT, {"member": "vui", "unit": house.province.pk, "role": "translator", "language": "hmn"})
    assert answer.status_code == 302
    assert cast.find().vui.groups.get().name == "Dịch tiếng Mông – Sơn La"
