"""A translation may have sound, documents and pictures of its own; a narration even where the Vietnamese page has none."""

import pytest
from django.urls import reverse
from wagtail_localize.models import SegmentOverride, Translation

from editing.translating import overrides
from learning.library.models import LibraryDocument
from tests import factories

pytestmark = pytest.mark.postgres


@pytest.fixture
def page(tree):
    page = factories.make_standard(title="Giới thiệu", slug="gioi-thieu")
    factories.begin_translation(page, "hmn").save_target(publish=False)
    factories.translate_strings(Translation.objects.get(source__object_id=page.translation_key))
    return page


@pytest.fixture
def sound(tree):
    document = factories.make_document()
    LibraryDocument.objects.filter(pk=document.pk).update(kind="audio", language_code="hmn", title="Lus Hmoob")
    return LibraryDocument.objects.get(pk=document.pk)


def translation(page):
    return Translation.objects.get(source__object_id=page.translation_key)


def narration(page):
    return next(field for field in overrides.fields(translation(page)) if field.kind == overrides.NARRATION)


def target(page):
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="hmn")


def choose(client, page, value, was=""):
    name = narration(page).name
    return client.post(reverse("translation_screen", args=[translation(page).pk]), {name: value, f"was-{name}": was})


def test_narration_of_the_language_alone(page, sound, enter, django_capture_on_commit_callbacks):
    client = enter("nhung")
    assert "Lus Hmoob" in client.get(reverse("translation_screen", args=[translation(page).pk])).text
    choose(client, page, sound.pk)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("translation_screen", args=[translation(page).pk]), {"action": "publish"})
    assert target(page).narration == sound
    page.refresh_from_db()
    assert page.narration is None


def test_it_stays_when_the_source_is_published_again(page, sound, enter):
    choose(enter("nhung"), page, sound.pk)
    page.summary = "Một câu khác"
    factories.publish(page)
    assert narration(page).value == sound.pk


def test_empty_choice_gives_the_sources_back(page, sound, enter):
    choose(enter("nhung"), page, sound.pk)
    choose(enter("nhung"), page, "", was=str(sound.pk))
    assert not SegmentOverride.objects.exists()


def test_untouched_choice_overwrites_nothing(page, sound, enter):
    choose(enter("nhung"), page, sound.pk)
    choose(enter("nhung"), page, "", was="")
    assert narration(page).value == sound.pk


@pytest.mark.parametrize("value", ["999999", "x", "-1"])
def test_what_is_not_there_is_not_taken(page, enter, value):
    choose(enter("nhung"), page, value)
    assert not SegmentOverride.objects.exists()


def test_deleted_sound_stops_publication_with_a_sentence(page, sound, enter):
    choose(enter("nhung"), page, sound.pk)
    sound.delete()
    answer = enter("nhung").post(reverse("translation_screen", args=[translation(page).pk]), {"action": "publish"}, follow=True)
    assert answer.status_code == 200
    assert not target(page).live


def test_written_by_may_differ(page, enter):
    page.written_by = "Chị Lan"
    page = factories.publish(page)
    field = next(field for field in overrides.fields(translation(page)) if field.source == "Chị Lan")
    enter("nhung").post(reverse("translation_screen", args=[translation(page).pk]), {field.name: "x" * 200, f"was-{field.name}": ""})
    assert not SegmentOverride.objects.exists()
    enter("nhung").post(reverse("translation_screen", args=[translation(page).pk]), {field.name: "Lan", f"was-{field.name}": ""})
    assert SegmentOverride.objects.get().data == "Lan"
