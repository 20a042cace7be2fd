"""A story without consent goes live on no road; a withdrawal takes it off in every language at once."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState

from home.stories.models import StoryPage
from tests import factories
from tests.factories.forms import complaints, form_of, save

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

GIVEN = {"consent_by": "Chị Lò Thị Ví Dụ", "consent_on": date(2026, 9, 1), "consent_scope": "public", "consent_withdrawn_on": None}
LACKING = {
    "nothing": {"consent_by": "", "consent_on": None},
    "no name": {**GIVEN, "consent_by": ""},
    "no date": {**GIVEN, "consent_on": None},
    "only inside the union": {**GIVEN, "consent_scope": "union"},
    "withdrawn": {**GIVEN, "consent_withdrawn_on": date(2026, 10, 1)},
}


@pytest.fixture
def draft(tree):
    """A story that nobody has consented to."""
    return factories.make_story(consent=False, live=False)


@pytest.fixture
def moderator(enter):
    return enter("nhung")


def fresh(page) -> StoryPage:
    return StoryPage.objects.get(pk=page.pk)


def write(page, **fields):
    """A newer draft, as the editor's save button makes it."""
    newer = fresh(page).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(newer, name, value)
    return newer.save_revision()


# Roads to publication


@pytest.mark.parametrize("lacking", LACKING)
@pytest.mark.parametrize("action", ["publish", "submit"])
def test_editor_is_told_what_is_missing(draft, moderator, action, lacking):
    answer = save(moderator, draft, action, **LACKING[lacking])
    assert answer.status_code == 200
    assert "đồng ý" in complaints(answer)
    assert not fresh(draft).live
    assert not WorkflowState.objects.exists()


def test_draft_without_consent_may_be_saved(draft, moderator):
    assert complaints(save(moderator, draft, title="Chị Lả bán măng")) == ""


@pytest.mark.parametrize("action", ["publish", "submit"])
def test_with_consent_the_same_button_works(draft, moderator, action):
    assert complaints(save(moderator, draft, action, **GIVEN)) == ""
    assert fresh(draft).live is (action == "publish")
    assert WorkflowState.objects.exists() is (action == "submit")


def test_new_story_is_not_published_without_consent(tree, draft, moderator):
    address = reverse("wagtailadmin_pages:add", args=["stories", "storypage", tree.stories.pk])
    answer = moderator.post(address, form_of(draft, "publish", title="Chuyện mới", slug="chuyen-moi"))
    assert "đồng ý" in complaints(answer)
    assert not StoryPage.objects.filter(slug="chuyen-moi").exists()


@pytest.mark.parametrize("lacking", LACKING)
def test_approval_is_refused_after_consent_has_gone(draft, editor, moderator, lacking):
    save(editor, draft, "submit", **GIVEN)
    write(draft, **LACKING[lacking])
    task = fresh(draft).current_workflow_task_state
    answer = moderator.post(reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task.pk]), {"comment": ""})
    assert answer.status_code < 500
    state = WorkflowState.objects.get()
    assert not fresh(draft).live
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert "đồng ý" in state.current_task_state.comment


def test_approval_in_the_editor_is_a_form_error(draft, editor, moderator):
    save(editor, draft, "submit", **GIVEN)
    data = form_of(fresh(draft).get_latest_revision_as_object(), "workflow-action", consent_by="") | {"workflow-action-name": "approve"}
    answer = moderator.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), data)
    assert "đồng ý" in complaints(answer)
    assert not fresh(draft).live
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_approval_with_consent_publishes(draft, editor, moderator):
    save(editor, draft, "submit", **GIVEN)
    task = fresh(draft).current_workflow_task_state
    moderator.post(reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task.pk]), {"comment": ""})
    assert fresh(draft).live
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


@pytest.mark.parametrize("lacking", LACKING)
def test_bulk_action_of_the_explorer_leaves_it_a_draft(draft, moderator, lacking):
    write(draft, **LACKING[lacking])
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    assert moderator.post(f"{address}?id={draft.pk}").status_code < 500
    assert not fresh(draft).live


