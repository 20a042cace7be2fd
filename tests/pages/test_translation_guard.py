"""No road puts Vietnamese on a live page of another language, and the old translation stays until the new one is done."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Workflow
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object, translate_page_subtree

from home.models import StandardPage
from pages import translation_guard
from tests import factories

pytestmark = pytest.mark.postgres

OLD, NEW, ENGLISH = "Câu cũ", "Câu mới chưa dịch", "The old sentence"
ADDRESS = "/en/gioi-thieu/"


@pytest.fixture
def source(tree):
    """Published in both languages, then changed and published in Vietnamese."""
    page = factories.make_standard(title="Giới thiệu", slug="gioi-thieu", summary=OLD)
    factories.translate(page, "en", {OLD: ENGLISH})
    page.summary = NEW
    return factories.publish(page)


@pytest.fixture
def begun(tree):
    """Sent to translation, nothing translated yet: a draft full of Vietnamese."""
    page = factories.make_standard(title="Giới thiệu", slug="gioi-thieu", summary=NEW)
    factories.begin_translation(page, "en").save_target(publish=False)
    return page


@pytest.fixture(autouse=True)
def committed(django_capture_on_commit_callbacks):
    """wagtail-localize publishes after the commit."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


def english(page) -> StandardPage:
    return StandardPage.objects.get(translation_key=page.translation_key, locale__language_code="en")


def translation(page) -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code="en")


def admin(enter, cast):
    cast.nhung.is_superuser = True
    cast.nhung.save()
    return enter("nhung")


# Roads that start from a source whose translation is live


def publish_the_source_again(page, enter, cast):
    factories.publish(page)


def press_sync(page, enter, cast):
    assert admin(enter, cast).post(f"/cms/localize/update/{translation(page).source_id}/", {}).status_code == 302


def press_sync_with_the_box_posted_by_hand(page, enter, cast):
    admin(enter, cast).post(f"/cms/localize/update/{translation(page).source_id}/", {"publish_translations": "on"})


def press_publish_in_the_translation_editor(page, enter, cast):
    enter("yen").post(f"/cms/pages/{english(page).pk}/edit/", {"action": "publish"})


def press_publish_as_administrator(page, enter, cast):
    admin(enter, cast).post(f"/cms/pages/{english(page).pk}/edit/", {"action": "publish"})


def save_the_target_as_a_draft(page, enter, cast):
    with pytest.raises(ValidationError):
        translation(page).save_target(publish=False)


def save_the_target(page, enter, cast):
    with pytest.raises(ValidationError):
        translation(page).save_target(publish=True)


def translate_the_page_again(page, enter, cast):
    translate_object(page, [factories.locale("en")], user=cast.ngan)


def translate_the_subtree_again(page, enter, cast):
    translate_page_subtree(page.get_parent().pk, [factories.locale("en")], None, cast.ngan)


def publish_in_bulk(page, enter, cast):
    response = admin(enter, cast).post(f"/cms/bulk/wagtailcore/page/publish/?id={english(page).pk}&next=/cms/", {"include_descendants": "on"})
    assert response.status_code == 302


def publish_the_home_in_bulk_with_all_below(page, enter, cast):
    home = english(page).get_parent()
    response = admin(enter, cast).post(f"/cms/bulk/wagtailcore/page/publish/?id={home.pk}&next=/cms/", {"include_descendants": "on"})
    assert response.status_code == 302


def publish_the_last_revision(page, enter, cast):
    target = english(page)
    (target.latest_revision or target.save_revision()).publish()


def publish_the_last_revision_as_somebody(page, enter, cast):
    target = english(page)
    (target.latest_revision or target.save_revision()).publish(user=cast.yen, skip_permission_checks=True)


def approve_in_the_workflow(page, enter, cast):
    target = english(page)
    target.save_revision()
    state = Workflow.objects.get().start(target, cast.yen)
    state.current_task_state.approve(user=cast.nhung)
    state.refresh_from_db()
    assert state.status == state.STATUS_NEEDS_CHANGES  # and its comment says why


def come_to_the_hour_of_publication(page, enter, cast):
    target = english(page)
    revision = target.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    assert revision.approved_go_live_at
    call_command("publish_scheduled")


ROADS = [
    publish_the_source_again,
    press_sync,
    press_sync_with_the_box_posted_by_hand,
    press_publish_in_the_translation_editor,
    press_publish_as_administrator,
    translate_the_page_again,
    translate_the_subtree_again,
    publish_in_bulk,
    publish_the_home_in_bulk_with_all_below,
    publish_the_last_revision,
    publish_the_last_revision_as_somebody,
    approve_in_the_workflow,
    come_to_the_hour_of_publication,
]


def names(road):
    return road.__name__


