"""The library's page, what was read out of documents, and collections that are not for everybody."""

from django.core.files.base import ContentFile
from wagtail.models import Collection

from learning.library.models import CollectionAudience, LibraryPage, Reading, ReadingPart
from tests.factories.content import place
from tests.factories.files import make_document, picture_bytes

SENTENCE = "Chị bấm giữ nút ở cạnh máy, đếm chậm đến ba rồi thả tay. Màn hình sáng lên là được."


def make_library(tree, **fields) -> LibraryPage:
    return LibraryPage.objects.first() or place(tree.vi, LibraryPage(title="Thư viện", slug="thu-vien", summary="Sổ tay, biểu mẫu, clip.", **fields))


def make_reading(document, *, parts: int = 1, pictures: int = 0, cover: bool = False, state: str = "", **fields) -> Reading:
    """What the document's file gave: so many parts of text, pictures of so many first pages."""
    reading = document.reading
    storage, content = document.file.storage, picture_bytes((60, 80), "WEBP")
    for number in range(1, pictures + 1):
        storage.save(reading.page_picture_name(number), ContentFile(content))
    if cover:
        reading.cover.save("bia.webp", ContentFile(content), save=False)
    reading.state = state or (Reading.State.READ if parts else Reading.State.NO_TEXT)
    reading.pages, reading.page_pictures = fields.get("pages", 24), pictures
    reading.save()
    reading.parts.all().delete()  # of another document with the same bytes
    html = f"<p>{SENTENCE}</p>" * 4
    ReadingPart.objects.bulk_create(
        ReadingPart(reading=reading, number=number, title=f"Phần thứ {number}", html=html, text=SENTENCE, weight=400) for number in range(1, parts + 1)
    )
    return reading


def make_collection(audience: str = "members", unit=None, above: Collection | None = None) -> Collection:
    """Below the root or another one, for these readers."""
    collection = (above or Collection.get_first_root_node()).add_child(name=f"Cho {audience}")
    CollectionAudience.objects.create(collection=collection, audience=audience, unit=unit)
    return collection


def make_closed(audience: str = "members", unit=None, **fields):
    """A document of such a collection."""
    return make_document(collection=make_collection(audience, unit), **fields)
