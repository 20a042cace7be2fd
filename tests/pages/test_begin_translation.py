"""A translation begins as a draft, through the very form that the editor fills in."""

import pytest
from wagtail.models import Page
from wagtail_localize.models import Translation

from home.models import StandardPage
from pages.models import Topic
from tests import factories


def submit(client, page, *codes, **more):
    locales = [factories.locale(code).pk for code in codes]
    return client.post(f"/cms/localize/submit/page/{page.pk}/", {"locales": locales, **more})


def in_language(page, code):
    return Page.objects.get(translation_key=page.translation_key, locale__language_code=code)


def test_page_is_sent_as_drafts_into_each_language(editor, client, tree):
    page = factories.make_standard(slug="gioi-thieu")
    assert submit(editor, page, "en", "hmn").status_code == 302
    for code in ("en", "hmn"):
        assert not in_language(page, code).live
        assert client.get(f"/{code}/gioi-thieu/")["Location"] == f"/gioi-thieu/#chua-dich-{code}"
    assert not Page.objects.filter(translation_key=page.translation_key, locale__language_code="fr").exists()


def test_translation_is_kept_in_step_with_its_source(editor, tree):
    page = factories.make_standard()
    submit(editor, page, "en")
    assert Translation.objects.get(target_locale__language_code="en", source__object_id=page.translation_key).enabled


@pytest.mark.postgres
def test_subtree_is_sent_as_drafts(editor, tree):
    page = factories.make_standard()
    child = factories.make_standard(parent=page)
    grandchild = factories.make_standard(parent=child)
    assert submit(editor, page, "en", include_subtree="on").status_code == 302
    assert [in_language(each, "en").live for each in (page, child, grandchild)] == [False, False, False]


@pytest.mark.postgres
def test_pages_above_begin_as_drafts_too(editor, client, tree):
    """Stock wagtail-localize puts a live copy of them there, in Vietnamese."""
    lesson = factories.make_lesson()
    assert submit(editor, lesson, "en").status_code == 302
    for page in (tree.learning, lesson.get_parent(), lesson):
        translated = in_language(page, "en")
        assert not translated.live
        assert translated.alias_of_id is None
        assert Translation.objects.filter(target_locale=translated.locale, source__object_id=page.translation_key).exists()
        assert client.get("/en" + page.specific.address).status_code == 302


def test_topic_is_sent_as_a_draft(enter, client, tree):
    topic = factories.make_topic(name="Bán hàng")
    response = enter("ngan").post(f"/cms/localize/submit/snippet/pages/topic/{topic.pk}/", {"locales": [factories.locale("en").pk]})
    assert response.status_code == 302
    assert not Topic.objects.get(translation_key=topic.translation_key, locale__language_code="en").live
    assert client.get("/en/chu-de/ban-hang/")["Location"] == "/chu-de/ban-hang/#chua-dich-en"


def test_topic_of_a_page_is_sent_along_as_a_draft(editor, tree):
    page = factories.make_standard(topic=factories.make_topic(name="Giấy tờ"))
    submit(editor, page, "en")
    assert not Topic.objects.get(slug="giay-to", locale__language_code="en").live


def test_no_page_becomes_an_alias_in_another_language(tree):
    page = factories.make_standard()
    copy = page.copy_for_translation(factories.locale("en"), alias=True)
    assert (copy.alias_of_id, copy.live) == (None, False)


def test_translation_cannot_be_made_an_alias_of_its_source(cast, enter, client, tree):
    page = factories.make_standard(title="Giới thiệu", slug="gioi-thieu")
    english = factories.translate(page, "en", {"Giới thiệu": "About us"})
    assert enter("nhung").post(f"/cms/localize/page/{english.pk}/convert_to_alias/").status_code == 404
    assert StandardPage.objects.get(pk=english.pk).alias_of_id is None
    assert "About us" in client.get("/en/gioi-thieu/").text
