"""The editor sees the link as the apps draw it, from what stands in the form, and what of it will be cut."""

import base64
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.urls import reverse
from PIL import Image

from pages.page_cache import GENERATION
from sharing import preview
from tests import factories

pytestmark = pytest.mark.django_db
FORM = {"kind": "lessonpage", "language": "vi", "depth": "4", "title": "Chụp ảnh", "summary": "Chụp một tấm ảnh rõ."}


def drawn(client, **fields) -> BeautifulSoup:
    answer = client.post(reverse("preview_link_card"), FORM | fields)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def warned(client, **fields) -> list[str]:
    return [each.get_text() for each in drawn(client, **fields).select(".help-warning")]


def picture_of(soup) -> bytes:
    return base64.b64decode(soup.select_one("img")["src"].split(",")[1])


def test_editor_opens_without_drawing_the_card(editor, tree, monkeypatch):
    lesson = factories.make_lesson(title="Chụp ảnh", cover=factories.make_picture())
    monkeypatch.setattr(preview, "of", lambda page: pytest.fail("drawn before its tab is opened"))
    page = BeautifulSoup(editor.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).content, "html.parser")
    panel = page.select_one("[data-link-card]")
    assert panel["data-kind"] == "lessonpage" and panel["data-language"] == "vi"
    assert panel.select_one("[data-link-card-shown]").get_text(strip=True) == ""
    assert page.select_one("script[src*='js/cards']")
    links = [link["href"] for link in panel.select("a[target=_blank]")]
    assert [link.split("?")[0] for link in links] == ["https://developers.facebook.com/tools/debug/", "https://developers.zalo.me/tools/debug-sharing"]
    assert all(link.endswith("%2F") and "testserver" in link for link in links)


def test_new_page_and_draft_have_no_debuggers(editor, tree):
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", tree.news.pk])
    page = BeautifulSoup(editor.get(address).content, "html.parser")
    assert page.select_one("[data-link-card]") and not page.select("[data-link-card] a[target=_blank]")


def test_card_is_drawn_from_the_form(editor, tree):
    cover = factories.make_picture((320, 200))
    soup = drawn(editor, title="Một tên khác", cover=str(cover.pk), share_text="Học với em nhé!")
    assert [each.get_text() for each in soup.select("figcaption")][:2] == ["Zalo", "Facebook"]
    assert soup.select_one("strong").get_text() == "Một tên khác"
    assert "Học với em nhé!" in soup.get_text()
    assert Image.open(BytesIO(picture_of(soup))).size == (1200, 630)
    assert picture_of(soup) != picture_of(drawn(editor, title="Một tên khác", share_text="Học với em nhé!"))


def test_what_is_cut_or_missing_is_told(editor, tree):
    cover = str(factories.make_picture().pk)
    assert warned(editor, cover=cover) == []
    assert len(warned(editor, cover=cover, title="á" * 61)) == 1
    assert warned(editor, cover=cover, title="á" * 60) == []
    assert len(warned(editor, cover=cover, summary="á " * 60)) == 1
    assert warned(editor, cover=cover, summary="á " * 60, share_text="Ngắn.") == []
    assert len(warned(editor, cover=cover, summary="")) == 1
    assert len(warned(editor)) == 1


def test_subject_at_the_edge_is_told(editor, tree):
    picture = factories.make_picture((1600, 1000))
    picture.focal_point_x, picture.focal_point_y, picture.focal_point_width, picture.focal_point_height = 1580, 500, 40, 40
    picture.save()
    assert len(warned(editor, cover=str(picture.pk))) == 1
    picture.focal_point_x = 800
    picture.save()
    assert warned(editor, cover=str(picture.pk)) == []


def test_sensitive_page_is_shown_without_title_and_picture(editor, tree):
    soup = drawn(editor, sensitive="on", cover=str(factories.make_picture().pk))
    assert "Chụp ảnh" not in soup.get_text()
    assert not soup.select(".help-warning")


def test_preview_empties_no_cache(editor, tree):
    before = cache.get(GENERATION)
    drawn(editor)
    assert cache.get(GENERATION) == before


@pytest.mark.parametrize("fields", [{"kind": "page"}, {"kind": ""}, {"language": "xx"}])
def test_unknown_type_or_language_is_not_found(editor, tree, fields):
    assert editor.post(reverse("preview_link_card"), FORM | fields).status_code == 404


@pytest.mark.parametrize("fields", [{"depth": "9" * 30}, {"depth": "²"}, {"cover": "9" * 30}, {"cover": "²"}, {"cover": "-1"}, {"title": "\x00" * 9}])
def test_odd_values_break_nothing(editor, tree, fields):
    drawn(editor, **fields)


def test_stranger_and_member_are_shown_nothing(client, enter, tree):
    for asking in (client, enter("lan")):
        assert asking.post(reverse("preview_link_card"), FORM).status_code in {302, 403, 404}
    assert client.get(reverse("preview_link_card")).status_code in {302, 405}
