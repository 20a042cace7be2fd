"""What is written for two thousand members at once is what the verbs of learning.progress would have written one by one."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Page

from home.demo import curriculum, records
from home.demo.diaries import Visit, diary_of
from home.demo.people import MAI, Person
from home.models import HomePage
from learning.progress import completion
from learning.progress.models import Attempt, Certificate, LessonProgress, LessonVisit
from members.models import Member
from tests.factories.learning import make_course, make_lesson
from tests.factories.quizzes import make_quiz

KEPT = {
    LessonProgress: ("lesson_key", "started", "learned", "practised", "shared", "best", "passed", "completed", "seconds"),
    Certificate: ("course_key", "course_title", "language", "issued_on", "name_form"),
}
PEOPLE = [Person(MAI, "Lò Thị Mai (ví dụ)", ("commune", ""), 1991)] + [
    Person(f"VD{number:06}", "Lò Thị Hiên", ("commune", ""), 1970 + number) for number in range(3, 28)
]


def lay_courses(now):
    """Lessons with a graded quiz, with one for practice, and without; only one course has its own."""
    first, second = make_course(), make_course()
    make_quiz(make_lesson(first), kinds=("single", "several", "truefalse"), pass_mark=60)
    make_quiz(make_lesson(first), kinds=("single", "text"), graded=False)
    make_quiz(make_lesson(second), kinds=("matching", "ordering", "number", "text"), pass_mark=60)
    make_lesson(second)
    make_quiz(first, kinds=("truefalse", "single"), pass_mark=50)
    Page.objects.update(first_published_at=now - timedelta(weeks=20))
    return curriculum.courses(HomePage.objects.get(locale__language_code="vi"))


def new_member(code: str) -> Member:
    member = Member(username=code.lower(), full_name="Lò Thị Thử", member_code=code)
    member.save()
    return member


def tell(member, diary) -> None:
    """Message by message, as a phone does."""
    for entry in diary:
        if isinstance(entry, Visit):
            message = {"learned": entry.learned, "practised": entry.practised, "shared": entry.shared}
            completion.record_visit(member=member, lesson_key=entry.lesson_key, visit_id=uuid4(), seconds=entry.seconds, now=entry.at, **message)
        else:
            completion.record_quiz_result(member=member, version=entry.version, percent=entry.marked.percent, passed=entry.marked.passed, at=entry.at)


def rows_of(member) -> list:
    return [sorted(map(str, model.objects.filter(member=member).values_list(*names))) for model, names in KEPT.items()]


def test_rows_are_those_that_the_verbs_would_have_written(tree):
    now = timezone.now()
    courses = lay_courses(now)
    pairs = [(person, new_member(person.code)) for person in PEOPLE]
    written = records.write(pairs, courses, now)
    assert len(written.certificates) >= 3
    assert LessonProgress.objects.filter(completed=None).exists()
    assert Attempt.objects.count() == len(written.attempts) > 30
    assert LessonVisit.objects.count() == len(written.visits) > 30
    for person, member in pairs:
        twin = new_member(f"TWIN{person.code}")
        tell(twin, diary_of(person, courses, records.zeal()[""], now))
        assert rows_of(member) == rows_of(twin), person.code
