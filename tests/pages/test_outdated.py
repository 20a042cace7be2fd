"""A translation is outdated once its source has been published after it was saved, whatever has changed there."""

from datetime import date

import pytest
from django.utils.html import conditional_escape
from django.utils.translation import gettext, override
from wagtail.models import Page

from home.news.models import NewsPage
from pages import outdated
from pages.wagtail_hooks import with_age
from tests import factories
from tests.factories import stream


@pytest.fixture
def warning():
    with override("vi"):
        return conditional_escape(outdated.sentence())


@pytest.fixture
def status():
    with override("vi"):
        return f" + {gettext('outdated')}"


@pytest.fixture
def news(tree):
    """Live in both languages, two paragraphs."""
    page = factories.make_news(slug="hop", date=date(2026, 11, 2), body=stream(("text", "<p>Một</p>"), ("text", "<p>Hai</p>")))
    factories.translate(page, "en", {"Một": "One", "Hai": "Two"})
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def desk(enter, cast):
    """An administrator, who works in Vietnamese."""
    cast.nhung.is_superuser = True
    cast.nhung.save()
    return enter("nhung")


def english(page) -> NewsPage:
    return NewsPage.objects.get(translation_key=page.translation_key, locale__language_code="en")


def shorten(page):
    del page.body[1]
    factories.publish(page)


def correct_the_date(page):
    page.date = date(2026, 11, 9)
    factories.publish(page)


@pytest.mark.parametrize("change", [shorten, correct_the_date])
def test_change_without_new_words_makes_it_outdated(news, change):
    assert not english(news).is_outdated
    change(news)
    assert english(news).is_outdated
    assert english(news).obstacles_to_publication() == []


def test_source_itself_is_never_outdated(news):
    shorten(news)
    assert not NewsPage.objects.get(pk=news.pk).is_outdated


def test_draft_of_the_source_changes_nothing(news):
    news.date = date(2026, 11, 9)
    news.save_revision()
    assert not english(news).is_outdated


def test_other_translation_changes_nothing(news):
    factories.translate(news, "fr")
    assert not english(news).is_outdated


def test_home_pages_are_kept_by_hand(tree):
    factories.publish(type(tree.vi).objects.get(pk=tree.vi.pk))
    assert not type(tree.en).objects.get(pk=tree.en.pk).is_outdated


def test_editor_warns(news, desk, warning):
    address = f"/cms/pages/{english(news).pk}/edit/"
    for editor in (address, f"{address}?wagtail-localize=1"):
        assert warning not in desk.get(editor, follow=True).text
    shorten(news)
    for editor in (address, f"{address}?wagtail-localize=1"):
        assert warning in desk.get(editor, follow=True).text
    assert warning not in desk.get(f"/cms/pages/{news.pk}/edit/").text


def test_status_says_so_in_the_list_of_pages(news, desk, status):
    parent = Page.objects.get(pk=english(news).pk).get_parent()
    assert status not in desk.get(f"/cms/pages/{parent.pk}/").text
    shorten(news)
    assert status in desk.get(f"/cms/pages/{parent.pk}/").text


def test_list_of_pages_asks_once_for_all(news, django_assert_max_num_queries):
    parent = Page.objects.get(pk=english(news).pk).get_parent()
    shorten(news)
    (listed,) = with_age(parent, parent.get_children(), None).specific()
    with django_assert_max_num_queries(0):
        assert listed.is_outdated


def test_publishing_the_translation_again_applies_it(news, desk, client, django_capture_on_commit_callbacks):
    shorten(news)
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"/cms/pages/{english(news).pk}/edit/", {"action": "publish"})
    assert not english(news).is_outdated
    shown = client.get("/en/tin-tuc/hop/").text
    assert "One" in shown and "Two" not in shown
