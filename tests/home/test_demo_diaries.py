"""What the demonstration's members are said to have done could have been: in this half year, by real marks, the same everywhere."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid5

import pytest
from django.utils import timezone

from home.demo import guesses, records
from home.demo.curriculum import Course, Lesson
from home.demo.diaries import Answered, Visit, diary_of
from home.demo.people import MAI, Person
from home.demo.streams import NAMESPACE
from learning.progress.outlines import Outline
from learning.quizzes.models import QuizVersion
from learning.quizzes.scoring import clean_answers, mark
from tests.quizzes import payloads

NOW = datetime(2026, 11, 22, 5, tzinfo=UTC)  # Sunday noon in Ha Noi
WOMAN, MOVED = Person("VD000004", "Lò Thị Hiên", ("branch", "x"), 1990), Person("VD000005", "Lò Thị Yến", ("branch", "x"), 1990, moved=True)
MAI_HERSELF = Person(MAI, "Lò Thị Mai (ví dụ)", ("branch", "x"), 1991)
WOMEN = [Person(f"VD{number:06}", "Lò Thị Hiên", ("branch", "x"), 1950 + number % 55) for number in range(10, 110)]
QUESTIONS = [
    payloads.choice("single", 0, 100, 50),
    payloads.choice("several", 50, 0, 50),
    payloads.choice("truefalse", 100, 0),
    payloads.matching(("a", "b", "c"), 1, 0),
    payloads.ordering(2, 0, 1),
    payloads.number(("20", "5", 100)),
    payloads.text(("chữ", 100), ("cỡ chữ", 100), tones=False),
]


def version(name: str, graded: bool = True) -> QuizVersion:
    return QuizVersion(quiz_key=key(name), parent_key=key(f"parent of {name}"), payload=payloads.payload(*QUESTIONS, graded=graded, pass_mark=60))


def key(name: str):
    return uuid5(NAMESPACE, name)


def curriculum(now: datetime) -> list[Course]:
    found = []
    for name in ("một", "hai"):
        lessons = tuple(Lesson(key(f"{name} {number}"), 10, now - timedelta(weeks=12), version(f"{name} {number}")) for number in range(4))
        outline = Outline(key(name), {lesson.key: True for lesson in lessons}, graded=True)
        found.append(Course(key(name), name, lessons, version(name), outline))
    return found


def diaries(now=NOW):
    courses = curriculum(now)
    return [diary_of(person, courses, 0.9, now) for person in [MAI_HERSELF, *WOMEN]]


def test_everything_lies_within_the_last_half_year_and_nothing_in_the_future():
    entries = [entry for diary in diaries() for entry in diary]
    assert len(entries) > 500
    for entry in entries:
        assert NOW - timedelta(weeks=26) <= entry.at - timedelta(seconds=entry.seconds) <= entry.at <= NOW


def test_nobody_reads_a_lesson_before_it_was_published():
    courses = curriculum(NOW)
    since = {lesson.key: lesson.since for course in courses for lesson in course.lessons}
    visits = [entry for person in WOMEN for entry in diary_of(person, courses, 0.9, NOW) if isinstance(entry, Visit)]
    assert all(visit.at >= since[visit.lesson_key] for visit in visits)


def test_every_answer_is_one_that_a_phone_could_send_and_marked_as_its_version_says():
    answered = [entry for diary in diaries() for entry in diary if isinstance(entry, Answered)]
    assert {True, False} == {entry.marked.passed for entry in answered}
    for entry in answered:
        assert clean_answers(entry.version.payload, entry.answers) == entry.answers
        assert mark(entry.version.payload, entry.answers) == entry.marked


def test_diary_is_made_from_the_woman_and_the_hour_alone():
    assert str(diaries()) == str(diaries())  # unsaved versions are equal to nothing
    entries = [entry for diary in diaries() for entry in diary]
    assert len({entry.id for entry in entries}) == len(entries)


@pytest.mark.parametrize("moment", ["2026-11-16 00:10", "2026-11-16 05:00", "2026-11-18 23:59", "2026-11-22 12:00"])
def test_mai_has_a_good_week_on_any_day_and_at_any_hour(moment):
    now = timezone.make_aware(datetime.fromisoformat(moment))
    visits = [entry for entry in diary_of(MAI_HERSELF, curriculum(now), 0, now) if isinstance(entry, Visit)]
    today = timezone.localdate(now)
    assert max(entry.at for entry in visits) <= now
    assert sum(entry.seconds for entry in visits if timezone.localdate(entry.at) >= today - timedelta(days=today.weekday())) >= 15 * 60


def test_mai_has_passed_one_course_and_half_of_another():
    first, second = curriculum(NOW)
    passed = {entry.version.quiz_key for entry in diary_of(MAI_HERSELF, [first, second], 0, NOW) if isinstance(entry, Answered) and entry.marked.passed}
    assert passed == {lesson.version.quiz_key for lesson in (*first.lessons, *second.lessons[:2])} | {first.version.quiz_key}


def test_those_who_moved_away_and_those_without_courses_did_nothing():
    assert diary_of(MOVED, curriculum(NOW), 5, NOW) == []
    assert diary_of(WOMAN, curriculum(NOW), 5, NOW) != []
    assert diary_of(MAI_HERSELF, [], 5, NOW) == []


def test_more_take_part_where_a_branch_is_keen():
    courses = curriculum(NOW)
    few, many = (sum(bool(diary_of(person, courses, zeal, NOW)) for person in WOMEN) for zeal in (0.4, 0.8))
    assert 15 < few < many < 85
    zeal = records.zeal()
    assert len(zeal) == 41
    assert max(zeal.values()) - min(zeal.values()) > 0.3


def test_able_women_answer_better():
    payload = payloads.payload(*QUESTIONS)

    def mean(ability):
        chance = Random(7)
        return sum(mark(payload, clean_answers(payload, guesses.answers(chance, payload, ability))).percent for _time in range(200)) / 200

    assert 10 < mean(-1) < mean(0.5) < mean(2) < 99


def test_mai_has_done_nothing_where_the_lessons_came_today():
    today = curriculum(NOW + timedelta(weeks=12))
    assert {lesson.since for course in today for lesson in course.lessons} == {NOW}
    assert diary_of(MAI_HERSELF, today, 0, NOW) == []
