"""Files in a real S3 store that enforces signatures: what production does with them, by the settings of production."""

import hashlib
import json
import random
import time
import urllib.error
import urllib.request
from email.message import Message
from urllib.parse import quote, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.test import Client
from wagtail import tasks

from learning.library.domain import restore
from learning.library.models import LibraryDocument
from pages.pictures import SPECS
from pages.storages import PrivateFiles, PublicRenditions
from tests import factories
from tests.object_store import BUCKET
from tests.scale import scaled

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
CONTENT = bytes(range(256)) * 40
LARGE = scaled(12, 60) * 1024 * 1024  # in parts of 8 MB


@pytest.fixture
def sound(tree, object_store):
    return factories.make_document("audio", content=CONTENT)


def fetch(address: str, method: str = "GET", **headers: str) -> tuple[int, Message, bytes]:
    """As a phone does that follows the redirect."""
    asked = urllib.request.Request(address, headers=headers, method=method)
    try:
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.headers, refused.read()


def link_to(document, method: str = "GET") -> str:
    answer = Client().generic(method, document.download_address)
    assert answer.status_code == 302
    return answer["Location"]


def test_the_store_is_what_production_names(object_store):
    assert isinstance(storages["default"], PrivateFiles) and isinstance(storages["renditions"], PublicRenditions)
    assert storages["default"].endpoint_url == object_store.url


def test_upload_lies_in_the_store_under_its_name(sound, object_store):
    assert object_store.names() == {sound.file.name}
    assert default_storage.open(sound.file.name).read() == CONTENT
    assert (sound.size, sound.sha256) == (len(CONTENT), hashlib.sha256(CONTENT).hexdigest())


def test_download_is_a_link_for_five_minutes_that_nobody_keeps(sound):
    answer = Client().get(sound.download_address)
    assert (answer.status_code, answer["Cache-Control"]) == (302, "private, no-store")
    assert "X-Amz-Expires=300&" in answer["Location"]
    status, headers, content = fetch(answer["Location"])
    assert (status, content, headers["Content-Type"]) == (200, CONTENT, "audio/mpeg")


@pytest.mark.parametrize(("asked_for", "first", "last"), [("bytes=0-0", 0, 0), ("bytes=100-199", 100, 199), ("bytes=-500", 9740, 10239)])
def test_part_is_sent_through_the_link(sound, asked_for, first, last):
    status, headers, content = fetch(link_to(sound), Range=asked_for)
    assert (status, headers["Content-Range"]) == (206, f"bytes {first}-{last}/{len(CONTENT)}")
    assert content == CONTENT[first : last + 1]


def test_link_is_signed_for_the_method_that_asked(sound):
    status, headers, content = fetch(link_to(sound, "HEAD"), "HEAD")
    assert (status, headers["Content-Length"], content) == (200, str(len(CONTENT)), b"")


def test_link_dies(sound, settings):
    settings.AWS_QUERYSTRING_EXPIRE = 1
    settings.STORAGES = dict(settings.STORAGES)  # made anew
    link = link_to(sound)
    assert fetch(link)[0] == 200
    time.sleep(2.1)
    assert fetch(link)[0] == 403


def test_unsigned_and_altered_links_are_refused(sound, object_store):
    other = factories.make_document("audio", content=b"khac")
    link = link_to(sound)
    assert fetch(link)[0] == 200
    altered = {
        "unsigned": link.partition("?")[0],
        "another file": link.replace(quote(sound.file.name), quote(other.file.name)),
        "longer": link.replace("X-Amz-Expires=300", "X-Amz-Expires=86400"),
        "another type": link.replace("audio%2Fmpeg", "text%2Fhtml"),
        "another method": link_to(sound, "HEAD"),
        "the bucket": f"{object_store.url}/{BUCKET}/",
        "a folder": f"{object_store.url}/{BUCKET}/?list-type=2&prefix=documents/",
    }
    assert {what: fetch(address)[0] for what, address in altered.items()} == dict.fromkeys(altered, 403)
    assert link not in altered.values()


