"""A library that outgrows its disk goes into a store, and back: under the same names, checked, as often as one has to begin again."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.core.management import CommandError, call_command

from learning.library import moving
from learning.library.models import LibraryDocument, Reading
from learning.library.office.batch import making
from pages.pictures import SPECS
from pages.storages import PrivateFiles, PublicRenditions
from tests import factories
from tests.failing_store import name_store

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def library(tree, settings, tmp_path):
    """On the disk: a document with two versions, one with subtitles, a reading with pictures of its pages, a picture in all its sizes."""
    settings.MEDIA_ROOT = tmp_path / "media"
    handbook = LibraryDocument.objects.create(title="Sổ tay", file=ContentFile(b"%PDF-1.4 mot", name="Sổ tay Mường.pdf"))
    handbook.file = ContentFile(b"%PDF-1.4 hai", name="moi.pdf")
    handbook.save()
    clip = factories.make_document("clip", content=b"phim" * 1000)
    clip.subtitles = ContentFile(b"WEBVTT", name="vi.vtt")
    clip.save()
    reading = clip.reading
    disk = FileSystemStorage()
    Reading.objects.filter(pk=reading.pk).update(page_pictures=1, cover=disk.save(f"readings/{reading.sha256}-mp4/cover.webp", ContentFile(b"bia")))
    disk.save(reading.page_picture_name(1), ContentFile(b"trang"))
    factories.make_picture()
    return disk


@pytest.fixture
def store(running_store, settings):
    """Named by the environment, empty, and not yet in use."""
    running_store.empty()
    for name, value in running_store.settings().items():
        if name.startswith("AWS_"):
            setattr(settings, name, value)
    return running_store


def move(to: str = "s3") -> str:
    out = StringIO()
    call_command("move_storage", to=to, stdout=out)
    return out.getvalue()


def contents(disk) -> dict[str, bytes]:
    root = disk.path("")
    return {str(path.relative_to(root)): path.read_bytes() for path in Path(root).rglob("*") if path.is_file()}


def in_the_store(names) -> dict[str, bytes]:
    return {name: (PublicRenditions() if name.startswith("images/") else PrivateFiles()).open(name).read() for name in names}


def test_every_file_is_copied_under_its_name(library, store):
    before = contents(library)
    assert len(before) == 3 + 1 + 2 + 1 + len(SPECS)
    assert f"Tệp {len(before)}/{len(before)}: chép {len(before)}, đã có 0, lỗi 0." in move()
    assert in_the_store(before) == before == contents(library)
    assert store.names() == {f"renditions/{name}" if name.startswith("images/") else name for name in before}


def test_files_that_wait_for_their_sheet_go_too(library, store, cast):
    batch = making.begin(files=[ContentFile(b"%PDF-1.4 cho", name="cho.pdf")], sheet=None, collection=None, by=cast.ngan)
    move()
    assert batch.files[0]["key"] in store.names()


def test_second_time_copies_nothing(library, store):
    move()
    assert f"chép 0, đã có {len(contents(library))}, lỗi 0." in move()


def test_killed_in_the_middle_it_goes_on(library, store, monkeypatch):
    put, put_before = moving.put, []

    def killed(target, name, content):
        if len(put_before) == 4:
            raise KeyboardInterrupt
        put_before.append(name)
        put(target, name, content)

    with monkeypatch.context() as patch:
        patch.setattr(moving, "put", killed)
        with pytest.raises(KeyboardInterrupt):
            move()
    assert len(store.names()) == 4
    before = contents(library)
    assert f"chép {len(before) - 4}, đã có 4, lỗi 0." in move()
    assert in_the_store(before) == before


@pytest.mark.parametrize("wrong", [b"%PDF-1.4 sai", b"ngan"])
def test_damaged_copy_is_noticed_and_copied_again(library, store, wrong):
    """Of the same length or another."""
    move()
    name = LibraryDocument.objects.get(title="Sổ tay").file.name
    PrivateFiles()._save(name, ContentFile(wrong))
    rendition = next(name for name in contents(library) if name.startswith("images/"))  # no row knows its digest
    PublicRenditions()._save(rendition, ContentFile(bytes(len(contents(library)[rendition]))))
    assert "chép 2," in move()
    assert in_the_store([name, rendition]) == {path: contents(library)[path] for path in (name, rendition)}


def test_copy_that_cannot_be_read_back_the_same_is_an_error(library, store, monkeypatch):
    save = PrivateFiles._save
    monkeypatch.setattr(PrivateFiles, "_save", lambda self, name, content: save(self, name, ContentFile(b"cut") if name.endswith("moi.pdf") else content))
    with pytest.raises(CommandError, match=r"“Sổ tay”, phiên bản 2, tệp documents/moi.pdf: bản chép khác tệp gốc"):
        move()


def test_missing_file_is_named_and_the_others_go(library, store):
    lost = LibraryDocument.objects.get(title="Sổ tay").versions.get(number=1)
    library.delete(lost.file.name)
    with pytest.raises(CommandError) as told:
        move()
    assert f"Tài liệu {lost.document_id} “Sổ tay”, phiên bản 1, tệp {lost.file.name}: không thấy tệp." in str(told.value)
    assert len(store.names()) == len(contents(library))


def test_file_that_changed_since_its_upload_is_copied_and_named(library, store):
    version = LibraryDocument.objects.get(title="Sổ tay").version
    with open(version.file.path, "wb") as file:
        file.write(b"hong")
    with pytest.raises(CommandError, match="đã chép, nhưng tệp gốc khác lúc tải lên"):
        move()
    assert in_the_store([version.file.name]) == {version.file.name: b"hong"}


def test_back_to_the_disk_it_is_the_same_library(library, store, settings, tmp_path):
    before = contents(library)
    move()
    settings.MEDIA_ROOT = tmp_path / "khac"
    assert f"chép {len(before)}," in move("disk")
    assert contents(FileSystemStorage()) == before


def test_killed_while_a_file_is_written_leaves_no_half_file(library, store, settings, tmp_path, monkeypatch):
    def killed(number):
        raise KeyboardInterrupt

    move()
    settings.MEDIA_ROOT = tmp_path / "khac"
    with monkeypatch.context() as patch:
        patch.setattr(moving.os, "fsync", killed)
        with pytest.raises(KeyboardInterrupt):
            move("disk")
    assert all(name.endswith(".part") for name in contents(FileSystemStorage()))
    move("disk")
    assert contents(FileSystemStorage()).items() >= contents(library).items()


def test_store_that_nobody_named_is_asked_for(library):
    with pytest.raises(CommandError, match="AWS_STORAGE_BUCKET_NAME"):
        move()


def test_store_that_does_not_answer_is_told(library, settings, monkeypatch):
    name_store(settings, monkeypatch, 1)
    with pytest.raises(CommandError, match="không trả lời"):
        move()
