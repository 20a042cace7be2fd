"""A file that came with a form that has to be sent again: it waits here, so that nobody uploads it twice."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from wagtail.models import UploadedFile as Waiting

from learning.library.models import LibraryDocument

SALT = "library-kept"
KEPT = timedelta(hours=24)


def waiting():
    return Waiting.objects.filter(for_content_type=ContentType.objects.get_for_model(LibraryDocument))


def keep(upload: UploadedFile, *, by) -> str:
    """What the form carries to find the file again."""
    kind = ContentType.objects.get_for_model(LibraryDocument)
    upload.seek(0)
    row = Waiting.objects.create(for_content_type=kind, file=upload, uploaded_by_user=by)
    return signing.dumps([row.pk, upload.name], salt=SALT)


class KeptFile(UploadedFile):
    """As if it had come with this request, under the name that it came with."""

    def __init__(self, row: Waiting, name: str):
        super().__init__(row.file.storage.open(row.file.name), name, size=row.file.size)
        self.row = row

    def discard(self) -> None:
        self.close()
        discard(self.row)


def find(token: str, *, by) -> KeptFile | None:
    """Hers alone; None for what is gone, or was never given out."""
    try:
        pk, name = signing.loads(token, salt=SALT)
        row = waiting().get(pk=pk, uploaded_by_user=by)
        return KeptFile(row, name)
    except (signing.BadSignature, Waiting.DoesNotExist, OSError):
        return None


def discard(row: Waiting) -> None:
    row.file.delete(save=False)
    row.delete()


def forget_old() -> int:
    """Those that nobody came back for: how many."""
    until, gone = timezone.now() - KEPT, 0
    for row in waiting():
        try:
            fresh = row.file.storage.get_modified_time(row.file.name) > until
        except OSError:
            fresh = False
        if not fresh:
            discard(row)
            gone += 1
    return gone
