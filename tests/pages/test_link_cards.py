"""The card that Zalo and Facebook make of a link: early in the page, absolute, with a picture of the right size."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from PIL import Image

from pages.models import Picture
from tests import factories
from tests.factories.each import one_of_each
from tests.factories.quick import twin

pytestmark = pytest.mark.django_db

EARLY = 4096  # bytes: what Zalo reads for sure
LONG = "Chị em chụp ảnh măng khô thật rõ để khách xa cũng thấy ngon mà hỏi mua ngay trong ngày hôm nay nhé các chị ơi"


@pytest.fixture
def photo(tree) -> Picture:
    """Smooth and fine at once, as photos are."""
    output = io.BytesIO()
    Image.effect_mandelbrot((1600, 1000), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(output, "JPEG", quality=92)
    return Picture.objects.create(title="Ảnh", description="Một chị", file=ContentFile(output.getvalue(), name="anh.jpg"))


def card(client, page) -> dict[str, str]:
    soup = BeautifulSoup(client.get(page.address).content[:EARLY].decode(errors="ignore"), "html.parser")
    return {tag["property"]: tag["content"] for tag in soup.find_all("meta", property=True)}


def test_every_type_has_its_card_in_the_first_bytes(tree, client, photo):
    for name, page in one_of_each(tree, photo, title=LONG[:100], summary=(LONG * 2)[:160]).items():
        found = card(client, page)
        assert found["og:url"] == f"http://testserver{page.address}", name
        assert found["og:title"] and len(found["og:title"]) <= 60, name
        assert len(found["og:description"]) <= 110, name
        assert found["og:type"] == ("website" if name == "HomePage" else "article")
        assert found["og:locale"] == "vi_VN" and found["og:site_name"] == "Chị em học số"
        if page.cover_id:
            assert found["og:image"].startswith("http://testserver/media/images/"), name
        assert (found["og:image:width"], found["og:image:height"], found["og:image:type"]) == ("1200", "630", "image/jpeg"), name
        assert found["og:image:alt"], name


def test_share_text_and_picture_come_first(tree, client):
    cover, share = factories.make_picture(), factories.make_picture()
    lesson = factories.make_lesson(cover=cover, share_picture=share, share_text="Học với em nhé!", seo_title="Tên cho máy tìm")
    found = card(client, lesson)
    assert found["og:image"].endswith(share.made("share")["image/jpeg"].url)
    assert (found["og:description"], found["og:title"]) == ("Học với em nhé!", "Tên cho máy tìm")


def test_share_picture_is_a_jpeg_of_1200_by_630_and_at_most_120_kb(photo):
    rendition = photo.made("share")["image/jpeg"]
    with Image.open(rendition.file) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 630))
    assert rendition.file.size <= 120_000


def test_page_without_a_picture_has_the_sites_own_card(tree, client):
    found = card(client, factories.make_lesson())
    assert found["og:image"].startswith("http://testserver/static/img/card") and found["og:title"]


def test_twitter_is_told_that_the_picture_is_wide(tree, client):
    soup = BeautifulSoup(client.get(factories.make_lesson().address).content[:EARLY].decode(errors="ignore"), "html.parser")
    assert soup.find("meta", attrs={"name": "twitter:card"})["content"] == "summary_large_image"


def test_language_that_facebook_does_not_know_is_not_named(tree, client):
    lesson = factories.make_lesson()
    assert card(client, twin(lesson, "en"))["og:locale"] == "en_US"
    assert "og:locale" not in card(client, twin(lesson, "hmn"))


def test_signs_in_words_are_escaped(tree, client):
    lesson = factories.make_lesson(title='Ảnh "đẹp" <b>& rõ', summary="'\"><script>alert(1)</script>")
    found = card(client, lesson)
    assert found["og:title"] == 'Ảnh "đẹp" <b>& rõ'
    assert found["og:description"] == "'\"><script>alert(1)</script>"


def test_document_and_topic_have_a_card_too(tree, client):
    topic, document = factories.make_topic(name="Bán hàng", slug="ban-hang"), factories.make_document(title="Sổ tay")
    for address, title in ((f"/chu-de/{topic.slug}/", "Bán hàng"), (document.address, "Sổ tay")):
        soup = BeautifulSoup(client.get(address).content[:EARLY].decode(errors="ignore"), "html.parser")
        assert soup.find("meta", property="og:title")["content"] == title, address
        assert soup.find("meta", property="og:image")["content"].startswith("http://testserver/"), address
