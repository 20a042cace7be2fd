"""What a draft will weigh, beside what a reader really gets."""

import pytest

from editing.readiness import weighing
from pages.readiness import READING
from tests import factories
from tests.factories.each import one_of_each

pytestmark = pytest.mark.django_db

CARD = '<span data-later><noscript><picture><source type="image/avif" srcset="/media/images/{0}.avif"><img src="/media/images/{0}.jpg" width="352" height="220"></picture></noscript></span>'
HERO = '<picture><source type="image/webp" srcset="/media/images/wide.webp" media="(min-width: 860px)"><source type="image/avif" srcset="/media/images/hero.avif"><img src="/media/images/hero.jpg" width="720" height="500" fetchpriority="high"></picture>'


def test_weight_of_a_published_page_is_what_its_reader_gets(tree, client):
    """To within the few bytes by which a preview differs."""
    for name, page in one_of_each(tree, factories.make_picture()).items():
        sent = len(client.get(page.url, headers={"accept-encoding": "br"}).content)
        assert abs(weighing.of(page).html - weighing.PAGE_HEADERS - sent) < 150, name


def test_draft_is_weighed_as_it_will_be(tree):
    page = factories.make_standard(live=False)
    before = weighing.of(page).html
    page.transcript = ""
    page.summary = "Một câu tóm tắt dài hơn hẳn câu trước, để trang nặng thêm mấy chục byte."
    assert weighing.of(page).html > before


def test_nothing_is_encoded_and_nothing_stored_by_weighing(tree, django_assert_max_num_queries, monkeypatch):
    page = factories.make_lesson(steps=3, picture=factories.make_picture(), cover=factories.make_picture())
    monkeypatch.setattr("pages.pictures.Picture.create_rendition", lambda *args: pytest.fail("encoded"))
    weighing.of(page)
    with django_assert_max_num_queries(16) as asked:
        weighing.of(page)
    assert not [query for query in asked.captured_queries if not query["sql"].startswith("SELECT")]


def test_a_phone_takes_the_smallest_format_and_not_the_picture_of_a_desktop():
    assert weighing.file_of(HERO) == "images/hero.avif"


def test_pictures_far_down_are_not_asked_for():
    words = "<p>" + "chữ " * 2000 + "</p>"
    html = f"<main>{HERO}{CARD.format('gan')}{words}{CARD.format('xa')}</main>"
    assert [weighing.file_of(picture) for picture in weighing.asked_for(html)] == ["images/hero.avif", "images/gan.avif"]


def test_address_of_a_store_and_of_our_own(settings):
    assert weighing.name_of("/media/images/a.avif") == "images/a.avif"
    assert weighing.name_of("https://kho.example/thung/renditions/images/a.avif?x=1") == "images/a.avif"


def test_scripts_are_counted_compressed():
    weight = weighing.script_weight("/static/js/common.js")
    assert 200 < weight < 8_000
    assert weighing.script_weight("/static/js/khong-co.js") == 0


@pytest.mark.parametrize(("html", "over"), [(44_000, 0), (46_500, 1_500)])
def test_what_is_over_the_budget(html, over):
    assert weighing.Weight(html=html, script=0, pictures=0, budget=READING).over == over
