"""The demonstration's staff: one for each role, by the function that any province uses."""

import pytest
from django.contrib.auth.models import Group

from editing.rights.holders import pages_of
from editing.rights.models import RoleGroup
from home.demo.staff import make_commune_staff, make_staff
from members.models import Member
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(tree):
    made = {member.username: member for member in make_staff(tree.homes)}
    section = factories.make_section(title="Gia Phù")
    return made | {member.username: member for member in make_commune_staff()} | {"section": section}


def roles(member) -> set[str]:
    return set(RoleGroup.objects.of(member).values_list("role", flat=True))


def test_each_role_has_somebody(staff):
    expected = {"bien-tap": "editor", "phien-dich": "translator", "duyet-bai": "moderator", "giu-tai-lieu": "keeper", "bien-tap-xa": "editor"}
    assert {name: roles(staff[name]) for name in expected} == {name: {role} for name, role in expected.items()}
    assert staff["ky-thuat"].is_superuser and staff["can-bo-tinh"].is_officer


def test_she_who_writes_for_a_commune_writes_there_only(staff, tree):
    assert {page.pk for page in pages_of(staff["bien-tap-xa"], "change")} == {staff["section"].pk}
    assert not staff["bien-tap-xa"].is_officer
    assert tree.news.pk in set(pages_of(staff["bien-tap"], "change").values_list("pk", flat=True))


def test_a_second_run_changes_nothing(staff, tree):
    before = set(Group.user_set.through.objects.values_list("group", "member")), Member.objects.count()
    make_staff(tree.homes)
    make_commune_staff()
    assert (set(Group.user_set.through.objects.values_list("group", "member")), Member.objects.count()) == before
