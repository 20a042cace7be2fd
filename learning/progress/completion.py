"""What counts as learned: results and visits flow into one row a lesson, a finished lesson into its course.

Every value is merged by minimum or maximum (learning.progress.merging), so order and repetition never matter.
"""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, Q, Sum
from django.utils import timezone

from learning.progress import certificates
from learning.progress.lessons import MOST_SHARED, SECONDS_A_DAY, LessonProgress, LessonVisit
from learning.progress.merging import merge
from learning.progress.outlines import Outline, outline_around
from members.models import Member


def record_quiz_result(*, member, version, percent: float, passed: bool, at: datetime) -> LessonProgress | None:
    """One marked attempt. percent: 0 to 100; at: when it was handed in, by the server's clock.

    A practice quiz counts as practised only. The row of a course's own quiz stands under the course's key and is never completed:
    the certificate is its completion. None if neither lesson nor course is live any more; the row is kept all the same.
    """
    if not version.payload["graded"]:
        return merged(member=member, lesson_key=version.parent_key, at=at, practised=True)
    row = merged(member=member, lesson_key=version.parent_key, at=at, passed=passed, best=int(percent))
    if not passed:
        return row  # nothing can be finished by it
    outline = outline_around(version.parent_key)
    if outline:
        finish(member=member, row=row, outline=outline)
    return row if outline else None


def record_visit(
    *, member, lesson_key: UUID, visit_id: UUID, seconds: int, learned: bool, practised: bool, shared: int, now: datetime
) -> LessonProgress | None:
    """One visit as the phone tells it, each time with its total. None for a lesson that is not live, and for another's visit."""
    outline = outline_around(lesson_key)
    if outline is None or lesson_key not in outline.lessons:
        return None
    with transaction.atomic():
        visit = merge(
            LessonVisit,
            key={"id": visit_id},
            same={"member_id": member.pk, "lesson_key": lesson_key},
            kept={"day": timezone.localdate(now)},
            greatest={"seconds": min(max(seconds, 0), SECONDS_A_DAY)},
        )
        if visit is None:  # kept on a shared phone that has changed hands
            return None
        # Her row is locked from here on: of two visits at once the later one sums up both.
        row = merged(member=member, lesson_key=lesson_key, at=now, learned=learned, practised=practised, shared=shared)
        if (total := seconds_in(member=member, lesson_key=lesson_key)) > row.seconds:
            LessonProgress.objects.filter(pk=row.pk).update(seconds=total)
            row.seconds = total
        finish(member=member, row=row, outline=outline)
    return row


def record_learned(*, member, lesson_key: UUID, shared: int, now: datetime) -> LessonProgress | None:
    """She says herself that she has finished the lesson, without script. None for a lesson that is not live."""
    outline = outline_around(lesson_key)
    if outline is None or lesson_key not in outline.lessons:
        return None
    with transaction.atomic():  # or a lesson could be finished whose course never hears of it
        row = merged(member=member, lesson_key=lesson_key, at=now, learned=True, shared=shared)
        finish(member=member, row=row, outline=outline)
    return row


def merged(*, member, lesson_key: UUID, at: datetime, learned=False, practised=False, passed=False, shared=0, best: int | None = None) -> LessonProgress:
    """Her row with what came in; one query."""
    return merge(
        LessonProgress,
        key={"member_id": member.pk, "lesson_key": lesson_key},
        earliest={"started": at, "learned": at if learned else None, "practised": at if practised else None, "passed": at if passed else None},
        greatest={"shared": min(max(shared, 0), MOST_SHARED), "best": best, "seconds": 0},
    )


def seconds_in(*, member, lesson_key: UUID) -> int:
    days = LessonVisit.objects.filter(member=member, lesson_key=lesson_key).values("day").annotate(sum=Sum("seconds"))
    return sum(min(day["sum"], SECONDS_A_DAY) for day in days)


def finish(*, member, row: LessonProgress, outline: Outline) -> None:
    """Complete the lesson if it is, and then the course. The moment is that of the later of learning and passing.

    The course is looked at again with every lesson that was finished before: its last open one may have been taken off.
    """
    if row.lesson_key in outline.lessons:
        moments = [row.learned, row.passed] if outline.lessons[row.lesson_key] else [row.learned]
        if not all(moments):
            return
        moment = max(moments)
        if not row.completed or row.completed > moment:
            earlier = Q(completed=None) | Q(completed__gt=moment)
            LessonProgress.objects.filter(earlier, pk=row.pk).update(completed=moment)
            row.completed = moment
    finish_course(member=member, outline=outline)


def finish_course(*, member, outline: Outline) -> None:
    """A certificate once all lessons are completed and the course's own graded quiz is passed.

    Her row is locked: two lessons finished in the same moment would each miss the other. Handing in a quiz comes through here
    and may ask twelve questions of the database in all, so that none is asked twice.
    """
    with transaction.atomic(savepoint=False):
        if connection.features.has_select_for_no_key_update:
            Member.objects.select_for_update(no_key=True).filter(pk=member.pk).values_list("pk").first()
        has_it = Exists(certificates.Certificate.objects.filter(member=member, course_key=outline.key))
        rows = list(LessonProgress.objects.filter(member=member, lesson_key__in=[outline.key, *outline.lessons]).annotate(certified=has_it))
        if any(row.certified for row in rows):
            return
        done = {row.lesson_key: row.passed if row.lesson_key == outline.key else row.completed for row in rows}
        needed = [*outline.lessons, *([outline.key] if outline.graded else [])]
        moments = [done.get(key) for key in needed]
        if moments and all(moments):
            certificates.issue(member=member, course_key=outline.key, on=timezone.localdate(max(moments)))
