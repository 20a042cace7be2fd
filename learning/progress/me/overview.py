"""What /toi/ shows: how far she is, what comes next. Pure, from what the queries brought."""

from collections.abc import Iterable
from dataclasses import dataclass

from learning.progress.me.catalogue import Course, Lesson


@dataclass(frozen=True)
class Overview:
    courses: list[Course]  # those that she has begun, or the first one
    current: Lesson | None  # begun and not finished
    following: Lesson | None  # to begin with

    @property
    def done(self) -> int:
        return sum(course.done for course in self.courses)

    @property
    def of(self) -> int:
        return sum(len(course.lessons) for course in self.courses)


def overview(courses: list[Course], progress: Iterable) -> Overview:
    """progress: her rows, by the time that she began each lesson."""
    rows = {row.lesson_key: row for row in progress}
    lessons = [lesson for course in courses for lesson in course.lessons]
    for lesson in lessons:
        lesson.progress = rows.get(lesson.key)
    begun = [course for course in courses if any(lesson.progress for lesson in course.lessons)] or courses[:1]
    current = max((lesson for lesson in lessons if lesson.begun), key=lambda lesson: lesson.progress.started, default=None)
    last = current or max((lesson for lesson in lessons if lesson.done), key=lambda lesson: lesson.progress.completed, default=None)
    return Overview(begun, current, following(lessons, last))


def following(lessons: list[Lesson], last: Lesson | None) -> Lesson | None:
    """The next one that she has not begun after the one she is at, through the courses in order and round again."""
    start = lessons.index(last) + 1 if last else 0
    return next((lesson for lesson in lessons[start:] + lessons[:start] if lesson.progress is None), None)


def minutes_left(lesson: Lesson) -> int:
    """Of the lesson's minutes, at least one."""
    return max(1, lesson.minutes - (lesson.progress.seconds // 60 if lesson.progress else 0))
