"""Marking attempts again by another key: looked at first, then done, with a reason. Attempts stay as they were.

What is looked at and what is done come from the same function. A new mark is kept for each attempt whose result changes; a result
never takes away a lesson that was completed or a certificate, since progress only ever grows (learning.progress.completion).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from learning.progress import completion
from learning.progress.attempts import Attempt, Regrade, Remark
from learning.progress.lessons import LessonProgress
from learning.quizzes.rekeying import rekeyed
from learning.quizzes.scoring import Marked, mark
from members.audit import AuditEntry, record
from members.models import Member

BATCH = 1000


class Changed(Exception):
    """Between looking and doing, attempts came in or were marked again."""


@dataclass(frozen=True)
class Change:
    """One attempt whose result becomes another. before, after: points in hundredths."""

    attempt_id: UUID
    member_id: int
    submitted: datetime
    before: int
    passed_before: bool
    marked: Marked

    @property
    def after(self) -> int:
        return self.marked.hundredths

    @property
    def gains(self) -> bool:
        return self.marked.passed and not self.passed_before

    @property
    def loses(self) -> bool:
        return self.passed_before and not self.marked.passed


@dataclass(frozen=True)
class Outcome:
    """What marking again does. attempts: all of the version."""

    attempts: int
    changes: list[Change] = field(default_factory=list)

    @property
    def gained(self) -> list[Change]:
        return [change for change in self.changes if change.gains]

    @property
    def lost(self) -> list[Change]:
        return [change for change in self.changes if change.loses]

    @property
    def only_points(self) -> int:
        return len(self.changes) - len(self.gained) - len(self.lost)

    @property
    def seal(self) -> str:
        """Short, and another one when anything that she was shown has changed."""
        return f"{self.attempts}-{len(self.changes)}-{len(self.gained)}-{len(self.lost)}-{sum(change.after - change.before for change in self.changes)}"


def dry_run(*, version, by_key_of) -> Outcome:
    """Nothing is written. Raises learning.quizzes.rekeying.OtherQuestions."""
    payload = rekeyed(version.payload, by_key_of.payload)
    attempts, changes = 0, []
    for count, change in enumerate(_marked_again(version, payload), 1):
        attempts = count
        if change is not None:
            changes.append(change)
    return Outcome(attempts, changes)


def _marked_again(version, payload) -> Iterator[Change | None]:
    """One entry an attempt: None where its result stays. Many give the same answers, which are marked once."""
    fields = ("pk", "member_id", "submitted", "answers_json", "counted_score", "counted_maximum", "counts_as_passed")
    rows = Attempt.objects.filter(version=version).with_result().order_by("submitted", "pk").values_list(*fields)
    known: dict[str, Marked] = {}
    for pk, member_id, submitted, answers, score, maximum, passed in rows.iterator(chunk_size=BATCH):
        if answers not in known:
            known[answers] = mark(payload, Attempt(answers_json=answers).answers)
        marked = known[answers]
        same = (marked.hundredths, 100 * marked.maximum, marked.passed) == (score, maximum, passed)
        yield None if same else Change(pk, member_id, submitted, score, bool(passed), marked)


@transaction.atomic
def regrade(*, version, by_key_of, reason: str, by, seal: str = "") -> tuple[Regrade, Outcome]:
    """seal: of the outcome that she was shown; raises Changed if it is another by now. Raises OtherQuestions."""
    outcome = dry_run(version=version, by_key_of=by_key_of)
    if seal and seal != outcome.seal:
        raise Changed
    made = Regrade.objects.create(version=version, by_key_of=by_key_of, reason=reason, made_by=by)
    Remark.objects.bulk_create(
        (
            Remark(regrade=made, attempt_id=change.attempt_id, score=change.after, maximum=100 * change.marked.maximum, passed=change.marked.passed)
            for change in outcome.changes
        ),
        batch_size=BATCH,
    )
    _tell_progress(version, outcome)
    _log(made, outcome, by)
    return made, outcome


def _tell_progress(version, outcome: Outcome) -> None:
    """Better results reach her lesson as of the day when she handed them in; worse ones change nothing there.

    Only where it makes a difference: most members have passed by another try, and thousands may be marked again at once.
    """
    better = [change for change in outcome.changes if version.payload["graded"] and (change.gains or change.after > change.before)]
    for start in range(0, len(better), BATCH):
        batch = better[start : start + BATCH]
        ids = {change.member_id for change in batch}
        members = Member.objects.in_bulk(ids)
        rows = {row.member_id: row for row in LessonProgress.objects.filter(member__in=ids, lesson_key=version.parent_key)}
        for change in batch:
            if _matters(change, rows.get(change.member_id)):
                marked, member = change.marked, members[change.member_id]
                completion.record_quiz_result(member=member, version=version, percent=marked.percent, passed=marked.passed, at=change.submitted)


def _matters(change: Change, row: LessonProgress | None) -> bool:
    if row is None or row.best is None or row.best < int(change.marked.percent):
        return True
    return change.marked.passed and (row.passed is None or change.submitted < row.passed)


def _log(made: Regrade, outcome: Outcome, by) -> None:
    details = {
        "what": made.version.payload["title"],
        "version": f"{made.version.number} ({made.version.language})",
        "key": f"{made.by_key_of.number} ({made.by_key_of.language})",
        "count": len(outcome.changes),
        "gained": len(outcome.gained),
        "lost": len(outcome.lost),
        "reason": made.reason,
    }
    record(AuditEntry.Action.REGRADE, actor=by, details=details)
