"""House rules of page types: kept by all that exist, and noticed where one is broken."""

from types import SimpleNamespace

import pytest
from django.template.loader import get_template
from django.utils.translation import gettext_lazy

from pages import cards, checks
from pages.shareable import Shareable

LABEL = gettext_lazy("plain page")


def page_type(label=LABEL, plural=LABEL, **own):
    """Something that the checks take for a page type; None leaves a rule out."""
    own = {"template": "pages/x.html", "parent_page_types": [], "subpage_types": [], **own}
    return type(
        "BadPage",
        (),
        {name: value for name, value in own.items() if value is not None}
        | {"_meta": SimpleNamespace(verbose_name=label, verbose_name_plural=plural, app_label="home")},
    )


def found(monkeypatch, model) -> list[str]:
    monkeypatch.setattr(cards, "kinds", lambda: (model,))
    return [error.id for error in checks.page_types()]


def test_every_page_type_keeps_the_rules():
    assert checks.page_types() == []


def test_the_check_sees_every_page_type():
    assert {model.__name__ for model in cards.kinds()} >= {
        "HomePage", "StandardPage", "LearningIndexPage", "CoursePage", "LessonPage", "QuizPage", "NewsIndexPage", "NewsPage",
        "StoryIndexPage", "StoryPage", "GuideIndexPage", "GuidePage", "MeetingKitIndexPage", "MeetingKitPage", "SectionPage",
    }  # fmt: skip


@pytest.mark.parametrize("model", cards.kinds(), ids=lambda model: model.__name__)
def test_no_type_gives_the_panels_of_a_mixin_another_meaning(model):
    assert model.share_panels is Shareable.share_panels


def test_a_type_without_template_is_noticed(monkeypatch):
    assert found(monkeypatch, page_type(template=None)) == ["pages.E001"]


def test_a_type_that_may_stand_anywhere_is_noticed(monkeypatch):
    assert found(monkeypatch, page_type(parent_page_types=None)) == ["pages.E002"]


def test_a_type_that_may_hold_anything_is_noticed(monkeypatch):
    assert found(monkeypatch, page_type(subpage_types=None)) == ["pages.E003"]


@pytest.mark.parametrize("untranslated", [{"label": "plain page"}, {"plural": "plain pages"}])
def test_a_label_that_is_not_translated_is_noticed(monkeypatch, untranslated):
    assert found(monkeypatch, page_type(**untranslated)) == ["pages.E004"]


def test_the_template_that_wagtail_makes_up_does_not_count(monkeypatch):
    assert found(monkeypatch, page_type(template="home/bad_page.html")) == ["pages.E001"]


def test_inherited_rules_do_not_count(monkeypatch):
    parent = page_type()
    heir = type("HeirPage", (parent,), {})
    assert found(monkeypatch, heir) == ["pages.E001", "pages.E002", "pages.E003"]


def test_every_error_says_what_to_do(monkeypatch):
    monkeypatch.setattr(cards, "kinds", lambda: (page_type("x", template=None, parent_page_types=None, subpage_types=None),))
    assert all(error.hint for error in checks.page_types())


def test_every_template_exists():
    for model in cards.kinds():
        assert get_template(model.template)