@pytest.mark.parametrize("road", [*ROADS, save_the_target_as_a_draft, save_the_target], ids=names)
def test_old_translation_stays_readable_and_is_flagged(source, road, enter, cast, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        road(source, enter, cast)
    shown = client.get(ADDRESS)
    assert shown.status_code == 200
    assert ENGLISH in shown.text
    assert NEW not in shown.text
    assert translation_guard.missing_strings(english(source)) == 1
    assert str(translation(source).get_status_display()) == "Waiting for translations"


@pytest.mark.parametrize("road", ROADS, ids=names)
def test_translation_just_begun_stays_a_draft(begun, road, enter, cast, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        road(begun, enter, cast)
    assert not english(begun).live
    assert client.get(ADDRESS)["Location"] == "/gioi-thieu/#chua-dich-en"


def test_half_translated_draft_stays_a_draft(begun, client):
    factories.translate_strings(translation(begun))
    translation(begun).source.stringsegment_set.get(string__data=NEW).string.translations.all().delete()
    translation(begun).save_target(publish=False)
    english(begun).latest_revision.publish()
    assert client.get(ADDRESS).status_code == 302


def test_moderator_is_told_how_many_parts_are_missing(begun, enter, cast):
    assert not english(begun).permissions_for_user(cast.yen).can_publish()
    assert [reason for reason in english(begun).obstacles_to_publication() if reason]
    assert str(translation_guard.missing_strings(english(begun))) in english(begun).obstacles_to_publication()[0]


def test_publication_goes_through_once_all_is_translated(source, enter, cast, client, django_capture_on_commit_callbacks):
    factories.translate_strings(translation(source), {NEW: "The new sentence"})
    assert translation_guard.missing_strings(english(source)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        press_publish_in_the_translation_editor(source, enter, cast)
    assert "The new sentence" in client.get(ADDRESS).text
    assert str(translation(source).get_status_display()) == "Up to date"


def test_first_publication_goes_through_once_all_is_translated(begun, enter, cast, client, django_capture_on_commit_callbacks):
    factories.translate_strings(translation(begun), {NEW: "The new sentence"})
    with django_capture_on_commit_callbacks(execute=True):
        press_publish_in_the_translation_editor(begun, enter, cast)
    assert "The new sentence" in client.get(ADDRESS).text


def test_sync_form_offers_no_immediate_publication(source, enter, cast):
    shown = admin(enter, cast).get(f"/cms/localize/update/{translation(source).source_id}/")
    assert shown.status_code == 200
    assert "publish_translations" not in shown.text


def test_source_itself_is_never_held_back(source):
    assert source.obstacles_to_publication() == []
    assert Page.objects.get(pk=source.pk).specific.summary == NEW


def test_page_kept_by_hand_is_not_held_back(source):
    """Who stops the synchronisation answers for the words herself."""
    Translation.objects.update(enabled=False)
    target = english(source)
    target.summary = "Written here"
    assert factories.publish(target).summary == "Written here"


# Topics


@pytest.fixture
def topic(tree):
    topic = factories.make_topic(name="Bán hàng", summary=OLD)
    factories.translate(topic, "en", {"Bán hàng": "Selling", OLD: ENGLISH})
    topic.summary = NEW
    topic.save()
    translation_guard.mark_outdated(topic)
    return topic


def topic_in_english(topic):
    return type(topic).objects.get(translation_key=topic.translation_key, locale__language_code="en")


TOPIC_ROADS = {
    "sync": lambda topic, enter, cast: press_sync(topic, enter, cast),
    "sync with the box": lambda topic, enter, cast: press_sync_with_the_box_posted_by_hand(topic, enter, cast),
    "translation editor": lambda topic, enter, cast: admin(enter, cast).post(
        f"/cms/snippets/pages/topic/edit/{topic_in_english(topic).pk}/", {"action": "publish"}
    ),
    "translate again": lambda topic, enter, cast: translate_object(topic, [factories.locale("en")], user=cast.ngan),
    "revision": lambda topic, enter, cast: topic_in_english(topic).save_revision().publish(),
}


@pytest.mark.parametrize("road", TOPIC_ROADS.values(), ids=TOPIC_ROADS)
def test_old_topic_stays_readable(topic, road, enter, cast, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        road(topic, enter, cast)
    shown = client.get("/en/chu-de/ban-hang/")
    assert shown.status_code == 200
    assert ENGLISH in shown.text
    assert NEW not in shown.text


@pytest.mark.parametrize("road", TOPIC_ROADS.values(), ids=TOPIC_ROADS)
def test_topic_just_begun_stays_a_draft(tree, road, enter, cast, client, django_capture_on_commit_callbacks):
    topic = factories.make_topic(name="Giấy tờ")
    factories.begin_translation(topic, "en").save_target(publish=False)
    with django_capture_on_commit_callbacks(execute=True):
        road(topic, enter, cast)
    assert not topic_in_english(topic).live
    assert client.get("/en/chu-de/giay-to/").status_code == 302


def test_published_topic_marks_its_translations_as_outdated(topic):
    topic.summary = "Thêm một câu"
    topic.name = "Bán hàng ở chợ"
    topic.save_revision().publish()
    assert translation_guard.missing_strings(topic_in_english(topic)) == 2
    assert topic_in_english(topic).summary == ENGLISH


def test_topic_goes_through_once_all_is_translated(topic, enter, cast, client, django_capture_on_commit_callbacks):
    factories.translate_strings(translation(topic), {"Bán hàng": "Selling", NEW: "The new sentence"})
    with django_capture_on_commit_callbacks(execute=True):
        TOPIC_ROADS["translation editor"](topic, enter, cast)
    assert "The new sentence" in client.get("/en/chu-de/ban-hang/").text
