"""The address decides the language, and nothing else does."""

import pytest

from config.languages import LANGUAGES
from tests.pages.reading import soup


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_each_prefix_answers_in_its_language(tree, client, language):
    response = client.get(language.prefix)
    assert response.status_code == 200
    assert soup(response).html["lang"] == language.bcp47


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_header_and_cookie_change_no_byte(tree, client, language):
    plain = client.get(language.prefix)
    client.cookies["django_language"] = "fr"
    other = client.get(language.prefix, headers={"accept-language": "fr,hmn;q=0.9"})
    assert (other.status_code, other.content) == (200, plain.content)


def test_root_is_not_redirected_to_the_language_of_the_phone(tree, client):
    response = client.get("/", headers={"accept-language": "en"})
    assert response.status_code == 200
    assert soup(response).html["lang"] == "vi"


@pytest.mark.parametrize("path", ["/vi/", "/de/", "/zz/", "/EN/"])
def test_prefix_that_is_no_language_is_404(tree, client, path):
    assert client.get(path).status_code == 404


def test_prefix_without_its_slash_is_put_right(tree, client):
    response = client.get("/hmn")
    assert (response.status_code, response["Location"]) == (301, "/hmn/")
