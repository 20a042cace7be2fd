"""Terms out of a CSV or XLSX: term, language, translation, note. Known ones are changed, new ones added, wrong rows named."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from config.languages import LANGUAGES
from editing.translating.terms import EVERY, Term
from members.importing import sheets
from members.importing.unreadable import Unreadable
from pages.text import folded

MOST = 5000
HEADS = {
    "term": ("term", "thuat ngu", "tieng viet", "tu tieng viet", "vi"),
    "language": ("language", "ngon ngu", "tieng"),
    "translation": ("translation", "ban dich", "dich"),
    "note": ("note", "ghi chu"),
}
ALL_OF_THEM = {"", "*", "moi ngon ngu", "tat ca", "all languages"}


@dataclass
class Result:
    added: int = 0
    changed: int = 0
    same: int = 0
    faults: list[tuple[int, str, str]] = field(default_factory=list)  # row, term, sentence


@transaction.atomic
def take(file, name: str) -> Result:
    columns: dict[str, int] = {}
    result, first = Result(), {}
    codes = codes_by_name()
    for row, cells in sheets.sheets(file, name)[0].rows():
        if not columns:
            columns = {key: n for n, cell in enumerate(cells) for key, names in HEADS.items() if folded(cell) in names}
            if "term" not in columns:
                raise Unreadable(gettext("The first row must name the columns: term, language, translation, note."))
            continue
        if not any(cells):
            continue
        if row > MOST:
            raise Unreadable(gettext("The file has too many rows."))
        given = {key: cells[at].strip() if at < len(cells) else "" for key, at in columns.items()}
        term, language = given.get("term", ""), folded(given.get("language", ""))
        code = EVERY if language in ALL_OF_THEM else codes.get(language)
        if code is None:
            result.faults.append((row, term, gettext("This language is not known: %(name)s.") % {"name": given["language"]}))
        elif (term, code) in first:
            result.faults.append((row, term, gettext("It stands in row %(row)s already.") % {"row": first[term, code]}))
        else:
            first[term, code] = row
            keep(row, Term(term=term, language=code, translation=given.get("translation", ""), note=given.get("note", "")), result)
    if not columns:
        raise Unreadable(gettext("The file is empty."))
    return result


def codes_by_name() -> dict[str, str]:
    return {folded(name): language.code for language in LANGUAGES for name in (language.code, language.own_name, language.in_vietnamese, language.name)}


def keep(row: int, read: Term, result: Result) -> None:
    try:
        read.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        result.faults.append((row, read.term, " ".join(error.messages)))
        return
    known = Term.objects.filter(term=read.term, language=read.language).first()
    if known is None:
        read.save()
        result.added += 1
    elif (known.translation, known.note) == (read.translation, read.note):
        result.same += 1
    else:
        known.translation, known.note = read.translation, read.note
        known.save()
        result.changed += 1
