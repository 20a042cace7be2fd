"""A translation as a file for those who work where there is no signal: PO for translators' programs, XLSX for everybody else.

What comes back is judged sentence by sentence. Good rows are kept, the others are named with their row and what is wrong.
Each row carries a mark of what was translated when it was downloaded: what was written on the site since is not overwritten.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field

import polib
from django.utils.translation import gettext

from editing.translating import wording, writing
from editing.translating.segments import Sentence, sentences
from editing.translating.writing import Words, write
from members.importing import sheets, xlsx
from members.importing.unreadable import Unreadable

HEADER = "X-WagtailLocalize-TranslationID"
LARGEST = 5 << 20
MOST = 20_000  # rows
SEEN = re.compile(r"\[#([0-9a-f]{12})?\]")
KEY = re.compile(r"([0-9a-f]{8})/(\d{1,18})-(\d{1,18})")
KEY_HEAD, SEEN_HEAD, ARROW = "#", "##", "→"


@dataclass(frozen=True)
class Incoming:
    """A row of a file."""

    row: int
    words: str  # of the source, to name it by
    text: str
    seen: str | None = None
    context: int = 0
    string: int = 0


@dataclass(frozen=True)
class Fault:
    row: int
    words: str
    why: str


@dataclass
class Result:
    saved: int = 0
    late: int = 0
    faults: list[Fault] = field(default_factory=list)


# Out


def as_po(translation) -> str:
    """wagtail-localize's own file, old sentences included, with the place of each and the mark of what was there."""
    po = translation.export_po()
    beside = {sentence.key: sentence for sentence in sentences(translation)}
    by_words = {(path_of(sentence.context), sentence.source): sentence for sentence in beside.values()}
    for entry in po:
        if sentence := by_words.get((entry.msgctxt, entry.msgid)):
            entry.comment = f"{sentence.place.label} [#{sentence.seen}]"
    return str(po)


def path_of(context: int) -> str:
    from wagtail_localize.models import TranslationContext  # its models need ours to be loaded

    return TranslationContext.objects.values_list("path", flat=True).get(pk=context)


def sheet_headers(language: str) -> list[str]:
    return [KEY_HEAD, gettext("Where"), gettext("Vietnamese"), f"{ARROW} {language}", SEEN_HEAD]


def sheet_rows(translation) -> Iterator[list[str]]:
    short = translation.uuid.hex[:8]
    for sentence in sentences(translation):
        yield [f"{short}/{sentence.key}", sentence.place.label, sentence.words, sentence.text, sentence.seen]


# In


def read(translation, file, name: str) -> tuple[list[Incoming], list[Fault]]:
    """Rows that may be kept, and what is wrong with the others. Raises Unreadable where the whole file is no use."""
    if file.size > LARGEST:
        raise Unreadable(gettext("The file has more than 5 MB. A translation has less: choose the file that you downloaded here."))
    if name.lower().endswith(".po"):
        return from_po(translation, file.read())
    if name.lower().endswith(".xlsx"):
        return from_sheet(translation, file, name)
    raise Unreadable(gettext("Choose the PO or XLSX file that you downloaded here."))


def from_po(translation, content: bytes) -> tuple[list[Incoming], list[Fault]]:
    po = parsed(content)
    of = po.metadata.get(HEADER, "")
    if of != str(translation.uuid):
        raise Unreadable(other_page(of))
    known = {(path_of(sentence.context), sentence.source): sentence for sentence in sentences(translation)}
    rows, faults, first = [], [], {}
    for entry in po:
        if entry.obsolete:
            continue
        row, words = entry.linenum, entry.msgid[:200]
        place = entry.msgctxt or "", entry.msgid
        if place in first:
            faults.append(
                Fault(row, words, gettext("This sentence stands in the file twice, first in line %(row)s. The first is taken.") % {"row": first[place]})
            )
            continue
        first[place] = row
        seen = SEEN.search(entry.comment or "")
        found = known.get(place)
        context, string = (found.context, found.string) if found else former_place(translation, *place)
        if not string:
            faults.append(Fault(row, words, unknown(translation, entry.msgid)))
        elif entry.fuzzy:
            faults.append(Fault(row, words, gettext("It is marked as unsure (fuzzy). Take the mark away when it is right.")))
        else:
            rows.append(Incoming(row, words, entry.msgstr, (seen[1] or "") if seen else None, context, string))
    return rows, faults


def parsed(content: bytes) -> polib.POFile:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(gettext("The file is not written in UTF-8. Save it as UTF-8 and upload it again.")) from error
    with tempfile.NamedTemporaryFile("w", suffix=".po", encoding="utf-8") as file:  # polib takes a text for a file's name where there is one
        file.write(text)
        file.flush()
        try:
            po = polib.pofile(file.name, encoding="utf-8", wrapwidth=0)
        except (OSError, ValueError, UnicodeError, IndexError) as error:
            line = re.search(r"line (\d+)", str(error))
            where = gettext("It breaks off in line %(line)s.") % {"line": line[1]} if line else ""
            said = gettext("This is no PO file that can be read.")
            raise Unreadable(f"{said} {where}".strip()) from error
    if len(po) > MOST:
        raise Unreadable(gettext("The file has too many rows."))
    return po


