"""Rows and files are held against each other; what can be put right is, when asked to."""

import json
import os
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from learning.library import checking
from learning.library.domain import restore
from learning.library.models import DocumentVersion, LibraryDocument, Reading
from learning.library.office.batch import making
from tests import factories
from tests.failing_store import name_store
from tests.object_store import ANYBODY_READS_RENDITIONS, BUCKET

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def document(tree, settings, tmp_path):
    """With two versions, one of them restored, subtitles and a cover."""
    settings.MEDIA_ROOT = tmp_path / "media"
    document = factories.make_document("clip", title="Cách quét mã", content=b"mot")
    document.subtitles = ContentFile(b"WEBVTT", name="vi.vtt")
    document.file = ContentFile(b"hai", name="moi.mp4")
    document.save()
    restore(version=document.versions.get(number=1), by=None)
    for reading in Reading.objects.all():
        Reading.objects.filter(pk=reading.pk).update(page_pictures=1, cover=default_storage.save(f"readings/{reading.pk}/cover.webp", ContentFile(b"bia")))
        default_storage.save(reading.page_picture_name(1), ContentFile(b"trang"))
    make_old()
    return LibraryDocument.objects.get(pk=document.pk)


def make_old() -> None:
    """All files that are there now, by two hours."""
    for path in Path(default_storage.path("")).rglob("*"):
        os.utime(path, (time.time() - 7200,) * 2)


def check(repair: bool = False) -> str:
    """What it says; its failure too, with the exit code 1."""
    out = StringIO()
    try:
        call_command("check_library", repair=repair, stdout=out)
    except CommandError as failed:
        return f"{out.getvalue()}{failed} {failed.returncode}"
    return out.getvalue()


def test_whole_library_has_nothing_to_say(document):
    assert check().splitlines()[1:] == ["Đã sửa 0, còn 0."] == check(repair=True).splitlines()[1:]


def test_lost_file_is_named_and_cannot_be_repaired(document):
    default_storage.delete(document.file.name)
    default_storage.delete(document.subtitles.name)
    for said in (check(), check(repair=True)):
        assert f"Tài liệu {document.pk} “Cách quét mã”, phiên bản 3: không thấy tệp {document.file.name}." in said
        assert f"không thấy tệp {document.subtitles.name}." in said
        assert said.endswith("Còn 2 chỗ cần xem. 1")


@pytest.mark.parametrize("folder", ["documents", "subtitles", "readings/abc-pdf", "wagtail_uploads", "batches/7b1f0a52"])
def test_old_file_that_no_row_names_is_swept(document, folder):
    names = [default_storage.save(f"{folder}/thua.pdf", ContentFile(b"thua"))]
    make_old()
    assert f"Tệp {names[0]}: không thuộc tài liệu nào. Sửa được bằng --repair." in check() and default_storage.exists(names[0])
    assert "Đã sửa 1, còn 0." in check(repair=True) and not default_storage.exists(names[0])
    assert default_storage.exists(document.file.name)


@pytest.fixture
def batch(document, cast):
    """Looked at two hours ago, and not yet made."""
    made = making.begin(files=[ContentFile(b"%PDF-1.4 cho", name="cho.pdf")], sheet=None, collection=document.collection, by=cast.ngan)
    make_old()
    return made


def test_files_that_wait_for_their_sheet_stay(batch):
    assert "Đã sửa 0, còn 0." in check(repair=True) and default_storage.exists(batch.files[0]["key"])


def test_files_of_an_upload_that_is_gone_are_swept(batch):
    (file,) = batch.files
    batch.delete()
    assert f"Tệp {file['key']}: không thuộc tài liệu nào. Sửa được bằng --repair." in check() and default_storage.exists(file["key"])
    assert "Đã sửa 1, còn 0." in check(repair=True) and not default_storage.exists(file["key"])


def test_file_that_was_lost_while_it_waited_is_named(batch):
    default_storage.delete(batch.files[0]["key"])
    assert f"Lần nạp tài liệu “{batch}”, tệp “cho.pdf”: không thấy tệp {batch.files[0]['key']}." in check()


def test_young_file_may_belong_to_an_upload_that_goes_on(document):
    name = default_storage.save("documents/dang-tai.pdf", ContentFile(b"dang tai"))
    assert "Đã sửa 0, còn 0." in check(repair=True) and default_storage.exists(name)


def test_file_written_anew_since_it_was_listed_stays(document):
    name = default_storage.save("documents/moi.pdf", ContentFile(b"moi"))
    checking.delete_old(name)
    assert default_storage.exists(name)


