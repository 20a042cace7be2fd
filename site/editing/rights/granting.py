"""A section's groups and all their rights, brought in line with the table: run again, it changes nothing."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Page, Workflow, WorkflowPage, WorkflowTask

from config.languages import LANGUAGES, SOURCE
from editing.rights.models import Role, RoleGroup, Section
from editing.rights.table import MODERATE, NAMES, RIGHTS
from members.models import Member, Unit

HOME = 2  # depth of the home page: its section is the whole site
LONGEST = 145  # name of a group, with room for a number
PAGE_RIGHTS = [f"{right}_page" for right in MODERATE]


@transaction.atomic
def grant(section: Section) -> None:
    """Groups, pages of every language, collection, workflow."""
    pages = list(section.pages)
    keep_collection(section, pages)
    roles = keep_roles(section)
    keep_page_rights(section, roles, pages)
    keep_collection_rights(section, roles)
    keep_workflow(section, roles, pages)


def serves_whole_site(pages: Iterable[Page]) -> bool:
    return any(page.depth == HOME for page in pages)


# Groups


def name_of(unit: Unit, role: str, language: str) -> str:
    spoken = next((each.in_vietnamese for each in LANGUAGES if each.code == language), "")
    return f"{f'{NAMES[Role(role)]} {spoken}'.strip()} – {unit}"[:LONGEST]


def wanted_roles() -> list[tuple[str, str]]:
    translators = [(Role.TRANSLATOR, language.code) for language in LANGUAGES if language.code != SOURCE]
    return [(Role.EDITOR, ""), (Role.MODERATOR, ""), (Role.KEEPER, ""), *translators]


def keep_roles(section: Section) -> list[RoleGroup]:
    known = {(role.role, role.language): role for role in section.roles.select_related("group")}
    for role, language in wanted_roles():
        name = name_of(section.unit, role, language)
        if (role, language) not in known:
            group = Group.objects.create(name=free_name(name))
            known[role, language] = RoleGroup.objects.create(section=section, group=group, role=role, language=language)
        elif known[role, language].group.name != name and not Group.objects.filter(name=name).exists():  # the unit has another name
            known[role, language].group.name = name
            known[role, language].group.save(update_fields=["name"])
    whole = serves_whole_site(section.pages)
    codenames = {name for rights in RIGHTS.values() for name in (*rights.everywhere, *rights.whole_site)}
    permissions = {permission.codename: permission for permission in Permission.objects.filter(codename__in=codenames)}
    for role in known.values():
        rights = RIGHTS[Role(role.role)]
        names = (*rights.everywhere, *(rights.whole_site if whole else ()))
        role.group.permissions.set([permissions[name] for name in names])
    return list(known.values())


def free_name(name: str) -> str:
    """Two communes of one province may be called alike."""
    taken, number = set(Group.objects.filter(name__startswith=name).values_list("name", flat=True)), 2
    found = name
    while found in taken:
        found, number = f"{name} ({number})", number + 1
    return found


# Pages


def keep_page_rights(section: Section, roles: list[RoleGroup], pages: list[Page]) -> None:
    """On its page in every language; and for the moderators of the units above, where it does not stand below theirs."""
    ids = dict(Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGE_RIGHTS).values_list("codename", "pk"))
    wanted = set()
    for page in pages:
        for role in roles:
            for right in rights_on(page, role):
                wanted.add((role.group_id, page.pk, ids[f"{right}_page"]))
        for role in RoleGroup.objects.filter(section__in=Section.objects.above(section.unit), role=Role.MODERATOR).select_related("section"):
            if not any(page.path.startswith(theirs.path) for theirs in role.section.pages):
                wanted |= {(role.group_id, page.pk, ids[f"{right}_page"]) for right in rights_on(page, role)}
    ours = GroupPagePermission.objects.filter(group__role__section=section)
    elsewhere = ours.exclude(page__in=[page.pk for page in pages]).exclude(page__translation_key__in=below(section))
    here = GroupPagePermission.objects.filter(page__in=[page.pk for page in pages], group__role__isnull=False)
    bring_in_line(GroupPagePermission, here | elsewhere, wanted, ("group_id", "page_id", "permission_id"))


def below(section: Section):
    """Keys of the sections of units below, on which its moderators may have rights of their own."""
    return Section.objects.within(section.unit).exclude(pk=section.pk).values("key")


def rights_on(page: Page, role: RoleGroup) -> tuple[str, ...]:
    rights = RIGHTS[Role(role.role)]
    if page.locale.language_code == SOURCE:
        return rights.source
    return rights.translations if role.language in ("", page.locale.language_code) else ()


def bring_in_line(model, rows, wanted: set[tuple], fields: tuple[str, ...]) -> None:
    """Rows that are wanted and missing are made, those that nobody wants go."""
    known = {tuple(row[1:]): row[0] for row in rows.values_list("pk", *fields)}
    model.objects.filter(pk__in=[pk for row, pk in known.items() if row not in wanted]).delete()
    model.objects.bulk_create([model(**dict(zip(fields, row, strict=True))) for row in sorted(wanted - known.keys())])


# Pictures and documents


def keep_collection(section: Section, pages: list[Page]) -> None:
    """One a unit, nested like the units; whoever writes the whole site has all collections."""
    root = Collection.get_first_root_node()
    if serves_whole_site(pages):
        home = root
    else:
        home = section.collection if section.collection_id and section.collection_id != root.pk else None
        above = Section.objects.above(section.unit).filter(collection__isnull=False).select_related("collection").first()
        parent = above.collection if above else root
        if home is None:
            home = Collection.objects.get(pk=parent.pk).add_child(instance=Collection(name=str(section.unit)))
        elif home.get_parent().pk != parent.pk and not parent.path.startswith(home.path):
            home.move(Collection.objects.get(pk=parent.pk), pos="sorted-child")
            home = Collection.objects.get(pk=home.pk)
    if section.collection_id != home.pk:
        Section.objects.filter(collection=home).exclude(pk=section.pk).update(collection=None)  # of who wrote the whole site before
        section.collection = home
        section.save(update_fields=["collection"])


def keep_collection_rights(section: Section, roles: list[RoleGroup]) -> None:
    names = {(app, codename) for rights in RIGHTS.values() for app, codename in rights.collection}
    found = Permission.objects.filter(content_type__app_label__in={app for app, _ in names}).select_related("content_type")
    ids = {(permission.content_type.app_label, permission.codename): permission.pk for permission in found}
    wanted = {(role.group_id, section.collection_id, ids[name]) for role in roles for name in RIGHTS[Role(role.role)].collection}
    rows = GroupCollectionPermission.objects.filter(group__in=[role.group_id for role in roles])
    bring_in_line(GroupCollectionPermission, rows, wanted, ("group_id", "collection_id", "permission_id"))


# Moderation


def keep_workflow(section: Section, roles: list[RoleGroup], pages: list[Page]) -> None:
    """A province has its own; a commune where it has a moderator, else its pages go to the unit above."""
    moderators = next(role for role in roles if role.role == Role.MODERATOR)
    own = serves_whole_site(pages) or section.unit.kind in (Unit.Kind.CENTRAL, Unit.Kind.PROVINCE) or has_people(moderators)
    if not own:
        WorkflowPage.objects.filter(workflow=section.workflow_id).delete()
    else:
        workflow = section.workflow or begin_workflow(section, moderators)
        WorkflowPage.objects.filter(workflow=workflow).exclude(page__in=[page.pk for page in pages]).delete()
        for page in pages:
            WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": workflow})
    if section.workflow_id:
        for task in GroupApprovalTask.objects.filter(workflow_tasks__workflow=section.workflow_id):
            task.groups.set([answering(section, moderators).group_id])


def begin_workflow(section: Section, moderators: RoleGroup) -> Workflow:
    workflow = Workflow.objects.create(name=moderators.group.name)
    task = GroupApprovalTask.objects.create(name=moderators.group.name)
    task.groups.add(moderators.group)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    section.workflow = workflow
    section.save(update_fields=["workflow"])
    return workflow


def has_people(role: RoleGroup) -> bool:
    return Member.objects.active().filter(groups=role.group_id).exists()


def answering(section: Section, moderators: RoleGroup) -> RoleGroup:
    """Whose moderators approve: its own, else those of the nearest unit above that has some; with nobody at all, superusers are left."""
    if has_people(moderators):
        return moderators
    above = RoleGroup.objects.filter(section__in=Section.objects.above(section.unit), role=Role.MODERATOR).select_related("section__unit")
    return next((role for role in sorted(above, key=lambda role: role.section.unit.path, reverse=True) if has_people(role)), moderators)