def other_page(of: str) -> str:
    """Named where that is known."""
    from wagtail_localize.models import Translation  # its models need ours to be loaded

    if not of:
        return gettext("The file does not say which page it belongs to. Choose the file that you downloaded here.")
    try:
        other = Translation.objects.select_related("source", "target_locale").filter(uuid=of).first()
    except ValueError:
        other = None
    if other is None:
        return gettext("The file belongs to another page, which is no longer there. Nothing was taken from it.")
    return gettext("The file belongs to another page: “%(title)s” (%(language)s). Upload it there. Nothing was taken from it.") % {
        "title": other.source.object_repr,
        "language": other.target_locale.language_code,
    }


def former_place(translation, path: str, words: str) -> tuple[int, int]:
    """Of a sentence that has left the page since the download; zeros where it never stood there."""
    from wagtail_localize.models import String, TranslationContext  # its models need ours to be loaded

    context = TranslationContext.objects.filter(object_id=translation.source.object_id, path_id=TranslationContext._get_path_id(path)).first()
    string = String.objects.filter(locale=translation.source.locale_id, data_hash=String._get_data_hash(words)).first()
    return (context.pk, string.pk) if context and string else (0, 0)


def unknown(translation, words: str) -> str:
    from wagtail_localize.models import String, StringSegment  # its models need ours to be loaded

    elsewhere = (
        StringSegment.objects.filter(string__data_hash=String._get_data_hash(words), string__locale=translation.source.locale_id)
        .exclude(source=translation.source_id)
        .select_related("source")
        .first()
    )
    if elsewhere:
        return gettext("This sentence stands on another page: “%(title)s”.") % {"title": elsewhere.source.object_repr}
    return gettext("This sentence does not stand on the page. Leave the Vietnamese column as it was.")


def from_sheet(translation, file, name: str) -> tuple[list[Incoming], list[Fault]]:
    merged = merged_rows(file)
    sheet = sheets.sheets(file, name)[0]
    rows, faults, first = [], [], {}
    key_at = text_at = seen_at = words_at = None
    short = translation.uuid.hex[:8]
    for row, cells in sheet.rows():
        if len(first) > MOST:
            raise Unreadable(gettext("The file has too many rows."))
        if key_at is None:
            if KEY_HEAD in cells and (text_at := next((n for n, cell in enumerate(cells) if cell.startswith(ARROW)), None)) is not None:
                key_at, seen_at = cells.index(KEY_HEAD), cells.index(SEEN_HEAD) if SEEN_HEAD in cells else None
                words_at = text_at - 1 if text_at else None
            continue
        if not any(cells):
            continue
        words = cell_of(cells, words_at)[:200]
        key = KEY.fullmatch(cell_of(cells, key_at).strip())
        if row in merged:
            faults.append(Fault(row, words, gettext("Cells are merged here, so it is not clear what belongs to which sentence. Undo the merging.")))
        elif not key:
            faults.append(Fault(row, words, gettext("The first column does not say which sentence this is. Leave that column as it was.")))
        elif key[1] != short:
            faults.append(Fault(row, words, gettext("This row belongs to another page.")))
        elif key[0] in first:
            faults.append(
                Fault(row, words, gettext("This sentence stands in the file twice, first in row %(row)s. The first is taken.") % {"row": first[key[0]]})
            )
        else:
            first[key[0]] = row
            seen = cell_of(cells, seen_at) if seen_at is not None else None
            rows.append(Incoming(row, words, cell_of(cells, text_at), seen, int(key[2]), int(key[3])))
    if key_at is None:
        raise Unreadable(gettext("The sheet lacks the columns by which its rows are known. Choose the file that you downloaded here."))
    return rows, faults


def cell_of(cells: list[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def merged_rows(file) -> set[int]:
    """Rows of the first sheet in which cells are merged."""
    file.seek(0)
    if file.read(4) != sheets.ZIP:
        return set()
    workbook, found = xlsx.Workbook(file), set()

    def note(name, facts):
        if name == "mergeCell" and (numbers := re.findall(r"\d+", facts.get("ref", ""))):
            found.update(range(int(numbers[0]), min(int(numbers[-1]), int(numbers[0]) + MOST) + 1))

    workbook.read(workbook.visible[0][1], start=note)
    return found


def take(*, translation, file, name: str, by) -> Result:
    """Keep the good rows. Raises Unreadable where nothing of the file can be used."""
    rows, faults = read(translation, file, name)
    result = Result(faults=faults)
    known: dict[str, Sentence] = {sentence.key: sentence for sentence in sentences(translation)}
    by_key, words = {}, []
    for one in rows:
        key = f"{one.context}-{one.string}"
        kept = known[key].kept if key in known else None
        if not one.text.strip():
            if kept:
                result.faults.append(Fault(one.row, one.words, gettext("It is empty. What was translated stays.")))
            continue
        if key not in known and not writing.former_sentence(translation, Words(one.context, one.string, one.text, None)):
            result.faults.append(Fault(one.row, one.words, gettext("This sentence does not stand on the page.")))
            continue
        by_key[key] = one
        words.append(Words(one.context, one.string, plain(one.text, name), one.seen))
    outcome = write(translation=translation, words=words, by=by)
    result.saved, result.late = len(outcome.saved), len(outcome.late)
    for key, sentence in outcome.open.items():
        result.faults.append(Fault(by_key[key].row, by_key[key].words, why(sentence)))
    result.faults.sort(key=lambda fault: fault.row)
    return result


def plain(text: str, name: str) -> str:
    """A PO holds HTML, a sheet what she reads in a box."""
    return wording.shown(text) if name.lower().endswith(".po") else text


def why(sentence: Sentence) -> str:
    if sentence.faults:
        return " ".join(sentence.faults)
    return gettext("It was changed here after your download. Here stands: “%(text)s”. Yours was not taken.") % {"text": sentence.theirs_text[:200]}
