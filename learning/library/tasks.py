"""Taking out of a file what readers see of it, after it was uploaded: at once, or in a worker where READING_TASKS says so."""

import gzip
import tempfile
from pathlib import Path

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from learning.library import finding, link_cards
from learning.library.extraction import READERS, runner
from learning.library.readings import Reading, ReadingPart

State = Reading.State


@task(backend="reading")
def read_file(reading_id: int) -> None:
    """Once: of several uploads of the same bytes the first reads them."""
    reading = Reading.objects.filter(pk=reading_id, state=State.WAITING).first()
    if reading:
        read(reading)


def read(reading: Reading) -> Reading:
    """Raises OSError and what storages raise where the file cannot be fetched: it waits on."""
    version = reading.versions.first()
    if version is None:  # deleted meanwhile
        return reading
    result = _result(reading, version)
    storage = reading.cover.storage
    for number, picture in enumerate(result.pictures, 1):
        _put(storage, reading.page_picture_name(number), picture)
    cover = _put(storage, reading.cover_name, result.cover) if result.cover else ""
    with transaction.atomic():
        reading = Reading.objects.select_for_update().get(pk=reading.pk)
        reading.state, reading.problem = result.state, result.problem
        reading.pages, reading.seconds = result.pages, result.seconds
        reading.cover, reading.page_pictures = cover, len(result.pictures)
        reading.finished_at = timezone.now()
        reading.save()
        reading.parts.all().delete()
        ReadingPart.objects.bulk_create(_part(reading, number, part) for number, part in enumerate(result.parts, 1))
    documents = apps.get_model("library.LibraryDocument").objects.filter(version__reading=reading)
    finding.put(documents)
    for pk in documents.values_list("pk", flat=True):
        link_cards.bring_up_to_date(pk)
    return reading


def _result(reading: Reading, version) -> runner.Result:
    """From a copy: the process that opens the file gets no way to the library's own."""
    if reading.extension not in READERS:
        return runner.Result(State.NO_TEXT)
    with tempfile.TemporaryDirectory(prefix="library-") as folder:
        copy = Path(folder, f"tep.{reading.extension}")
        with version.file.storage.open(version.file.name, "rb") as source, open(copy, "wb") as target:
            for chunk in source.chunks():
                target.write(chunk)
        return runner.read(str(copy))


def _put(storage, name: str, data: bytes) -> str:
    storage.delete(name)  # of a reading that was broken off, or else the name would be another
    return storage.save(name, ContentFile(data))


def _part(reading: Reading, number: int, part: dict[str, str]) -> ReadingPart:
    return ReadingPart(reading=reading, number=number, weight=len(gzip.compress(part["html"].encode(), 6)), **part)
