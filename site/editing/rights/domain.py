"""Who may do what: sections are granted, people appointed and dismissed. Every deed leaves a line in the log."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, Page, TaskState

from config.languages import BY_CODE, SOURCE
from editing.rights import granting
from editing.rights.models import Role, RoleGroup, Section
from members.audit import AuditEntry, record
from members.models import Member, Unit


class Refused(Exception):
    """With a sentence that says why and what to do."""


# Sections


@transaction.atomic
def keep_section(*, unit: Unit, key) -> Section:
    """The page of this key is the unit's from now on; whose it was before has lost it. Twice is once."""
    for lost in Section.objects.filter(key=key).exclude(unit=unit):
        end_section(section=lost)
    section, _made = Section.objects.update_or_create(unit=unit, defaults={"key": key})
    granting.grant(section)
    return section


@transaction.atomic
def grant_unit(*, unit: Unit, page: Page | None = None) -> Section:
    """Groups and rights of the unit's section, anew; page: the root of what it writes, where it has no section yet."""
    section = Section.objects.filter(unit=unit).first()
    if page is None and section is None:
        raise Refused(_("%(unit)s has no section yet. Make a page of the kind “unit’s section” for it, or name a page with --page.") % {"unit": unit})
    key = section.key if page is None else page.translation_key
    other = Section.objects.filter(key=key).exclude(unit=unit).select_related("unit").first()
    if other:
        raise Refused(_("This page is the section of %(unit)s already. Name another page.") % {"unit": other.unit})
    return keep_section(unit=unit, key=key)


def grant_all() -> int:
    """Every section, the units above first; how many."""
    sections = list(Section.objects.select_related("unit").order_by("unit__path"))
    for section in sections:
        granting.grant(section)
    return len(sections)


def end_section(*, section: Section) -> None:
    """Its groups go, and with them the rights of its people. Its pages, pictures and documents stay."""
    for role in section.roles.select_related("group"):
        for member in role.group.user_set.all():
            record(AuditEntry.Action.ROLE, member=member, unit=section.unit, details={"groups": {"from": [role.group.name], "to": []}})
        role.group.delete()
    section.delete()


# People


def appoint(*, member: Member, role: str, unit: Unit, by: Member | None, language: str = "") -> RoleGroup:
    """She holds the role in the unit's section from now on; a translator in one language. Raises Refused."""
    if role == Role.TRANSLATOR and (language == SOURCE or language not in BY_CODE):
        raise Refused(_("Choose the language into which she translates."))
    if not (member.is_active and member.status == Member.Status.ACTIVE):
        raise Refused(_("%(name)s cannot sign in any more, so she can be given nothing.") % {"name": member})
    found = RoleGroup.objects.filter(section__unit=unit, role=role, language=language if role == Role.TRANSLATOR else "")
    group = found.select_related("group", "section__unit").first()
    if group is None:
        raise Refused(_("%(unit)s has no section yet. Make a page of the kind “unit’s section” for it first.") % {"unit": unit})
    if not member.groups.filter(pk=group.group_id).exists():
        member.groups.add(group.group)
        noted(member, unit, by, before=[], after=[group.group.name])
        follow_moderators([group])
    return group


def dismiss(*, member: Member, role: RoleGroup, by: Member | None) -> None:
    """What waits for her goes to who is left; what she has locked is open again."""
    take_away(member, [role], by)


@transaction.atomic
def take_away(member: Member, roles: Iterable[RoleGroup], by: Member | None) -> None:
    held = [role for role in roles if member.groups.filter(pk=role.group_id).exists()]
    if not held:
        return
    member.groups.remove(*(role.group_id for role in held))
    noted(member, held[0].section.unit, by, before=sorted(role.group.name for role in held), after=[])
    release_locks(member, held)
    follow_moderators(held)


def noted(member: Member, unit: Unit, by: Member | None, *, before: list[str], after: list[str]) -> None:
    record(AuditEntry.Action.ROLE, actor=by, member=member, unit=unit, details={"groups": {"from": before, "to": after}})


