"""The practice room: all of the staff may do everything there, no reader meets it on any road, and it empties itself."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, GroupPagePermission, PageViewRestriction, Revision, TaskState, WorkflowState
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_page_subtree

from editing.help import practice
from editing.help.models import PracticeIndexPage, PracticePage
from editing.notices.models import Notice
from editing.start.beginning import Start
from editing.start.creating import Parents
from editing.translating.board import Board, Choice
from editing.translating.rights import sight_of
from editing.translating.sending import with_subtree
from home.news.models import NewsPage
from members.models import Member
from pages.models import Picture
from pages.permissions import writes_pages
from sharing.models import ShortLink
from tests import factories
from tests.cast import client_of, permission
from tests.factories.forms import complaints, form_of, save
from tests.pages.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TITLE = "Bài tập của chị Ngân"


@pytest.fixture
def room(cast):
    """Vui belongs to the staff and has no rights anywhere else."""
    staff = Group.objects.create(name="Xem thôi")
    staff.permissions.add(permission("wagtailadmin.access_admin"))
    cast.vui.groups.add(staff)
    call_command("empty_practice")
    return practice.room()


def write(who: str, room, action: str | None = None, title: str = TITLE):
    page = PracticePage(title=title, slug="bai-tap" if title == TITLE else "bai-khac", summary="Thử viết.", locale=room.locale)
    return client_of(who).post(reverse("wagtailadmin_pages:add", args=["help", "practicepage", room.pk]), form_of(page, action))


def written() -> PracticePage:
    return PracticePage.objects.get(title=TITLE)


def publish(room) -> PracticePage:
    assert complaints(write("vui", room, "publish")) == ""
    assert written().live
    return written()


@pytest.mark.parametrize("who", ["vui", "ngan", "yen", "nhung"])
def test_everybody_of_the_staff_writes_and_publishes(room, who):
    assert complaints(write(who, room, "publish")) == ""
    assert written().live
    assert complaints(save(client_of(who), written(), "publish", summary="Sửa lại.")) == ""


def test_she_sends_in_and_approves_herself_and_no_moderator_hears_of_it(room, cast):
    write("vui", room, "submit")
    state = written().current_workflow_task_state
    client_of("vui").post(reverse("wagtailadmin_pages:workflow_action", args=[written().pk, "approve", state.pk]), {"comment": ""})
    assert written().live
    assert not Notice.objects.exists()


def test_a_new_group_of_staff_is_let_in_and_a_dismissed_one_is_not(room, cast):
    PageViewRestriction.objects.filter(page=room).delete()
    new = Group.objects.create(name="Mới")
    new.permissions.add(permission("wagtailadmin.access_admin"))
    gone = Group.objects.get(name="Xem thôi")
    gone.permissions.clear()
    call_command("empty_practice")
    assert set(GroupPagePermission.objects.filter(page=room, group=new).values_list("permission__codename", flat=True)) == set(practice.PAGE_RIGHTS)
    assert not GroupPagePermission.objects.filter(page=room, group=gone).exists()
    restriction = PageViewRestriction.objects.get(page=room)
    assert new in restriction.groups.all() and gone not in restriction.groups.all()


@pytest.mark.parametrize("path", ["/tap-lam/", "/tap-lam/bai-tap/"])
def test_neither_strangers_nor_members_see_a_page(room, client, enter, path):
    publish(room)
    for reader in (client, enter("lan"), enter("hoa")):
        answer = reader.get(path)
        assert answer.status_code in (302, 403, 404)
        assert TITLE not in answer.content.decode()
    assert enter("ngan").get(path).status_code == 200  # she sees what she has made


@pytest.mark.parametrize(
    "road",
    [
        "/",
        "/sitemap.xml",
        "/tim-kiem/?q=bài+tập+chị+Ngân",
        "/moi-cho-nhom/",
        "/moi-cho-nhom/rss/",
        "/tin-tuc/rss/",
        "/tin-tuc/",
        "/chu-de/{topic}/",
        "/chu-de/{topic}/rss/",
    ],
)
def test_no_list_speaks_of_it(room, client, enter, road):
    topic = factories.make_topic()
    factories.make_news(topic=topic)
    page = publish(room)
    page.topic = topic
    page.save_revision().publish()
    call_command("index_search", verbosity=0)
    for reader in (client, enter("lan")):
        shown = reader.get(road.format(topic=topic.slug), follow=True).getvalue().decode()
        assert TITLE not in shown and "tap-lam" not in shown


def test_it_gets_neither_card_nor_short_link(room):
    page = publish(room)
    call_command("make_short_links", verbosity=0)
    call_command("make_cards", verbosity=0)
    assert not written().card
    assert not ShortLink.objects.filter(key__in=[page.translation_key, room.translation_key]).exists()


def test_no_translator_is_called(room, cast):
    page = publish(room)
    client = client_of("nhung")
    assert (
        client.get(reverse("wagtail_localize:submit_page_translation", args=[page.pk])).status_code == 403
        or client.get(reverse("wagtail_localize:submit_page_translation", args=[page.pk])).status_code == 302
    )
    assert not Notice.objects.exists()


def test_a_subtree_is_sent_without_it(room, tree, cast):
    page = publish(room)
    news = factories.make_news()
    translate_page_subtree(tree.vi.pk, [factories.locale("en")], None, cast.yen)
    assert news.has_translation(factories.locale("en"))
    for own in (room, page):
        assert not own.has_translation(factories.locale("en"))
        assert not TranslationSource.objects.filter(object_id=own.translation_key).exists()


def test_nobody_opens_it_to_readers(room, client):
    page = publish(room)
    for place in (room, page):
        client_of("vui").post(reverse("wagtailadmin_pages:set_privacy", args=[place.pk]), {"restriction_type": "none"})
    assert client.get("/tap-lam/bai-tap/").status_code == 302


def test_a_banner_stands_on_every_tab(room):
    write("vui", room)
    shown = client_of("vui").get(reverse("wagtailadmin_pages:edit", args=[written().pk])).content.decode()
    assert shown.count("practice-note") >= shown.count('role="tabpanel"') > 3


def age(page, days: int) -> None:
    PracticePage.objects.filter(pk=page.pk).update(latest_revision_created_at=timezone.now() - timedelta(days=days))


def test_what_nobody_has_touched_goes_with_all_that_hangs_on_it(room, cast):
    write("vui", room, "submit")
    old = written()
    write("ngan", room, title="Bài mới")
    age(old, 8)
    call_command("empty_practice")
    assert list(PracticePage.objects.values_list("title", flat=True)) == ["Bài mới"]
    assert not Revision.objects.filter(object_id=str(old.pk), base_content_type__model="page").exists()
    assert not WorkflowState.objects.exists() and not TaskState.objects.exists()
    assert PracticeIndexPage.objects.filter(pk=room.pk).exists()


def test_pictures_of_the_room_go_unless_a_page_of_the_site_shows_them(room):
    collection = Collection.objects.get(name=practice.NAME)
    old = timezone.now() - timedelta(days=8)
    unused, used, fresh = (factories.make_picture(collection=collection) for _number in range(3))
    elsewhere = factories.make_picture()
    factories.make_news(cover=used)
    Picture.objects.filter(pk__in=[unused.pk, used.pk, elsewhere.pk]).update(created_at=old)
    call_command("empty_practice")
    assert set(Picture.objects.values_list("pk", flat=True)) == {used.pk, fresh.pk, elsewhere.pk}


def test_deleted_it_comes_back_closed(room, client):
    PracticeIndexPage.objects.get().delete()
    call_command("empty_practice")
    again = practice.room()
    assert again.live and again.pk != room.pk
    assert client.get("/tap-lam/").status_code == 302


def test_a_second_run_changes_nothing(room):
    def state():
        return (
            sorted(GroupPagePermission.objects.values_list("pk", flat=True)),
            list(PageViewRestriction.objects.values_list("pk", "restriction_type")),
            Revision.objects.count(),
            Collection.objects.count(),
        )

    before = state()
    call_command("empty_practice")
    assert state() == before


def test_real_pages_are_left_alone(room):
    news = factories.make_news()
    type(news).objects.filter(pk=news.pk).update(latest_revision_created_at=timezone.now() - timedelta(days=900))
    call_command("empty_practice", "--days", "0")
    assert type(news).objects.filter(pk=news.pk).exists()


def test_no_second_room_is_made_by_hand(room, cast, tree):
    Member.objects.create(username="root", is_superuser=True)
    address = reverse("wagtailadmin_pages:add", args=["help", "practiceindexpage", tree.vi.pk])
    assert client_of("root").get(address).status_code == 302


def test_practising_is_no_duty_and_no_work(room, cast):
    """Of who may do nothing else, no screen of work speaks, and it does not make a section of hers."""
    cast.nhung.is_superuser = True
    cast.nhung.save()
    who = client_of("nhung").get("/cms/phan-cong/").text
    assert cast.vui.get_full_name() in who and practice.NAME not in who
    vui = client_of("vui")
    first = vui.get("/cms/").text
    assert "/cms/dich/" not in first and "/cms/tu-word/" not in first
    assert vui.get("/cms/dich/").status_code == 302
    assert not writes_pages(cast.vui) and writes_pages(cast.ngan, "add") and not writes_pages(cast.ngan, "publish")


@pytest.mark.parametrize("who", ["vui", "ngan", "nhung"])
def test_nothing_is_begun_there_from_the_start_page(room, cast, who):
    shown = soup(client_of(who).get("/cms/")).select("main a[href*='/add/']")
    assert not [link["href"] for link in shown if f"/{room.pk}/" in link["href"]]
    start = Start(getattr(cast, who))
    assert room.path not in {place.path for place in start.abilities.places("add", "change", "publish")}
    assert room.pk not in {page.pk for page in Parents(start, [PracticePage, NewsPage]).all_of(PracticePage)}


def test_it_stands_on_no_board_of_translations(room, tree, cast):
    page, news = publish(room), factories.make_news()
    cast.ngan.is_superuser = True
    cast.ngan.save()
    board = Board(sight_of(cast.ngan), Choice())
    listed = {source.pk for source in board.sources}
    assert news.pk in listed and not {room.pk, page.pk} & listed
    below = {one.pk for one in with_subtree(tree.vi)}
    assert news.pk in below and not {room.pk, page.pk} & below
    ngan = client_of("ngan")
    assert ngan.get(reverse("translation_page", args=[page.pk])).status_code == 404
    ngan.post(reverse("translation_send"), {"pages": [page.pk], "languages": "en"})
    assert not page.has_translation(factories.locale("en"))
