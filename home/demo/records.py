"""From diaries to rows. Thousands at once, so not through the verbs of learning.progress, but by their rules."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from home.demo.branches import BRANCHES
from home.demo.curriculum import Course
from home.demo.diaries import Answered, Visit, diary_of
from home.demo.people import SEED, Person
from learning.progress.attempts import Attempt
from learning.progress.certificates import Certificate, new_code
from learning.progress.lessons import MOST_SHARED, SECONDS_A_DAY, LessonProgress, LessonVisit
from members.models import Member

BATCH = 500


@dataclass
class Records:
    attempts: list[Attempt] = field(default_factory=list)
    visits: list[LessonVisit] = field(default_factory=list)
    progress: list[LessonProgress] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)

    @transaction.atomic
    def save(self) -> None:
        for model, rows in ((Attempt, self.attempts), (LessonVisit, self.visits), (LessonProgress, self.progress), (Certificate, self.certificates)):
            model.objects.bulk_create(rows, batch_size=BATCH)

    def add(self, member: Member, diary: Iterable[Visit | Answered], courses: list[Course]) -> None:
        rows: dict = {}
        days: dict = defaultdict(lambda: defaultdict(int))

        def row_of(key) -> LessonProgress:
            return rows.setdefault(key, LessonProgress(member=member, lesson_key=key))

        for entry in sorted(diary, key=lambda entry: entry.at):
            if isinstance(entry, Visit):
                self.visits.append(_visit(member, entry))
                days[entry.lesson_key][timezone.localdate(entry.at)] += entry.seconds
                _visited(row_of(entry.lesson_key), entry)
            else:
                self.attempts.append(_attempt(member, entry))
                _answered(row_of(entry.version.parent_key), entry)
        for key, seconds in days.items():
            rows[key].seconds = sum(min(day, SECONDS_A_DAY) for day in seconds.values())
        for course in courses:
            self.certificates.extend(_finished(member, rows, course))
        self.progress.extend(rows.values())


def _attempt(member: Member, entry: Answered) -> Attempt:
    return Attempt(
        id=entry.id,
        member=member,
        quiz_key=entry.version.quiz_key,
        version=entry.version,
        unit_id=member.unit_id,
        source=entry.source,
        started=entry.at - timedelta(seconds=entry.seconds),
        submitted=entry.at,
        answers_json=Attempt.packed(entry.answers),
        score=entry.marked.hundredths,
        maximum=100 * entry.marked.maximum,
        passed=entry.marked.passed,
    )


def _visit(member: Member, entry: Visit) -> LessonVisit:
    return LessonVisit(id=entry.id, member=member, lesson_key=entry.lesson_key, day=timezone.localdate(entry.at), seconds=min(entry.seconds, SECONDS_A_DAY))


def _earliest(row: LessonProgress, moment: datetime, *names: str) -> None:
    """Entries come in their order, so the first one stays."""
    for name in names:
        if getattr(row, name) is None:
            setattr(row, name, moment)


def _visited(row: LessonProgress, entry: Visit) -> None:
    _earliest(row, entry.at, "started", *(name for name in ("learned", "practised") if getattr(entry, name)))
    row.shared = max(row.shared, min(entry.shared, MOST_SHARED))


def _answered(row: LessonProgress, entry: Answered) -> None:
    if not entry.version.payload["graded"]:
        _earliest(row, entry.at, "started", "practised")
        return
    _earliest(row, entry.at, "started", *(["passed"] if entry.marked.passed else []))
    row.best = max(row.best or 0, int(entry.marked.percent))


def _finished(member: Member, rows: dict, course: Course) -> Iterable[Certificate]:
    """Complete the lessons that are, and the course."""
    moments = []
    for key, graded in course.outline.lessons.items():
        if row := rows.get(key):
            parts = [row.learned, row.passed] if graded else [row.learned]
            row.completed = max(parts) if all(parts) else None
        moments.append(row and row.completed)
    if course.outline.graded:
        row = rows.get(course.key)
        moments.append(row and row.passed)
    if all(moments):
        on = timezone.localdate(max(moments))
        yield Certificate(
            code=new_code(), member=member, course_key=course.key, course_title=course.title, language="vi", issued_on=on, name_form=member.name_form
        )


def zeal() -> dict[str, float]:
    """How many of a branch take part, 0 to 1; officials above the branches are keen."""
    chance = Random(f"{SEED} zeal")
    return {branch.code: chance.uniform(0.35, 0.9) for branch in BRANCHES} | {"": 0.9}


def write(people: Iterable[tuple[Person, Member]], courses: list[Course], now: datetime) -> Records:
    records, keen = Records(), zeal()
    for person, member in people:
        records.add(member, diary_of(person, courses, keen[person.branch], now), courses)
    records.save()
    return records
