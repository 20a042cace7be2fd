"""Approving on a phone: only who may, only what was read, only what may be published, and by Wagtail's own deed."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import TaskState

from home.stories.models import StoryPage
from tests import factories
from tests.cast import client_of
from tests.editing.start import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(tree, cast):
    """A news item that waits, its task, and the moderator's client."""
    page = ground.draft_of(cast.editor, title="Tin chờ duyệt")
    return page, ground.send(page, cast.editor), client_of(ground.moderator(tree))


def decide(client, state, action, revision=None, **more):
    return client.post(reverse("short_approve", args=[state.pk]), {"action": action, "revision": revision or state.revision_id, **more})


def test_she_reads_it_whole(waiting):
    _page, state, client = waiting
    html = client.get(reverse("short_approve", args=[state.pk])).content.decode()
    preview = reverse("short_shown", args=[state.pk])
    assert "Tin chờ duyệt" in html and "Đinh Kim Ngân" in html and f'src="{preview}"' in html
    shown = client.get(preview)
    assert shown.status_code == 200 and "Chi hội họp vào tối thứ bảy." in shown.content.decode()
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_approved_it_is_public(waiting, client):
    page, state, moderator = waiting
    assert decide(moderator, state, "approve").url == reverse("wagtailadmin_home")
    page.refresh_from_db()
    state.refresh_from_db()
    assert page.live and state.status == TaskState.STATUS_APPROVED and state.finished_by.username == "duyettinh"
    assert client.get(page.url).status_code == 200


def test_returned_it_needs_a_reason(waiting):
    page, state, moderator = waiting
    assert decide(moderator, state, "reject", comment="  ").status_code == 422
    assert decide(moderator, state, "reject", comment="Thêm ảnh").status_code == 302
    state.refresh_from_db()
    page.refresh_from_db()
    assert (state.status, state.comment, page.live) == (TaskState.STATUS_REJECTED, "Thêm ảnh", False)


def test_what_changed_since_she_read_it_is_not_approved(waiting, cast):
    page, state, moderator = waiting
    page.save_revision(user=cast.moderator)
    TaskState.objects.filter(pk=state.pk).update(revision=page.latest_revision)
    assert decide(moderator, state, "approve", revision=state.revision_id).status_code == 422
    page.refresh_from_db()
    assert not page.live


def test_without_consent_there_is_no_button_and_no_way(tree, cast):
    moderator = client_of(ground.moderator(tree))
    page = factories.make_story(live=False, consent=False)
    state = ground.send(page, cast.editor)
    html = moderator.get(reverse("short_approve", args=[state.pk])).content.decode()
    assert "obstacles" in html and 'value="approve"' not in html and 'value="reject"' in html
    assert decide(moderator, state, "approve").status_code == 422
    assert not StoryPage.objects.get(pk=page.pk).live and StoryPage.objects.get(pk=page.pk).workflow_in_progress


def test_consent_withdrawn_while_it_waits(tree, cast):
    moderator = client_of(ground.moderator(tree))
    page = factories.make_story(live=False)
    state = ground.send(page, cast.editor)
    StoryPage.objects.filter(pk=page.pk).update(consent_withdrawn_on=date(2026, 11, 25))
    assert decide(moderator, state, "approve").status_code == 422
    assert not StoryPage.objects.get(pk=page.pk).live


def test_pressed_twice_or_by_two_it_says_who_was_quicker(waiting, tree):
    _page, state, moderator = waiting
    decide(moderator, state, "approve")
    again = decide(moderator, state, "reject", comment="Muộn rồi")
    assert again.status_code == 200 and "Lường Thị Duyettinh" in again.content.decode()
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_APPROVED


@pytest.mark.parametrize("make", [ground.commune_editor, ground.translator, ground.keeper, ground.officer])
def test_who_does_not_approve_finds_nothing(waiting, tree, make):
    page, state, _moderator = waiting
    client = client_of(make(tree))
    assert client.get(reverse("short_approve", args=[state.pk])).status_code == 404
    assert client.get(reverse("short_shown", args=[state.pk])).status_code == 404
    assert decide(client, state, "approve").status_code == 404
    page.refresh_from_db()
    assert not page.live


def test_moderator_of_another_province_finds_nothing(waiting, tree):
    """Her group is not asked by this page's workflow, whatever it may publish elsewhere."""
    page, state, _moderator = waiting
    other = ground.make_staff("tinhkhac", page_rights=("add", "change", "publish"), pages=(tree.guides,))
    assert client_of(other).get(reverse("short_approve", args=[state.pk])).status_code == 404


def test_rights_taken_away_hold_at_once(waiting):
    _page, state, moderator = waiting
    Group.objects.get(name="Nhóm duyettinh").user_set.clear()
    assert decide(moderator, state, "approve").status_code in {302, 404}
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_IN_PROGRESS


def test_strangers_and_a_number_that_is_not_there(waiting, client, enter):
    _page, state, moderator = waiting
    assert client.get(reverse("short_approve", args=[state.pk])).status_code == 302
    assert enter("lan").get(reverse("short_approve", args=[state.pk])).status_code == 302
    assert moderator.get(reverse("short_approve", args=[10**9])).status_code == 404
    assert moderator.put(reverse("short_approve", args=[state.pk])).status_code == 405
