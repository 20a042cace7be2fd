"""manage.py make_renditions fills gaps, deletes what is stale, and leaves the rest alone."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from pages.models import Picture
from pages.pictures import ROLES, SPECS
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(db):
    return factories.make_picture((120, 80))


def run() -> str:
    said = StringIO()
    call_command("make_renditions", stdout=said)
    return said.getvalue()


def rows(picture) -> dict[str, int]:
    return dict(picture.renditions.values_list("filter_spec", "pk"))


def test_second_run_changes_nothing(picture):
    before = rows(picture)
    assert "Tranh 1/1: thêm 0, bỏ 0." in run()
    assert rows(picture) == before


def test_gaps_are_filled(picture):
    kept = ROLES["hero"].specs["image/avif"]
    picture.renditions.exclude(filter_spec=kept).delete()
    before = rows(picture)
    assert f"thêm {len(SPECS) - 1}, bỏ 0" in run()
    assert set(rows(picture)) == set(SPECS) and rows(picture)[kept] == before[kept]


def test_rendition_whose_file_is_gone_is_made_again(picture):
    rendition = picture.renditions.get(filter_spec=SPECS[0])
    Path(rendition.file.path).unlink()
    run()
    again = picture.renditions.get(filter_spec=SPECS[0])
    assert again.pk != rendition.pk and Path(again.file.path).exists()


def test_sizes_no_longer_in_the_table_are_deleted_with_their_files(picture, django_capture_on_commit_callbacks):
    old = picture.get_rendition("fill-50x50|format-jpeg|jpegquality-30")
    path = Path(old.file.path)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert "bỏ 1" in run()
    assert set(rows(picture)) == set(SPECS) and not path.exists()


def test_renditions_of_an_old_focal_point_are_deleted(picture):
    Picture.objects.filter(pk=picture.pk).update(focal_point_x=10, focal_point_y=10, focal_point_width=5, focal_point_height=5)
    run()
    assert picture.renditions.count() == len(SPECS)
    assert len({key for key in picture.renditions.values_list("focal_point_key", flat=True) if key}) == 1


def test_thumbnails_of_the_admin_stay(picture):
    thumbnail = picture.get_rendition("max-165x165")
    run()
    assert picture.renditions.filter(pk=thumbnail.pk).exists()


def test_one_broken_picture_is_named_and_does_not_stop_the_others(picture):
    broken = factories.make_picture(title="Ruộng bậc thang")
    Path(broken.file.path).unlink()
    Picture.objects.get(pk=broken.pk).renditions.all().delete()
    third = factories.make_picture()
    third.renditions.all().delete()
    with pytest.raises(CommandError, match="Ruộng bậc thang"):
        run()
    assert third.renditions.count() == len(SPECS)
