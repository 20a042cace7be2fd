"""A course with lessons and quizzes as the rules of progress see them: live pages, frozen versions."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

from learning.lessons.models import CoursePage, LessonPage
from learning.progress.models import LessonProgress
from learning.quizzes.models import QuizPage, QuizVersion
from tests.factories.quick import quickly

DAWN = datetime(2026, 11, 16, 1, tzinfo=UTC)  # Monday 8 o'clock in Ha Noi


def hour(number: int) -> datetime:
    return DAWN + timedelta(hours=number)


def lay_course(tree, lessons: int = 2, graded: tuple[int, ...] = (0,), own_quiz: bool = False, title: str = "Làm quen với điện thoại") -> SimpleNamespace:
    """course, lessons, quizzes (by lesson), own (the course's quiz). graded: which lessons have a graded quiz."""
    course = quickly(tree.learning, CoursePage(title=title, slug=f"khoa-{uuid4().hex[:8]}"))
    made = [quickly(course, LessonPage(title=f"{title}: bài {n + 1}", slug=f"bai-{n}", minutes=10)) for n in range(lessons)]
    quizzes = {number: lay_quiz(made[number]) for number in graded}
    return SimpleNamespace(course=course, lessons=made, quizzes=quizzes, own=lay_quiz(course) if own_quiz else None)


def lay_quiz(parent, graded: bool = True, **fields) -> QuizPage:
    fields = {"title": f"Câu hỏi: {parent.title}", "slug": f"cau-hoi-{uuid4().hex[:6]}", **fields}
    return quickly(parent, QuizPage(graded=graded, **fields))


def version_of(quiz: QuizPage, number: int = 1) -> QuizVersion:
    payload = {"title": quiz.title, "graded": quiz.graded, "pass_mark": 80, "intro": "", "questions": []}
    parent = quiz.get_parent()
    found = QuizVersion.objects.filter(quiz_key=quiz.translation_key, number=number).first()
    return found or QuizVersion.objects.create(
        quiz_key=quiz.translation_key, language="vi", number=number, sha256=uuid4().hex, key_sha256="x", payload=payload, parent_key=parent.translation_key
    )


def progress_of(member, page) -> LessonProgress | None:
    return LessonProgress.objects.filter(member=member, lesson_key=page.translation_key).first()
