"""Two editors: Ngan writes the Vietnamese pages, Yen the English and French ones, and neither the other's."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests import factories
from tests.factories.forms import edit_address, form_of, save
from tests.factories.quick import twin

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(tree):
    """One news item by its language."""
    vietnamese = factories.make_news()
    return {"vi": vietnamese, "en": twin(vietnamese, "en"), "hmn": twin(vietnamese, "hmn")}


MAY_EDIT = {"ngan": {"vi"}, "yen": {"en"}, "nhung": {"vi", "en", "hmn"}, "lan": set(), "hoa": set(), "thu": set(), None: set()}


@pytest.mark.parametrize("who", MAY_EDIT)
def test_each_edits_her_own_languages_only(pages, enter, client, who):
    asking = enter(who) if who else client
    for code, page in pages.items():
        answer = asking.get(edit_address(page))
        assert (answer.status_code == 200) is (code in MAY_EDIT[who]), code
        sent = asking.post(edit_address(page), form_of(type(page).objects.get(pk=page.pk), summary=f"Sửa bởi {who}"))
        assert sent.status_code in {302, 403}
        kept = type(page).objects.get(pk=page.pk).get_latest_revision_as_object().summary
        assert (kept == f"Sửa bởi {who}") is (code in MAY_EDIT[who]), code


def test_editor_without_the_right_to_publish_does_not_publish(pages, editor):
    page = pages["vi"]
    save(editor, page, "publish", summary="Chưa duyệt")
    assert type(page).objects.get(pk=page.pk).summary != "Chưa duyệt"
    save(editor, page, "submit", summary="Chờ duyệt")
    fresh = type(page).objects.get(pk=page.pk)
    assert fresh.summary != "Chờ duyệt" and fresh.workflow_in_progress


def test_moderator_publishes(pages, enter):
    page = pages["vi"]
    assert save(enter("nhung"), page, "publish", summary="Đã duyệt").status_code == 302
    assert type(page).objects.get(pk=page.pk).summary == "Đã duyệt"


@pytest.mark.parametrize("action", ["delete", "unpublish", "copy", "move"])
@pytest.mark.parametrize("who", ["yen", "lan", None])
def test_stranger_does_nothing_else_either(pages, enter, client, action, who):
    page, asking = pages["vi"], enter(who) if who else client
    assert asking.post(
        reverse(f"wagtailadmin_pages:{action}", args=[page.pk]), {"new_title": "x", "new_slug": "x", "new_parent_page": page.get_parent().pk}
    ).status_code in {302, 403, 405}
    assert Page.objects.get(pk=page.pk).live and not Page.objects.filter(slug="x").exists()


@pytest.mark.parametrize("who", ["yen", "lan", None])
def test_stranger_previews_and_reads_no_draft(pages, enter, client, who):
    page, asking = pages["vi"], enter(who) if who else client
    draft = factories.make_news(live=False, title="Tin mật")
    assert asking.get(draft.address).status_code == 404
    for address in (reverse("wagtailadmin_pages:view_draft", args=[draft.pk]), reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])):
        answer = asking.get(address)
        assert answer.status_code in {302, 403} and "Tin mật" not in answer.content.decode()
