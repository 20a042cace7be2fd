"""After an upload the file is read: its parts, counts and pictures are kept beside it, once for the same bytes."""

import threading
from contextvars import copy_context

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django_tasks.backends.immediate import ImmediateBackend

from learning.library import tasks
from learning.library.extraction import runner
from learning.library.models import DocumentVersion, LibraryDocument, Reading
from tests import factories
from tests.factories import papers

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
IMMEDIATE = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}


@pytest.fixture
def at_once(settings):
    settings.TASKS = {"default": IMMEDIATE, "reading": IMMEDIATE}


@pytest.fixture
def upload(editor, django_capture_on_commit_callbacks):
    """A file through the editor's screen; its document."""

    def upload(ending: str, content: bytes, **more) -> LibraryDocument:
        fields = {"title": "Sổ tay", "kind": "handbook", "language_code": "vi", "tags": "", **more}
        with django_capture_on_commit_callbacks(execute=True):
            answer = editor.post(reverse("wagtaildocs:add"), {**fields, "file": SimpleUploadedFile(f"tep.{ending}", content)})
        assert answer.status_code == 302, answer.context["form"].errors
        return LibraryDocument.objects.latest("pk")

    return upload


def put(ending: str, content: bytes) -> LibraryDocument:
    return LibraryDocument.objects.create(title="Sổ tay", file=ContentFile(content, name=f"tep.{ending}"))


def test_upload_is_read_at_once(tree, at_once, upload):
    reading = upload("pdf", papers.make("pdf")).reading
    assert (reading.state, reading.problem, reading.pages, reading.page_pictures) == ("read", "", 3, 3)
    part = reading.parts.get()
    assert all(f"<h2>{title}</h2>" in part.html for title in papers.CHAPTERS) and reading.finished_at
    assert 0 < part.weight < len(part.html)
    assert reading.cover.read(4) == b"RIFF" and default_storage.size(reading.page_picture_name(3)) <= 60_000


def test_search_finds_what_stands_in_the_file(tree, at_once, upload):
    document = upload("docx", papers.make("docx"))
    assert list(LibraryDocument.objects.matching("ma pin bay so")) == [] and list(LibraryDocument.objects.matching("ma pin sau so")) == [document]


def test_same_bytes_are_read_once(tree, at_once, upload, monkeypatch):
    first = upload("docx", papers.make("docx"))
    monkeypatch.setattr(runner, "read", None)
    assert upload("docx", papers.make("docx"), again="on").reading == first.reading


def test_damaged_file_is_kept_and_says_so(tree, at_once, upload):
    document = upload("pdf", b"%PDF-1.4 khong con gi")
    assert (document.reading.state, document.reading.problem) == ("failed", "broken")
    assert document.file.size == 21 and not document.reading.parts.exists()


@pytest.mark.parametrize(("text", "problem"), [("time.sleep(60)", "time"), ("os.kill(os.getpid(), 9)", "memory"), ("print('[' * 9999)", "broken")])
def test_upload_stands_whatever_the_reading_process_does(tree, at_once, upload, monkeypatch, tmp_path, text, problem):
    (tmp_path / "program.py").write_text(f"import os, time\n{text}")
    monkeypatch.setattr(runner, "PROGRAM", str(tmp_path / "program.py"))
    monkeypatch.setattr(runner.read, "__kwdefaults__", {"seconds": 2, "memory": runner.BYTES})
    document = upload("txt", b"Chi em")
    assert (document.reading.state, document.reading.problem) == ("failed", problem)


@pytest.mark.parametrize("where", ["open", "save"])
def test_storage_that_fails_leaves_the_reading_waiting_and_the_upload_whole(tree, at_once, upload, monkeypatch, where):
    real = getattr(FileSystemStorage, where)

    def down(self, name, *args, **kwargs):
        if where == "open" or name.startswith("readings/"):
            raise OSError("the storage is down")
        return real(self, name, *args, **kwargs)

    monkeypatch.setattr(tasks.runner, "read", lambda path: runner.Result("read", cover=b"RIFF", pictures=[b"RIFF"]))
    document = put("pdf", papers.make("pdf"))
    monkeypatch.setattr(FileSystemStorage, where, down)
    tasks.read_file.enqueue(document.version.reading_id)
    document.reading.refresh_from_db()
    assert (document.reading.state, document.reading.parts.count()) == ("waiting", 0)


def test_document_deleted_meanwhile_is_no_error(tree, at_once):
    document = put("txt", b"Chi em")
    key = document.version.reading_id
    document.delete()
    tasks.read_file.enqueue(key)
    assert Reading.objects.get(pk=key).state == "waiting"


