"""Where each page type may stand, and what may stand below it: the exact sets."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from pages import cards
from tests.factories.each import one_of_each
from tests.factories.forms import form_of

pytestmark = pytest.mark.django_db

BELOW = {
    "HomePage": {"LearningIndexPage", "NewsIndexPage", "StoryIndexPage", "GuideIndexPage", "MeetingKitIndexPage", "LibraryPage", "StandardPage", "SectionPage"},
    "LibraryPage": set(),
    "StandardPage": {"StandardPage"},
    "LearningIndexPage": {"CoursePage"},
    "CoursePage": {"LessonPage", "QuizPage"},
    "LessonPage": {"QuizPage"},
    "QuizPage": set(),
    "NewsIndexPage": {"NewsPage"},
    "NewsPage": set(),
    "StoryIndexPage": {"StoryPage"},
    "StoryPage": set(),
    "GuideIndexPage": {"GuidePage"},
    "GuidePage": set(),
    "MeetingKitIndexPage": {"MeetingKitPage"},
    "MeetingKitPage": set(),
    "SectionPage": {"SectionPage", "NewsPage", "StoryPage", "GuidePage", "CoursePage"},
}
INDEXES = {"LearningIndexPage", "NewsIndexPage", "StoryIndexPage", "GuideIndexPage", "MeetingKitIndexPage", "LibraryPage"}


def names(models) -> set[str]:
    return {model.__name__ for model in models}


def test_exactly_these_types_exist():
    assert names(cards.kinds()) == set(BELOW)


@pytest.mark.parametrize("model", cards.kinds(), ids=lambda model: model.__name__)
def test_allowed_children_and_parents_are_exactly_these(model):
    assert names(model.allowed_subpage_models()) == BELOW[model.__name__]
    above = {name for name, children in BELOW.items() if model.__name__ in children}
    assert names(model.allowed_parent_page_models()) - {"Page"} == above
    assert (Page in model.allowed_parent_page_models()) is (model.__name__ == "HomePage")


def test_editor_is_refused_every_other_place(tree, enter):
    """The address of the "add" form, typed by hand."""
    moderator, pages = enter("nhung"), one_of_each(tree)
    for above, parent in pages.items():
        for below, model in ((model.__name__, model) for model in cards.kinds()):
            address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
            allowed = below in BELOW[above] - INDEXES  # each index exists already, and there is one
            assert (moderator.get(address).status_code == 200) is allowed, f"{below} below {above}"


def test_refused_form_makes_no_page(tree, enter):
    pages = one_of_each(tree)
    count = Page.objects.count()
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", pages["CoursePage"].pk])
    assert enter("nhung").post(address, form_of(pages["NewsPage"], "publish", slug="lac")).status_code in {302, 403}
    assert Page.objects.count() == count


def test_page_cannot_be_moved_where_it_makes_no_sense(tree, enter):
    pages = one_of_each(tree)
    news, course = pages["NewsPage"], pages["CoursePage"]
    enter("nhung").post(reverse("wagtailadmin_pages:move_confirm", args=[news.pk, course.pk]))
    assert Page.objects.get(pk=news.pk).get_parent().pk == tree.news.pk
