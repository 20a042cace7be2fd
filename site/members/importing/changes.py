"""What a row changes of a member. Pure but for the model's names."""

import secrets

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from members.importing.rows import MemberRow
from members.models import Member
from pages.text import folded

# All that an import may ever write to a member who exists.
WRITTEN = ("full_name", "name_folded", "phone", "birth_year", "unit_id", "is_official", "status")
ROLES = {"unit_id", "is_official", "status"}  # what decides an account's rights


def changed(member: Member, row: MemberRow, unit_id: int, *, is_staff: bool) -> dict[str, tuple]:
    """Field to (old, new), and the member is given the new values. What the row does not say stays.

    is_staff: she has a password or rights in the editor's admin; the office that gave them decides on them, no file.
    """
    said = {
        "full_name": row.full_name,
        "phone": row.phone,
        "birth_year": row.birth_year,
        "unit_id": unit_id,
        "is_official": row.is_official,
        "status": row.status,
    }
    found = {}
    for field, new in said.items():
        old = getattr(member, field)
        if new is not None and new != old and not (is_staff and field in ROLES):
            found[field] = (old, new)
            setattr(member, field, new)
    if "full_name" in found:
        member.name_folded = folded(member.full_name)
    return found


def fresh(row: MemberRow, unit_id: int) -> Member:
    """A member who is new, not yet saved: no password, no PIN, no rights. Her card comes from her branch."""
    return Member(
        username=f"hv-{row.code}",
        password=UNUSABLE_PASSWORD_PREFIX + secrets.token_hex(20),
        member_code=row.code,
        full_name=row.full_name,
        name_folded=folded(row.full_name),
        phone=row.phone or "",
        birth_year=row.birth_year,
        unit_id=unit_id,
        is_official=bool(row.is_official),
        status=row.status or Member.Status.ACTIVE,
    )