def test_bulk_action_publishes_with_consent(draft, moderator):
    write(draft, **GIVEN)
    moderator.post(f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'publish'])}?id={draft.pk}")
    assert fresh(draft).live


@pytest.mark.parametrize("lacking", LACKING)
def test_revision_published_by_code_leaves_it_a_draft(draft, lacking):
    write(draft, **LACKING[lacking]).publish()
    assert not fresh(draft).live


def schedule(page):
    """Approved for a moment that has come since."""
    revision = write(page, **GIVEN, go_live_at=timezone.now() + timedelta(hours=1))
    revision.publish()
    assert not fresh(page).live
    passed = timezone.now() - timedelta(minutes=1)
    revision.refresh_from_db()
    revision.approved_go_live_at, revision.content["go_live_at"] = passed, passed.isoformat()
    revision.save()
    StoryPage.objects.filter(pk=page.pk).update(go_live_at=passed)


def test_schedule_publishes_with_consent(draft):
    schedule(draft)
    call_command("publish_scheduled")
    assert fresh(draft).live


@pytest.mark.parametrize("lacking", LACKING)
def test_schedule_does_not_publish_an_older_version_after_consent_has_gone(draft, lacking):
    schedule(draft)
    write(draft, go_live_at=None, **LACKING[lacking])
    call_command("publish_scheduled")
    assert not fresh(draft).live


def test_translation_is_not_published_without_consent(tree, draft):
    """All its strings are there, only her consent is not."""
    factories.translate(tree.stories, "en")
    english = factories.translate(draft, "en", live=False)
    english.get_latest_revision().publish()
    assert not fresh(english).live


@pytest.mark.parametrize("keep", [True, False])
def test_copy_of_a_draft_is_a_draft(tree, draft, moderator, keep):
    address = reverse("wagtailadmin_pages:copy", args=[draft.pk])
    sent = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": str(tree.stories.pk)} | ({"publish_copies": "on"} if keep else {})
    assert moderator.post(address, sent).status_code == 302
    assert not StoryPage.objects.get(slug="ban-sao").live


def test_copy_of_a_withdrawn_story_is_a_draft(tree, moderator):
    story = factories.make_story()
    write(story, consent_withdrawn_on=date(2026, 11, 1))
    sent = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": str(tree.stories.pk), "publish_copies": "on"}
    assert moderator.post(reverse("wagtailadmin_pages:copy", args=[story.pk]), sent).status_code == 302
    copy = StoryPage.objects.get(slug="ban-sao")
    assert not copy.live
    copy.get_latest_revision().publish()
    assert not fresh(copy).live


# Withdrawal


@pytest.fixture
def story(tree):
    """Live in Vietnamese, English and French."""
    page = factories.make_story(slug="chi-la")
    for code in ("en", "fr"):
        factories.translate(page, code)
    return fresh(page)


def answers(client) -> dict[str, int]:
    return {prefix or "vi": client.get(f"{prefix}/guong-dien-hinh/chi-la/").status_code for prefix in ("", "/en", "/fr")}


def test_withdrawal_saved_as_a_draft_takes_it_off_in_every_language(story, editor, client):
    assert set(answers(client).values()) == {200}
    assert save(editor, story, consent_withdrawn_on=date(2026, 11, 1)).status_code == 302
    assert set(answers(client).values()) == {404}
    assert not StoryPage.objects.filter(translation_key=story.translation_key, live=True).exists()


def test_withdrawal_takes_it_off_lists_and_feeds_at_once(story, tree, editor, client):
    tree.vi.hero_story = story
    factories.publish(tree.vi)
    assert "/guong-dien-hinh/chi-la/" in client.get("/").content.decode()
    save(editor, story, consent_withdrawn_on=date(2026, 11, 1))
    for address in ("/", "/guong-dien-hinh/", "/sitemap.xml"):
        answer = client.get(address)
        assert b"chi-la" not in (b"".join(answer.streaming_content) if answer.streaming else answer.content), address


