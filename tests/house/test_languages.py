"""Nine languages, each known to Django and to Wagtail by one entry in languages.py."""

import re

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import check_for_language, get_language_info

from config.languages import LANGUAGES, SOURCE

CODES = [language.code for language in LANGUAGES]


def test_the_nine_in_their_order():
    assert CODES == ["vi", "en", "fr", "hmn", "blt", "mtq", "ium", "tyz", "nut"]
    assert [code for code, _ in settings.LANGUAGES] == [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES] == CODES


@pytest.mark.parametrize("code", CODES)
def test_django_knows_it(code):
    assert get_language_info(code)["name_local"]
    assert check_for_language(code), f"no compiled catalogue in site/locale/{code}: its addresses would be 404"


@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_its_entry_is_whole(language):
    assert language.own_name
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", language.bcp47)
    assert language.prefix == ("/" if language.code == SOURCE else f"/{language.code}/")


@pytest.mark.parametrize(("editor", "name"), [("vi", "Tiếng Anh"), ("en", "English"), ("fr", "Anglais")])
def test_an_editor_reads_its_name_in_her_own_language(editor, name):
    with translation.override(editor):
        assert dict(settings.WAGTAIL_CONTENT_LANGUAGES)["en"] == name


def test_only_languages_that_facebook_knows_are_named_to_it():
    assert {language.code: language.open_graph for language in LANGUAGES if language.open_graph} == {"vi": "vi_VN", "en": "en_US", "fr": "fr_FR"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_its_home_answers(tree, client, language):
    response = client.get(language.prefix)
    assert response.status_code == 200
    assert f'<html lang="{language.bcp47}"' in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("header", ["en", "fr;q=0.9", "hmn"])
def test_the_address_alone_decides(tree, client, header):
    client.cookies["django_language"] = "fr"
    assert '<html lang="vi"' in client.get("/", headers={"accept-language": header}).content.decode()


def test_no_language_is_left_active():
    assert translation.get_language() == SOURCE
