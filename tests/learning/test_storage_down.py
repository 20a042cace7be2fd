"""The place of the files is down, silent or full while an editor uploads: a sentence in time, nothing typed is lost, nothing half done."""

import hashlib
import time

import pytest
from botocore.config import Config
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import UploadedFile

from learning.library import domain
from learning.library.models import DocumentVersion, LibraryDocument
from learning.library.office import history
from pages.storing import UNAVAILABLE, StorageUnavailable
from tests import factories
from tests.failing_store import in_time

pytestmark = pytest.mark.django_db
SENT = {
    "title": "Sổ tay vừa gõ",
    "summary": "Tóm tắt vừa gõ",
    "kind": "handbook",
    "language_code": "vi",
    "work_key": "7b1f0a52-52f3-4c55-9a3b-0a1f6a8f6c11",
    "tags": "",
}


def upload(name="moi.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.4 moi")


@pytest.mark.postgres
def test_adding_says_so_and_keeps_what_was_typed(editor, failing):
    failing()
    answer = in_time(lambda: editor.post(reverse("wagtaildocs:add"), SENT | {"file": upload()}))
    assert (answer.status_code, answer.context["form"].errors) == (200, {"file": [UNAVAILABLE]})
    for typed in (SENT["title"], SENT["summary"]):
        assert typed in answer.text
    assert not LibraryDocument.objects.exists() and not DocumentVersion.objects.exists()


def test_store_that_never_answers_is_left_in_time(editor, silent):
    """By the time-outs of production."""
    answer = in_time(lambda: editor.post(reverse("wagtaildocs:add"), SENT | {"file": upload()}))
    assert answer.context["form"].errors == {"file": [UNAVAILABLE]}


def test_store_that_goes_on_too_long_is_left(settings, silent, tree):
    """Many short waits add up: the whole is bounded too."""
    settings.AWS_UPLOAD_SECONDS = 0.3
    settings.AWS_S3_CLIENT_CONFIG = settings.AWS_S3_CLIENT_CONFIG.merge(Config(read_timeout=1))
    started = time.monotonic()
    with pytest.raises(StorageUnavailable):
        factories.make_document()
    assert time.monotonic() - started < 1.9  # two silent reads alone would take two


@pytest.mark.postgres
def test_replacing_leaves_the_old_file_and_says_so(editor, failing):
    document = factories.make_document(title="Sổ tay cũ")
    name, sha256 = document.file.name, document.sha256
    failing()
    answer = in_time(lambda: editor.post(reverse("wagtaildocs:edit", args=[document.pk]), SENT | {"file": upload()}))
    assert (answer.status_code, answer.context["form"].errors) == (200, {"file": [UNAVAILABLE]})
    assert SENT["summary"] in answer.text
    document = LibraryDocument.objects.get(pk=document.pk)
    assert (document.title, document.file.name, document.sha256, document.versions.count()) == ("Sổ tay cũ", name, sha256, 1)
    assert FileSystemStorage().exists(name)


def test_subtitles_that_cannot_be_stored_are_an_error_of_their_field(editor, failing):
    document = factories.make_document("clip")
    failing()
    sent = SENT | {"kind": "clip", "subtitles": SimpleUploadedFile("vi.vtt", b"WEBVTT")}
    answer = in_time(lambda: editor.post(reverse("wagtaildocs:edit", args=[document.pk]), sent))
    assert answer.context["form"].errors == {"subtitles": [UNAVAILABLE]}
    assert not LibraryDocument.objects.get(pk=document.pk).subtitles


def test_chooser_says_so(editor, failing):
    failing()
    sent = {f"document-chooser-upload-{name}": value for name, value in (SENT | {"file": upload()}).items()}
    answer = in_time(lambda: editor.post(reverse("wagtaildocs_chooser:create"), sent))
    assert answer.status_code == 200 and escape(str(UNAVAILABLE)) in answer.json()["htmlFragment"]
    assert not LibraryDocument.objects.exists()


