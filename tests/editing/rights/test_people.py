"""Appointed and dismissed, moved, left: rights follow at once, and nothing that waits is left with nobody."""

import pytest
from django.utils import timezone
from wagtail.models import Page, TaskState

from editing.rights import domain
from editing.rights.holders import holders_of, pages_of
from editing.rights.models import Role, RoleGroup
from members.audit import AuditEntry
from members.models import Member
from tests import cast, factories
from tests.cast import client_of
from tests.editing.rights import ground
from tests.factories.forms import edit_address

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def role(unit, name, language="") -> RoleGroup:
    return RoleGroup.objects.get(section__unit=unit, role=name, language=language)


def roles_of(member) -> set[str]:
    return set(RoleGroup.objects.of(member).values_list("group__name", flat=True))


@pytest.fixture
def draft(house):
    return factories.make_news(parent=house.section, live=False, title="Tin nháp", owner=house.editor)


@pytest.fixture
def waiting(house, draft):
    """Its task, in moderation."""
    draft.get_workflow().start(draft, house.editor)
    return lambda: TaskState.objects.get(workflow_state__object_id=str(draft.pk))


def approvers(state) -> set[str]:
    task = state.task.specific
    return set(Member.objects.active().filter(groups__in=task.groups.all()).values_list("username", flat=True))


def test_an_appointment_leaves_a_line_in_the_log(house):
    AuditEntry.objects.all().delete()
    domain.appoint(member=house.keeper, role=Role.EDITOR, unit=house.here, by=house.moderator)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.actor, entry.member, entry.unit) == ("role", house.moderator, house.keeper, house.here)
    assert entry.details == {"groups": {"from": [], "to": ["Biên tập – Gia Phù, Sơn La"]}}


def test_appointing_twice_is_once(house):
    AuditEntry.objects.all().delete()
    domain.appoint(member=house.editor, role=Role.EDITOR, unit=house.here, by=None)
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(("name", "language"), [(Role.TRANSLATOR, ""), (Role.TRANSLATOR, "vi"), (Role.TRANSLATOR, "xx")])
def test_a_translator_needs_a_language(house, name, language):
    with pytest.raises(domain.Refused):
        domain.appoint(member=house.editor, role=name, unit=house.here, language=language, by=None)


def test_nobody_is_appointed_where_there_is_no_section(house):
    with pytest.raises(domain.Refused):
        domain.appoint(member=house.editor, role=Role.EDITOR, unit=ground.unit(*cast.FAR_COMMUNE), by=None)


def test_who_is_dismissed_edits_no_more_in_the_session_that_is_open(house, draft):
    client = client_of(house.editor)
    assert client.get(edit_address(draft)).status_code == 200
    domain.dismiss(member=house.editor, role=role(house.here, Role.EDITOR), by=house.moderator)
    assert client.get(edit_address(draft)).status_code == 302
    assert AuditEntry.objects.latest("pk").details["groups"] == {"from": ["Biên tập – Gia Phù, Sơn La"], "to": []}


def test_what_she_has_locked_is_open_again(house, draft):
    Page.objects.filter(pk=draft.pk).update(locked=True, locked_by=house.editor, locked_at=timezone.now())
    domain.dismiss(member=house.editor, role=role(house.here, Role.EDITOR), by=None)
    assert not Page.objects.get(pk=draft.pk).locked


# Moving


def test_an_editor_who_moves_writes_for_her_new_unit_at_once(house, draft):
    there = factories.make_news(parent=house.other, live=False)
    client = client_of(house.editor)
    house.editor.unit = house.there
    house.editor.save()
    assert roles_of(house.editor) == {"Biên tập – Quỳnh Nhai, Sơn La"}
    assert client.get(edit_address(draft)).status_code == 302
    assert client.get(edit_address(there)).status_code == 200


def test_a_translator_keeps_her_language(house):
    house.translator.unit = house.there
    house.translator.save(update_fields=["unit"])
    assert roles_of(house.translator) == {"Dịch tiếng Anh – Quỳnh Nhai, Sơn La"}


def test_moving_up_gives_nothing(house):
    """Whoever may move a member must not make an editor of the whole site by it."""
    house.editor.unit = house.province
    house.editor.save()
    assert roles_of(house.editor) == {"Biên tập – Gia Phù, Sơn La"}  # it is below her new unit


def test_a_moderator_who_moves_has_to_be_appointed_anew(house):
    domain.appoint(member=house.keeper, role=Role.MODERATOR, unit=house.here, by=None)
    house.keeper.unit = house.there
    house.keeper.save()
    assert roles_of(house.keeper) == {"Giữ tài liệu – Quỳnh Nhai, Sơn La"}


