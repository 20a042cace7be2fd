"""Vietnamese typed as letters with loose marks (NFD) is kept composed (NFC), wherever it is typed."""

import json
import unicodedata

import pytest
from django.urls import reverse

from home.stories.models import StoryPage
from learning.library.models import LibraryDocument
from pages.models import Topic
from pages.text import ascii_slug, nfc
from tests import factories
from tests.factories.forms import form_of, save

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

COMPOSED = "Chụp ảnh đẹp ở Điện Biên"
LOOSE = unicodedata.normalize("NFD", COMPOSED)


def test_the_two_look_alike_and_differ():
    assert LOOSE != COMPOSED and nfc(LOOSE) == COMPOSED and ascii_slug(LOOSE) == ascii_slug(COMPOSED) == "chup-anh-dep-o-dien-bien"


def test_lists_and_dicts_are_composed_inside():
    assert nfc([{"a": LOOSE, "b": [LOOSE, 3, None]}]) == [{"a": COMPOSED, "b": [COMPOSED, 3, None]}]


def test_page_from_the_editor(tree, editor):
    lesson = factories.make_lesson(steps=1)
    draft = lesson.get_latest_revision_as_object()
    data = form_of(draft, title=LOOSE, summary=LOOSE, share_message=LOOSE)
    data = {name: unicodedata.normalize("NFD", value) for name, value in data.items()}
    assert editor.post(f"/cms/pages/{lesson.pk}/edit/", data).status_code == 302
    kept = type(lesson).objects.get(pk=lesson.pk).get_latest_revision()
    text = json.dumps(kept.content, ensure_ascii=False)
    assert COMPOSED in text and text == nfc(text)
    kept.publish()
    published = type(lesson).objects.get(pk=lesson.pk)
    assert published.title == published.draft_title == published.summary == published.share_message == COMPOSED
    assert str(published.learn) == nfc(str(published.learn))


def test_page_from_a_command(tree):
    story = factories.make_story(
        title=LOOSE,
        people=LOOSE,
        before=f"<p>{LOOSE}</p>",
        quotations=factories.stream(("quotation", {"text": LOOSE, "who": LOOSE, "source": LOOSE, "example": False})),
    )
    kept = StoryPage.objects.get(pk=story.pk)
    assert (kept.title, kept.people, kept.before, kept.slug) == (COMPOSED, COMPOSED, f"<p>{COMPOSED}</p>", "chup-anh-dep-o-dien-bien")
    assert kept.quotations[0].value["text"] == kept.quotations[0].value["source"] == COMPOSED


def test_translation_string(tree, enter):
    lesson = factories.make_lesson(steps=1, title="Bài")
    english = factories.translate(lesson, "en", {"Bài": LOOSE})
    assert type(english).objects.get(pk=english.pk).title == COMPOSED
    assert json.dumps(english.get_latest_revision().content, ensure_ascii=False) == nfc(json.dumps(english.get_latest_revision().content, ensure_ascii=False))


def test_topic(tree, editor):
    answer = editor.post(reverse("wagtailsnippets_pages_topic:add"), {"name": LOOSE, "slug": "", "summary": LOOSE, "icon": "phone", "order": "1"})
    assert answer.status_code == 302
    topic = Topic.objects.get()
    assert (topic.name, topic.summary, topic.slug) == (COMPOSED, COMPOSED, "chup-anh-dep-o-dien-bien")


def test_document(tree):
    document = factories.make_document(title=LOOSE, summary=LOOSE, transcript=LOOSE)
    kept = LibraryDocument.objects.get(pk=document.pk)
    assert kept.title == kept.summary == kept.transcript == COMPOSED


def test_picture_and_its_description(tree):
    picture = factories.make_picture(title=LOOSE, description=LOOSE)
    assert type(picture).objects.get(pk=picture.pk).description == COMPOSED


def test_saving_again_changes_nothing(tree, editor):
    lesson = factories.make_lesson(title=COMPOSED)
    save(editor, lesson)
    first = type(lesson).objects.get(pk=lesson.pk).get_latest_revision().content["learn"]
    save(editor, lesson)
    assert [block["id"] for block in json.loads(first)] == [
        block["id"] for block in json.loads(type(lesson).objects.get(pk=lesson.pk).get_latest_revision().content["learn"])
    ]
