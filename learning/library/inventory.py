"""Which files the rows name, and which a storage holds."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from django.apps import apps
from django.core.files.storage import Storage
from django.db.models import FileField
from wagtail.images.models import get_rendition_storage

from learning.library.models import DocumentVersion, Reading


@dataclass(frozen=True)
class Named:
    """A file that a row names."""

    name: str
    row: str  # which one, in words for a person
    sha256: str = ""  # where the row knows it
    public: bool = False  # a size of a picture or the card of a link, which lies on the public alias where there is one


@dataclass(frozen=True)
class Held:
    size: int  # bytes
    modified: datetime


def named() -> list[Named]:
    """Every file that any row names, once. Versions of documents come first, since they know its digest."""
    found: dict[tuple[bool, str], Named] = {}
    for file in chain(_versions(), _pages_of_readings(), _others()):
        found.setdefault((file.public, file.name), file)
    return list(found.values())


def _versions() -> Iterator[Named]:
    for version in DocumentVersion.objects.select_related("document").exclude(file="").iterator(chunk_size=500):
        yield Named(version.file.name, f"Tài liệu {version.document_id} “{version.document.title}”, phiên bản {version.number}", version.sha256)


def _pages_of_readings() -> Iterator[Named]:
    for reading in Reading.objects.filter(page_pictures__gt=0).iterator(chunk_size=500):
        for number in range(1, reading.page_pictures + 1):
            yield Named(reading.page_picture_name(number), f"Ảnh trang {number} của phần đọc {reading.pk}")


def _others() -> Iterator[Named]:
    """Of whatever table, so that none is forgotten when one is added."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, FileField):
                public = getattr(field, "_storage_callable", None) is get_rendition_storage
                rows = model._base_manager.exclude(**{field.name: ""}).exclude(**{field.name: None})
                for pk, name in rows.values_list("pk", field.name).iterator():
                    yield Named(name, f"{str(model._meta.verbose_name).capitalize()} {pk}", public=public)


def held(storage: Storage, folder: str = "") -> dict[str, Held]:
    """By name; the whole storage without a folder. A listing: nothing is opened."""
    if hasattr(storage, "held"):
        return {name: Held(*about) for name, about in storage.held(folder).items()}
    root, found = Path(storage.path("")), {}
    for path in (root / folder).rglob("*"):
        with suppress(FileNotFoundError):  # gone since it was listed
            about = path.stat()
            if path.is_file():
                found[path.relative_to(root).as_posix()] = Held(about.st_size, datetime.fromtimestamp(about.st_mtime, UTC))
    return found


def sha256_of(storage: Storage, name: str) -> str:
    with storage.open(name) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
