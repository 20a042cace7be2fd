"""An import, batch by batch: each is one transaction that also stores the checkpoint, so that a kill loses nothing.

Checking and importing are the same walk; only the second writes members. Driven by the command without a pause, or by the
officer's page some seconds a request: no worker, no queue, no request that a server would cut off. Whoever asks for the
next batch locks the run's row first, so two tabs, or a page and a command, never take the same batch twice.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO, TypeVar

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext

from members import audit
from members.cards import hashed
from members.importing import tree
from members.importing.changes import WRITTEN, changed, fresh
from members.importing.kept import lines
from members.importing.phones import as_written
from members.importing.places import NewBranch, Place, Places, name_key
from members.importing.rows import MemberRow, Problem, RowReader
from members.importing.sheets import Row
from members.models import AuditEntry, ImportProblem, ImportRun, Member, Tombstone

BATCH = 2000
PREVIEW, NOTES = 20, 20
COUNTS = ("added", "updated", "unchanged", "bad", "skipped")
Item = TypeVar("Item")


@dataclass
class Batch:
    """What a batch of rows comes to."""

    new: list[Member] = field(default_factory=list)
    other: list[Member] = field(default_factory=list)  # known, changed
    unchanged: int = 0
    skipped: int = 0
    problems: list[ImportProblem] = field(default_factory=list)
    preview: list[dict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    roles: list[tuple[Member, bool]] = field(default_factory=list)  # whose role as an official changes


def advance(run: ImportRun, kept: BinaryIO, *, seconds: float | None = None, tell: Callable[[ImportRun], object] = lambda run: None) -> None:
    """Go on from the checkpoint: to the end, or for so many seconds and at least one batch.

    kept: all rows of the file (members.importing.kept), from the first. tell: called after each batch.
    """
    if run.state not in {run.State.CHECKING, run.State.RUNNING}:
        return
    walk = Walk(run)
    rows = lines(kept)
    for number, cells in islice(rows, run.done_rows):
        walk.first_row_of(walk.reader.code(cells), number)
    until = None if seconds is None else time.monotonic() + seconds
    for batch in batches(rows, BATCH):
        if not walk.take(batch):
            return
        tell(run)
        if until is not None and time.monotonic() >= until and run.done_rows < run.total:
            return
    finish(run)


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def locked(run: ImportRun) -> ImportRun | None:
    """The run's row, held until the transaction ends; None when another has gone on with it, and `run` knows then."""
    now = ImportRun.objects.select_for_update().get(pk=run.pk)
    if (now.state, now.done_rows) != (run.state, run.done_rows):
        run.refresh_from_db()
        return None
    return now


@transaction.atomic
def finish(run: ImportRun) -> None:
    if not locked(run):
        return
    if run.state == run.State.CHECKING:
        run.state = run.State.CHECKED
    else:
        run.state, run.finished_at, run.preview = run.State.DONE, timezone.now(), []
        counts = {name: getattr(run, name) for name in COUNTS} | {"branches": len(run.branches)}
        audit.record(AuditEntry.Action.IMPORT, actor=run.made_by, unit=run.unit, details={"file": run.name, "sha256": run.sha256[:12], **counts})
    run.save()


