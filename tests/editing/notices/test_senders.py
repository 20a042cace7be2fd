"""Who hears of a page's way: sent in, returned with words, approved, refused after approval, published by whatever road."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from editing.notices.domain import tell
from editing.notices.models import Notice
from members.models import Member
from tests import factories
from tests.cast import client_of
from tests.editing.notices.ground import acting, send_in, state_of, told
from tests.factories.forms import save

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def draft(cast):
    """A news item that Ngan has begun."""
    page = factories.make_news(live=False)
    page.owner = cast.ngan
    page.save()
    return page


def test_sent_in_it_is_told_to_those_who_may_approve(cast, draft):
    Member.objects.create(username="root", email="root@example.vn", is_superuser=True)
    save(client_of("ngan"), draft, "submit")
    assert told(cast.nhung) == [("to-moderate", draft.title)]
    assert Notice.objects.count() == 1  # neither to the sender nor to a superuser
    assert Notice.objects.get().address == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert mail.outbox == []


def test_one_has_approved_and_the_others_need_not_look(cast, draft):
    second = Member.objects.create(username="second")
    second.groups.set(cast.nhung.groups.all())
    send_in(draft, cast.ngan)
    assert Notice.objects.unseen().filter(kind="to-moderate").count() == 2
    state_of(draft).approve(user=cast.nhung)
    assert not Notice.objects.unseen().filter(kind="to-moderate").exists()


def test_taken_back_nobody_need_look(cast, draft):
    send_in(draft, cast.ngan)
    draft.current_workflow_state.cancel(user=cast.ngan)
    assert not Notice.objects.unseen().exists()


def test_returned_with_the_words_of_the_moderator(cast, draft):
    save(client_of("ngan"), draft, "submit")
    action = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "reject", state_of(draft).pk])
    client_of("nhung").post(action, {"comment": "Thiếu ảnh, chị thêm nhé."})
    notice = Notice.objects.shown_to(cast.ngan).get()
    assert (notice.kind, notice.words, notice.by) == ("returned", "Thiếu ảnh, chị thêm nhé.", cast.nhung)
    assert mail.outbox == []


def test_sent_in_again_it_is_told_again(cast, draft):
    send_in(draft, cast.ngan)
    state_of(draft).reject(user=cast.nhung, comment="Chưa được.")
    with acting(cast.ngan):
        draft.refresh_from_db()
        draft.current_workflow_state.resume(user=cast.ngan)
    assert [kind for kind, _title in told(cast.nhung)] == ["to-moderate", "to-moderate"]
    assert Notice.objects.unseen().filter(kind="to-moderate").count() == 1


def test_approved_it_is_published_and_told_once(cast, draft):
    cast.ngan.email = "ngan@example.vn"
    cast.ngan.save()
    send_in(draft, cast.ngan)
    with acting(cast.nhung):
        state_of(draft).approve(user=cast.nhung)
    assert told(cast.ngan) == [("published", draft.title)]
    assert Notice.objects.get(kind="published").by == cast.nhung
    assert mail.outbox == []


def test_refused_after_approval_it_comes_back_and_nobody_hears_that_it_was_approved(cast):
    story = factories.make_story(consent=False, live=False)
    story.owner = cast.ngan
    story.save()
    cast.ngan.email = "ngan@example.vn"
    cast.ngan.save()
    send_in(story, cast.ngan)
    with acting(cast.nhung):
        state_of(story).approve(user=cast.nhung)
    assert told(cast.ngan) == [("returned", story.title)]
    assert "đồng ý" in Notice.objects.get(kind="returned").words
    assert mail.outbox == []


def test_published_by_herself_she_is_not_told(cast, draft):
    draft.owner = cast.nhung
    draft.save()
    save(client_of("nhung"), draft, "publish")
    draft.refresh_from_db()
    assert draft.live
    assert told(cast.nhung) == []


def test_published_on_time_it_is_told_without_a_name(cast, draft):
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    revision = draft.save_revision(user=cast.ngan)
    revision.publish(user=cast.nhung)
    assert told(cast.ngan) == []
    draft.refresh_from_db()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    content = {**revision.content, "go_live_at": (timezone.now() - timedelta(minutes=1)).isoformat()}
    type(revision).objects.filter(pk=revision.pk).update(content=content)
    call_command("publish_scheduled")
    draft.refresh_from_db()
    assert draft.live
    assert told(cast.ngan) == [("published", draft.title)]
    assert Notice.objects.get().by is None


def test_published_with_several_others(cast, draft):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client_of("nhung").post(f"{address}?id={draft.pk}&next=/cms/", {"next": "/cms/"})
    draft.refresh_from_db()
    assert draft.live
    assert told(cast.ngan) == [("published", draft.title)]


def test_told_twice_it_is_kept_once(cast, draft):
    for _time in range(2):
        tell([cast.ngan, cast.ngan], "comment", title="Bài", address="pages/1/", key="x")
    assert Notice.objects.count() == 1


def test_nothing_leads_out_of_the_admin(cast):
    tell([cast.ngan], "comment", title="Bài", address="//evil.example/", key="x")
    assert Notice.objects.get().address == "/cms/evil.example/"
