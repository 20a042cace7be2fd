"""What each row and each file would become: the dry run. Nothing is made here; the document's own form says what is wrong."""

import unicodedata
from dataclasses import asdict, dataclass, field
from pathlib import PurePath

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.documents.forms import get_document_form

from config.languages import SOURCE
from learning.library.models import LibraryDocument, UploadBatch
from learning.library.office import twins
from learning.library.office.batch.columns import LABELS
from learning.library.office.batch.values import Unknown, Values
from learning.library.office.uploading import likely_kind
from pages.text import folded

PLAIN = ("summary", "issuing_body", "year", "minutes", "review_on")
IN_SHEET = {"language_code": "language", "same_work": "work"}  # the form's field to the sheet's


@dataclass
class Line:
    name: str  # of the file
    row: int | None = None  # its number in the sheet
    file: int | None = None  # its place among the batch's files
    data: dict = field(default_factory=dict)  # for the form
    group: str = ""  # rows of the sheet that are editions of one work
    problems: list[tuple[str, str]] = field(default_factory=list)  # (column, sentence)
    twins: list[tuple[str, str]] = field(default_factory=list)  # (title, address) of what holds the same bytes
    again: bool = False  # she wants it all the same
    made: int | None = None

    @property
    def title(self) -> str:
        return self.data.get("title", "")

    @property
    def is_good(self) -> bool:
        return not self.problems and (self.again or not self.twins)


def lines_of(batch: UploadBatch) -> list[Line]:
    return [Line(**line) for line in batch.lines]


def plan(batch: UploadBatch, user) -> None:
    values, lines = Values(user), matched(batch)
    seen_files: dict[str, str] = {}
    editions: set[tuple] = set()
    for line in lines:
        if line.file is None or line.row is None:
            continue
        row = dict(next(cells for number, cells in batch.rows if number == line.row))
        translate(line, row, batch, values)
        check(line, batch, user)
        note_same_bytes(line, batch, seen_files)
        note_same_edition(line, batch, editions)
    batch.lines = [asdict(line) for line in lines]


def key(name: str) -> str:
    return unicodedata.normalize("NFC", PurePath(name.replace("\\", "/")).name).casefold()


def matched(batch: UploadBatch) -> list[Line]:
    """Rows in their order, each with its file; then files that no row names."""
    by_name: dict[str, list[int]] = {}
    for place, file in enumerate(batch.files):
        for name in {key(file["name"]), PurePath(key(file["name"])).stem}:
            by_name.setdefault(name, []).append(place)
    lines, taken = [], set()
    for number, row in batch.rows:
        line = Line(row.get("file", ""), row=number)
        found = by_name.get(key(line.name), []) if line.name else []
        line.problems += wrong_file(line, found, taken, batch)
        if len(found) == 1 and not line.problems:
            line.file = found[0]
            line.name = batch.files[found[0]]["name"]
            taken.add(found[0])
        lines.append(line)
    return lines + [unnamed(batch, place) for place in range(len(batch.files)) if place not in taken]


def wrong_file(line: Line, found: list[int], taken: set[int], batch: UploadBatch) -> list[tuple[str, str]]:
    if not line.name:
        sentence = gettext("write the name of the file.")
    elif not found:
        sentence = gettext("no file of this name was uploaded. Add the file below, or correct the name.")
    elif len(found) > 1:
        sentence = gettext("several files have this name. Rename one of them, or write the name with its ending.")
    elif found[0] in taken:
        sentence = gettext("another row names the same file. Keep one of the rows.")
    else:
        return []
    return [(label("file", batch), sentence)]


def unnamed(batch: UploadBatch, place: int) -> Line:
    sentence = gettext("the sheet has no row for this file. Add a row, then upload the sheet again.")
    return Line(batch.files[place]["name"], file=place, problems=[(label("file", batch), sentence)])


def label(key: str, batch: UploadBatch) -> str:
    """As her own sheet calls the column."""
    return batch.headers.get(key) or str(LABELS.get(key, ""))


def translate(line: Line, row: dict[str, str], batch: UploadBatch, values: Values) -> None:
    data = {name: row[name] for name in PLAIN if row.get(name)}
    data["title"] = row.get("title") or PurePath(line.name).stem.replace("_", " ")
    data["tags"] = ",".join(f'"{tag.strip()}"' for tag in row.get("tags", "").replace(";", ",").replace('"', "").split(",") if tag.strip())
    data |= {"kind": likely_kind(line.name), "language_code": SOURCE, "collection": batch.collection_id}
    for name, field_name in (("kind", "kind"), ("language", "language_code"), ("topic", "topic"), ("collection", "collection"), ("work", "same_work")):
        if words := row.get(name):
            try:
                data[field_name] = getattr(values, name)(words)
            except Unknown as unknown:
                line.problems.append((label(name, batch), str(unknown)))
    if row.get("work") and not data.get("same_work"):
        line.group = folded(row["work"])
    line.data = data


def form_of(line: Line, batch: UploadBatch, user, *, only_look: bool = False, same_work: int | None = None):
    """The document's own form, filled in from the sheet."""
    kept = batch.files[line.file]
    upload = UploadedFile(default_storage.open(kept["key"]), kept["name"], size=kept["size"])
    data = line.data | ({"again": "on"} if line.again else {}) | ({"same_work": same_work} if same_work else {})
    instance = LibraryDocument(uploaded_by_user=user)
    return get_document_form(LibraryDocument)(data, {"file": upload}, instance=instance, user=user, only_look=only_look)


def check(line: Line, batch: UploadBatch, user) -> None:
    form = form_of(line, batch, user, only_look=True)
    told = {column for column, _sentence in line.problems}
    line.problems += [(column, sentence) for column, sentence in wrongs(form, batch) if column not in told]
    line.twins = [(twin.title, twins.address(twin, user)) for twin in form.twins]
    form.files["file"].close()


def wrongs(form, batch: UploadBatch) -> list[tuple[str, str]]:
    """What the form refuses, under the columns of the sheet; a twin is no mistake."""
    named = ((label(IN_SHEET.get(name, name), batch), name, errors) for name, errors in form.errors.items())
    return [(column, str(error)) for column, name, errors in named if name != "again" for error in errors]


def note_same_bytes(line: Line, batch: UploadBatch, seen: dict[str, str]) -> None:
    first = seen.setdefault(batch.files[line.file]["sha256"], line.name)
    if first != line.name:
        line.twins.append((first, ""))


def note_same_edition(line: Line, batch: UploadBatch, editions: set[tuple]) -> None:
    work = line.group or line.data.get("same_work")
    if not work:
        return
    edition = (work, line.data["language_code"])
    if edition in editions:
        sentence = gettext("another row has the same work in the same language. Correct one of the rows.")
        line.problems.append((label("work", batch), sentence))
    editions.add(edition)


def address_of(pk: int) -> str:
    return reverse("wagtaildocs:edit", args=[pk])
