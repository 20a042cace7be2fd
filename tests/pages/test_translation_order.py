"""Translations stand in the order of their sources, whichever was translated first."""

import pytest
from wagtail.models import Page

from tests import factories
from tests.pages.reading import soup

pytestmark = pytest.mark.postgres


@pytest.fixture
def course(tree):
    return factories.make_course(slug="khoa")


@pytest.fixture
def lessons(course):
    return [factories.make_lesson(course, slug=f"bai-{number}", steps=0) for number in (1, 2, 3)]


def translate_in_order(lessons, *numbers):
    for number in numbers:
        factories.translate(type(lessons[0]).objects.get(pk=lessons[number - 1].pk), "en")


def english(course) -> list[str]:
    return [page.slug for page in Page.objects.get(translation_key=course.translation_key, locale__language_code="en").get_children()]


@pytest.mark.parametrize("numbers", [(1, 2, 3), (3, 1, 2), (3, 2, 1), (2, 3, 1)])
def test_lessons_stand_as_in_the_source_course(course, lessons, numbers):
    translate_in_order(lessons, *numbers)
    assert english(course) == ["bai-1", "bai-2", "bai-3"]


def test_tree_is_sound_afterwards(lessons):
    translate_in_order(lessons, 3, 1, 2)
    assert [len(problem) for problem in Page.find_problems()] == [0] * 5


def test_next_lesson_follows_the_source(lessons, client):
    translate_in_order(lessons, 3, 1, 2)
    shown = soup(client.get("/en/hoc/khoa/bai-1/"))
    assert shown.find("a", href="/en/hoc/khoa/bai-2/")
    assert not shown.find("a", href="/en/hoc/khoa/bai-3/")


def test_new_order_of_the_source_is_taken_over(course, lessons):
    translate_in_order(lessons, 1, 2, 3)
    Page.objects.get(pk=lessons[2].pk).move(Page.objects.get(pk=lessons[0].pk), pos="left")
    assert english(course) == ["bai-3", "bai-1", "bai-2"]


def test_lesson_of_one_language_alone_stays_where_it_is(course, lessons):
    translate_in_order(lessons, 1)
    parent = Page.objects.get(translation_key=course.translation_key, locale__language_code="en")
    factories.make_lesson(parent, slug="only-here", steps=0)
    translate_in_order(lessons, 3, 2)
    assert english(course) == ["bai-1", "bai-2", "only-here", "bai-3"]


def test_order_of_a_translation_alone_leaves_the_source_as_it_is(course, lessons):
    translate_in_order(lessons, 1, 2, 3)
    first, *_rest, last = Page.objects.get(translation_key=course.translation_key, locale__language_code="en").get_children()
    last.move(first, pos="left")
    assert [page.slug for page in Page.objects.get(pk=course.pk).get_children()] == ["bai-1", "bai-2", "bai-3"]
