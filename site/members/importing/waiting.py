"""Files that wait: unpacked on the default storage below imports/, where no address leads; gone when done, or after a day."""

import tempfile
from pathlib import PurePath
from typing import BinaryIO

from django.core.files import File
from django.core.files.storage import default_storage

from members.importing.columns import guess
from members.importing.kept import keep, sha256
from members.models import ImportRun

FOLDER = "imports"


def begin(file: BinaryIO, name: str, *, made_by, unit) -> ImportRun:
    """A run that is about to be checked, with the likeliest columns. Raises Unreadable."""
    run = ImportRun(made_by=made_by, unit=unit, name=PurePath(name).name[-200:], sha256=sha256(file))
    with tempfile.TemporaryFile() as out:
        kept = keep(file, name, out)
        run.headers, run.total, run.never, run.other_sheets = kept.headers, kept.total, kept.never, kept.other_sheets
        run.mapping = guess(kept.headers)
        out.seek(0)
        run.file = default_storage.save(f"{FOLDER}/{run.pk}.jsonl", File(out))
    run.save()
    return run


def opened(run: ImportRun) -> BinaryIO:
    return default_storage.open(run.file)


def drop_file(run: ImportRun) -> None:
    if run.file:
        default_storage.delete(run.file)
        run.file = ""
        run.save(update_fields=["file"])


def forget(run: ImportRun) -> None:
    """Everything of it that names a member. What it counted stays."""
    drop_file(run)
    run.problems.all().delete()
    run.preview, run.notes, run.forgotten = [], [], True
    if run.state != run.State.DONE:
        run.state = run.State.CANCELLED
    run.save(update_fields=["preview", "notes", "forgotten", "state"])


def forget_old() -> int:
    """After a day: how many were forgotten."""
    old = list(ImportRun.objects.old())
    for run in old:
        forget(run)
    return len(old)
