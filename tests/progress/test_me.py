"""/toi/: her own page."""

from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from learning.progress import completion
from learning.progress.me.catalogue import catalogue
from learning.progress.me.overview import overview
from learning.progress.models import Attempt, LessonProgress, Regrade, Remark
from learning.progress.templatetags.sun import sun
from members.signin.backends import PIN_BACKEND
from tests.factories import make_picture
from tests.factories.quick import twin
from tests.progress.ground import hour, lay_course, lay_quiz, version_of

MOST = 14


def attempt(member, version, score, days=0, **fields):
    at = timezone.now() - timedelta(days=days)
    fields = {"unit": member.unit, "started": at, "submitted": at, "answers_json": "[]", "maximum": 500, "passed": score >= 400, **fields}
    return Attempt.objects.create(id=uuid4(), member=member, quiz_key=version.quiz_key, version=version, score=score, **fields)


def learned(member, lesson, at=None):
    return completion.record_learned(member=member, lesson_key=lesson.translation_key, shared=0, now=at or timezone.now())


def shown(client, address="/toi/") -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def text(element) -> str:
    return " ".join(element.get_text(" ").split())


def test_she_is_greeted_by_the_last_word_of_her_name(enter, cast):
    page = shown(enter("lan"))
    assert page.h1.get_text(strip=True).endswith("Lan")
    assert "Lò Thị Lan" in text(page) and str(cast.lan.unit) in text(page)


def test_stranger_is_sent_to_the_door(client, db):
    answer = client.get("/toi/")
    assert answer.status_code == 302 and answer["Location"] == "/dang-nhap/?tiep=%2Ftoi%2F"


@pytest.mark.parametrize("address", ["/toi/", "/en/toi/", "/fr/toi/", "/toi/du-lieu/", "/toi/du-lieu.json", "/toi/du-lieu.html"])
def test_it_is_private_and_nobody_keeps_it(enter, address):
    assert enter("lan").get(address)["Cache-Control"] == "private, no-store"


def test_it_writes_nothing(enter, cast, tree):
    learned(cast.lan, lay_course(tree).lessons[0])
    client = enter("lan")
    client.get("/toi/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/toi/")
    assert not [query["sql"] for query in asked if not query["sql"].startswith("SELECT")]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(enter, method):
    assert getattr(enter("lan"), method)("/toi/").status_code == 405


def test_one_motif_for_each_finished_lesson(enter, cast, tree):
    ground = lay_course(tree, lessons=4, graded=(3,))
    for lesson in ground.lessons[:2]:
        learned(cast.lan, lesson)
    learned(cast.lan, ground.lessons[3])
    page = shown(enter("lan"))
    assert (len(page.select(".mine .cloth i")), len(page.select(".mine .cloth .woven"))) == (4, 2)


def test_sun_has_a_ray_for_each_minute(enter, cast, tree):
    lesson = lay_course(tree).lessons[0]
    visit = {"visit_id": uuid4(), "seconds": 9 * 60 + 50, "learned": False, "practised": False, "shared": 0}
    completion.record_visit(member=cast.lan, lesson_key=lesson.translation_key, now=timezone.now(), **visit)
    page = shown(enter("lan"))
    rays = page.select("svg.sun path[transform]")
    assert (len(rays), sum(ray["fill"] == "#f2b632" for ray in rays)) == (15, 9)
    assert not page.select(".me [style]")


@pytest.mark.parametrize(("minutes", "lit", "full"), [(0, 0, False), (14, 14, False), (15, 15, True), (400, 15, True)])
def test_sun_stands_whole_when_the_week_is_full(minutes, lit, full):
    drawn = sun(minutes)
    assert (len(drawn["rays"]), sum(ray["lit"] for ray in drawn["rays"]), drawn["full"]) == (15, lit, full)


# What comes next


def names(tree, member):
    seen = overview(catalogue("vi"), LessonProgress.objects.filter(member=member))
    return seen.current and seen.current.title, seen.following and seen.following.title, [course.title for course in seen.courses]


def test_beginner_is_led_to_the_first_lesson_of_the_first_course(tree, cast):
    first = lay_course(tree, title="Một")
    lay_course(tree, title="Hai")
    assert names(tree, cast.lan) == (None, first.lessons[0].title, ["Một"])


def test_lesson_begun_last_comes_first_and_the_next_after_it(tree, cast):
    ground = lay_course(tree, lessons=3, graded=(0, 1))
    learned(cast.lan, ground.lessons[0], hour(1))
    learned(cast.lan, ground.lessons[1], hour(2))
    assert names(tree, cast.lan)[:2] == (ground.lessons[1].title, ground.lessons[2].title)


def test_after_a_course_the_next_one_follows_and_lessons_left_out_come_round(tree, cast):
    one, two = lay_course(tree, lessons=2, graded=(), title="Một"), lay_course(tree, lessons=2, graded=(), title="Hai")
    learned(cast.lan, one.lessons[1], hour(1))
    assert names(tree, cast.lan) == (None, two.lessons[0].title, ["Một"])
    learned(cast.lan, two.lessons[0], hour(2))
    learned(cast.lan, two.lessons[1], hour(3))
    assert names(tree, cast.lan) == (None, one.lessons[0].title, ["Một", "Hai"])
    learned(cast.lan, one.lessons[0], hour(4))
    assert names(tree, cast.lan)[:2] == (None, None)


def test_site_without_lessons_is_shown(enter):
    assert shown(enter("lan")).h1


