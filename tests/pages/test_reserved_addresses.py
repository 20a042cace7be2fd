"""No page takes an address that the site answers itself."""

import pytest

from config.languages import BY_CODE
from home.models import StandardPage
from pages.addresses import reserved_slugs
from tests import factories
from tests.factories.forms import add_address, complaints, form_of, save

pytestmark = pytest.mark.django_db


def test_reserved_are_the_languages_and_the_applications():
    assert reserved_slugs() - set(BY_CODE) >= {"cms", "thu-vien", "chu-de", "media", "tinh-trang"}
    assert not reserved_slugs() & {"hoc", "tin-tuc", "guong-dien-hinh", "mo-hinh"}


@pytest.mark.parametrize("slug", ["cms", "CMS", "en", "hmn", "thu-vien", "chu-de", "media"])
def test_first_level_page_is_refused_at_a_reserved_address(tree, editor, slug):
    like = factories.make_standard()
    answer = editor.post(add_address(StandardPage, tree.vi), form_of(like, slug=slug))
    assert f"/{slug.lower()}/" in complaints(answer)
    assert StandardPage.objects.count() == 1


def test_page_further_below_may_have_it(tree, editor):
    above = factories.make_standard()
    like = factories.make_standard(above)
    assert complaints(save(editor, like, slug="en")) == ""


def test_news_index_is_saved_although_its_feed_is_below_it(tree, editor):
    assert complaints(save(editor, tree.news, summary="Tin của Hội.")) == ""