class Walk:
    """One pass over the rows, with what is remembered from batch to batch."""

    def __init__(self, run: ImportRun):
        self.run = run
        self.seen: dict[str, int] = {}  # member code to the row that has it first
        self.learn(tree.places_of(run))

    def learn(self, places: Places) -> None:
        self.places = places
        self.units = {unit.pk: unit for unit in places.by_path.values()}
        self.reader = RowReader(self.run.mapping, self.run.headers, places, timezone.localdate().year, self.run.with_officials)

    def know(self, unit: Place) -> None:
        self.places.add(unit)
        self.units[unit.pk] = unit

    def first_row_of(self, code: str, number: int) -> int:
        return self.seen.setdefault(code, number) if code else number

    @transaction.atomic
    def take(self, rows: list[Row]) -> bool:
        """False when somebody else has taken this batch."""
        if not locked(self.run):
            return False
        run, batch = self.run, self.judged(rows)
        if run.state == run.State.RUNNING:
            write(run, batch)
        ImportProblem.objects.bulk_create(batch.problems, batch_size=500)
        run.done_rows += len(rows)
        run.added += len(batch.new)
        run.updated += len(batch.other)
        run.unchanged += batch.unchanged
        run.skipped += batch.skipped
        run.bad += len(batch.problems)
        run.preview = (run.preview + batch.preview)[:PREVIEW]
        run.notes = (run.notes + batch.notes)[:NOTES]
        run.save(update_fields=["done_rows", *COUNTS, "preview", "notes", "branches"])
        return True

    def judged(self, rows: list[Row]) -> Batch:
        batch = Batch()
        good: list[tuple[int, list[str], MemberRow]] = []
        for number, cells in rows:
            found = self.reader.read(cells)
            first = self.first_row_of(found.code if isinstance(found, MemberRow) else self.reader.code(cells), number)
            if first != number:
                twice = gettext("row %(row)s has the same code. Keep one of the two rows, then upload the file again.") % {"row": first}
                found = [self.reader.problem("code", twice), *(found if isinstance(found, list) else [])]
            if isinstance(found, list):
                batch.problems.append(self.problem(number, cells, found))
            else:
                good.append((number, cells, found))
        self.compare(good, batch)
        return batch

    def problem(self, number: int, cells: list[str], problems: list[Problem]) -> ImportProblem:
        chosen = [cells[place] for place in self.run.chosen]
        return ImportProblem(run=self.run, row=number, cells=chosen, errors=[str(problem) for problem in problems])

    def compare(self, good: list[tuple[int, list[str], MemberRow]], batch: Batch) -> None:
        codes = [row.code for _number, _cells, row in good]
        known, gone = known_members(codes), tombstones(codes)
        taken: list[tuple[int, MemberRow]] = []
        for number, cells, row in good:
            if row.code in gone:
                batch.skipped += 1
            elif row.code in known and not self.within(known[row.code]):
                batch.problems.append(self.problem(number, cells, [self.foreign(row)]))
            else:
                taken.append((number, row))
        self.add_branches([row.place for _number, row in taken if isinstance(row.place, NewBranch)])
        for number, row in taken:
            self.place(number, row, known.get(row.code), batch)

    def add_branches(self, asked: list[NewBranch]) -> None:
        """Those that the rows of a batch ask for, each once. A check only imagines them."""
        wanted = list({(branch.commune.pk, name_key(branch.name)): branch for branch in reversed(asked)}.values())[::-1]
        if not wanted:
            return
        before = len(self.run.branches)
        self.run.branches = [*self.run.branches, *([branch.commune.pk, branch.name] for branch in wanted)]
        if self.run.state == self.run.State.CHECKING:
            for number, branch in enumerate(wanted, start=before + 1):
                self.know(tree.imagined(branch.commune, branch.name, number))
        else:
            tree.add_branches(wanted)
            self.learn(tree.places_of(self.run))

    def within(self, member: Member) -> bool:
        return not self.places.scope or (member.unit_id in self.units and self.units[member.unit_id].path.startswith(self.places.scope))

    def foreign(self, row: MemberRow) -> Problem:
        sentence = gettext("the code %(code)s belongs to a member of another unit. Check the code, or ask the unit above to move her.") % {"code": row.code}
        return self.reader.problem("code", sentence)

    def place(self, number: int, row: MemberRow, member: Member | None, batch: Batch) -> None:
        unit = self.unit(row.place)
        if row.second_phone:
            batch.notes.append(gettext("Row %(row)s: two telephone numbers in one cell; the first was taken.") % {"row": number})
        if member is None:
            member = fresh(row, unit.pk)
            batch.new.append(member)
            changes = {"unit_id": (None, unit.pk), "phone": ("", member.phone), "birth_year": (None, member.birth_year)}
            batch.preview.append(self.shown(number, member, "added", changes))
            if member.is_official:
                batch.roles.append((member, True))
        elif changes := changed(member, row, unit.pk, is_staff=member.has_password or member.is_superuser or member.has_rights):
            batch.other.append(member)
            batch.preview.append(self.shown(number, member, "updated", changes))
            if "is_official" in changes:
                batch.roles.append((member, member.is_official))
        else:
            batch.unchanged += 1

    def unit(self, place: Place | NewBranch) -> Place:
        return place if isinstance(place, Place) else self.places.branches_called(place.name, place.commune)[0]

    def shown(self, number: int, member: Member, kind: str, changes: dict[str, tuple]) -> dict:
        """A line of the preview; JSON."""
        facts = [[name, self.words(name, old), self.words(name, new)] for name, (old, new) in changes.items()]
        return {"row": number, "code": member.member_code, "name": member.full_name, "kind": kind, "changes": facts}

    def words(self, name: str, value) -> str:
        """As a person reads it."""
        if value is None or value == "":
            return ""
        if name == "unit_id":
            return self.units[value].place or self.units[value].name if value in self.units else ""
        if name == "phone":
            return as_written(value)
        if name == "status":
            return str(Member.Status(value).label)
        return (gettext("official") if value else gettext("no official")) if name == "is_official" else str(value)


def known_members(codes: list[str]) -> dict[str, Member]:
    """By code, locked until the batch is written; has_rights tells who has some in the editor's admin, by a group or her own."""
    groups = Member.groups.through.objects.filter(member=OuterRef("pk"))
    rights = Member.user_permissions.through.objects.filter(member=OuterRef("pk"))
    members = Member.objects.filter(member_code__in=codes).annotate(has_rights=Exists(groups) | Exists(rights)).select_for_update(of=("self",))
    return {member.member_code: member for member in members}


def tombstones(codes: list[str]) -> set[str]:
    """The codes of those who were deleted and must not come back."""
    if not Tombstone.objects.exists():
        return set()
    by_hash = {hashed("member code", code): code for code in codes}
    return {by_hash[found] for found in Tombstone.objects.filter(code_hash__in=by_hash).values_list("code_hash", flat=True)}


def write(run: ImportRun, batch: Batch) -> None:
    free_usernames(batch.new)
    # Somebody may have added the same code since it was looked for: then that row is brought in line.
    Member.objects.bulk_create(batch.new, batch_size=1000, update_conflicts=True, unique_fields=["member_code"], update_fields=WRITTEN)
    Member.objects.bulk_update(batch.other, WRITTEN, batch_size=250)
    for member, is_official in batch.roles:
        audit.record(AuditEntry.Action.ROLE, actor=run.made_by, member=member, unit=run.unit, details={"is_official": is_official, "file": run.name})


def free_usernames(members: list[Member]) -> None:
    """hv-CODE is free unless somebody gave an editor that name."""
    taken = set(Member.objects.filter(username__in=[member.username for member in members]).values_list("username", flat=True))
    for member in members:
        if member.username in taken:
            member.username += f"-{member.password[-6:]}"
