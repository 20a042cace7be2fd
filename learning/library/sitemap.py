"""Public documents for sitemap.xml, the language editions of a work beside one another."""

from collections.abc import Iterator

from learning.library.models import LibraryDocument
from pages.sitemap import Entry


def documents() -> Iterator[Entry]:
    found = LibraryDocument.objects.public().select_related("version").only("title", "work_key", "language_code", "version__created_at")
    for document in found.order_by("work_key", "pk").iterator(chunk_size=2000):
        changed = document.version.created_at if document.version else None
        yield Entry(document.work_key, document.language_code, document.address, changed)