@pytest.mark.postgres
def test_upload_of_several_says_so_beside_the_file(editor, failing):
    failing()
    answer = in_time(lambda: editor.post(reverse("wagtaildocs:add_multiple"), {"title": "Sổ tay", "files[]": upload()}))
    transaction.set_rollback(False)  # a model that could not be saved marks the test's own transaction
    assert answer.json() == {"success": False, "error_message": UNAVAILABLE}
    assert not LibraryDocument.objects.exists() and not UploadedFile.objects.exists()


def test_uploaded_one_of_several_keeps_what_was_typed(editor, cast, failing):
    kind = ContentType.objects.get_for_model(LibraryDocument)
    waiting = UploadedFile.objects.create(for_content_type=kind, file=upload(), uploaded_by_user=cast.ngan)
    failing()
    sent = {f"uploaded-document-{waiting.pk}-{name}": value for name, value in SENT.items()}
    answer = in_time(lambda: editor.post(reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[waiting.pk]), sent))
    assert answer.status_code == 200 and not answer.json()["success"]
    for shown in (escape(str(UNAVAILABLE)), SENT["title"], SENT["summary"]):
        assert shown in answer.json()["form"]
    assert UploadedFile.objects.filter(pk=waiting.pk).exists() and not LibraryDocument.objects.exists()


@pytest.mark.postgres
def test_file_is_stored_before_the_database_is_asked_for_anything(tree, monkeypatch):
    """A store that is slow must not hold a transaction open, which on SQLite locks everybody out."""
    asked = []

    def store(self, name, content):
        asked.append(len(connection.queries_log))
        return name

    document = LibraryDocument(title="Sổ tay", file=upload())
    monkeypatch.setattr(FileSystemStorage, "_save", store)
    with CaptureQueriesContext(connection):
        before = len(connection.queries_log)
        document.save()
    assert asked == [before]


@pytest.fixture
def replaced(tree):
    """A document and the version that was before."""
    document = factories.make_document(title="Sổ tay")
    document.file = upload()
    document.save()
    return document.versions.get(number=1)


def pressed(editor, version, name: str):
    """What she reads after she asked for it; not waited for longer than she would."""
    answer = in_time(lambda: getattr(editor, "post" if name.endswith("restore") else "get")(reverse(name, args=[version.pk])))
    assert (answer.status_code, answer.url) == (302, reverse("wagtaildocs:edit", args=[version.document_id]))
    return in_time(lambda: editor.get(answer.url)).text


@pytest.mark.postgres
@pytest.mark.parametrize("name", ["library_version_restore", "library_version_file"])
@pytest.mark.parametrize("store", ["dead", "silent_for_a_while"])
def test_old_version_out_of_reach_says_so_and_changes_nothing(editor, replaced, request, name, store):
    request.getfixturevalue(store)
    assert escape(str(history.SILENT)) in pressed(editor, replaced, name)
    now = LibraryDocument.objects.get(pk=replaced.document_id)
    assert (now.version.number, now.file.name, now.versions.count()) == (2, now.version.file.name, 2)


def test_restoring_from_a_store_that_never_answers_is_left_in_time(editor, replaced, silent):
    """By the time-outs of production."""
    assert escape(str(history.SILENT)) in pressed(editor, replaced, "library_version_restore")


@pytest.mark.postgres
@pytest.mark.parametrize("known", [True, False])
def test_old_version_is_looked_for_before_the_database_is_held(replaced, monkeypatch, known):
    if not known:  # of before sums were kept: read whole
        DocumentVersion.objects.filter(pk=replaced.pk).update(sha256="")
        replaced.refresh_from_db()
    held = []
    for name in ("exists", "open"):
        real = getattr(FileSystemStorage, name)
        monkeypatch.setattr(FileSystemStorage, name, lambda *args, real=real, **more: held.append(len(connection.savepoint_ids)) or real(*args, **more))
    before = len(connection.savepoint_ids)
    restored = domain.restore(version=replaced, by=None)
    assert held and set(held) == {before} and restored.sha256 == hashlib.sha256(replaced.file.read()).hexdigest()
