"""The place of the files is down, silent or full while an editor uploads a picture: a sentence in time, and no row without a file."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import UploadedFile

from pages.models import Picture, Rendition
from pages.pictures import SPECS
from pages.storing import UNAVAILABLE
from tests import factories
from tests.failing_store import in_time

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
SENT = {"title": "Tranh vừa gõ", "description": "Chị Lan cầm điện thoại"}
SENTENCE = escape(str(UNAVAILABLE))


def upload() -> SimpleUploadedFile:
    return SimpleUploadedFile("tranh.png", factories.picture_bytes((60, 40)))


@pytest.fixture
def no_room_for_sizes(monkeypatch):
    """The original finds its place, the sizes do not."""

    def refuse(self, name, content):
        if name.startswith("images/"):
            raise OSError("no space left")
        return real(self, name, content)

    real = FileSystemStorage._save
    monkeypatch.setattr(FileSystemStorage, "_save", refuse)


def add(client):
    answer = client.post(reverse("wagtailimages:add"), SENT | {"file": upload()})
    return answer.status_code == 200 and answer.context["form"].errors == {"file": [UNAVAILABLE]} and answer.text


def add_several(client):
    answer = client.post(reverse("wagtailimages:add_multiple"), {"title": SENT["title"], "files[]": upload()})
    return answer.json() == {"success": False, "error_message": UNAVAILABLE} and "".join(SENT.values())


def choose(client):
    sent = {f"image-chooser-upload-{name}": value for name, value in (SENT | {"file": upload()}).items()}
    found = client.post(reverse("wagtailimages_chooser:create"), sent).json()
    return found["step"] == "reshow_creation_form" and SENTENCE in found["htmlFragment"] and found["htmlFragment"]


WAYS = (add, add_several, choose)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_says_so_and_leaves_no_row(editor, failing, way):
    failing()
    said = in_time(lambda: way(editor))
    transaction.set_rollback(False)  # a model that could not be saved marks the test's own transaction
    assert said and all(typed in said for typed in SENT.values())
    assert not Picture.objects.exists() and not Rendition.objects.exists() and not UploadedFile.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", WAYS)
def test_sizes_that_find_no_place_leave_no_row_and_no_original(editor, no_room_for_sizes, way):
    before = originals()
    assert way(editor)
    assert not Picture.objects.exists() and originals() == before


def originals() -> set[str]:
    return set(default_storage.listdir("original_images")[1]) if default_storage.exists("original_images") else set()


def replace(client, picture):
    return client.post(reverse("wagtailimages:edit", args=[picture.pk]), SENT | {"file": upload()})


def test_replacing_leaves_the_old_picture_and_says_so(editor, failing):
    picture = factories.make_picture(title="Tranh cũ")
    editor.get(reverse("wagtailimages:edit", args=[picture.pk]))  # as she did before; its own sizes are made
    failing()
    answer = in_time(lambda: replace(editor, picture))
    assert answer.context["form"].errors == {"file": [UNAVAILABLE]} and SENT["description"] in answer.text
    unchanged(picture)


def test_sizes_that_find_no_place_leave_the_old_picture(editor, request, django_capture_on_commit_callbacks):
    picture = factories.make_picture(title="Tranh cũ")
    request.getfixturevalue("no_room_for_sizes")
    with django_capture_on_commit_callbacks(execute=True):
        answer = replace(editor, picture)
    assert answer.context["form"].errors == {"file": [UNAVAILABLE]}
    unchanged(picture)
    assert default_storage.exists(picture.file.name)


def unchanged(picture) -> None:
    now = Picture.objects.get(pk=picture.pk)
    assert (now.title, now.file.name, now.file_hash) == ("Tranh cũ", picture.file.name, picture.file_hash)
    assert set(now.renditions.values_list("filter_spec", flat=True)) >= set(SPECS)


def test_replaced_picture_has_its_sizes_and_the_old_file_goes(editor, django_capture_on_commit_callbacks):
    picture = factories.make_picture(title="Tranh cũ")
    old = {rendition.file.name for rendition in picture.renditions.all()} | {picture.file.name}
    with django_capture_on_commit_callbacks(execute=True):
        assert replace(editor, picture).status_code == 302
    now = Picture.objects.get(pk=picture.pk)
    assert now.file_hash != picture.file_hash and set(now.renditions.values_list("filter_spec", flat=True)) == set(SPECS)
    assert now.file_size == now.file.size and not [name for name in old if default_storage.exists(name)]


def test_uploaded_one_of_several_keeps_what_was_typed(editor, cast, failing):
    kind = ContentType.objects.get_for_model(Picture)
    waiting = UploadedFile.objects.create(for_content_type=kind, file=upload(), uploaded_by_user=cast.ngan)
    failing()
    sent = {f"uploaded-image-{waiting.pk}-{name}": value for name, value in SENT.items()}
    answer = in_time(lambda: editor.post(reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]), sent)).json()
    assert not answer["success"] and SENTENCE in answer["form"] and all(typed in answer["form"] for typed in SENT.values())
    assert UploadedFile.objects.filter(pk=waiting.pk).exists() and not Picture.objects.exists()


def test_form_stores_the_picture_before_a_transaction_begins(editor, monkeypatch):
    """A store that is slow must not hold one open, which on SQLite locks everybody out."""
    deep, real = {}, FileSystemStorage._save

    def store(self, name, content):
        deep.setdefault(name.split("/")[0], len(connection.savepoint_ids))
        return real(self, name, content)

    monkeypatch.setattr(FileSystemStorage, "_save", store)
    before = len(connection.savepoint_ids)
    answer = editor.post(reverse("wagtailimages:add"), SENT | {"file": upload()})
    assert answer.status_code == 302 and deep["original_images"] == before
    assert Picture.objects.get().file_size == Picture.objects.get().file.size


def test_store_that_never_answers_is_left_in_time(editor, silent):
    """By the time-outs of production."""
    assert in_time(lambda: add(editor))
