"""The cards of the guide: complete, reachable from the screens they belong to, and printable."""

import re

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.staticfiles import finders
from django.urls import get_resolver, reverse

from editing.help.cards import card_at, card_for, cards, fits
from tests import factories
from tests.cast import client_of

pytestmark = pytest.mark.django_db
CARDS = list(cards().values())
SENTENCE = re.compile(r"[.?!:](?:\s|$)")
LIGHT = 40 * 1024


def by_slug(card):
    return card.slug


def test_there_are_thirteen_with_names_of_their_own():
    assert len(CARDS) == 13 == len({card.title for card in CARDS})


@pytest.mark.parametrize("card", CARDS, ids=by_slug)
def test_each_says_what_is_needed_what_to_do_and_what_goes_wrong(card):
    assert card.title and card.audience and card.needs and card.problems
    assert 4 <= len(card.steps) <= 7
    assert card.page_types or card.screens


@pytest.mark.parametrize("card", CARDS, ids=by_slug)
def test_steps_are_short(card):
    for step in card.steps:
        sentences = [part for part in re.split(r"(?<=[.?!])\s+", step.text) if part]
        assert 1 <= len(sentences) <= 2 or max(len(part.split()) for part in sentences) <= 14 and len(sentences) == 3, step.text
        assert max(len(part.split()) for part in sentences) <= 26, step.text


@pytest.mark.parametrize("card", CARDS, ids=by_slug)
def test_each_has_a_picture_and_every_picture_is_light(card):
    """Taken by tests/help_pictures.py."""
    pictures = [finders.find(step.picture) for step in card.steps if step.picture]
    assert pictures
    for path in pictures:
        with open(path, "rb") as picture:
            assert len(picture.read()) <= LIGHT, path


def test_every_page_type_that_editors_make_has_one():
    without = {"homepage", "sectionpage", "standardpage", "guideindexpage", "guidepage"}
    from pages import cards as listed

    assert {kind._meta.model_name for kind in listed.kinds() if not card_for(kind._meta.model_name)} <= without
    assert all(name in {model._meta.model_name for model in apps.get_models()} for card in CARDS for name in card.page_types)


@pytest.mark.parametrize("who", ["ngan", "nhung"])
def test_list_and_cards_are_shown_to_the_staff(enter, who):
    client = enter(who)
    shown = client.get("/cms/huong-dan/").content.decode()
    for card in CARDS:
        assert f'href="/cms/huong-dan/{card.slug}/"' in shown
        sheet = BeautifulSoup(client.get(f"/cms/huong-dan/{card.slug}/").content, "html.parser").select("article")
        assert [article.h1.text for article in sheet] == [card.title]
        assert len(sheet[0].select("ol > li")) == len(card.steps)
    together = BeautifulSoup(client.get("/cms/huong-dan/in/").content, "html.parser").select("article h2")
    assert [heading.text for heading in together] == [card.title for card in CARDS]


def test_others_do_not_get_in_and_a_wrong_name_is_not_found(enter, client):
    for reader in (client, enter("lan")):
        assert reader.get("/cms/huong-dan/").status_code in (302, 403)
    assert enter("ngan").get("/cms/huong-dan/khong-co/").status_code == 404


def names(resolver, within: str = "") -> set[str]:
    """Of all addresses."""
    found = set()
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            found |= names(pattern, f"{within}{pattern.namespace}:" if pattern.namespace else within)
        else:
            found.add(within + pattern.name if pattern.name else pattern.lookup_str)
    return found


@pytest.mark.parametrize("card", CARDS, ids=by_slug)
def test_screens_are_called_by_names_that_exist(card):
    known = names(get_resolver())
    assert [screen for screen in card.screens if not any(fits(screen.split()[0], name, ()) for name in known)] == []


def test_a_screen_that_names_a_value_goes_first():
    assert card_at("short_edit", ("tin", "7")).slug == "viet-tin"
    assert card_at("short_edit", ("guong", "7")).slug == "guong-dien-hinh"
    assert card_at("short_edit", ("khac",)) is None
    assert card_at("wagtaildocs_chooser:choose") is None


def linked(answer) -> str:
    """Where the entry of the menu leads from this screen."""
    return re.search(r'"(?:url|_args)[^}]*?(/cms/huong-dan/[a-z0-9-]*/?)"', answer.content.decode()).group(1)


def test_the_menu_leads_to_the_card_of_the_screen(enter, tree):
    client, news, lesson = enter("ngan"), factories.make_news(), factories.make_lesson()
    screens = {
        reverse("wagtailadmin_pages:edit", args=[news.pk]): "viet-tin",
        reverse("wagtailadmin_pages:add", args=["news", "newspage", tree.news.pk]): "viet-tin",
        reverse("wagtailadmin_explore", args=[tree.stories.pk]): "guong-dien-hinh",
        reverse("wagtailadmin_pages:edit", args=[lesson.pk]): "bai-hoc",
        reverse("wagtaildocs:index"): "tai-lieu",
        reverse("wagtaildocs:add"): "tai-lieu",
        reverse("notices"): "gui-duyet",
        reverse("before_publishing", args=[news.pk]): "gui-duyet",
        reverse("review_page", args=[news.pk]): "xem-lai",
        reverse("pages_to_review"): "xem-lai",
        reverse("word_start"): "tu-word",
        reverse("translation_board"): "dich",
        reverse("translation_page", args=[news.pk]): "dich",
        reverse("short_links", args=["page", news.translation_key]): "zalo-qr",
    }
    for address, slug in screens.items():
        assert linked(client.get(address)) == f"/cms/huong-dan/{slug}/", address
    assert linked(client.get("/cms/account/")) == "/cms/huong-dan/"
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[news.pk])).content.decode()
    assert shown.count("/cms/huong-dan/viet-tin/") >= 2  # in the page's own menu too


def test_a_short_form_shows_the_way_to_its_card_itself(enter, tree):
    client = enter("ngan")
    for address, slug in {
        reverse("short_write", args=["tin"]): "viet-tin",
        reverse("short_write", args=["guong"]): "guong-dien-hinh",
    }.items():
        assert f'href="/cms/huong-dan/{slug}/"' in client.get(address).content.decode(), address


def test_whoever_approves_finds_her_card(cast, tree):
    news = factories.make_news(live=False)
    news.save_revision(user=cast.ngan)
    news.get_workflow().start(news, cast.ngan)
    shown = client_of("nhung").get(reverse("short_approve", args=[news.current_workflow_task_state.pk])).content.decode()
    assert 'href="/cms/huong-dan/duyet-dang/"' in shown


def test_whoever_gives_roles_finds_her_card(admin_client):
    for name in ("staff_roles", "appoint"):
        assert linked(admin_client.get(reverse(name))) == "/cms/huong-dan/phan-cong/"


def test_one_help_in_the_menu_and_it_is_ours(enter, admin_client):
    abroad = "guide.wagtail.org"
    assert abroad not in enter("ngan").get("/cms/account/").content.decode()
    assert abroad in admin_client.get("/cms/account/").content.decode()
