"""The demonstration as `make run` builds it: quizzes that can be taken, invented members whose records hold together, cards that open."""

import json
import re
import urllib.request

import pypdfium2
import pytest

FACTS = """
import json
from collections import defaultdict
from datetime import timedelta
from django.db.models import Q
from django.utils import timezone
from home.demo import people
from home.demo.documents.editions import editions
from home.models import HomePage
from learning.progress.models import Attempt, Certificate, LessonProgress, LessonVisit
from learning.progress.outlines import outline_of
from learning.lessons.models import CoursePage, LessonPage
from learning.library.models import DocumentDay, LibraryDocument, LibraryPage
from learning.quizzes.models import QuizPage
from members.models import Member, Unit
from pages.models import Navigation

now = timezone.now()
hers = Member.objects.filter(member_code__isnull=False)
home = HomePage.objects.get(locale__language_code="vi")
outlines = [outline_of(course.path) for course in CoursePage.objects.descendant_of(home)]
graded = {key: value for outline in outlines for key, value in outline.lessons.items()}
since_long = set(LessonPage.objects.filter(first_published_at__lt=now - timedelta(days=1)).values_list("translation_key", flat=True))
lessons = {outline.key: set(outline.lessons) & since_long for outline in outlines}  # other journeys add lessons to this server
finals = {outline.key: outline.graded for outline in outlines}
done, passed, best = defaultdict(set), set(), defaultdict(int)
rows = list(LessonProgress.objects.all())
attempts = list(Attempt.objects.select_related("version"))
for row in rows:
    if row.completed:
        done[row.member_id].add(row.lesson_key)
    if row.passed:
        passed.add((row.member_id, row.lesson_key))
for attempt in attempts:
    if attempt.version.payload["graded"]:
        best[attempt.member_id, attempt.version.parent_key] = max(best[attempt.member_id, attempt.version.parent_key], int(attempt.percent))
certificates = list(Certificate.objects.all())
quizzes = QuizPage.objects.descendant_of(home)
officer = Member.objects.get(username="can-bo-tinh")
editor = Member.objects.get(username="bien-tap")
print(json.dumps({
    "members": hers.count(),
    "unmarked": hers.exclude(member_code__startswith="VD").count() + Unit.objects.filter(kind="branch").exclude(name__endswith="(ví dụ)").count(),
    "reachable": Member.objects.exclude(phone="", email="").count(),
    "with a PIN or password": hers.exclude(pin="").count() + sum(member.has_usable_password() for member in hers),
    "rows": {"attempts": len(attempts), "visits": LessonVisit.objects.count(), "progress": len(rows), "certificates": len(certificates)},
    "future": Attempt.objects.filter(submitted__gt=now).count() + LessonProgress.objects.filter(Q(started__gt=now) | Q(completed__gt=now)).count(),
    "completed but not learned": sum(bool(row.completed and not row.learned) for row in rows),
    "completed but not passed": sum(bool(row.completed and graded[row.lesson_key] and not row.passed) for row in rows),
    "passed without an attempt": len(passed - {(a.member_id, a.version.parent_key) for a in attempts if a.passed}),
    "best that no attempt reached": sum(row.best is not None and row.best != best[row.member_id, row.lesson_key] for row in rows),
    "certificate without all lessons": sum(not lessons[each.course_key] <= done[each.member_id] for each in certificates),
    "certificate without its quiz": sum(finals[each.course_key] and (each.member_id, each.course_key) not in passed for each in certificates),
    "before its version": sum(attempt.started < attempt.version.made_at for attempt in attempts),
    "quizzes": quizzes.count(),
    "quizzes not live or not frozen": quizzes.exclude(live=True, frozen__isnull=False).count(),
    "translated": {code: QuizPage.objects.filter(locale__language_code=code, live=True, frozen__language=code).count() for code in ("en", "fr")},
    "documents without their file": [each.name for each in editions() if not LibraryDocument.objects.filter(work_key=each.work_key, language_code=each.language)],
    "documents by reader": [
        LibraryDocument.objects.filter(work_key__in={each.work_key for each in editions()}, collection__audience__audience=who).count()
        for who in ("members", "officials")
    ],
    "counted": DocumentDay.objects.count(),
    "libraries": sorted(LibraryPage.objects.live().values_list("locale__language_code", flat=True)),
    "library in the bar": LibraryPage.objects.filter(pk__in=[place.value["page"].pk for place in Navigation.load().bar]).exists(),
    "read aloud": LessonPage.objects.filter(narration__work_key__in={each.work_key for each in editions()}).exclude(transcript="").count(),
    "shown in English": [
        block.value.language_code
        for lesson in LessonPage.objects.filter(slug="bat-may-va-chinh-cho-de-dung", locale__language_code="en")
        for block in lesson.related_documents
    ],
    "added by a second run": len(people.register()),
    "members of the officer": Member.objects.for_officer(officer).filter(member_code__startswith="VD").count(),
    "members of the editor": Member.objects.for_officer(editor).count(),
    "officer may enter": officer.has_perm("wagtailadmin.access_admin"),
}))
"""


@pytest.fixture(scope="module")
def facts(site_server) -> dict:
    return json.loads(site_server.manage("shell", "--verbosity=0", "--command", FACTS).strip().splitlines()[-1])


def test_two_thousand_members_are_invented_and_out_of_reach(facts):
    assert facts["members"] == 2000
    assert facts["unmarked"] == facts["reachable"] == facts["with a PIN or password"] == 0


def test_half_a_year_of_learning_holds_together(facts):
    assert all(count > 500 for count in facts["rows"].values()), facts["rows"]
    wrong = {name: count for name, count in facts.items() if re.search("but not|without|future|no attempt|before", name) and count}
    assert not wrong


def test_every_quiz_is_live_and_frozen_in_its_languages(facts):
    assert facts["quizzes"] == 16
    assert facts["quizzes not live or not frozen"] == 0
    assert facts["translated"] == {"en": 5, "fr": 5}


def test_library_is_full_and_pages_lead_to_it(facts):
    assert facts["documents without their file"] == []
    assert facts["documents by reader"] == [2, 1]
    assert facts["counted"] > 1000
    assert {"en", "fr", "vi"} <= set(facts["libraries"])  # other tests of the same server make more
    assert facts["library in the bar"]
    assert facts["read aloud"] == 3
    assert facts["shown in English"] == ["en"]


def test_second_run_adds_no_member(facts):
    assert facts["added by a second run"] == 0


def test_provincial_officer_sees_the_members_and_an_editor_none(facts):
    assert facts["members of the officer"] == 2000
    assert facts["members of the editor"] == 0
    assert facts["officer may enter"] is True


def test_cards_that_make_run_prints_open_the_door(site_server):
    told = (site_server.var / "demo-cards.txt").read_text(encoding="utf-8")
    paths = re.findall(r"http://\S+?(/dang-nhap/the/[A-Z2-7]{26}/)", told)
    codes = re.findall(r"code (\S{4}-\S{4})", told)
    assert len(paths) == len(codes) == 2
    for path, name in zip(paths, ("Mai", "Hiên"), strict=True):
        with urllib.request.urlopen(site_server.url + path, timeout=60) as answer:
            assert name in answer.read().decode()
    with pypdfium2.PdfDocument(site_server.var / "demo-card.pdf") as printed:
        width, height = (side / 72 * 25.4 for side in printed[0].get_size())
        assert (len(printed), round(width), round(height)) == (1, 105, 148)
        assert codes[0] in printed[0].get_textpage().get_text_range()
