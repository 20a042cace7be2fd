"""What does not fit between rows and files, and what of it can be put right."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.core.files.storage import default_storage
from django.utils import timezone

from learning.library.inventory import held, named, sha256_of
from learning.library.models import DocumentVersion, LibraryDocument, Reading
from learning.library.tasks import read_file

# The last two: what waits for its form, or for its sheet.
FOLDERS = ("documents", "subtitles", "readings", "document_cards", "kits", "wagtail_uploads", "batches", "word")
WAYS = {"readings": "Chạy manage.py read_documents --all.", "document_cards": "Chạy manage.py make_document_cards.", "kits": "Chạy manage.py build_kits."}
BY_HAND = "Chép tệp từ bản sao lưu về, hoặc tải tệp lên lại."
GRACE = timedelta(hours=1)  # a younger file may belong to an upload that goes on


@dataclass(frozen=True)
class Finding:
    sentence: str
    repair: Callable[[], object] | None = None


def findings() -> Iterator[Finding]:
    """One after the other: what the first repair decides what the next find."""
    for search in (documents_without_version, versions_without_digest, readings_that_wait, readings_of_nothing, lost_and_left_over, read_by_anybody):
        yield from search()


def documents_without_version() -> Iterator[Finding]:
    for document in LibraryDocument.objects.filter(version=None).exclude(file=""):
        yield Finding(f"Tài liệu {document.pk} “{document.title}”: chưa có phiên bản nào.", partial(make_version, document))


def make_version(document: LibraryDocument) -> None:
    document._set_document_file_metadata()
    document.save()


def versions_without_digest() -> Iterator[Finding]:
    for version in DocumentVersion.objects.filter(sha256="").select_related("document"):
        yield Finding(f"Tài liệu {version.document_id} “{version.document.title}”, phiên bản {version.number}: chưa có mã sha256.", partial(measure, version))


def measure(version: DocumentVersion) -> None:
    version.identify()
    version.size = version.file.size
    version.save(update_fields=["size"])
    LibraryDocument.objects.filter(version=version).update(file_size=version.size)


def readings_that_wait() -> Iterator[Finding]:
    """Their task was lost, or could not fetch the file."""
    late = Reading.objects.filter(state=Reading.State.WAITING, versions__created_at__lt=timezone.now() - GRACE)
    for reading in late.distinct():
        yield Finding(f"Phần đọc {reading.pk} của “{reading.versions.first().document.title}”: chờ đã lâu.", partial(read_file.enqueue, reading.pk))


def readings_of_nothing() -> Iterator[Finding]:
    """Of documents that were deleted: the text of a private one goes with it."""
    for reading in Reading.objects.filter(versions=None):
        yield Finding(f"Phần đọc {reading.pk}: không còn tài liệu nào.", reading.delete)


def lost_and_left_over() -> Iterator[Finding]:
    files = {name: about for folder in FOLDERS for name, about in held(default_storage, folder).items()}
    rows = {file.name: file for file in named() if file.name.split("/")[0] in FOLDERS}
    for name in sorted(rows.keys() - files.keys()):
        if not default_storage.exists(name):  # nor has it come since the list was made
            yield Finding(f"{rows[name].row}: không thấy tệp {name}. {WAYS.get(name.split('/')[0], BY_HAND)}")
    for version in DocumentVersion.objects.exclude(sha256="").select_related("document").iterator(chunk_size=500):
        about = files.get(version.file.name)
        if about and about.size != version.size:
            yield odd_size(version, about.size)
    old = timezone.now() - GRACE
    for name in sorted(files.keys() - rows.keys()):
        if files[name].modified < old:
            yield Finding(f"Tệp {name}: không thuộc tài liệu nào.", partial(delete_old, name))


def odd_size(version: DocumentVersion, size: int) -> Finding:
    row = f"Tài liệu {version.document_id} “{version.document.title}”, phiên bản {version.number}"
    if sha256_of(version.file.storage, version.file.name) == version.sha256:
        return Finding(f"{row}: ghi {version.size} byte, tệp có {size} byte.", partial(measure, version))
    return Finding(f"{row}: tệp có {size} byte thay vì {version.size}, không còn như lúc tải lên. Chép tệp {version.file.name} từ bản sao lưu về.")


def delete_old(name: str) -> None:
    """Unless it was written anew since the list was made."""
    if default_storage.get_modified_time(name) < timezone.now() - GRACE:
        default_storage.delete(name)


def read_by_anybody() -> Iterator[Finding]:
    """A bucket's policy is no setting of ours, so it is tried out."""
    version = DocumentVersion.objects.exclude(file="").first()
    if version and hasattr(default_storage, "gives_to_anybody") and default_storage.gives_to_anybody(version.file.name):
        yield Finding("Ai cũng đọc được tệp riêng trong kho. Sửa chính sách của kho: chỉ mở thư mục renditions/.")
