"""The demonstration's documents in the library: who may read them, their versions, how often they were used, once and for all."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from home.demo import library
from home.demo.documents import voice
from home.demo.documents.editions import Edition
from home.demo.library import COLLECTIONS, Library, document_of
from learning.library.models import DocumentDay, DocumentVersion, LibraryDocument
from learning.library.rules import can_read
from tests.home.demo_files import ALL, file_of

REPLACED = "bien-ban-sinh-hoat-chi-hoi"
LIGHT = [edition for edition in ALL if edition.text["format"] in {"docx", "xlsx", "txt"} or edition.name == "to-gap-an-toan-tren-mang"]


@pytest.fixture
def filled(tree, monkeypatch):
    """The light ones alone: their files are tested on their own."""
    monkeypatch.setattr(library, "editions", lambda: iter(LIGHT))
    monkeypatch.setattr(Edition, "file", lambda edition, _draw, version=1: file_of(edition, version))
    told: list[str] = []
    Library({}, report=told.append).fill()
    return told


def titles(documents) -> set[str]:
    return {document.title for document in documents}


def written(audience: str) -> set[str]:
    return {edition.text["title"] for edition in LIGHT if edition.text.get("audience", "public") == audience}


def test_every_document_is_in_the_collection_of_its_readers(filled):
    assert LibraryDocument.objects.count() == len(LIGHT)
    for audience, name in COLLECTIONS.items():
        assert titles(LibraryDocument.objects.filter(collection__name=name)) == written(audience)


def test_strangers_see_none_of_the_members_documents(filled, cast):
    assert titles(LibraryDocument.objects.public()) == written("public")
    assert titles(LibraryDocument.objects.readable_by(cast.lan)) == written("public") | written("members")
    assert not can_read(None, document_of("ke-hoach-thi-dua-chi-hoi"))
    assert can_read(cast.lan, document_of("ke-hoach-thi-dua-chi-hoi"))


def test_document_tells_all_that_its_text_says(filled):
    for edition in LIGHT:
        document = document_of(edition.name, edition.language)
        for name in ("title", "summary", "kind", "issuing_body", "year", "review_on"):
            assert getattr(document, name) == edition.text[name], name
        assert set(document.tags.names()) == set(edition.text["tags"])
        assert timezone.localdate(document.created_at) == edition.text["date"]
        assert document.filename.startswith(edition.name)
        assert document.sha256


def test_editions_of_one_work_know_each_other(filled):
    leaflet = document_of("to-gap-an-toan-tren-mang")
    assert [edition.language_code for edition in leaflet.editions] == ["en", "fr"]


def test_form_was_replaced_twice_and_keeps_every_file(filled):
    document = document_of(REPLACED)
    versions = list(document.versions.order_by("number"))
    assert [version.number for version in versions] == [1, 2, 3]
    assert [timezone.localdate(version.created_at) for version in versions] == [date(2026, 4, 6), date(2026, 6, 15), date(2026, 10, 12)]
    assert len({version.sha256 for version in versions}) == 3
    assert document.version == versions[-1]
    assert document.sha256 == versions[-1].sha256
    for version in versions:
        with version.file.open() as file:
            assert file.read(2) == b"PK"


def test_use_is_counted_up_to_yesterday(filled):
    days = DocumentDay.objects.all()
    assert days.count() > 500
    assert not days.filter(day__gte=timezone.localdate()).exists()
    assert not [day for day in days if day.downloads > day.reads or not day.reads]
    assert not [day for day in days.select_related("document") if day.day < timezone.localdate(day.document.created_at)]


def test_second_run_adds_nothing(filled):
    kept = list(DocumentDay.objects.values_list("document", "day", "reads")), DocumentVersion.objects.count()
    document = document_of(REPLACED)
    LibraryDocument.objects.filter(pk=document.pk).update(title="Biên bản của xã mình")
    told: list[str] = []
    Library({}, report=told.append).fill()
    assert told == ["Tài liệu: thêm 0."]
    assert kept == (list(DocumentDay.objects.values_list("document", "day", "reads")), DocumentVersion.objects.count())
    assert document_of(REPLACED).title == "Biên bản của xã mình"


def test_machine_without_a_voice_says_so_and_leaves_sounds_out(tree, monkeypatch):
    sounds = [edition for edition in ALL if edition.text["kind"] in {"audio", "clip"}]
    monkeypatch.setattr(library, "editions", lambda: iter(sounds))
    monkeypatch.setattr(voice, "can_speak", lambda: False)
    told: list[str] = []
    Library({}, report=told.append).fill()
    assert told == ["Tài liệu: thêm 0.", f"Máy này không có ffmpeg và espeak-ng nên bỏ qua {len(sounds)} tài liệu nghe và xem."]
    assert not LibraryDocument.objects.exists()


def test_sound_brings_its_words_its_minutes_and_its_subtitles(tree, monkeypatch):
    clip = next(edition for edition in ALL if edition.text["format"] == "mp4")
    monkeypatch.setattr(library, "editions", lambda: iter([clip]))
    monkeypatch.setattr(Edition, "file", lambda edition, _draw, version=1: b"\0\0\0\x18ftypisom")
    Library({}).fill()
    document = document_of(clip.name)
    assert (document.kind, document.minutes, document.transcript) == ("clip", 1, clip.transcript)
    with document.subtitles.open() as file:
        assert file.read().startswith(b"WEBVTT\n\n00:00:00.000 --> ")
    assert document.created_at < timezone.now() - timedelta(days=30)