def test_kind_that_holds_no_text_costs_no_process(tree, at_once, monkeypatch):
    monkeypatch.setattr(runner, "read", None)
    document = put("vtt", b"WEBVTT")
    tasks.read_file.enqueue(document.version.reading_id)
    document.reading.refresh_from_db()
    assert document.reading.state == "no_text"


def test_read_documents_finishes_what_was_broken_off(tree, capsys):
    waiting, failed, read = put("txt", b"mot"), put("txt", b"hai"), put("txt", b"ba")
    Reading.objects.filter(pk=failed.reading.pk).update(state="failed", problem="time")
    Reading.objects.filter(pk=read.reading.pk).update(state="read")
    call_command("read_documents")
    said = capsys.readouterr().out
    assert "2/2" in said and "Đã đọc 2 tệp, 0 tệp không có chữ, 0 tệp không đọc được." in said
    assert [Reading.objects.get(pk=one.reading.pk).parts.count() for one in (waiting, failed, read)] == [1, 1, 0]
    call_command("read_documents", all=True)
    assert [Reading.objects.get(pk=one.reading.pk).parts.count() for one in (waiting, failed, read)] == [1, 1, 1]


def test_read_documents_takes_versions_from_before_sums_were_kept(tree, capsys):
    document = put("txt", b"Chi em hoc so")
    DocumentVersion.objects.update(reading=None, sha256="")
    LibraryDocument.objects.update(sha256="")
    Reading.objects.all().delete()
    call_command("read_documents")
    document = LibraryDocument.objects.get()
    assert document.reading.parts.get().text == "Chi em hoc so" and document.sha256 == document.version.sha256 == document.reading.sha256


def test_read_documents_goes_on_after_a_file_that_is_gone(tree, capsys):
    lost, kept = put("txt", b"mat"), put("txt", b"con")
    lost.file.storage.delete(lost.file.name)
    call_command("read_documents")
    assert "1 tệp không đọc được" in capsys.readouterr().out
    assert [Reading.objects.get(pk=one.reading.pk).state for one in (lost, kept)] == ["waiting", "read"]


def test_read_again_keeps_no_old_part_and_no_second_picture(tree):
    reading = put("pdf", papers.make("pdf")).reading
    for _ in range(2):
        reading = tasks.read(reading)
    folder = reading.cover_name.rsplit("/", 1)[0]
    assert sorted(default_storage.listdir(folder)[1]) == ["1.webp", "2.webp", "3.webp", "cover.webp"] and reading.parts.count() == 1


def test_tests_of_other_things_read_no_file(tree, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document = factories.make_document()
    assert Reading.objects.get(pk=document.reading.pk).state == "waiting"


class Task:
    """Of a backend that reads at once; what is read waits until `together` are at it, and notes how many ever were."""

    def __init__(self, together: int):
        self.barrier, self.now, self.most, self.read = threading.Barrier(together), 0, 0, []

    def get_backend(self):
        return ImmediateBackend("reading", {})

    def enqueue(self, key: int) -> None:
        self.now += 1
        self.most = max(self.most, self.now)
        self.barrier.wait(20)
        self.now -= 1
        self.read.append(key)


def test_files_of_one_upload_are_read_beside_each_other_and_all_by_its_end(monkeypatch):
    task = Task(tasks.AT_ONCE)
    monkeypatch.setattr(tasks, "read_file", task)
    with tasks.Beside():
        for key in range(4 * tasks.AT_ONCE):
            tasks.ask_for(key)
    assert sorted(task.read) == list(range(4 * tasks.AT_ONCE)) and task.most == tasks.AT_ONCE


def test_whoever_asks_for_one_more_waits(monkeypatch):
    """Or a bulk of a hundred files would be answered when the last of them is read."""
    task, gate = Task(1), threading.Event()
    monkeypatch.setattr(tasks, "read_file", task)
    monkeypatch.setattr(task, "enqueue", lambda key: gate.wait(20))
    with tasks.Beside():
        for key in range(tasks.AT_ONCE):
            tasks.ask_for(key)
        more = threading.Thread(target=copy_context().run, args=(tasks.ask_for, 9))
        more.start()
        more.join(0.3)
        waited = more.is_alive()
        gate.set()
        more.join(20)
    assert waited and not more.is_alive()


def test_single_file_is_read_before_the_answer(monkeypatch):
    task = Task(1)
    monkeypatch.setattr(tasks, "read_file", task)
    tasks.ask_for(5)
    assert task.read == [5]


def test_reading_that_fails_leaves_its_place_to_the_next(monkeypatch):
    def fail(key):
        raise OSError("the storage is down")

    task = Task(1)
    monkeypatch.setattr(tasks, "read_file", task)
    monkeypatch.setattr(task, "enqueue", fail)
    with tasks.Beside():
        for key in range(3 * tasks.AT_ONCE):
            tasks.ask_for(key)
