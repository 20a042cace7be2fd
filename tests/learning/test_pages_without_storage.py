"""What readers see never waits for the place of the files: rows know all that a page tells of a document."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from learning.library.models import LibraryPage
from pages.pictures import Rendition
from tests import factories
from tests.factories.content import place

pytestmark = pytest.mark.django_db
VERBS = ("open", "save", "delete", "exists", "listdir", "size", "path", "get_accessed_time", "get_created_time", "get_modified_time", "get_available_name")


class Gone(Storage):
    """Whoever asks it for anything has waited."""

    def url(self, name):
        raise AssertionError(f"url of {name}")


def asked(verb: str):
    def refuse(self, *args, **kwargs):
        raise AssertionError(f"{verb} {args} {kwargs}")

    return refuse


for verb in VERBS:
    setattr(Gone, verb, asked(verb))


class Addresses(Gone):
    """Of sizes of pictures: their public addresses are made without asking."""

    def url(self, name):
        return f"https://anh.example/{name}"


@pytest.fixture
def pages(tree) -> list[str]:
    picture = factories.make_picture()
    sound, clip, paper = (factories.make_document(kind) for kind in ("audio", "clip", "handbook"))
    clip.subtitles = ContentFile(b"WEBVTT", name="vi.vtt")
    clip.save()
    library = place(tree.vi, LibraryPage(title="Thư viện", slug="thu-vien"))
    links = "".join(f'<a linktype="document" id="{document.pk}">mở tệp</a>' for document in (sound, paper))
    related = factories.stream(("document", paper.pk), ("document", sound.pk))
    lesson = factories.make_lesson(steps=2, picture=picture, audio=sound, narration=sound, related_documents=related, cover=picture)
    body = factories.stream(("text", f"<p>{links}</p>"), ("document", paper.pk), ("clip", clip.pk))
    standard = factories.make_standard(body=body, narration=sound, cover=picture)
    return ["/", "/sitemap.xml", library.address, lesson.address, standard.address, *(document.address for document in (sound, clip, paper))]


def test_no_page_asks_the_storage_for_anything(pages, client, settings, monkeypatch):
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": f"{__name__}.Gone"}, "renditions": {"BACKEND": f"{__name__}.Addresses"}}
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])
    for address in pages:
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer.status_code == 200 and body, address
