"""Who was given which rights, by whom: every way to change them leaves a line in the log."""

from members.audit import AuditEntry, record
from members.erasure import erase, is_staff
from members.models import Member

FLAGS = ("is_official", "is_superuser", "is_active")


def rights_of(member) -> dict:
    groups = sorted(member.groups.values_list("name", flat=True)) if member.pk else []
    return {name: getattr(member, name) for name in FLAGS} | {"groups": groups, "unit": str(member.unit) if member.unit_id else ""}


def record_change(before: dict, member, by) -> None:
    """Nothing, where nothing has changed."""
    after = rights_of(member)
    changed = {name: {"from": old, "to": after[name]} for name, old in before.items() if old != after[name]}
    if changed:
        record(AuditEntry.Action.ROLE, actor=by, member=member, details=changed)


def record_several(request, action_type, members, action) -> None:
    """After one of Wagtail's deeds on several rows at once, if they are accounts."""
    if action.model is not Member:
        return
    if action_type == "assign_role":
        role = action.cleaned_form.cleaned_data["role"]
        for member in members:
            record(AuditEntry.Action.ROLE, actor=request.user, member=member, details={"groups": {"from": None, "to": [role.name]}})
    elif action_type == "set_active_state":
        for member in members:
            record(AuditEntry.Action.ROLE, actor=request.user, member=member, details={"is_active": action.cleaned_form.cleaned_data["mark_as_active"]})


def delete_several(request, action_type, members, action) -> None:
    """Before Wagtail deletes several rows, if they are accounts: it finds those of staff alone left to do."""
    if action.model is Member and action_type == "delete":
        for member in members:
            delete_account(member, request.user)


def delete_account(member, by) -> bool:
    """Whom an administrator takes out of the list of accounts leaves no more than one who asked for it; of staff Wagtail's own log stays.

    True where Wagtail has nothing left to delete.
    """
    if is_staff(member):
        record(AuditEntry.Action.DELETION, actor=by, unit=member.unit, details={"what": "account"})
        return False
    erase(member=member, by=by)
    return True
