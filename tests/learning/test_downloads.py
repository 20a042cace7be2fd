"""A file is sent whole or in the part asked for, so that a player can jump and a broken download can go on."""

import os
from urllib.parse import quote, urlencode

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.http import HttpResponse
from django.test import Client
from wagtail import hooks
from wagtail.documents.models import document_served

from learning.library import files
from learning.library.models import LibraryDocument
from pages.middleware import PUBLIC
from tests import factories

pytestmark = pytest.mark.django_db
CONTENT = bytes(range(256)) * 40
SIZE = len(CONTENT)


@pytest.fixture
def sound(tree):
    return factories.make_document("audio", content=CONTENT)


def asked(document, **headers) -> HttpResponse:
    return Client().get(document.download_address, headers=headers)


@pytest.mark.parametrize(
    ("asked_for", "first", "last"),
    [
        ("bytes=0-", 0, SIZE - 1),
        ("bytes=0-0", 0, 0),
        ("bytes=100-199", 100, 199),
        ("bytes=5000-", 5000, SIZE - 1),
        ("bytes=-1", SIZE - 1, SIZE - 1),
        ("bytes=-500", SIZE - 500, SIZE - 1),
        ("bytes=-99999999", 0, SIZE - 1),
        ("bytes=100-99999999", 100, SIZE - 1),
        ("bytes=0-18446744073709551615", 0, SIZE - 1),
        (f"bytes={SIZE - 1}-", SIZE - 1, SIZE - 1),
        ("Bytes=3-4", 3, 4),
    ],
)
def test_part_is_sent(sound, asked_for, first, last):
    answer = asked(sound, range=asked_for)
    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert answer["Content-Length"] == str(last - first + 1)
    assert answer["Accept-Ranges"] == "bytes" and answer["Content-Type"] == "audio/mpeg" and answer["Cache-Control"] == PUBLIC
    assert answer.getvalue() == CONTENT[first : last + 1]


@pytest.mark.parametrize("asked_for", [f"bytes={SIZE}-", "bytes=99999999-", f"bytes={SIZE}-{SIZE + 5}", "bytes=-0"])
def test_part_beyond_the_end_is_refused(sound, asked_for):
    answer = asked(sound, range=asked_for)
    assert (answer.status_code, answer["Content-Range"], answer.content) == (416, f"bytes */{SIZE}", b"")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "asked_for",
    [
        "bytes=0-1,5-6",
        "bytes=",
        "bytes=-",
        "bytes=9-3",
        "bytes=a-b",
        "bytes=1.5-2",
        "bytes=--1",
        "bytes=²-",
        "items=0-1",
        "0-1",
        "",
        "bytes=" + "9" * 6000 + "-",
    ],
)
def test_several_parts_and_nonsense_give_the_whole(sound, asked_for):
    answer = asked(sound, range=asked_for)
    assert answer.status_code == 200 and "Content-Range" not in answer
    assert answer.getvalue() == CONTENT


def test_whole_file_says_that_it_can_be_cut(sound):
    answer = asked(sound)
    assert (answer.status_code, answer["Accept-Ranges"], answer["Content-Length"]) == (200, "bytes", str(SIZE))
    assert answer["ETag"] == f'"{sound.sha256}"' and "Content-Encoding" not in answer
    assert answer.getvalue() == CONTENT


def test_empty_file_is_sent(tree):
    empty = factories.make_document("audio", content=b"")
    assert asked(empty).getvalue() == b""
    assert asked(empty, range="bytes=0-").status_code == 416


def test_part_is_only_of_the_file_already_begun(sound):
    tag, date = asked(sound)["ETag"], asked(sound)["Last-Modified"]
    assert [asked(sound, range="bytes=0-1", if_range=known).status_code for known in (tag, date)] == [206, 206]
    for other in ('"other"', f"W/{tag}", "Thu, 01 Jan 1970 00:00:00 GMT", "x"):
        assert asked(sound, range="bytes=0-1", if_range=other).status_code == 200, other


def test_known_file_is_not_sent_again(sound):
    assert asked(sound, if_none_match=asked(sound)["ETag"]).status_code == 304
    assert asked(sound, if_modified_since=asked(sound)["Last-Modified"]).status_code == 304


