"""/Q/CODE leads where its target is today, and survives all that may happen to that."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from sharing import codes, targets
from sharing.domain import short_link
from sharing.models import ShortLink
from tests import factories
from tests.factories.content import publish

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
MOST = 3  # queries


@pytest.fixture
def lesson(tree):
    return factories.make_lesson()


def link_to(thing, language="vi", **more) -> ShortLink:
    return short_link(target=targets.of(thing), language=language, **more)


def way(client, link) -> str:
    """Where one redirect leads, in at most three queries; what it leads to is there."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(link.path)
    assert answer.status_code == 302
    assert len(asked) <= MOST, [query["sql"] for query in asked]
    assert not [query for query in asked if not query["sql"].startswith("SELECT")]
    assert not answer.cookies
    there = client.get(answer["Location"])
    assert there.status_code == 200, answer["Location"]
    if "#" in answer["Location"]:
        assert f'id="{answer["Location"].partition("#")[2]}"' in there.content.decode()
    return answer["Location"]


def unpublish(page):
    Page.objects.get(pk=page.pk).specific.unpublish()


def test_leads_to_the_page_with_its_code(client, lesson):
    link = link_to(lesson)
    assert way(client, link) == f"{lesson.address}?k={link.code}"


@pytest.mark.parametrize("written", ["/q/{}", "/Q/{}/", "/Q/{}.", "/q/{}/", "/Q/ {} "])
def test_case_and_what_stands_around_the_code_do_not_matter(client, lesson, written):
    link = link_to(lesson)
    for code in (link.code, link.code.lower()):
        assert client.get(written.format(code))["Location"] == f"{lesson.address}?k={link.code}"


def test_head_is_answered_as_get(client, lesson):
    assert client.head(link_to(lesson).path)["Location"].startswith(lesson.address)
    assert client.post(link_to(lesson).path).status_code == 405


def test_codes_have_nothing_to_mistake(lesson):
    assert not set("01OILAEUY") & set(codes.ALPHABET)
    for code in (codes.new(), codes.new(codes.LONG), link_to(lesson).code):
        assert 5 <= len(code) <= 6 and set(code) <= set(codes.ALPHABET)


def test_its_own_language_comes_first(client, lesson):
    english = factories.translate(lesson, "en")
    assert way(client, link_to(lesson, "en")).startswith(f"{english.address}?k=")


def test_a_translation_that_comes_later_is_led_to(client, lesson):
    link = link_to(lesson, "en")
    assert way(client, link) == f"{lesson.address}?k={link.code}#chua-dich-en"
    english = factories.translate(lesson, "en")
    assert way(client, link) == f"{english.address}?k={link.code}"
    unpublish(english)
    assert way(client, link) == f"{lesson.address}?k={link.code}#chua-dich-en"


def test_survives_a_new_slug_and_another_place(client, lesson):
    link = link_to(lesson)
    lesson.slug = "ten-moi"
    lesson = publish(lesson)
    assert way(client, link) == f"{lesson.address}?k={link.code}"
    Page.objects.get(pk=lesson.pk).move(factories.make_course(), pos="last-child")
    moved = type(lesson).objects.get(pk=lesson.pk)
    assert moved.address != lesson.address
    assert way(client, link) == f"{moved.address}?k={link.code}"


def test_an_unpublished_target_leads_to_the_page_above_with_a_notice(client, lesson):
    link, course = link_to(lesson), lesson.get_parent().specific
    unpublish(lesson)
    assert way(client, link) == f"{course.address}?k={link.code}#khong-con"
    unpublish(course)
    assert way(client, link) == f"/hoc/?k={link.code}#khong-con"
    publish(type(lesson).objects.get(pk=lesson.pk))
    publish(type(course).objects.get(pk=course.pk))
    assert way(client, link) == f"{lesson.address}?k={link.code}"


@pytest.mark.parametrize("by", ["itself", "parent", "set"])
def test_a_deleted_target_leads_to_what_stood_above(client, lesson, by):
    link, course = link_to(lesson), lesson.get_parent().specific
    Page.objects.get(pk=lesson.pk).move(new_course := factories.make_course(), pos="last-child")
    if by == "itself":
        Page.objects.get(pk=lesson.pk).delete()
    elif by == "parent":
        Page.objects.get(pk=new_course.pk).delete()
    else:
        Page.objects.filter(pk=lesson.pk).delete()
    assert way(client, link) == f"{'/hoc/' if by == 'parent' else new_course.address}?k={link.code}#khong-con"
    assert course.live


def test_what_stood_above_is_found_in_the_links_language(client, lesson):
    link, english = link_to(lesson, "en"), factories.translate(lesson, "en")
    unpublish(lesson)
    assert way(client, link) == f"{english.address}?k={link.code}"
    unpublish(english)
    above = english.get_parent().specific
    assert way(client, link) == f"{above.address}?k={link.code}#khong-con"
    assert above.address.startswith("/en/")


def test_in_a_language_that_was_never_there(client, lesson):
    link = link_to(lesson, "hmn")
    unpublish(lesson)
    assert way(client, link) == f"{lesson.get_parent().specific.address}?k={link.code}#khong-con"


def test_without_anything_above_it_leads_home(client, tree):
    page = factories.make_standard()
    link = link_to(page)
    ShortLink.objects.filter(pk=link.pk).update(trail=[])
    Page.objects.get(pk=page.pk).delete()
    assert way(client, link) == f"/?k={link.code}#khong-con"
    assert link.target == targets.Target("page", page.translation_key)


def test_opens_nothing_that_its_target_does_not(client, lesson):
    PageViewRestriction.objects.create(page=lesson, restriction_type="login")
    answer = client.get(link_to(lesson).path)
    assert answer["Location"].startswith(lesson.address)
    assert client.get(answer["Location"]).status_code == 302


def test_a_closed_page_above_is_passed_over(client, lesson):
    link = link_to(lesson)
    PageViewRestriction.objects.create(page=lesson.get_parent(), restriction_type="login")
    unpublish(lesson)
    assert way(client, link) == f"/hoc/?k={link.code}#khong-con"


@pytest.mark.parametrize("make", [factories.make_news, factories.make_story, factories.make_guide, factories.make_standard, factories.make_course])
def test_any_kind_of_page_is_a_target(client, tree, make):
    page = make()
    assert way(client, link_to(page)).startswith(page.address)


def test_quizzes_and_homes_too(client, tree):
    quiz = factories.make_quiz()
    assert way(client, link_to(quiz)).startswith(quiz.address)
    assert way(client, link_to(tree.vi)).startswith("/?k=")
    assert way(client, link_to(tree.vi, "hmn")).startswith("/hmn/?k=")


def test_general_link_is_made_when_a_page_is_published(lesson):
    made = ShortLink.objects.general().get(key=lesson.translation_key)
    assert made == link_to(lesson)
    english = factories.translate(lesson, "en")
    assert link_to(english, "en") in ShortLink.objects.general()
    assert ShortLink.objects.filter(key=lesson.translation_key).count() == 2
    draft = factories.make_lesson(live=False)
    assert not ShortLink.objects.filter(key=draft.translation_key).exists()
