"""Files go to the store before their rows are written: a store that hangs must not hold the database, and one that fails has left no row."""

from django.utils.translation import gettext_lazy as _

UNAVAILABLE = _("The file was not stored: its place is full or does not answer. Try again in a few minutes. If it happens again, tell the administrator.")


class StorageUnavailable(OSError):
    """The disk is full, or the store does not answer."""


def store(row, *fields: str) -> None:
    """Those files of these fields that are new."""
    for field in fields:
        file = getattr(row, field)
        if file and not file._committed:
            try:
                file.save(file.name, file.file, save=False)
            except OSError as error:
                raise StorageUnavailable(f"{file.name}: {error}") from error
