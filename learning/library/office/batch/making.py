"""From the upload to the documents. Each is made in a transaction of its own that also notes it, so that a second press or a stopped server makes none twice."""

import time
from dataclasses import asdict
from pathlib import PurePath

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext

from learning.library.models import UploadBatch
from learning.library.office import twins
from learning.library.office.batch.plan import Line, form_of, lines_of, plan, wrongs
from learning.library.office.batch.sheet import read
from learning.library.tasks import Beside
from members.importing.unreadable import Unreadable
from pages.storing import StorageUnavailable


def begin(*, files, sheet, collection, by) -> UploadBatch:
    batch = UploadBatch.objects.create(made_by=by, collection=collection)
    add(batch, files=files, sheet=sheet, by=by)
    return batch


def add(batch: UploadBatch, *, files, sheet, by) -> None:
    """More files, another sheet or both; then everything is looked at anew. A file of the same name takes the other's place."""
    for file in files:
        keep_file(batch, file)
    if sheet:
        read_sheet(batch, sheet)
    batch.save()  # so that the files are known, whatever the look at them brings
    plan(batch, by)
    batch.save()


def keep_file(batch: UploadBatch, file) -> None:
    sha256 = twins.sha256_of(file)
    ending = PurePath(file.name).suffix
    ending = ending if len(ending) <= 6 and ending.isascii() and ending[1:].isalnum() else ""
    for old in [kept for kept in batch.files if kept["name"] == file.name]:
        default_storage.delete(old["key"])
        batch.files.remove(old)
    key = default_storage.save(f"{batch.folder}/{sha256[:16]}{ending}", file)
    batch.files.append({"name": file.name, "key": key, "size": file.size, "sha256": sha256})


def read_sheet(batch: UploadBatch, sheet) -> None:
    batch.sheet, batch.rows, batch.headers, batch.notes = sheet.name[-200:], [], {}, []
    try:
        found = read(sheet.file, sheet.name)
    except Unreadable as unreadable:
        batch.notes = [["critical", str(unreadable)]]
        return
    batch.rows, batch.headers = [list(row) for row in found.rows], found.headers
    if found.left_out:
        batch.notes = [["left out", ", ".join(found.left_out)]]


def make_some(batch: UploadBatch, by, seconds: float) -> None:
    """So many seconds of work and at least one document. Raises OSError where the store does not answer; what is made by then stays."""
    until = time.monotonic() + seconds
    with Beside():
        while make_next(batch, by) and time.monotonic() < until:
            pass


def make_next(batch: UploadBatch, by) -> bool:
    """False when there is no more to make. `batch` then is as it is in the database."""
    with transaction.atomic():
        now = UploadBatch.objects.select_for_update().get(pk=batch.pk)
        lines = lines_of(now)
        line = next((line for line in lines if line.is_good and not line.made), None) if now.state == now.State.MAKING else None
        if line:
            make(line, lines, now, by)
            now.lines = [asdict(each) for each in lines]
        elif now.state == now.State.MAKING:
            now.state = now.State.DONE
        now.save()
    batch.refresh_from_db()
    if batch.state == batch.State.DONE and not batch.forgotten:
        batch.forget_files()
        batch.save()
    return line is not None


def make(line: Line, lines: list[Line], batch: UploadBatch, by) -> None:
    """What has come about since the dry run is a problem of the line; a store that does not answer is none, and raises OSError."""
    first = next((other.made for other in lines if line.group and other.group == line.group and other.made), None)
    try:
        form = form_of(line, batch, by, same_work=first)
        if form.is_valid():
            line.made = form.save().pk
        elif form.unstored:
            raise StorageUnavailable
        else:
            line.problems = wrongs(form, batch) or [("", gettext("the same file has come into the library meanwhile."))]
        form.files["file"].close()
    except FileNotFoundError:
        line.problems = [("", gettext("the file could not be read or stored. Upload it again."))]


def forget_old() -> int:
    """After a day: how many."""
    old = list(UploadBatch.objects.old())
    for found in old:
        found.forget_files()
        if found.state != UploadBatch.State.DONE:
            found.state, found.lines = UploadBatch.State.CANCELLED, []
        found.save()
    return len(old)
