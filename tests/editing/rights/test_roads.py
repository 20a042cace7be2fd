"""Every hole that the matrix has shown, by itself: what another unit has not published is nowhere to be had."""

import pytest
from django.urls import reverse
from wagtail.models import Collection, Page

from pages.models import Picture
from tests import factories
from tests.cast import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

SECRET = "Chuyện chưa đăng 5821"


@pytest.fixture
def hers(house):
    return client_of(house.editor)


@pytest.fixture
def draft(house):
    return factories.make_news(parent=house.other, live=False, title=SECRET, slug="chuyen-kin", owner=house.neighbour)


@pytest.fixture
def edited(house):
    """Live, and being written on."""
    page = factories.make_news(parent=house.other, title="Tin đã đăng", slug="tin-da-dang")
    page.title = SECRET
    page.save_revision()
    return page


def refused(answer) -> bool:
    return answer.status_code in {403, 404} or (answer.status_code == 302 and answer["Location"] == "/cms/")


def shown(answer) -> str:
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode("utf-8", "replace").encode().decode("unicode_escape", "ignore")


def test_copying_anothers_page_is_refused_live_or_not(house, hers, draft, edited):
    count = Page.objects.count()
    for page in (draft, edited, house.other):
        form = {"new_title": "Chép", "new_slug": f"chep-{page.pk}", "new_parent_page": house.section.pk, "copy_subpages": "on"}
        assert refused(hers.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form))
    assert Page.objects.count() == count


def test_her_own_page_she_copies(house, hers):
    page = factories.make_news(parent=house.section, title="Tin của xã")
    hers.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), {"new_title": "Chép", "new_slug": "chep", "new_parent_page": house.section.pk})
    assert Page.objects.filter(slug="chep", live=False).exists()


def test_the_screen_that_moves_a_page_names_no_draft(house, hers, draft):
    answer = hers.get(reverse("wagtailadmin_pages:move_confirm", args=[draft.pk, house.section.pk]))
    assert refused(answer)


def test_cancelling_anothers_moderation_is_refused(house, hers, draft):
    draft.get_workflow().start(draft, house.neighbour)
    assert refused(hers.get(reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[draft.pk])))
    assert refused(hers.post(reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[draft.pk])))
    assert Page.objects.get(pk=draft.pk).specific.workflow_in_progress


def test_the_page_chooser_offers_what_is_live_and_what_is_hers(house, hers, draft, edited):
    own = factories.make_news(parent=house.section, live=False, title="Nháp của mình")
    found = hers.get(reverse("wagtailadmin_choose_page_child", args=[house.other.pk])).json()["html"]
    assert "Tin đã đăng" in found and SECRET not in found
    assert own.title in hers.get(reverse("wagtailadmin_choose_page_child", args=[house.section.pk])).json()["html"]


def test_nobody_browses_into_anothers_draft(house, hers, draft):
    assert refused(hers.get(reverse("wagtailadmin_choose_page_child", args=[draft.pk])))


def test_the_chooser_resolves_no_number_of_a_draft(hers, draft, edited):
    address = reverse("wagtailadmin_choose_page_chosen_multiple")
    assert refused(hers.get(address, {"id": [draft.pk]}))
    answer = hers.get(address, {"id": [edited.pk]})
    assert answer.status_code == 200 and "5821" not in answer.content.decode()


def test_a_field_that_leads_to_a_page_names_it_as_readers_know_it(house, hers, edited, editors_search):
    answer = hers.get(reverse("wagtailadmin_choose_page_search"), {"q": "Tin"})
    assert "5821" not in answer.content.decode()


def test_search_finds_no_draft_of_another_unit(house, hers, editors_search):
    factories.make_news(parent=house.other, live=False, title=SECRET)
    mine = factories.make_news(parent=house.section, live=False, title="Chuyện của mình")
    found = hers.get("/cms/pages/search/", {"q": "Chuyện"}).content.decode()
    assert mine.title in found and SECRET not in found


def test_the_screens_of_several_pages_at_once_name_only_hers(house, hers, draft):
    for action in ("delete", "move", "publish", "unpublish"):
        address = f"/cms/bulk/wagtailcore/page/{action}/?id={draft.pk}"
        assert refused(hers.get(address)) and refused(hers.post(address))
    assert refused(hers.get("/cms/bulk/wagtailcore/page/delete/?id=all"))
    assert refused(hers.get(f"/cms/bulk/wagtailcore/page/delete/?id=all&childOf={house.other.pk}"))
    assert Page.objects.filter(pk=draft.pk).exists()