@pytest.mark.parametrize(("kind", "there"), [("login", True), ("groups", False), ("password", False)])
def test_lesson_that_asks_for_more_than_signing_in_is_not_named(tree, cast, kind, there):
    ground = lay_course(tree)
    PageViewRestriction.objects.create(page=ground.lessons[0], restriction_type=kind)
    titles = [lesson.title for course in catalogue("vi") for lesson in course.lessons]
    assert (ground.lessons[0].title in titles) is there and ground.lessons[1].title in titles


def test_passed_but_not_read_she_may_say_that_she_has_finished(enter, cast, tree):
    ground = lay_course(tree)
    completion.record_quiz_result(member=cast.lan, version=version_of(ground.quizzes[0]), percent=90, passed=True, at=hour(0))
    form = shown(enter("lan")).select_one('form[action="/toi/tien-do/xong/"]')
    assert form.select_one("[name=bai]")["value"] == str(ground.lessons[0].translation_key)


def test_read_but_not_passed_she_is_led_to_the_quiz(enter, cast, tree):
    ground = lay_course(tree)
    learned(cast.lan, ground.lessons[0])
    assert shown(enter("lan")).select_one(".next a.button")["href"] == ground.quizzes[0].address


def test_english_page_names_english_lessons_and_marks_vietnamese_ones(enter, cast, tree):
    ground = lay_course(tree, lessons=2, graded=())
    english = twin(ground.lessons[0], "en")
    english.title = "Photos that sell"
    english.save()
    page = shown(enter("lan"), "/en/toi/")
    links = {text(link): link for link in page.select("details li a")}
    assert links["Photos that sell"]["href"].startswith("/en/hoc/") and not links["Photos that sell"].get("lang")
    assert links[ground.lessons[1].title]["lang"] == "vi"
    assert page.html["lang"] == "en"


# Results


@pytest.mark.postgres
def test_result_is_the_best_try_with_all_versions_taken(enter, cast, tree):
    quiz = lay_quiz(lay_course(tree).lessons[1])
    attempt(cast.lan, version_of(quiz), 200, days=9)
    best = attempt(cast.lan, version_of(quiz, 2), 450, days=5)
    attempt(cast.lan, version_of(quiz, 2), 300, days=1)
    attempt(cast.hoa, version_of(quiz), 500)
    (row,) = shown(enter("lan")).select(".tried")
    assert row.h3.a["href"] == f"/toi/ket-qua/{best.pk}/"
    assert row.strong.get_text() == "4,5/5"
    assert len(row.select("details li a")) == 3 and "1" in text(row.select("details li")[2])


@pytest.mark.postgres
def test_regrade_counts_and_practice_is_named(enter, cast, tree):
    version = version_of(lay_quiz(lay_course(tree).lessons[1]))
    old = attempt(cast.lan, version, 200)
    regrade = Regrade.objects.create(version=version, by_key_of=version, reason="Đáp án sai", made_by=cast.ngan)
    Remark.objects.create(regrade=regrade, attempt=old, score=500, maximum=500, passed=True)
    assert shown(enter("lan")).select_one(".tried strong").get_text() == "5/5"


# Preference


def test_listen_first_is_kept_by_a_post(enter, cast):
    client = enter("lan")
    assert client.post("/toi/nghe-truoc/", {"nghe": "1"})["Location"] == "/toi/"
    assert shown(client).select_one("[data-listen-first]")["data-listen-first"] == "1"
    client.post("/toi/nghe-truoc/", {"nghe": ""})
    assert shown(client).select_one("[data-listen-first]")["data-listen-first"] == ""
    assert client.get("/toi/nghe-truoc/").status_code == 405


def test_stranger_changes_no_preference(client, db):
    assert client.post("/toi/nghe-truoc/", {"nghe": "1"})["Location"].startswith("/dang-nhap/")


# The way there


@pytest.mark.parametrize(("address", "me"), [("/", "/toi/"), ("/en/", "/en/toi/"), ("/hmn/", "/hmn/toi/")])
def test_fourth_button_of_the_bar_is_hers(client, tree, address, me):
    bar = shown(client, address).select("nav.bar a")
    on_phones = [link for link in bar if "wide" not in link.get("class", [])]
    assert (len(on_phones), on_phones[-1]["href"]) == (4, me)


def test_mountain_languages_speak_vietnamese(enter):
    page = shown(enter("lan"), "/hmn/toi/")
    assert page.select_one(".me")["lang"] == "vi"


# Few questions


@pytest.mark.parametrize("address", ["/toi/", "/en/toi/"])
def test_queries_do_not_grow_with_her_learning(client, cast, tree, address, report):
    client.force_login(cast.lan, backend=PIN_BACKEND)  # as members come; the session of staff asks for the unit besides
    asked, picture = [], make_picture()
    for lessons in (1, 9):
        ground = lay_course(tree, lessons=lessons + 1, graded=tuple(range(lessons)))
        for lesson in ground.lessons:
            lesson.cover = picture
            lesson.save()
            learned(cast.lan, lesson)
        for quiz in ground.quizzes.values():
            attempt(cast.lan, version_of(quiz), 450)
            attempt(cast.lan, version_of(quiz), 250)
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        asked.append(len(captured))
    report("queries of /toi/", address, {"1": asked[0], "10": asked[1]})
    assert asked[0] == asked[1] <= MOST, "\n".join(query["sql"][:160] for query in captured)