def test_files_elsewhere_are_none_of_its_business(document):
    names = [default_storage.save(f"{folder}/a.jpg", ContentFile(b"a")) for folder in ("images", "original_images", "avatar_images")]
    make_old()
    check(repair=True)
    assert all(map(default_storage.exists, names))


def test_version_without_digest_is_measured(document):
    version = document.version
    DocumentVersion.objects.filter(pk=version.pk).update(sha256="", size=0, reading=None)
    LibraryDocument.objects.filter(pk=document.pk).update(sha256="", file_size=0)
    assert "phiên bản 3: chưa có mã sha256. Sửa được bằng --repair." in check()
    assert "Đã sửa 1, còn 0." in check(repair=True)
    measured = LibraryDocument.objects.get(pk=document.pk)
    assert (measured.sha256, measured.file_size, measured.version.reading) == (document.sha256, 3, version.reading)
    assert (measured.version.sha256, measured.version.size) == (version.sha256, 3)


def test_reading_that_waits_too_long_is_asked_for_again(document, monkeypatch):
    Reading.objects.update(state=Reading.State.WAITING)
    assert "chờ đã lâu" not in check()
    DocumentVersion.objects.filter(number=3).update(created_at=timezone.now() - 2 * checking.GRACE)
    assert f"Phần đọc {document.reading.pk} của “Cách quét mã”: chờ đã lâu. Sửa được bằng --repair." in check()
    asked = []
    monkeypatch.setattr(type(checking.read_file), "enqueue", lambda self, *args: asked.append(args))
    assert "Đã sửa 1, còn 0." in check(repair=True) and asked == [(document.reading.pk,)]


def test_document_without_a_version_gets_its_first(document):
    DocumentVersion.objects.filter(document=document).delete()
    assert f"Tài liệu {document.pk} “Cách quét mã”: chưa có phiên bản nào." in check()
    check(repair=True)
    made = LibraryDocument.objects.get(pk=document.pk)
    assert (made.version.number, made.version.file.name, made.version.sha256) == (1, document.file.name, document.sha256)
    assert check(repair=True).endswith("Đã sửa 0, còn 0.\n")


def test_wrong_size_in_the_row_is_put_right(document):
    DocumentVersion.objects.filter(pk=document.version_id).update(size=99)
    LibraryDocument.objects.filter(pk=document.pk).update(file_size=99)
    assert "phiên bản 3: ghi 99 byte, tệp có 3 byte. Sửa được bằng --repair." in check()
    assert "Đã sửa 1, còn 0." in check(repair=True)
    assert LibraryDocument.objects.get(pk=document.pk).size == 3


def test_file_that_changed_is_named(document):
    with open(document.file.path, "wb") as file:
        file.write(b"bi ghi de")
    said = check(repair=True)
    assert "phiên bản 3: tệp có 9 byte thay vì 3, không còn như lúc tải lên." in said and said.endswith(" 1")


def test_what_was_read_of_a_deleted_document_goes_with_its_pictures(document, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert Reading.objects.exists()
    assert "còn 0." in check(repair=True)
    assert not Reading.objects.exists()
    assert not [path for path in Path(default_storage.path("")).rglob("*") if path.is_file()]


def test_library_in_a_store_is_checked_too(tree, object_store, monkeypatch):
    document = factories.make_document(title="Sổ tay")
    lost = factories.make_document(title="Mất")
    object_store.client.delete_object(Bucket=BUCKET, Key=lost.file.name)
    left_over = default_storage.save("documents/thừa.pdf", ContentFile(b"thua"))
    assert f"không thấy tệp {lost.file.name}" in check() and left_over not in check()
    monkeypatch.setattr(checking, "GRACE", -checking.GRACE)
    check(repair=True)
    assert object_store.names() == {document.file.name}


def test_store_whose_policy_opens_everything_is_told(tree, object_store):
    factories.make_document()
    assert "còn 0." in check()
    policy = json.dumps(ANYBODY_READS_RENDITIONS)
    object_store.client.put_bucket_policy(Bucket=BUCKET, Policy=policy.replace("renditions/*", "*"))
    try:
        assert "Ai cũng đọc được tệp riêng trong kho." in check()
    finally:
        object_store.client.put_bucket_policy(Bucket=BUCKET, Policy=policy)


def test_store_that_does_not_answer_is_told(document, settings, monkeypatch):
    name_store(settings, monkeypatch, 1)
    assert "nơi cất tệp không trả lời" in check(repair=True)