def test_the_screens_of_several_pictures_at_once_name_only_hers(house, hers):
    picture = factories.make_picture(title=SECRET, collection=house.there.section.collection)
    assert refused(hers.get(f"/cms/bulk/pages/picture/add_to_collection/?id={picture.pk}"))
    assert refused(hers.post(f"/cms/bulk/pages/picture/delete/?id={picture.pk}"))
    assert Picture.objects.filter(pk=picture.pk).exists()


def test_the_lists_for_scripts_hold_what_she_may_choose(house, hers):
    secret = factories.make_picture(title=SECRET, collection=house.there.section.collection)
    own = factories.make_picture(title="Tranh của mình", collection=house.here.section.collection)
    listed = {item["id"] for item in hers.get("/cms/api/main/images/").json()["items"]}
    assert own.pk in listed and secret.pk not in listed
    assert refused(hers.get(f"/cms/api/main/images/{secret.pk}/"))


def test_pictures_of_no_unit_are_shared_and_those_of_another_are_not(house, hers):
    root = Collection.get_first_root_node()
    shared, secret = factories.make_picture(collection=root), factories.make_picture(collection=house.there.section.collection)
    offered = hers.get(reverse("wagtailimages_chooser:choose_results")).content.decode()
    assert f"/chosen/{shared.pk}/" in offered and f"/chosen/{secret.pk}/" not in offered
    assert hers.get(reverse("wagtailimages_chooser:chosen", args=[shared.pk])).status_code == 200
    assert refused(hers.get(reverse("wagtailimages_chooser:chosen", args=[secret.pk])))
    assert hers.get(reverse("wagtailimages:edit", args=[shared.pk])).status_code == 302  # chosen, not changed


def test_documents_that_anybody_reads_are_shared_and_private_ones_are_not(house, hers):
    there = house.there.section.collection
    public = factories.make_document(collection=there)
    closed = factories.make_document(collection=factories.make_collection("officials", house.there, above=Collection.objects.get(pk=there.pk)))
    offered = hers.get(reverse("wagtaildocs_chooser:choose_results")).content.decode()
    assert f"/chosen/{public.pk}/" in offered and f"/chosen/{closed.pk}/" not in offered
    assert hers.get(reverse("wagtaildocs_chooser:chosen", args=[public.pk])).status_code == 200
    assert refused(hers.get(reverse("wagtaildocs_chooser:chosen", args=[closed.pk])))
    assert refused(hers.get(reverse("wagtaildocs:edit", args=[public.pk])))


@pytest.fixture
def translation(house):
    page = factories.make_news(parent=house.other, live=False, title=SECRET)
    translation = factories.begin_translation(page, "en")
    factories.translate_strings(translation)
    translation.save_target(publish=False)
    return translation


@pytest.mark.parametrize("way", ["pofile/download/", "preview/", "preview/form/"])
def test_anothers_translation_is_not_read(house, hers, translation, way):
    assert refused(hers.get(f"/cms/localize/translate/{translation.pk}/{way}"))


@pytest.mark.parametrize("way", ["pofile/upload/", "machine_translate/", "disable/"])
def test_anothers_translation_is_not_written(house, hers, translation, way):
    assert refused(hers.post(f"/cms/localize/translate/{translation.pk}/{way}"))
    segment = translation.source.stringsegment_set.first()
    assert refused(hers.put(f"/cms/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"))


def test_the_report_of_translations_names_only_hers(house, hers, translation):
    assert SECRET not in hers.get("/cms/localize/reports/translations/?source_locale=all&target_locale=all").content.decode()
    assert SECRET in client_of(house.moderator).get("/cms/localize/reports/translations/?source_locale=all&target_locale=all").content.decode()


def test_the_report_of_page_types_is_the_technicians(hers, house, admin_client):
    assert refused(hers.get("/cms/reports/page-types-usage/")) and refused(client_of(house.moderator).get("/cms/reports/page-types-usage/"))
    assert admin_client.get("/cms/reports/page-types-usage/").status_code == 200


def test_tasks_of_moderation_are_chosen_by_who_makes_workflows(hers, admin_client):
    assert refused(hers.get("/cms/workflows/task_chooser/"))
    assert admin_client.get("/cms/workflows/task_chooser/").status_code == 200


def test_uploads_land_in_the_units_own_collection(house, hers):
    """With one collection to choose from, the form asks for none."""
    form = hers.get("/cms/images/add/").content.decode()
    assert 'name="collection"' not in form


def test_only_who_publishes_makes_a_section(house, hers):
    address = reverse("wagtailadmin_pages:add", args=["sections", "sectionpage", house.section.pk])
    assert refused(hers.get(address)) and refused(hers.post(address, {}))
    assert client_of(house.moderator).get(address).status_code == 200
