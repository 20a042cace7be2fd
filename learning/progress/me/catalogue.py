"""All courses and lessons, light: what a list of titles needs, in one query whatever their number."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q
from wagtail.models import Page

from config.languages import BY_CODE, SOURCE, Language
from pages import cards


@dataclass
class Entry:
    """A live page, in the reader's language where it exists, else in Vietnamese."""

    key: UUID
    title: str
    address: str
    language: Language


@dataclass
class Lesson(Entry):
    minutes: int
    quiz: Entry | None = None  # its graded one
    progress: object = None  # learning.progress.models.LessonProgress, once she has begun

    @property
    def done(self) -> bool:
        return bool(self.progress and self.progress.completed)

    @property
    def begun(self) -> bool:
        return bool(self.progress and not self.progress.completed)


@dataclass
class Course(Entry):
    lessons: list[Lesson] = field(default_factory=list)

    @property
    def done(self) -> int:
        return sum(lesson.done for lesson in self.lessons)


def catalogue(language_code: str) -> list[Course]:
    """Courses with their lessons in the order of the Vietnamese tree. Lessons of a course that is not live are left out."""
    kinds = Q(coursepage__isnull=False) | Q(lessonpage__isnull=False) | Q(quizpage__graded=True)
    rows = Page.objects.filter(kinds, cards.open_to_members(), live=True, locale__language_code__in={SOURCE, language_code}).order_by("path")
    rows = rows.values_list("locale__language_code", "path", "translation_key", "title", "url_path", "lessonpage__minutes", "quizpage", "coursepage")
    there = {row[2]: row for row in rows if row[0] == language_code}
    courses: dict[str, Course] = {}
    lessons: dict[str, Lesson] = {}
    for code, path, key, _title, _url_path, minutes, quiz, course in rows:
        if code != SOURCE:
            continue
        found, above = there.get(key), path[: -Page.steplen]
        entry = (key, *_shown(found or (code, path, key, _title, _url_path)))
        if course:
            courses[path] = Course(*entry)
        elif quiz and above in lessons:
            lessons[above].quiz = Entry(*entry)
        elif not quiz and above in courses:
            lessons[path] = Lesson(*entry, minutes=minutes)
            courses[above].lessons.append(lessons[path])
    return [course for course in courses.values() if course.lessons]


def _shown(row) -> tuple[str, str, Language]:
    code, _path, _key, title, url_path, *_rest = row
    return title, BY_CODE[code].prefix + url_path.split("/", 2)[2], BY_CODE[code]
