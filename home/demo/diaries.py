"""What each woman did in the last half year, as her phone would have told it: visits and answers, each with its moment.

A diary is made from her code and the hour, nothing else, so that the same day brings the same figures everywhere.
"""

import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.utils import timezone

from home.demo import guesses
from home.demo.curriculum import Course, Lesson
from home.demo.people import MAI, SEED, Person
from home.demo.streams import NAMESPACE
from learning.progress.attempts import Attempt
from learning.quizzes.models import QuizVersion
from learning.quizzes.scoring import Marked, clean_answers, mark

HALF_YEAR = timedelta(weeks=26)
HOURS = (5, 6, 11, 12, 12, 13, 18, 19, 19, 20, 20, 21)  # before the field, at noon, in the evening


@dataclass(frozen=True)
class Visit:
    id: UUID
    at: datetime  # when it ended
    lesson_key: UUID
    seconds: int
    learned: bool = False
    practised: bool = False
    shared: int = 0


@dataclass(frozen=True)
class Answered:
    id: UUID
    at: datetime
    version: QuizVersion
    seconds: int
    source: int
    answers: list[Any]
    marked: Marked


class Over(Exception):
    """The present is reached, or she has stopped."""


class Diary:
    def __init__(self, person: Person, now: datetime):
        self.person, self.now = person, now
        self.chance = Random(f"{SEED} {person.code}")
        self.entries: list[Visit | Answered] = []
        self.ability = self.chance.gauss(1.75 - max(0, 1988 - person.birth_year) * 0.028, 0.75)
        self.clock = now - HALF_YEAR

    def id(self) -> UUID:
        return uuid.uuid5(NAMESPACE, f"{self.person.code}/{len(self.entries)}")

    def on(self, moment: datetime) -> datetime:
        """An hour at which she has time, not before the moment and not after now."""
        local = timezone.localtime(moment)
        free = local.replace(hour=self.chance.choice(HOURS), minute=self.chance.randrange(60), second=self.chance.randrange(60), microsecond=0)
        if free < moment:
            free += timedelta(days=1)
        return self.after(free)

    def after(self, moment: datetime) -> datetime:
        if moment >= self.now:
            raise Over
        self.clock = moment
        return moment

    def visit(self, lesson: Lesson, seconds: int, **more) -> None:
        self.entries.append(Visit(self.id(), self.after(self.clock + timedelta(seconds=seconds)), lesson.key, seconds, **more))

    def answer(self, version: QuizVersion, ability: float) -> Answered:
        payload, chance = version.payload, self.chance
        answers = clean_answers(payload, guesses.answers(chance, payload, ability))
        seconds = sum(chance.randint(15, 55) for _question in payload["questions"])
        source = chance.choices((Attempt.Source.ONLINE, Attempt.Source.OFFLINE, Attempt.Source.GROUP), (85, 12, 3))[0]
        self.clock += timedelta(seconds=seconds + chance.randint(20, 400))
        entry = Answered(self.id(), self.after(self.clock), version, seconds, source, answers, mark(payload, answers))
        self.entries.append(entry)
        return entry

    def take(self, version: QuizVersion) -> bool:
        """Until she passes, or gives up. Each time she knows more."""
        for tries in range(3):
            if self.answer(version, self.ability + 0.7 * tries).marked.passed:
                return True
            if self.chance.random() < 0.3:
                return False
            if self.chance.random() < 0.5:
                self.on(self.clock + timedelta(hours=self.chance.randint(6, 60)))
        return False

    def learn(self, lesson: Lesson) -> None:
        """Read it, do it, tell others, take its quiz; each of it or not."""
        chance = self.chance
        seconds = round(lesson.minutes * 60 * chance.uniform(0.45, 1.3))
        if chance.random() < 0.08:
            self.visit(lesson, seconds // 4)  # opened, and called away
            return
        later = chance.random() < 0.3  # what she does and shares comes another day
        practised, shared = chance.random() < 0.62, chance.choices((0, chance.randint(1, 9)), (60, 40))[0]
        self.visit(lesson, seconds, learned=True, practised=practised and not later, shared=0 if later else shared)
        if lesson.version and chance.random() < 0.88:
            self.take(lesson.version)
        if later and (practised or shared):
            self.on(self.clock + timedelta(hours=20))
            self.visit(lesson, seconds // 3, practised=practised, shared=shared)

    def follow(self, courses: list[Course]) -> None:
        pace = self.chance.uniform(4, 14)  # days from one lesson to the next
        for course in courses:
            for lesson in course.lessons:
                self.on(max(self.clock + timedelta(days=self.chance.uniform(0.5, 1.5) * pace), lesson.since))
                self.learn(lesson)
                if self.chance.random() < 0.075:
                    raise Over
            if course.version and self.chance.random() < 0.9:
                self.on(self.clock + timedelta(days=1))
                self.take(course.version)

    def look_again(self, lesson: Lesson) -> None:
        """Some time since Monday."""
        today = timezone.localtime(self.now).replace(hour=0, minute=0, second=0, microsecond=0)
        monday = today - timedelta(days=today.weekday())
        self.clock = monday + (self.now - monday) * self.chance.uniform(0, 0.9)
        self.visit(lesson, self.chance.randint(120, 1000))


def diary_of(person: Person, courses: list[Course], zeal: float, now: datetime) -> list[Visit | Answered]:
    """zeal: of her branch, 0 to 1."""
    diary = Diary(person, now)
    if not courses:  # an editor may have taken them down before the members came
        return []
    if person.code == MAI:
        with suppress(Over):  # lessons may be younger than her story
            _mai(diary, *_two(courses))
        return diary.entries
    joins = zeal * (1.25 if person.official else 1) - max(0, 1975 - person.birth_year) * 0.012
    if person.moved or diary.chance.random() > joins:
        return []
    diary.clock += timedelta(days=diary.chance.triangular(0, 150, 15))
    first, *others = courses
    diary.chance.shuffle(others)
    with suppress(Over):
        diary.follow([first, *others] if diary.chance.random() < 0.85 else [*others, first])
    if diary.entries and diary.clock > now - timedelta(weeks=7) and diary.chance.random() < 0.25:
        lessons = {lesson.key: lesson for course in courses for lesson in course.lessons}
        last = [lessons[entry.lesson_key] for entry in diary.entries if isinstance(entry, Visit)][-1]
        with suppress(Over):
            diary.look_again(last)
    return diary.entries


def _two(courses: list[Course]) -> tuple[Course, Course]:
    """The first, and the longest of the others."""
    return courses[0], max(courses[1:] or courses, key=lambda course: len(course.lessons))


def _mai(diary: Diary, first: Course, second: Course) -> None:
    """One course with its certificate, half of another, and more than fifteen minutes this week. An ability of 9 is always right."""
    for number, lesson in enumerate(first.lessons):
        diary.on(max(diary.now - timedelta(days=60 - 7 * number), lesson.since))
        diary.visit(lesson, 560 + 60 * number, learned=True, practised=True, shared=number + 1)
        if lesson.version:
            if number == 1:
                diary.answer(lesson.version, -1)  # not at once
            diary.answer(lesson.version, 9)
    diary.on(diary.clock + timedelta(days=1))
    if first.version:
        diary.answer(first.version, 9)
    half = second.lessons[: len(second.lessons) // 2]
    for number, lesson in enumerate(half):
        diary.on(max(diary.now - timedelta(days=17 - 7 * number), lesson.since))
        diary.visit(lesson, 700, learned=True, practised=number == 0, shared=4)
        if lesson.version:
            diary.answer(lesson.version, 9)
    _good_week(diary, [*first.lessons, *half][-1], second.lessons[len(half)])


def _good_week(diary: Diary, known: Lesson, new: Lesson) -> None:
    """Eighteen minutes on up to three days of this week; she has begun the next lesson."""
    today = timezone.localtime(diary.now).replace(hour=0, minute=0, second=0, microsecond=0)
    days = [today - timedelta(days=back) for back in range(min(today.weekday() + 1, 3))][::-1]
    for number, day in enumerate(days):
        seconds = 1080 // len(days)
        evening = day + timedelta(hours=19, minutes=30)
        diary.clock = min(evening, max(day, diary.now - timedelta(minutes=25))) if day == today else evening
        diary.entries.append(Visit(diary.id(), diary.clock, (new if number or len(days) == 1 else known).key, seconds))
