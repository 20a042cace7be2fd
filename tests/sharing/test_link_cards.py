"""A page's card is made when it is published, shown from then on, and gone as soon as the page is closed."""

import pytest
from django.core.management import call_command
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.images.models import get_rendition_storage
from wagtail.models import PageViewRestriction

from pages import pictures
from sharing import link_cards
from tests import factories
from tests.factories.content import publish
from tests.factories.quick import twin

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Runs what follows the commit: with committed(): ..."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def lesson(tree, committed):
    with committed():
        made = factories.make_lesson(title="Chụp ảnh", cover=factories.make_picture((160, 100)))
    return fresh(made)


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def files(page) -> set[str]:
    try:
        return set(get_rendition_storage().listdir(f"cards/{page.pk}")[1])
    except FileNotFoundError:
        return set()


def shown(client, page) -> str:
    return fresh(page).opengraph_tags["og:image"]


def test_published_page_has_a_card_of_its_own(lesson, client):
    tags = lesson.opengraph_tags
    assert tags["og:image"] == f"http://testserver{lesson.card.url}"
    answer = client.get(lesson.card.url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")


def test_changed_title_has_a_card_at_another_address_and_the_one_before_stays(lesson, committed):
    names = [lesson.card.name]
    for title in ("Chụp ảnh đẹp", "Chụp ảnh thật đẹp"):
        lesson.title = title
        with committed():
            publish(lesson)
        names.append(fresh(lesson).card.name)
        lesson = fresh(lesson)
    assert len(set(names)) == 3
    assert {f"cards/{lesson.pk}/{name}" for name in files(lesson)} == set(names[1:])


def test_unchanged_page_keeps_its_card(lesson, committed, monkeypatch):
    monkeypatch.setattr(link_cards, "draw", lambda *args: pytest.fail("drawn again"))
    with committed():
        publish(lesson)
    assert fresh(lesson).card.name == lesson.card.name


def test_old_draft_does_not_bring_an_old_card_back(lesson, committed):
    old = lesson.save_revision()
    lesson.title = "Chụp ảnh đẹp"
    with committed():
        publish(lesson)
    with committed():
        old.publish()
    again = fresh(lesson)
    assert again.card.name == lesson.card.name == link_cards.name_of(again)
    assert get_rendition_storage().exists(again.card.name)


def test_draft_shows_no_unpublished_title_in_the_card(lesson, committed):
    lesson.title = "Chưa nói"
    with committed():
        lesson.save_revision()
    assert fresh(lesson).card.name == lesson.card.name


def test_unpublished_page_leaves_no_card_behind(lesson, committed, client):
    address = lesson.card.url
    with committed():
        UnpublishPageAction(lesson).execute(skip_permission_checks=True)
    assert not fresh(lesson).card
    assert client.get(address).status_code == 404


def test_deleted_page_leaves_no_card_behind(lesson, committed):
    assert files(lesson)
    pk = lesson.pk
    with committed():
        lesson.delete()
    lesson.pk = pk
    assert not files(lesson)


def test_restricted_page_and_those_below_lose_their_cards(tree, committed):
    with committed():
        course = factories.make_course()
        below = factories.make_lesson(course)
        beside = factories.make_lesson()
    with committed():
        PageViewRestriction.objects.create(page=course, restriction_type="login")
    assert not fresh(course).card and not fresh(below).card and fresh(beside).card
    assert not files(course) and not files(below)
    with committed():
        publish(fresh(below))
    assert not fresh(below).card


def test_withdrawn_consent_takes_the_card_along_in_every_language(tree, committed):
    with committed():
        story = factories.make_story()
        other = twin(story, "en")
        publish(other)
    story = fresh(story)
    assert fresh(story).card and fresh(other).card
    story.consent_withdrawn_on = "2026-11-21"
    with committed():
        story.save_revision()
        story.clean()
        story.save()
    if fresh(story).live:
        pytest.skip("the story withdraws by the editor's road alone, which tests/home/test_consent.py walks")
    assert not files(story) and not files(other)


def test_page_in_another_language_says_so(lesson, committed):
    with committed():
        other = twin(lesson, "en")
        publish(other)
    assert link_cards.face_of(fresh(other)).mark == "English"
    assert link_cards.face_of(lesson).mark == ""


def test_copied_page_has_no_card_before_it_is_published(lesson):
    copy = lesson.copy(update_attrs={"slug": "ban-sao", "title": "Bản sao"}, keep_live=False)
    assert not fresh(copy).card


def test_no_reader_waits_for_a_card(tree, client, monkeypatch):
    """One whose card is not made yet shows its picture, or the site's own card."""
    monkeypatch.setattr(link_cards, "draw", lambda *args: pytest.fail("drawn for a reader"))
    with_cover, bare = factories.make_lesson(cover=factories.make_picture()), factories.make_lesson()
    for page in (with_cover, bare):
        assert client.get(page.address).status_code == 200
    assert "/media/images/" in shown(client, with_cover)
    assert "/static/img/card" in shown(client, bare)


def test_store_that_fails_stops_no_publication(tree, committed, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr(type(get_rendition_storage()), "save", fail)
    lesson = factories.make_lesson()
    lesson.title = "Đã đăng"
    with committed():
        publish(lesson)
    assert fresh(lesson).live and fresh(lesson).title == "Đã đăng" and not fresh(lesson).card


def test_lost_picture_gives_a_card_of_words(lesson, committed):
    lesson.cover.file.storage.delete(lesson.cover.file.name)
    lesson.title = "Không còn ảnh"
    with committed():
        publish(lesson)
    assert files(lesson) and fresh(lesson).card.name != lesson.card.name


def test_command_fills_gaps_and_follows_what_changed_elsewhere(lesson, committed, capsys):
    bare = factories.make_lesson()
    get_rendition_storage().delete(lesson.card.name)
    call_command("make_cards")
    assert fresh(bare).card and get_rendition_storage().exists(lesson.card.name)
    picture = pictures.Picture.objects.get(pk=lesson.cover_id)
    picture.focal_point_x, picture.focal_point_y, picture.focal_point_width, picture.focal_point_height = 10, 10, 10, 10
    picture.save()
    call_command("make_cards")
    assert fresh(lesson).card.name != lesson.card.name
    capsys.readouterr()
    call_command("make_cards")
    assert "vẽ 0 ảnh" in capsys.readouterr().out


def test_card_shows_where_the_picture_matters_also_in_a_reduced_one(tree):
    """A JPEG is opened at half its size; its subject is where it was."""
    picture = factories.make_picture((3200, 2000))
    picture.focal_point_x, picture.focal_point_y, picture.focal_point_width, picture.focal_point_height = 3000, 1000, 100, 100
    focus = link_cards.focus_of(picture)
    assert focus.middle == (3000, 1000)
    assert link_cards.draw(link_cards.LinkFace("Đẹp"), picture)
