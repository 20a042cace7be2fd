"""wagtail-localize's one global permission opens nothing that the page's own permissions do not."""

import pytest
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from home.models import StandardPage
from tests import cast as people
from tests import factories


@pytest.fixture
def stranger(enter):
    """Mai enters the editor and may send to translation, and has no page of her own."""
    people.give_rights("mai", "Gửi dịch", [], [])
    return enter("mai")


@pytest.fixture
def english():
    return {"locales": [factories.locale("en").pk]}


def made() -> tuple[int, int, int]:
    return Page.objects.count(), TranslationSource.objects.count(), Translation.objects.count()


def assert_refused(response) -> None:
    """Wagtail's editor sends her to its first page with a message."""
    assert (response.status_code, response.headers.get("Location")) in {(302, "/cms/"), (403, None)}


@pytest.mark.parametrize("more", [{}, {"include_subtree": "on"}], ids=["page", "subtree"])
def test_stranger_sends_no_page_to_translation(stranger, english, tree, more):
    page = factories.make_standard()
    factories.make_standard(parent=page)
    before = made()
    assert_refused(stranger.post(f"/cms/localize/submit/page/{page.pk}/", english | more))
    assert_refused(stranger.get(f"/cms/localize/submit/page/{page.pk}/"))
    assert made() == before


def test_editor_of_the_page_may_send_it(editor, english, tree):
    page = factories.make_standard()
    response = editor.post(f"/cms/localize/submit/page/{page.pk}/", english)
    assert response.status_code == 302
    assert page.get_translations().count() == 1


def test_subtree_is_refused_whole_where_one_page_below_is_not_hers(enter, cast, english, tree):
    """Mai may add pages and change her own; the one below is Ngan's."""
    people.give_rights("mai", "Cộng tác", [tree.vi], ["add_page"])
    hers = factories.make_standard(owner=cast.mai)
    factories.make_standard(parent=hers, owner=cast.ngan)
    before = made()
    mai = enter("mai")
    assert_refused(mai.post(f"/cms/localize/submit/page/{hers.pk}/", english | {"include_subtree": "on"}))
    assert made() == before
    assert mai.post(f"/cms/localize/submit/page/{hers.pk}/", english).status_code == 302
    assert hers.get_translations().count() == 1


def test_stranger_sends_no_topic_to_translation(stranger, english, tree):
    topic = factories.make_topic()
    address = f"/cms/localize/submit/snippet/pages/topic/{topic.pk}/"
    assert_refused(stranger.post(address, english))
    assert_refused(stranger.get(address))
    assert not topic.get_translations().exists()
    assert made()[1:] == (0, 0)


def test_editor_of_topics_may_send_one(editor, english, tree):
    topic = factories.make_topic()
    assert editor.post(f"/cms/localize/submit/snippet/pages/topic/{topic.pk}/", english).status_code == 302
    assert topic.get_translations().count() == 1


@pytest.fixture
def outdated(tree):
    """A live translation whose source has changed without being published, so that only the button would bring the change."""
    page = factories.make_standard(summary="Câu cũ")
    factories.translate(page, "en", {"Câu cũ": "Old"})
    StandardPage.objects.filter(pk=page.pk).update(summary="Câu mới")
    return TranslationSource.objects.get(object_id=page.translation_key)


def words(source) -> set[str]:
    return set(source.stringsegment_set.values_list("string__data", flat=True))


def test_stranger_cannot_press_sync(stranger, outdated):
    assert_refused(stranger.post(f"/cms/localize/update/{outdated.pk}/", {"publish_translations": "on"}))
    assert_refused(stranger.get(f"/cms/localize/update/{outdated.pk}/"))
    assert "Câu mới" not in words(outdated)


def test_editor_may_press_sync(editor, outdated):
    assert editor.post(f"/cms/localize/update/{outdated.pk}/", {}).status_code == 302
    assert "Câu mới" in words(outdated)


def test_without_the_global_permission_even_the_editor_cannot(cast, enter, english, tree):
    cast.ngan.groups.get().permissions.remove(people.permission("wagtail_localize.submit_translation"))
    page = factories.make_standard()
    assert_refused(enter("ngan").post(f"/cms/localize/submit/page/{page.pk}/", english))
    assert not page.get_translations().exists()


def test_visitor_is_sent_to_sign_in(client, english, tree):
    page = factories.make_standard()
    response = client.post(f"/cms/localize/submit/page/{page.pk}/", english)
    assert response["Location"].startswith("/cms/login/")
    assert not page.get_translations().exists()


def test_translator_cannot_edit_or_publish_the_vietnamese_page(enter, tree):
    page = factories.make_standard(title="Giới thiệu")
    assert_refused(enter("yen").post(f"/cms/pages/{page.pk}/edit/", {"title": "Khác", "action-publish": "1"}))
    assert StandardPage.objects.get(pk=page.pk).title == "Giới thiệu"