@pytest.mark.parametrize(("ending", "how"), [("pdf", "inline"), ("docx", "attachment")])
def test_vietnamese_file_name_is_kept(tree, object_store, ending, how):
    document = LibraryDocument.objects.create(title="Sổ tay", file=ContentFile(CONTENT, name=f"Sổ tay Mường Giàng.{ending}"))
    assert document.file.name.startswith("documents/Sổ_tay_Mường_Giàng") and document.file.name in object_store.names()
    status, headers, content = fetch(link_to(document))
    assert (status, content) == (200, CONTENT)
    assert headers["Content-Disposition"] == f"{how}; filename*=utf-8''{quote(document.filename)}"


def test_same_name_twice_is_two_files(tree, object_store):
    names = [LibraryDocument.objects.create(title="Tờ rơi", file=ContentFile(content, name="tờ rơi.pdf")).file.name for content in (b"mot", b"hai")]
    assert object_store.names() == set(names) and len(set(names)) == 2


def test_large_file_goes_in_parts_and_comes_back_whole(tree, object_store):
    content = random.Random(5).randbytes(LARGE)
    clip = factories.make_document("clip", content=content)
    tag = object_store.client.head_object(Bucket=BUCKET, Key=clip.file.name)["ETag"]
    assert tag.strip('"').endswith(f"-{-(-LARGE // 2**23)}")  # the number of parts
    status, headers, part = fetch(link_to(clip), Range=f"bytes={2**23 - 5}-{2**23 + 4}")
    assert (status, part) == (206, content[2**23 - 5 : 2**23 + 5])  # over the seam
    with default_storage.open(clip.file.name) as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == clip.sha256 == hashlib.sha256(content).hexdigest()


def replace(document, content: bytes) -> None:
    document.file = ContentFile(content, name="moi.mp3")
    document.save()


def test_restored_version_is_what_the_link_gives_and_no_file_is_doubled(sound, object_store):
    replace(sound, b"moi hon")
    assert fetch(link_to(sound))[2] == b"moi hon"
    first = sound.versions.get(number=1)
    restore(version=first, by=None)
    assert fetch(link_to(LibraryDocument.objects.get(pk=sound.pk)))[2] == CONTENT
    assert len(object_store.names()) == 2 and sound.versions.count() == 3


@pytest.mark.parametrize("in_bulk", [False, True])
def test_deleted_document_takes_all_its_files_and_leaves_its_twins(sound, object_store, django_capture_on_commit_callbacks, in_bulk):
    twin = factories.make_document("audio", content=CONTENT)
    sound.subtitles = ContentFile(b"WEBVTT", name="phu-de.vtt")
    replace(sound, b"moi hon")
    restore(version=sound.versions.get(number=1), by=None)
    assert len(object_store.names()) == 4
    with django_capture_on_commit_callbacks(execute=True):
        LibraryDocument.objects.filter(pk=sound.pk).delete() if in_bulk else LibraryDocument.objects.get(pk=sound.pk).delete()
    assert object_store.names() == {twin.file.name}
    assert fetch(link_to(twin))[2] == CONTENT


def test_deletion_tells_tasks_no_secret(sound, object_store, monkeypatch, django_capture_on_commit_callbacks):
    """Wagtail writes a storage's arguments into the task that deletes its file."""
    told = []
    task = tasks.delete_file_from_storage_task
    monkeypatch.setattr(type(task), "enqueue", lambda self, *args: told.append(json.dumps(args)) or self.func(*args))
    with django_capture_on_commit_callbacks(execute=True):
        sound.delete()
    assert told == [json.dumps([["pages.storages.PrivateFiles", [], {}], sound.file.name])]
    assert object_store.names() == set()


def test_anybody_reads_sizes_of_pictures_and_nobody_the_original(tree, object_store):
    picture = factories.make_picture()
    renditions = list(picture.renditions.all())
    assert {rendition.filter_spec for rendition in renditions} == set(SPECS)
    for rendition in renditions:
        address = rendition.url
        assert urlsplit(address).query == "" and f"/{BUCKET}/renditions/images/" in address
        assert fetch(address)[0] == 200
    original = f"{object_store.url}/{BUCKET}/{quote(picture.file.name)}"
    assert picture.file.name in object_store.names() and fetch(original)[0] == 403
    assert fetch(picture.file.url)[0] == 200  # for the editors, signed
