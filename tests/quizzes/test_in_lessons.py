"""A quiz stands below its lesson or course, leads there and from there, and is never taken for a lesson."""

import pytest
from wagtail.models import PageViewRestriction

from tests import factories
from tests.pages.reading import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(tree):
    return factories.make_course()


@pytest.fixture
def lesson(course):
    return factories.make_lesson(course)


def links(client, page) -> list[str]:
    return [link.get("href") for link in soup(client.get(page.address)).select("main a[href]")]


def test_lesson_leads_to_its_quiz(lesson, client):
    quiz = factories.make_quiz(lesson)
    page = soup(client.get(lesson.address))
    card = page.select_one(f'main section.next a[href="{quiz.address}"]').find_parent("section")
    assert "7" in card.h2.text


def test_lesson_without_quiz_leads_to_none(lesson, client):
    factories.make_quiz(factories.make_lesson(lesson.get_parent().specific))
    factories.make_quiz(lesson, live=False)
    assert not [address for address in links(client, lesson) if "bo-cau-hoi" in address]


def test_restricted_quiz_is_not_named(lesson, client):
    quiz = factories.make_quiz(lesson)
    PageViewRestriction.objects.create(page=quiz, restriction_type=PageViewRestriction.LOGIN)
    assert quiz.address not in links(client, lesson)


def test_quiz_in_the_language_of_the_lesson(lesson, client):
    quiz = factories.make_quiz(lesson)
    english = factories.translate(lesson, "en")
    assert not [address for address in links(client, english) if "bo-cau-hoi" in address]
    assert factories.translate(quiz, "en").address in links(client, english)


def test_quiz_leads_back_to_its_lesson(lesson, client):
    assert lesson.address in links(client, factories.make_quiz(lesson))


def test_course_leads_to_its_own_quiz_and_does_not_count_it_as_a_lesson(course, lesson, client, tree):
    final = factories.make_quiz(course)
    factories.make_quiz(lesson)
    page = soup(client.get(course.address))
    assert [link.get("href") for link in page.select("ol.rows a[href]")] == [lesson.address]
    assert page.select_one(f'main section.next a[href="{final.address}"]')
    assert "1 bài" in soup(client.get(tree.learning.address)).select_one(f'a[href="{course.address}"]').find_parent("li").text


def test_lesson_does_not_go_on_to_a_quiz_nor_count_one(course, lesson, client):
    factories.make_quiz(course)
    another = factories.make_lesson(course)
    factories.make_quiz(course)
    assert another.address in links(client, lesson)
    for page in (lesson, another):
        text = soup(client.get(page.address)).select_one(".rail").text
        assert "trên 2" in text or "/2" in text or "of 2" in text, text
    assert not [address for address in links(client, another) if "bo-cau-hoi" in address]


def test_quiz_is_in_the_sitemap_once_it_is_live(lesson, client):
    quiz, draft = factories.make_quiz(lesson), factories.make_quiz(lesson, live=False)
    listed = client.get("/sitemap.xml").getvalue().decode()
    assert quiz.address in listed
    assert f"{draft.address}<" not in listed


def test_topic_names_quizzes_apart_from_lessons(lesson, client):
    topic = factories.make_topic()
    quiz = factories.make_quiz(lesson, topic=topic)
    lesson.topic = topic
    factories.publish(lesson)
    page = soup(client.get(f"/chu-de/{topic.slug}/"))
    lists = [[link.get("href") for link in part.select("a[href]")] for part in page.select("main ol, main ul")]
    assert [lesson.address] in lists
    assert [quiz.address] in lists