def test_no_language_comes_back_after_a_withdrawal(story, client):
    write(story, consent_withdrawn_on=date(2026, 11, 1))
    for page in StoryPage.objects.filter(translation_key=story.translation_key):
        for revision in page.revisions.all():
            revision.publish()
    call_command("publish_scheduled")
    assert set(answers(client).values()) == {404}


def test_withdrawal_noted_on_a_translation_holds_for_all(story, client):
    english = StoryPage.objects.get(translation_key=story.translation_key, locale__language_code="en")
    write(english, consent_withdrawn_on=date(2026, 11, 1))
    assert set(answers(client).values()) == {404}
    assert fresh(story).get_latest_revision_as_object().consent_withdrawn_on == date(2026, 11, 1)
    fresh(story).get_latest_revision().publish()
    assert set(answers(client).values()) == {404}


def test_consent_given_anew_lets_it_be_published(story, moderator, client):
    save(moderator, story, consent_withdrawn_on=date(2026, 11, 1))
    assert complaints(save(moderator, story, "publish", consent_withdrawn_on=None, consent_on=date(2026, 11, 20))) == ""
    assert answers(client)["vi"] == 200


def test_withdrawal_leaves_other_stories(story, tree, editor, client):
    other = factories.make_story()
    save(editor, story, consent_withdrawn_on=date(2026, 11, 1))
    assert client.get(other.address).status_code == 200


# An editor tab that was open before the withdrawal, and consent that is narrowed


def languages_live(story) -> set[str]:
    return set(StoryPage.objects.filter(translation_key=story.translation_key, live=True).values_list("locale__language_code", flat=True))


@pytest.mark.parametrize("action", [None, "publish", "submit"])
def test_old_editor_tab_does_not_undo_a_withdrawal(story, moderator, client, action):
    stale = form_of(fresh(story).get_latest_revision_as_object(), action)
    save(moderator, story, consent_withdrawn_on=date(2026, 11, 1))
    answer = moderator.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), stale)
    assert ("đồng ý" in complaints(answer)) is bool(action)
    known = StoryPage.objects.filter(translation_key=story.translation_key)
    assert set(known.values_list("consent_withdrawn_on", flat=True)) == {date(2026, 11, 1)}
    assert {page.get_latest_revision_as_object().consent_withdrawn_on for page in known} == {date(2026, 11, 1)}
    fresh(story).get_latest_revision().publish()
    assert set(answers(client).values()) == {404}


@pytest.mark.parametrize("given", [date(2026, 10, 20), date(2026, 11, 1)])
def test_consent_not_later_than_the_withdrawal_is_not_given_anew(story, given):
    write(story, consent_withdrawn_on=date(2026, 11, 1))
    write(story, consent_withdrawn_on=None, consent_on=given).publish()
    assert languages_live(story) == set()
    assert fresh(story).consent_withdrawn_on == date(2026, 11, 1)


NARROWED = {name: LACKING[name] for name in ("nothing", "no name", "no date", "only inside the union")}


@pytest.mark.parametrize("lacking", NARROWED)
@pytest.mark.parametrize("code", ["vi", "en"])
def test_narrowed_consent_takes_it_off_in_every_language(story, lacking, code):
    page = StoryPage.objects.get(translation_key=story.translation_key, locale__language_code=code)
    write(page, **NARROWED[lacking]).publish()
    known = StoryPage.objects.filter(translation_key=story.translation_key)
    assert languages_live(story) == set()
    assert not known.filter(consent_withdrawn_on__isnull=False).exists()
    for each in known:
        each.get_latest_revision().publish()
    assert languages_live(story) == set()


def test_narrowed_consent_saved_in_the_editor_counts_at_once(story, editor, client):
    assert save(editor, story, consent_scope="union").status_code == 302
    assert set(answers(client).values()) == {404}


def test_draft_that_was_narrowed_keeps_its_translations_unpublished(story):
    """Nothing of it is live when the editor notes it."""
    for page in StoryPage.objects.filter(translation_key=story.translation_key):
        page.unpublish()
    write(story, consent_scope="union")
    StoryPage.objects.get(translation_key=story.translation_key, locale__language_code="en").get_latest_revision().publish()
    assert languages_live(story) == set()