def test_who_moves_where_there_is_no_section_has_nothing(house):
    house.editor.unit = ground.unit(*cast.FAR_COMMUNE)
    house.editor.save()
    assert roles_of(house.editor) == set() and not pages_of(house.editor, "add", "change").exists()


def test_the_form_of_accounts_moves_her_too(house, admin_client):
    form = {"username": house.editor.username, "full_name": house.editor.full_name, "unit": house.there.pk, "is_active": "on"}
    groups = list(house.editor.groups.values_list("pk", flat=True))
    answer = admin_client.post(f"/cms/users/edit/{house.editor.pk}/", form | {"groups": groups, "email": "", "phone": ""})
    assert answer.status_code == 302
    assert roles_of(Member.objects.get(pk=house.editor.pk)) == {"Biên tập – Quỳnh Nhai, Sơn La"}


# Leaving


@pytest.mark.parametrize("left", [{"is_active": False}, {"status": "left"}, {"status": "moved"}])
def test_who_leaves_has_no_role_left(house, left):
    for name, value in left.items():
        setattr(house.editor, name, value)
    house.editor.save()
    assert roles_of(house.editor) == set()


def test_an_account_switched_off_in_bulk_loses_its_roles(house, admin_client):
    admin_client.post(f"/cms/bulk/members/member/set_active_state/?id={house.editor.pk}", {"mark_as_active": "False"})
    assert not Member.objects.get(pk=house.editor.pk).is_active
    assert roles_of(house.editor) == set()


# What waits for a moderator


def test_the_province_approves_what_a_commune_writes(house, waiting):
    assert approvers(waiting()) == {"duyet-bai"}


def test_a_commune_with_a_moderator_approves_itself(house, draft):
    domain.appoint(member=house.keeper, role=Role.MODERATOR, unit=house.here, by=None)
    draft.get_workflow().start(draft, house.editor)
    assert approvers(TaskState.objects.get(workflow_state__object_id=str(draft.pk))) == {"giu-tai-lieu"}


def test_the_last_moderator_of_a_commune_leaves_and_the_province_finds_her_tasks(house, draft):
    domain.appoint(member=house.keeper, role=Role.MODERATOR, unit=house.here, by=None)
    draft.get_workflow().start(draft, house.editor)
    house.keeper.is_active = False
    house.keeper.save()
    state = TaskState.objects.get(workflow_state__object_id=str(draft.pk))
    assert approvers(state) == {"duyet-bai"}
    assert domain.waiting_for_nobody() == []
    task_states = state.task.specific.get_task_states_user_can_moderate(house.moderator)
    assert list(task_states) == [state]
    fresh = factories.make_news(parent=house.section, live=False)
    assert fresh.get_workflow() == house.province.section.workflow  # the next one goes to the province from the start


def test_of_two_moderators_one_leaves_and_the_other_stays(house, draft):
    for member in (house.keeper, house.translator):
        domain.appoint(member=member, role=Role.MODERATOR, unit=house.here, by=None)
    draft.get_workflow().start(draft, house.editor)
    domain.dismiss(member=house.keeper, role=role(house.here, Role.MODERATOR), by=None)
    assert approvers(TaskState.objects.get(workflow_state__object_id=str(draft.pk))) == {"phien-dich"}


def test_with_no_moderator_at_all_it_is_told_and_a_superuser_can(house, waiting, admin_user):
    domain.dismiss(member=house.moderator, role=role(house.province, Role.MODERATOR), by=None)
    assert domain.waiting_for_nobody() == [waiting()]
    assert list(waiting().task.specific.get_task_states_user_can_moderate(admin_user)) == [waiting()]
    domain.appoint(member=house.keeper, role=Role.MODERATOR, unit=house.province, by=None)
    assert domain.waiting_for_nobody() == [] and approvers(waiting()) == {"giu-tai-lieu"}


def test_a_deleted_account_leaves_no_task_behind(house, draft, admin_client):
    domain.appoint(member=house.keeper, role=Role.MODERATOR, unit=house.here, by=None)
    draft.get_workflow().start(draft, house.editor)
    admin_client.post(f"/cms/users/delete/{house.keeper.pk}/")
    assert not Member.objects.filter(pk=house.keeper.pk).exists()
    assert domain.waiting_for_nobody() == []


def test_holders_are_those_who_were_appointed(house):
    assert set(holders_of(house.section, "publish").values_list("username", flat=True)) == {"duyet-bai", "nhung"}
    assert house.editor in holders_of(house.section, "change")
