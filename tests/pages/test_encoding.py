"""No reader waits for an encoder."""

import pytest

from pages import shelf
from pages.pictures import ROLES, SPECS, EncodingForReader, Picture, parsed
from tests import factories
from tests.factories.each import one_of_each

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(tree):
    return factories.make_picture()


def test_saving_a_picture_makes_every_rendition_of_the_table(picture):
    assert set(picture.renditions.values_list("filter_spec", flat=True)) == set(SPECS)


def test_encoding_inside_a_shelf_is_refused(tree, picture):
    picture.renditions.all().delete()
    wanted = parsed(SPECS[0])
    with shelf.opened(shelf.Shelf(tree.vi)):
        with pytest.raises(EncodingForReader):
            picture.create_rendition(wanted)
        with pytest.raises(EncodingForReader):
            picture.create_renditions(wanted)
        with pytest.raises(EncodingForReader):
            picture.get_rendition(wanted)
    assert not picture.renditions.exists()
    assert picture.get_rendition(wanted).width


def test_refusal_ends_with_the_page(tree, client, picture):
    client.get("/")
    assert shelf.current() is None
    assert factories.make_picture().renditions.count() == len(SPECS)


def test_every_page_answers_without_any_rendition_and_encodes_none(tree, client, monkeypatch):
    pages = one_of_each(tree)
    Picture.objects.get().renditions.all().delete()
    monkeypatch.setattr("wagtail.images.models.Filter.run", refuse)
    for name, page in pages.items():
        answer = client.get(page.address)
        assert answer.status_code == 200, name
        assert b"/media/images/" not in answer.content
    assert not Picture.objects.get().renditions.exists()


def refuse(*args, **kwargs):
    raise AssertionError("a reader's request runs the encoder")


def test_missing_rendition_is_replaced_by_the_nearest(tree, client, picture):
    lesson = factories.make_lesson(steps=1, picture=picture)
    picture.renditions.exclude(filter_spec=ROLES["card"].specs["image/jpeg"]).delete()
    answer = client.get(lesson.address)
    assert picture.renditions.get().url in answer.content.decode()


def test_missing_format_leaves_the_others(tree, client, picture):
    lesson = factories.make_lesson(steps=1, picture=picture)
    picture.renditions.exclude(filter_spec__contains="webp").delete()
    html = client.get(lesson.address).content.decode()
    assert ".webp" in html and ".avif" not in html


def test_rendition_for_an_older_focal_point_is_shown_until_the_new_one_is_made(picture):
    Picture.objects.filter(pk=picture.pk).update(focal_point_x=10, focal_point_y=10, focal_point_width=4, focal_point_height=4)
    moved = Picture.objects.get(pk=picture.pk)
    assert set(moved.made("step")) == set(ROLES["step"].specs)
