"""A woman's story written on a phone: without her consent it is a draft and nothing else; what she signed stays private."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editing.start.models import ConsentPaper
from home.stories.models import StoryPage
from tests import factories
from tests.cast import client_of
from tests.editing.start import ground
from tests.factories.files import picture_bytes
from tests.factories.forms import save

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

ADDRESS = "/cms/viet/guong/"
TYPED = {
    "title": "Chị Ví Dụ bán măng trên Zalo",
    "people": "Chị Ví Dụ",
    "before": "Bán ở chợ phiên.",
    "action": "Học chụp ảnh.\nHọc viết bài.",
    "result": "Đơn nhiều hơn.",
    "written_by": "Chị Xuân",
}
FIGURE = {"figure_label": "Đơn mỗi tháng", "figure_before": "5", "figure_after": "30", "figure_unit": "đơn"}
WORDS = {"words": "Em làm được rồi.", "source": "Họp chi hội ngày 21/11/2026"}
CONSENT = {"consent_by": "Chị Ví Dụ", "consent_on": "2026-11-20", "consent_scope": "public"}


@pytest.fixture
def xuan(tree, cast):
    return ground.commune_editor(tree)


@pytest.fixture
def phone(xuan):
    return client_of(xuan)


def sent(client, press="draft", address=ADDRESS, token=None, **more):
    return client.post(address, {"token": token or str(uuid.uuid4()), "press": press, **TYPED, **more})


def made() -> StoryPage:
    return StoryPage.objects.get().get_latest_revision_as_object()


def paper(name="dong-y.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture_bytes(), "image/png")


def test_whole_story_becomes_a_proper_page(phone, tree):
    assert sent(phone, "send", **FIGURE, **WORDS, **CONSENT).status_code == 302
    page = made()
    assert page.workflow_in_progress and page.get_parent().pk == tree.stories.pk
    assert page.action == "<p>Học chụp ảnh.<br/>Học viết bài.</p>"
    assert dict(page.figures[0].value) == {"label": "Đơn mỗi tháng", "before": "5", "after": "30", "unit": "đơn"}
    assert (page.quotations[0].value["text"], page.quotations[0].value["who"]) == (WORDS["words"], "Chị Ví Dụ")
    assert page.has_consent and page.summary == "Đơn nhiều hơn."
    page.full_clean()


def test_without_consent_it_is_kept_but_not_sent(phone):
    answer = sent(phone, "send")
    assert answer.status_code == 422 and 'href="#id_consent_by"' in answer.content.decode() and not StoryPage.objects.exists()
    assert sent(phone, "draft").status_code == 302
    assert not StoryPage.objects.get().workflow_in_progress


def test_consent_for_the_union_only_is_not_sent_to_the_public(phone):
    answer = sent(phone, "send", **CONSENT | {"consent_scope": "union"})
    assert answer.status_code == 302
    page = StoryPage.objects.get()
    assert not page.workflow_in_progress, "the draft is kept"
    assert 'class="error"' in phone.get(answer.url).content.decode()


def test_withdrawn_consent_cannot_be_filled_in_again_here(phone, xuan):
    sent(phone, **CONSENT)
    page = made()
    StoryPage.objects.filter(pk=page.pk).update(consent_withdrawn_on="2026-11-25")
    sent(phone, "send", address=reverse("short_edit", args=["guong", page.pk]), **CONSENT)
    assert not StoryPage.objects.get().workflow_in_progress


def test_words_in_quotation_marks_say_where_they_come_from(phone):
    answer = sent(phone, "send", words="Em làm được rồi.", **CONSENT)
    assert answer.status_code == 422 and 'href="#id_source"' in answer.content.decode()


def test_paper_is_seen_by_her_and_by_who_approves_and_by_nobody_else(phone, tree, xuan, client, enter):
    sent(phone, "send", paper=paper(), **CONSENT)
    kept = ConsentPaper.objects.get()
    assert (kept.page_id, kept.kept_by) == (made().pk, xuan)
    address = reverse("short_consent_paper", args=[kept.pk])
    moderator = client_of(ground.moderator(tree))
    for asking in (phone, moderator):
        answer = asking.get(address)
        assert answer.status_code == 200 and "no-store" in answer.headers["Cache-Control"]
    other = client_of(ground.make_staff("xakhac", page_rights=("add",), pages=(tree.stories,)))
    assert other.get(address).status_code == 404
    assert client.get(address).status_code == enter("lan").get(address).status_code == 302
    assert client.get(f"/media/{kept.file.name}").status_code == 404
    assert address in moderator.get(reverse("short_approve", args=[made().current_workflow_task_state.pk])).content.decode()


def test_paper_outlives_a_mistake_in_the_form(phone):
    token = str(uuid.uuid4())
    html = sent(phone, "send", token=token, paper=paper()).content.decode()
    assert "dong-y.png" in html
    sent(phone, "send", token=token, **CONSENT)
    assert ConsentPaper.objects.get().page_id == made().pk


def test_paper_that_is_none_is_refused(phone):
    answer = sent(phone, "send", paper=SimpleUploadedFile("dong-y.pdf", b"khong phai"), **CONSENT)
    assert answer.status_code == 422 and not ConsentPaper.objects.exists()


def test_edited_again_it_shows_what_was_typed(phone):
    sent(phone, **FIGURE, **WORDS, **CONSENT)
    html = phone.get(reverse("short_edit", args=["guong", made().pk])).content.decode()
    for typed in ("Học chụp ảnh.\nHọc viết bài.", "Đơn mỗi tháng", "Họp chi hội ngày 21/11/2026", "2026-11-20", "Em làm được rồi."):
        assert typed in html


def test_saved_in_the_large_editor_it_is_still_held(phone):
    sent(phone, **FIGURE, **WORDS, **CONSENT)
    assert save(phone, made()).status_code == 302
    assert phone.get(reverse("short_edit", args=["guong", made().pk])).status_code == 200


def test_two_figures_are_left_to_the_large_editor(phone, xuan):
    figure = ("figure", {"label": "Đơn", "before": "5", "after": "30", "unit": ""})
    page = factories.make_story(live=False, figures=factories.stream(figure, figure), quotations="[]")
    StoryPage.objects.filter(pk=page.pk).update(owner=xuan)
    address = reverse("short_edit", args=["guong", page.pk])
    assert phone.get(address).url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent(phone, address=address)
    assert len(page.get_latest_revision_as_object().figures) == 2
