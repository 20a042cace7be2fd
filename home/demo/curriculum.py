"""What there is to learn: the live courses as members meet them, with the versions that they answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from learning.lessons.models import CoursePage, LessonPage
from learning.progress.outlines import Outline, outline_around
from learning.quizzes.models import QuizPage, QuizVersion


@dataclass(frozen=True)
class Lesson:
    key: UUID
    minutes: int
    since: datetime
    version: QuizVersion | None


@dataclass(frozen=True)
class Course:
    key: UUID
    title: str
    lessons: tuple[Lesson, ...]
    version: QuizVersion | None  # of its own quiz
    outline: Outline


def courses(root) -> list[Course]:
    """Those below the page `root`, in their order; each has lessons."""
    found = []
    for page in CoursePage.objects.live().descendant_of(root).order_by("path"):
        versions = {quiz.path[: -quiz.steplen]: quiz.frozen for quiz in _quizzes(page)}
        lessons = [
            Lesson(lesson.translation_key, lesson.minutes, lesson.first_published_at, versions.get(lesson.path))
            for lesson in LessonPage.objects.live().child_of(page).order_by("path")
        ]
        outline = outline_around(page.translation_key)
        if lessons and outline:
            found.append(Course(page.translation_key, page.title, tuple(lessons), versions.get(page.path), outline))
    return found


def _quizzes(page):
    return QuizPage.objects.filter(Q(path__startswith=page.path), live=True, frozen__isnull=False).select_related("frozen")
