"""Addresses are ASCII, made from the Vietnamese title, and the same in every language."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.models import StandardPage
from pages.models import Topic
from pages.text import ascii_slug
from tests import factories

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Điện thoại", "dien-thoai"),
        ("ĐƯỜNG ĐẾN NHÀ ĐỒNG BÀO", "duong-den-nha-dong-bao"),
        ("Ảnh, ẵm, ệ, ữ, ỹ", "anh-am-e-u-y"),
        ("Tie\u0302\u0301ng Vie\u0323\u0302t", "tieng-viet"),  # as some keyboards send it, letter and tones apart
        ("  Mã QR – 100% dễ!  ", "ma-qr-100-de"),
        ("Hmôngz, Táy Đăm", "hmongz-tay-dam"),
    ],
)
def test_slug_is_readable_ascii(title, slug):
    assert ascii_slug(title) == slug


def test_page_made_without_a_slug_gets_one_from_its_title(tree):
    assert factories.make_standard(title="Đi chợ phiên").slug == "di-cho-phien"


def test_second_page_of_the_same_title_gets_a_slug_of_its_own(tree):
    assert [factories.make_standard(title="Đi chợ").slug for _ in range(2)] == ["di-cho", "di-cho-2"]


def test_topic_gets_one_from_its_name(tree):
    assert factories.make_topic(name="Đời sống").slug == "doi-song"


def test_slug_is_the_same_in_every_language(tree):
    page = factories.make_standard(title="Giới thiệu")
    child = factories.make_standard(parent=page, title="Đội ngũ")
    for code in ("en", "hmn"):
        translated = factories.translate(child, code, {"Đội ngũ": "The team"})
        assert translated.address == f"/{code}/gioi-thieu/doi-ngu/"
    assert factories.translate(factories.make_topic(name="Bán hàng"), "en", {"Bán hàng": "Selling"}).slug == "ban-hang"


@pytest.fixture
def renamed(tree, django_capture_on_commit_callbacks):
    """A page, live in English, draft in French, with a live child; the Vietnamese one gets a new slug."""
    page = factories.make_standard(slug="gioi-thieu")
    child = factories.make_standard(parent=page, slug="doi-ngu")
    factories.translate(page, "en")
    factories.translate(child, "en")
    factories.translate(page, "fr", live=False)
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "ve-chung-toi"
        factories.publish(page)
    return page


def in_language(page, code):
    return Page.objects.get(translation_key=page.translation_key, locale__language_code=code).specific


def test_new_slug_of_the_source_holds_in_every_language_at_once(renamed, client):
    assert [in_language(renamed, code).slug for code in ("vi", "en", "fr")] == ["ve-chung-toi"] * 3
    assert client.get("/en/ve-chung-toi/").status_code == 200
    assert client.get("/en/ve-chung-toi/doi-ngu/").status_code == 200


def test_draft_published_later_keeps_the_new_slug(renamed):
    french = in_language(renamed, "fr")
    french.latest_revision.publish()
    assert StandardPage.objects.get(pk=french.pk).slug == "ve-chung-toi"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_old_addresses_lead_to_the_new_ones_in_their_language(renamed, client, prefix):
    for old, new in (("/gioi-thieu/", "/ve-chung-toi/"), ("/gioi-thieu/doi-ngu/", "/ve-chung-toi/doi-ngu/")):
        response = client.get(prefix + old)
        assert (response.status_code, response["Location"]) == (301, prefix + new)


@pytest.mark.parametrize("code", ["fr", "hmn"])
def test_old_addresses_lead_on_where_the_page_is_not_translated(renamed, client, code):
    response = client.get(f"/{code}/gioi-thieu/doi-ngu/")
    assert (response.status_code, response["Location"]) == (301, f"/{code}/ve-chung-toi/doi-ngu/")
    assert client.get(response["Location"])["Location"] == f"/ve-chung-toi/doi-ngu/#chua-dich-{code}"


def test_form_sent_to_an_old_address_is_404(renamed, client):
    assert client.post("/hmn/ve-chung-toi-cu/").status_code == 404


def test_redirect_to_another_site_leads_there_from_every_language(tree, client):
    Redirect.objects.create(old_path="/cu", redirect_link="https://hoilhpn.org.vn/", is_permanent=False)
    response = client.get("/hmn/cu/")
    assert (response.status_code, response["Location"]) == (302, "https://hoilhpn.org.vn/")


def test_redirect_of_ones_own_language_comes_first(renamed, client):
    Redirect.objects.create(old_path="/hmn/gioi-thieu", redirect_link="/hmn/")
    assert client.get("/hmn/gioi-thieu/")["Location"] == "/hmn/"


def test_slug_taken_in_one_language_leaves_that_one_as_it_is(tree, django_capture_on_commit_callbacks):
    page = factories.make_standard(slug="gioi-thieu")
    english = factories.translate(page, "en")
    factories.make_standard(parent=tree.en, slug="ve-chung-toi")
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "ve-chung-toi"
        factories.publish(page)
    assert in_language(page, "en").slug == english.slug


def test_new_slug_of_a_translation_leaves_the_source_alone(tree, django_capture_on_commit_callbacks):
    page = factories.make_standard(slug="gioi-thieu")
    english = factories.translate(page, "en")
    with django_capture_on_commit_callbacks(execute=True):
        english.slug = "about-us"
        english.save()
    assert in_language(page, "vi").slug == "gioi-thieu"


def test_home_pages_keep_their_own_slugs(tree, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tree.vi.slug = "trang-chu"
        tree.vi.save()
    assert Page.objects.get(pk=tree.en.pk).slug == "en"
    assert client.get("/en/").status_code == 200


def test_new_slug_of_a_topic_holds_once_it_is_published_again(tree):
    topic = factories.make_topic(name="Bán hàng")
    factories.translate(topic, "en")
    topic.slug = "cho-phien"
    topic.save_revision().publish()
    assert Topic.objects.get(locale__language_code="en").slug == "cho-phien"


@pytest.fixture
def moved(tree, django_capture_on_commit_callbacks):
    """A lesson, live in English, moved with the mouse to a course that is not translated."""
    lesson = factories.make_lesson(course=factories.make_course(slug="cu"), slug="bai-hoc")
    factories.translate(lesson, "en")
    with django_capture_on_commit_callbacks(execute=True):
        lesson.move(factories.make_course(slug="moi"), pos="last-child")
    return lesson


def test_translation_moves_along(moved, client):
    assert in_language(moved, "en").address == "/en/hoc/moi/bai-hoc/"
    assert client.get("/en/hoc/moi/bai-hoc/").status_code == 200


def test_new_place_above_it_begins_as_a_draft(moved, client):
    course = in_language(moved, "en").get_parent()
    assert not course.live
    assert course.alias_of_id is None
    assert client.get("/en/hoc/moi/").status_code == 302


def test_words_of_the_draft_above_are_not_shown(moved, client):
    above = in_language(moved, "vi").get_parent().title
    assert above not in client.get("/en/hoc/moi/bai-hoc/").text


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_old_place_leads_to_the_new_one_in_its_language(moved, client, prefix):
    response = client.get(f"{prefix}/hoc/cu/bai-hoc/")
    assert (response.status_code, response["Location"]) == (301, f"{prefix}/hoc/moi/bai-hoc/")


def test_redirects_are_marked_as_made_by_the_site(moved):
    made = Redirect.objects.filter(automatically_created=True)
    assert set(made.values_list("old_path", flat=True)) == {"/hoc/cu/bai-hoc", "/en/hoc/cu/bai-hoc"}


def test_translation_moved_alone_leaves_the_source_where_it_is(tree):
    lesson = factories.make_lesson(course=factories.make_course(slug="cu"), slug="bai-hoc")
    english = factories.translate(lesson, "en")
    english.move(factories.translate(factories.make_course(slug="moi"), "en"), pos="last-child")
    assert in_language(lesson, "vi").address == "/hoc/cu/bai-hoc/"
