"""An editor opens, previews and saves every page type in Wagtail's own editor."""

import re

import pytest
from django.urls import reverse

from home.stories.models import StoryPage
from learning.lessons.models import LessonPage
from pages import policies
from pages.models import Picture
from tests import factories
from tests.factories.each import one_of_each
from tests.factories.forms import add_address, complaints, edit_address, form_of, save

pytestmark = pytest.mark.django_db

TYPES = [
    "HomePage", "StandardPage", "LearningIndexPage", "CoursePage", "LessonPage", "QuizPage", "NewsIndexPage", "NewsPage", "StoryIndexPage", "StoryPage",
    "GuideIndexPage", "GuidePage", "MeetingKitIndexPage", "MeetingKitPage", "SectionPage",
]  # fmt: skip


@pytest.fixture
def page(request, tree):
    return one_of_each(tree, factories.make_picture())[request.param]


def content(page) -> dict:
    """What the form shows, without the keys that the text editor gives to paragraphs and blocks."""
    names = page.get_edit_handler().get_form_class().base_fields
    values = page.serializable_data()
    return {name: re.sub(r' data-block-key=\\*"\w+\\*"', "", str(values[name])) for name in names if name in values}


@pytest.mark.parametrize("page", TYPES, indirect=True)
def test_page_saved_unchanged_keeps_its_content(page, editor):
    before = content(page)
    answer = save(editor, page)
    assert complaints(answer) == ""
    assert answer.status_code == 302
    assert content(type(page).objects.get(pk=page.pk).get_latest_revision_as_object()) == before


@pytest.mark.parametrize("page", TYPES, indirect=True)
def test_editor_opens(page, editor):
    assert editor.get(edit_address(page)).status_code == 200


@pytest.mark.parametrize("page", TYPES, indirect=True)
def test_preview_shows_what_is_typed_and_not_yet_saved(page, editor):
    other = factories.make_picture()
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    said = editor.post(address, form_of(page, title="Tên chưa lưu", cover=other)).json()
    assert said["is_valid"] and said["is_available"]
    answer = editor.get(address)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "Tên chưa lưu" in html
    picture = page.card or other.made("share")["image/jpeg"]  # a card is that of the last publication; the editor's panel draws the next
    assert f'content="{picture.url}' in html.replace("http://testserver", "")
    assert type(page).objects.get(pk=page.pk).title != "Tên chưa lưu"
    wears_the_admins_policy(answer)


@pytest.mark.parametrize(
    "page",
    [
        name
        for name in TYPES
        if name not in {"HomePage", "LearningIndexPage", "NewsIndexPage", "StoryIndexPage", "GuideIndexPage", "MeetingKitIndexPage", "SectionPage"}
    ],
    indirect=True,
)
def test_preview_of_a_new_page(page, editor):
    parent, model = page.get_parent().specific, type(page)
    data = form_of(page, title="Trang chưa có", slug="trang-chua-co")
    address = reverse("wagtailadmin_pages:preview_on_add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    assert editor.get(add_address(model, parent)).status_code == 200
    assert editor.post(address, data).json()["is_valid"]
    answer = editor.get(address)
    assert answer.status_code == 200
    assert "Trang chưa có" in answer.content.decode()
    assert not model.objects.filter(slug="trang-chua-co").exists()
    wears_the_admins_policy(answer)


def wears_the_admins_policy(answer):
    assert answer["Content-Security-Policy"] == policies.cms()
    assert {"private", "no-store"} <= {part.strip() for part in answer["Cache-Control"].split(",")}
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("page", ["LessonPage", "GuidePage", "StoryPage", "NewsPage"], indirect=True)
def test_preview_of_pictures_without_renditions(page, editor):
    Picture.objects.get().renditions.all().delete()
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    editor.post(address, form_of(page))
    assert editor.get(address).status_code == 200


@pytest.mark.parametrize("page", ["LessonPage"], indirect=True)
def test_preview_of_an_empty_new_lesson(page, editor):
    """Only a title: the side panel asks for a preview at the first key."""
    course = page.get_parent().specific
    address = reverse("wagtailadmin_pages:preview_on_add", args=["lessons", "lessonpage", course.pk])
    said = editor.post(address, form_of(LessonPage(title="Bài mới", locale=course.locale))).json()
    assert said["is_valid"]
    assert editor.get(address).status_code == 200


@pytest.mark.parametrize("page", ["LessonPage"], indirect=True)
def test_new_page_is_made_through_the_editor(page, editor):
    course = page.get_parent().specific
    data = form_of(page, title="Chụp ảnh đêm", slug="chup-anh-dem")
    answer = editor.post(add_address(LessonPage, course), data)
    assert complaints(answer) == ""
    made = LessonPage.objects.get(title="Chụp ảnh đêm")
    assert (made.slug, made.live, made.get_parent().pk) == ("chup-anh-dem", False, course.pk)


def test_lesson_must_leave_time_for_learning(tree, editor):
    lesson = factories.make_lesson(minutes=10)
    for minutes, do, share, fine in ((10, 3, 2, True), (5, 3, 2, False), (15, 3, 2, True), (16, 3, 2, False), (0, 0, 0, False), (1, 0, 0, True)):
        answer = save(editor, lesson, minutes=minutes, do_minutes=do, share_minutes=share)
        assert (complaints(answer) == "") is fine, (minutes, do, share)


def test_quotation_needs_a_source_or_is_marked_as_an_example(tree, editor):
    story = factories.make_story()
    words = {"text": "Em làm được.", "who": "Chị Lả"}
    for source, example, fine in (("", False, False), ("Báo Sơn La, 2.11.2026", False, True), ("", True, True)):
        raw = [{"type": "quotation", "value": {**words, "source": source, "example": example}}]
        answer = save(editor, story, quotations=StoryPage._meta.get_field("quotations").to_python(raw))
        assert (answer.status_code == 302) is fine, (source, example)
