"""A page that is missing is told in the reader's language, with somewhere to go on."""

import pytest
from wagtail.models import PageViewRestriction

from home.models import HomePage
from learning.lessons.models import LessonPage
from tests import factories
from tests.factories.quick import quickly
from tests.pages.reading import language_of, soup, ways


@pytest.fixture
def courses(tree):
    """Two courses of two lessons; the second lesson of the first is this week's; the first course is in English."""
    first, second = factories.make_course(), factories.make_course()
    lessons = [
        factories.make_lesson(course, title=title, steps=0) for course, title in ((first, "Bật máy"), (first, "Gọi điện"), (second, "Quét mã"), (second, "Lưu"))
    ]
    home = HomePage.objects.get(pk=tree.vi.pk)
    home.weekly_lessons = factories.stream(
        ("week", {"from_date": "2026-01-05", "lesson": lessons[3].pk}),
        ("week", {"from_date": "2026-02-02", "lesson": lessons[1].pk}),
        ("week", {"from_date": "2999-01-01", "lesson": lessons[0].pk}),
    )
    factories.publish(home)
    return lessons


def offered(client, address) -> list[str]:
    response = client.get(address)
    assert response.status_code == 404
    return [card.a.get_text() for card in soup(response).select("li.card")]


def test_this_weeks_lesson_then_the_first_of_each_course(courses, client):
    assert offered(client, "/khong-co/") == ["Gọi điện", "Bật máy", "Quét mã"]


def test_lessons_are_in_the_language_of_the_reader(courses, client):
    factories.translate(courses[0], "en", {"Bật máy": "Switch it on"})
    factories.translate(courses[1], "en", {"Gọi điện": "Make a call"})
    assert offered(client, "/en/khong-co/") == ["Make a call", "Switch it on"]


def test_this_weeks_lesson_is_vietnamese_where_it_is_not_translated(courses, client):
    factories.translate(courses[2], "en", {"Quét mã": "Scan a code"})
    assert offered(client, "/en/khong-co/") == ["Gọi điện", "Scan a code"]
    shown = soup(client.get("/en/khong-co/"))
    assert [language_of(card.a) for card in shown.select("li.card")] == ["vi", "en"]


def test_language_without_lessons_is_offered_the_vietnamese_ones(courses, client):
    assert offered(client, "/hmn/khong-co/") == ["Gọi điện", "Bật máy", "Quét mã"]
    assert {language_of(card.a) for card in soup(client.get("/hmn/khong-co/")).select("li.card")} == {"vi"}


def test_lessons_offered_answer(courses, client):
    factories.translate(courses[0], "en")
    for prefix in ("", "/en", "/hmn"):
        for card in soup(client.get(f"{prefix}/khong-co/")).select("li.card a"):
            assert client.get(card["href"]).status_code == 200


def test_readers_own_lessons_are_found_behind_hundreds_of_vietnamese_ones(courses, client):
    long = factories.make_course(title="Dài")
    for number in range(200):
        quickly(long, LessonPage(title=f"Bài dài {number}", slug=f"bai-dai-{number}"))
    factories.translate(courses[0], "en", {"Bật máy": "Switch it on"})
    assert offered(client, "/en/khong-co/") == ["Gọi điện", "Switch it on"]
    late = factories.make_lesson(factories.make_course(), title="Muộn", steps=0)
    assert late.title in offered(client, "/khong-co/")


def test_first_lesson_that_readers_may_see(courses, client):
    courses[2].unpublish()
    assert offered(client, "/khong-co/") == ["Gọi điện", "Bật máy", "Lưu"]
    PageViewRestriction.objects.create(page=courses[0], restriction_type=PageViewRestriction.LOGIN)
    assert offered(client, "/khong-co/") == ["Gọi điện", "Lưu"]


@pytest.mark.parametrize("prefix", ["", "/en", "/fr", "/hmn"])
def test_it_leads_home_in_the_same_language(tree, client, prefix):
    shown = soup(client.get(f"{prefix}/khong-co/"))
    assert f"{prefix}/" in [link.get("href") for link in shown.main.find_all("a")]
    assert shown.select_one("a.brand")["href"] == f"{prefix}/"
    assert shown.html["lang"].split("-")[0] == (prefix.strip("/") or "vi")


def test_it_is_told_in_the_words_of_that_language(tree, client):
    told = {prefix: soup(client.get(f"{prefix}/khong-co/")).h1.get_text() for prefix in ("", "/en", "/fr", "/hmn")}
    assert told["/en"] == "This page is not here"
    assert told["/hmn"] == told[""]
    assert len(set(told.values())) == 3


def test_no_search_box_before_there_is_a_search(tree, client):
    assert not soup(client.get("/khong-co/")).find("input")


def test_it_is_kept_by_nobody(tree, client):
    assert client.get("/khong-co/")["Cache-Control"] == "private, no-store"


def test_links_of_its_navigation_stay_in_the_language(tree, client):
    factories.translate(tree.news, "en", {"Tin tức": "News"})
    assert ways(soup(client.get("/en/khong-co/")).header, "News") == ["/en/tin-tuc/"]
