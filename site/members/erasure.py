"""Deleting a member who asked for it: nothing of her stays but a tombstone, which keeps an import from bringing her back.

Rows that are hers go with her; where she only made or decided something the row stays and forgets who it was. What names her
without a foreign key is found here: logs by kind and number, wrong tries, sessions, imports that wait.
"""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.db.models import Q

from members.audit import AuditEntry, record
from members.cards import hashed
from members.devices import Device, Enrolment
from members.imports import ImportProblem, ImportRun
from members.invitations import JoinRequest
from members.limits import Limit
from members.models import Member
from members.privacy import Tombstone, tables_about_member, tables_by_number


class IsStaff(Exception):
    """She has rights in the editor's admin: whoever gave them takes them back first."""


def is_staff(member) -> bool:
    """Can sign in with a password, or belongs to a group with rights."""
    return member.has_password or member.is_superuser or member.groups.exists() or member.user_permissions.exists()


def erase(*, member, by) -> None:
    """Twice is once. Raises IsStaff."""
    pk, files = member.pk, []
    with transaction.atomic():
        member = Member.objects.select_for_update(of=("self",)).select_related("unit").filter(pk=pk).first()
        if member is None:
            return
        if is_staff(member):
            raise IsStaff
        if member.member_code:
            Tombstone.objects.get_or_create(code_hash=hashed("member code", member.member_code))
        files = list(files_of(member))
        forget_logs(member)
        forget_imports(member)
        forget_tries(member)
        forget_phones(member)
        unit = member.unit
        member.delete()
        record(AuditEntry.Action.DELETION, actor=by, unit=unit)
    for file in files:
        file.delete(save=False)
    end_sessions(pk)


def files_of(member) -> Iterator:
    for table in tables_about_member():
        fields = [field.name for field in table.model._meta.concrete_fields if isinstance(field, models.FileField)]
        for row in table.rows(member) if table.about_her and fields else ():
            yield from filter(None, (getattr(row, name) for name in fields))


def forget_logs(member) -> None:
    AuditEntry.objects.filter(member=member).update(details={})  # a reason may name her
    for named in tables_by_number():
        named.rows(member).delete()
    for table in tables_about_member():
        if table.field.remote_field.on_delete is models.DO_NOTHING:
            table.rows(member).update(**{table.field.name: None})


def forget_imports(member) -> None:
    """Files that were uploaded in the last day: what they would show of her. Their own copy goes within a day."""
    traces = {trace for trace in (member.member_code, member.full_name) if trace}
    found = [pk for pk, cells in ImportProblem.objects.values_list("pk", "cells").iterator() if traces.intersection(cells)]
    ImportProblem.objects.filter(pk__in=found).delete()
    for run in ImportRun.objects.filter(forgotten=False):
        shown = [line for line in run.preview if not names(line, traces)]
        notes = [line for line in run.notes if not names(line, traces)]
        if (shown, notes) != (run.preview, run.notes):
            ImportRun.objects.filter(pk=run.pk).update(preview=shown, notes=notes)


def names(line, traces: set[str]) -> bool:
    return any(trace in str(line) for trace in traces)


def forget_tries(member) -> None:
    Limit.of_member(member).clear()
    Limit.of_name(member.username).clear()


def forget_phones(member) -> None:
    """Phones that nobody else uses, and requests to join that she made besides the one that was accepted."""
    phones = set(Enrolment.objects.filter(member=member).values_list("device", flat=True))
    asked = Q(device__in=phones) | (Q(phone=member.phone) if member.phone else Q())
    JoinRequest.objects.filter(asked, full_name=member.full_name).delete()
    shared = Enrolment.objects.filter(device__in=phones).exclude(member=member).values_list("device", flat=True)
    Device.objects.filter(pk__in=phones.difference(shared)).delete()


def end_sessions(pk: int) -> None:
    """Each would be nobody's from now on; but her number stands in it."""
    if not settings.SESSION_ENGINE.endswith((".db", ".cached_db")):
        return
    hers = [session.pk for session in Session.objects.iterator() if session.get_decoded().get(SESSION_KEY) == str(pk)]
    Session.objects.filter(pk__in=hers).delete()
