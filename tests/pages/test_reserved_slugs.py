"""An editor cannot put a page where the site itself answers; she is told so in a sentence."""

import pytest
from django.urls import resolve

from config.languages import LANGUAGES
from home.models import StandardPage
from pages.addresses import reserved_slugs
from tests import factories
from tests.factories.forms import add_address, complaints, form_of, save

CODES = [language.code for language in LANGUAGES]
APPLICATIONS = ["cms", "thu-vien", "tinh-trang", "media", "chu-de"]


def create(client, parent, slug, title="Trang mới"):
    return client.post(add_address(StandardPage, parent), form_of(StandardPage(locale=parent.locale), title=title, slug=slug))


def made(parent) -> set[str]:
    return set(StandardPage.objects.child_of(parent).values_list("slug", flat=True))


@pytest.mark.parametrize("slug", CODES + APPLICATIONS)
def test_address_of_the_site_is_refused_on_the_first_level(editor, tree, slug):
    answer = create(editor, tree.vi, slug)
    assert f"“/{slug}/”" in complaints(answer)
    assert answer.context["form"].errors.keys() == {"slug"}
    assert made(tree.vi) == set()


@pytest.mark.parametrize("slug", ["CMS", "Cms ", "Chủ đề", "Thư viện"])
def test_other_spelling_of_it_is_refused_too(editor, tree, slug):
    assert complaints(create(editor, tree.vi, slug))
    assert made(tree.vi) == set()


def test_address_made_from_the_title_is_refused_too(editor, tree):
    assert complaints(create(editor, tree.vi, "", title="Chủ đề"))
    assert made(tree.vi) == set()


def test_other_slug_is_taken_and_made_ascii(editor, tree):
    assert create(editor, tree.vi, "Đi chợ").status_code == 302
    assert made(tree.vi) == {"di-cho"}


def test_same_word_is_free_further_down(editor, tree):
    parent = factories.make_standard()
    assert create(editor, parent, "cms").status_code == 302
    assert made(parent) == {"cms"}


def test_published_page_cannot_take_it_later(editor, tree):
    page = factories.make_standard(slug="gioi-thieu")
    assert "“/hmn/”" in complaints(save(editor, page, slug="hmn"))


def test_home_page_of_a_language_may_be_named_after_it(enter, tree):
    """Homes are not on the first level of addresses; theirs is the prefix."""
    assert complaints(save(enter("nhung"), tree.en, summary="Hello")) == ""


@pytest.mark.parametrize("name", ["learning", "news", "stories", "guides"])
def test_index_pages_can_still_be_saved(editor, tree, name):
    """The feed stands below the news, and must not take their address from them."""
    assert complaints(save(editor, getattr(tree, name), summary="Câu mới")) == ""


def test_list_holds_the_languages_and_the_applications(tree):
    assert set(CODES) | set(APPLICATIONS) <= reserved_slugs()


@pytest.mark.parametrize("slug", ["gioi-thieu", "hoc", "tin-tuc", "mo-hinh", "guong-dien-hinh"])
def test_free_word_leads_to_the_pages(tree, slug):
    assert slug not in reserved_slugs()
    assert resolve(f"/{slug}/").url_name == "wagtail_serve"