def test_head_has_the_headers_of_the_whole(sound, client):
    for headers in ({}, {"range": "bytes=0-1"}):
        answer = client.head(sound.download_address, headers=headers)
        assert (answer.status_code, answer["Content-Length"], answer["Accept-Ranges"]) == (200, str(SIZE), "bytes")
        assert answer.getvalue() == b""


@pytest.mark.parametrize(
    ("name", "content_type", "how"),
    [
        ("a.mp3", "audio/mpeg", "inline"),
        ("a.m4a", "audio/mp4", "inline"),
        ("a.ogg", "audio/ogg", "inline"),
        ("a.mp4", "video/mp4", "inline"),
        ("a.webm", "video/webm", "inline"),
        ("a.pdf", "application/pdf", "inline"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
        ("a.csv", "text/csv", "attachment"),
        ("a.la", "application/octet-stream", "attachment"),
    ],
)
def test_type_decides_between_showing_and_saving(tree, name, content_type, how):
    document = LibraryDocument.objects.create(title="Tệp", file=ContentFile(b"x", name=name))
    answer = asked(document)
    assert answer["Content-Type"] == content_type
    assert answer["Content-Disposition"] == f'{how}; filename="{document.filename}"'
    assert answer["Content-Security-Policy"].startswith("default-src 'none'") and answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("ending", "how"), [("pdf", "inline"), ("docx", "attachment")])
def test_vietnamese_file_name_is_kept(tree, ending, how):
    document = LibraryDocument.objects.create(title="Sổ tay", file=ContentFile(b"x", name=f"Sổ tay Mường.{ending}"))
    assert document.filename.startswith("Sổ_tay_Mường")
    for headers in ({}, {"range": "bytes=0-"}):
        assert asked(document, **headers)["Content-Disposition"] == f"{how}; filename*=utf-8''{quote(document.filename)}"


def test_lost_file_is_not_found(sound):
    os.remove(sound.file.path)
    assert asked(sound).status_code == 404


class Far(FileSystemStorage):
    """A bucket: no path, addresses that die."""

    def path(self, name):
        raise NotImplementedError

    def open(self, name, mode="rb"):
        raise AssertionError("a redirect needs no file")

    def url(self, name, parameters, http_method):
        return f"https://kho.example/{name}?{urlencode(parameters)}&{http_method}&X-Amz-Expires=300"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_file_in_a_bucket_is_a_redirect_that_nobody_keeps(sound, monkeypatch, method):
    monkeypatch.setattr(LibraryDocument._meta.get_field("file"), "storage", Far())
    told = urlencode({"ResponseContentType": "audio/mpeg", "ResponseContentDisposition": f'inline; filename="{sound.filename}"'})
    for headers in ({}, {"range": "bytes=0-1"}):
        answer = Client().generic(method, sound.download_address, headers=headers)
        assert (answer.status_code, answer["Location"]) == (302, f"https://kho.example/{sound.file.name}?{told}&{method}&X-Amz-Expires=300")
        assert answer["Cache-Control"] == "private, no-store"


def test_file_is_sent_without_a_word_on_who_may_keep_it(sound, rf):
    answer = files.send(rf.get("/"), sound)
    answer.close()
    assert "Cache-Control" not in answer


def test_wagtail_is_told_of_each_download(sound):
    told = []

    def note(sender, instance, request, **kwargs):
        told.append((sender, instance.pk, request.path))

    document_served.connect(note)
    try:
        asked(sound)
        asked(sound, range="bytes=0-1")
    finally:
        document_served.disconnect(note)
    assert told == [(LibraryDocument, sound.pk, sound.download_address)] * 2


def test_hook_of_wagtail_may_answer_instead(sound):
    with hooks.register_temporarily("before_serve_document", lambda document, request: HttpResponse(f"chặn {document.pk}")):
        answer = asked(sound)
    assert answer.text == f"chặn {sound.pk}" and "no-store" in answer["Cache-Control"]


def test_wagtails_own_address_gives_no_file(sound, client):
    assert client.get(f"/documents/{sound.pk}/{sound.filename}").status_code == 404
