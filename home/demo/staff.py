"""The demonstration's editor, translator, moderator and provincial officer, with rights as a provincial union would give them."""

import secrets

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Workflow, WorkflowPage, WorkflowTask

from home.demo.branches import PROVINCE
from members.models import Member, Unit

PASSWORDS = "demo-passwords.txt"
OFFICERS = "Cán bộ tỉnh"

# login name, full name, group, page rights on Vietnamese pages, page rights on translations
STAFF = (
    ("bien-tap", "Lò Thị Ngân (nhân vật ví dụ)", "Biên tập viên", ("add", "change"), ()),
    # She sends to translation what she may change; her changes of the Vietnamese pages wait for the moderator.
    ("phien-dich", "Vàng Thị Dợ (nhân vật ví dụ)", "Người dịch", ("change",), ("add", "change", "publish")),
    ("duyet-bai", "Hà Thị Thu (nhân vật ví dụ)", "Người duyệt", ("add", "change", "publish", "lock", "unlock"), ("add", "change", "publish")),
    # She answers for the members of the province and writes no pages. The others have no unit: they see no member.
    ("can-bo-tinh", "Quàng Thị Yên (nhân vật ví dụ)", OFFICERS, (), ()),
)

# Wagtail asks for the permissions of its own models, whatever models take their place.
LIBRARY_RIGHTS = tuple(
    (app, f"{right}_{model}") for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document")) for right in ("add", "change", "choose")
)


def make_staff(homes: dict) -> list[Member]:
    members = []
    for username, name, group_name, source_rights, translation_rights in STAFF:
        group, _ = Group.objects.get_or_create(name=group_name)
        group.permissions.add(*_permissions(group_name))
        for code, home in homes.items():
            for right in source_rights if code == "vi" else translation_rights:
                permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{right}_page")
                GroupPagePermission.objects.get_or_create(group=group, page=home.page_ptr, permission=permission)
        for app, codename in LIBRARY_RIGHTS if group_name != OFFICERS else ():
            permission = Permission.objects.get(content_type__app_label=app, codename=codename)
            GroupCollectionPermission.objects.get_or_create(group=group, collection=Collection.get_first_root_node(), permission=permission)
        unit = Unit.objects.filter(kind=PROVINCE[0], code=PROVINCE[1]).first() if group_name == OFFICERS else None
        member, created = Member.objects.get_or_create(username=username, defaults={"full_name": name, "is_official": True, "unit": unit})
        if created:
            member.set_unusable_password()
            member.save()
        member.groups.add(group)
        members.append(member)
    _workflow(homes, Group.objects.get(name="Người duyệt"))
    return members


def _permissions(group_name: str):
    codenames = ["access_admin"]
    if group_name not in {"Biên tập viên", OFFICERS}:
        codenames += ["submit_translation"]
    if group_name == "Người dịch":
        codenames += ["change_topic", "publish_topic"]
    if group_name == "Người duyệt":
        codenames += ["add_topic", "change_topic", "publish_topic", "submit_translation"]
    return Permission.objects.filter(codename__in=codenames)


def _workflow(homes: dict, moderators: Group) -> None:
    task, created = GroupApprovalTask.objects.get_or_create(name="Duyệt nội dung")
    if created:
        task.groups.add(moderators)
    workflow, _ = Workflow.objects.get_or_create(name="Duyệt trước khi đăng")
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    for home in homes.values():
        WorkflowPage.objects.get_or_create(page=home.page_ptr, defaults={"workflow": workflow})


def renew_passwords(members: list[Member], *, only_missing: bool) -> str:
    """Random passwords into a file that git ignores; the path of the file."""
    path = settings.VAR / PASSWORDS
    known = dict(line.split(" ", 1) for line in path.read_text().splitlines()) if path.exists() else {}
    for member in members:
        if only_missing and member.username in known and member.has_usable_password():
            continue
        known[member.username] = secrets.token_urlsafe(9)
        member.set_password(known[member.username])
        member.save(update_fields=["password"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{name} {password}\n" for name, password in known.items()))
    path.chmod(0o600)
    return str(path)