def release_locks(member: Member, roles: Iterable[RoleGroup]) -> None:
    """Pages of these sections that nobody but she could open."""
    for role in roles:
        for page in role.section.pages:
            held = Page.objects.filter(path__startswith=page.path, locked=True, locked_by=member)
            held.update(locked=False, locked_by=None, locked_at=None)


def follow_moderators(roles: Iterable[RoleGroup]) -> None:
    """After the people of a group have changed: whose moderation it is, here and in the units below that rest on it."""
    for role in roles:
        if role.role == Role.MODERATOR:
            for section in Section.objects.within(role.section.unit).select_related("unit", "workflow").order_by("unit__path"):
                granting.keep_workflow(section, list(section.roles.select_related("group")), list(section.pages))


def member_changed(member: Member, before: dict, by: Member | None = None) -> None:
    """Called when her unit, her status or whether she may sign in has changed: her rights follow at once.

    Who leaves loses every role. Who moves keeps the roles of units at or below her new one; those of her old unit she gets in
    the new one where that stands as high, but for moderation, which the new unit's own officials give.
    """
    roles = list(RoleGroup.objects.of(member).select_related("group", "section__unit"))
    if not roles:
        return
    if not (member.is_active and member.status == Member.Status.ACTIVE):
        take_away(member, roles, by)
        return
    if before.get("unit_id") in (None, member.unit_id):
        return
    old, new = Unit.objects.filter(pk=before["unit_id"]).first(), member.unit
    lost = [role for role in roles if new is None or not role.section.unit.path.startswith(new.path)]
    take_away(member, lost, by)
    if new is None or old is None or new.depth != old.depth or not Section.objects.filter(unit=new).exists():
        return
    for role in lost:
        if role.section.unit_id == old.pk and role.role != Role.MODERATOR:
            appoint(member=member, role=role.role, unit=new, language=role.language, by=by)


def everybody_changed(members: Iterable[Member]) -> None:
    """After a deed on many rows that passed by each one's save()."""
    for member in Member.objects.filter(pk__in=[member.pk for member in members]).select_related("unit"):
        member_changed(member, {"unit_id": member.unit_id})


def refresh_moderation() -> None:
    """After accounts were deleted: their groups are not known any more."""
    for section in Section.objects.select_related("unit", "workflow").order_by("unit__path"):
        granting.keep_workflow(section, list(section.roles.select_related("group")), list(section.pages))


def waiting_for_nobody() -> list[TaskState]:
    """Tasks in progress that no active member of a group can do: a superuser has to, or appoint somebody."""
    people = Member.objects.active().filter(groups__isnull=False).values("groups")
    answered = GroupApprovalTask.objects.filter(groups__in=people).values("pk")
    approvals = GroupApprovalTask.objects.values("pk")
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=approvals).exclude(task__in=answered)
    return list(states.select_related("task", "workflow_state", "revision"))


# Whom one may appoint


def units_to_appoint_in(member: Member):
    """All for a superuser; for a moderator of a province or above, the units below hers."""
    units = Unit.objects.filter(section__isnull=False)
    if member.is_superuser:
        return units
    return units.filter(pk__in=[unit.pk for unit in units for above in appointing_units(member) if unit.path.startswith(above.path) and unit != above])


def appointing_units(member: Member) -> list[Unit]:
    """Where she may give and take roles below: what she moderates, from the province up."""
    roles = RoleGroup.objects.of(member).filter(role=Role.MODERATOR, section__unit__kind__in=(Unit.Kind.CENTRAL, Unit.Kind.PROVINCE))
    return [role.section.unit for role in roles.select_related("section__unit")] if member.is_active else []


def members_to_appoint(member: Member):
    """All for a superuser; else those of the units below hers, never herself."""
    if member.is_superuser:
        return Member.objects.active()
    found = Member.objects.none()
    for unit in appointing_units(member):
        found |= Member.objects.active().filter(unit__path__startswith=unit.path)
    return found.exclude(pk=member.pk).exclude(is_superuser=True).distinct()
