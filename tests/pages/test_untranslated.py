"""A page that does not exist yet in the reader's language: to the Vietnamese one, which says so."""

import re

import pytest
from wagtail.models import PageViewRestriction

from config.languages import LANGUAGES
from pages.styles import stylesheet
from tests import factories
from tests.pages.reading import soup

OTHERS = [language for language in LANGUAGES if language.code != "vi"]


@pytest.fixture
def page(tree):
    return factories.make_standard(slug="gioi-thieu")


@pytest.mark.parametrize("code", [language.code for language in OTHERS])
def test_leads_to_vietnamese_with_its_notice(page, client, code):
    response = client.get(f"/{code}/gioi-thieu/")
    assert (response.status_code, response["Location"]) == (302, f"/gioi-thieu/#chua-dich-{code}")


def test_query_is_kept(page, client):
    assert client.get("/hmn/gioi-thieu/?k=AB1&x=%C4%91")["Location"] == "/gioi-thieu/?k=AB1&x=%C4%91#chua-dich-hmn"


def test_answer_is_the_same_for_everybody(page, client):
    response = client.get("/hmn/gioi-thieu/", headers={"accept-language": "fr", "cookie": "sessionid=x; csrftoken=y"})
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"


def test_missing_slash_comes_first(page, client):
    response = client.get("/hmn/gioi-thieu?k=AB1")
    assert (response.status_code, response["Location"]) == (301, "/hmn/gioi-thieu/?k=AB1")


def test_restricted_page_is_found_too(page, client):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/hmn/gioi-thieu/")["Location"] == "/gioi-thieu/#chua-dich-hmn"


def test_page_below_an_untranslated_one_is_found(tree, client):
    lesson = factories.make_lesson(course=factories.make_course(slug="dien-thoai"), slug="bat-may")
    assert client.get("/en" + lesson.address)["Location"] == "/hoc/dien-thoai/bat-may/#chua-dich-en"


@pytest.mark.parametrize("path", ["/hmn/khong-co/", "/hmn//gioi-thieu/", "/hmn/gioi-thieu//", "/hmn/gioi-thieu/them/", "/hmn/%0d%0agioi-thieu/"])
def test_unknown_address_is_404(page, client, path):
    assert client.get(path).status_code == 404


def test_draft_is_404(tree, client):
    factories.make_standard(slug="ban-nhap", live=False)
    assert client.get("/hmn/ban-nhap/").status_code == 404


def test_sent_form_is_not_redirected(page, client):
    assert client.post("/hmn/gioi-thieu/", {"a": "1"}).status_code == 404


def test_head_is_redirected(page, client):
    assert client.head("/hmn/gioi-thieu/")["Location"] == "/gioi-thieu/#chua-dich-hmn"


def test_line_break_in_the_query_stays_encoded(page, client):
    location = client.get("/hmn/gioi-thieu/?a=%0d%0aSet-Cookie:%20b=1")["Location"]
    assert location == "/gioi-thieu/?a=%0d%0aSet-Cookie:%20b=1#chua-dich-hmn"


def test_translated_page_is_shown_where_it_is(page, client):
    factories.translate(page, "en")
    assert client.get("/en/gioi-thieu/").status_code == 200
    assert client.get("/fr/gioi-thieu/").status_code == 302


def test_page_taken_down_in_one_language_leads_back(page, client):
    factories.translate(page, "en").unpublish()
    assert client.get("/en/gioi-thieu/")["Location"] == "/gioi-thieu/#chua-dich-en"


def test_vietnamese_page_carries_one_hidden_notice_a_language(page, client):
    shown = soup(client.get("/gioi-thieu/"))
    notices = shown.select("[id^=chua-dich-]")
    assert [notice["id"] for notice in notices] == [f"chua-dich-{language.code}" for language in OTHERS]
    assert all(language.in_vietnamese in notice.get_text() for language, notice in zip(OTHERS, notices, strict=True))
    assert re.search(r"\.untranslated:not\(:target\)\s*{\s*display:\s*none", stylesheet())


def test_page_in_another_language_carries_no_notice(page, client):
    factories.translate(page, "en")
    assert not soup(client.get("/en/gioi-thieu/")).select("[id^=chua-dich-]")


def test_vietnamese_page_is_the_same_bytes_wherever_she_comes_from(page, client):
    plain = client.get("/gioi-thieu/").content
    for code in ("en", "hmn"):
        assert client.get("/gioi-thieu/", headers={"referer": f"http://testserver/{code}/", "accept-language": code}).content == plain
