"""All that is kept about a member, for herself: as plain words and as JSON.

Every table that points at her or names her by her number is in it (members.privacy). Of what she made or decided for others
only the time is told: the rest of such a row is about somebody else. Keys to a door are left out, open sessions among them.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from config.languages import BY_CODE, SOURCE
from members.limits import Limit
from members.models import Member, Tries
from members.privacy import SECRET_MODELS, SECRETS, TableAboutMember, TableByNumber, tables_about_member, tables_by_number

# What she knows of herself comes first; what the machinery needs follows.
HERS = ("full_name", "member_code", "phone", "unit", "birth_year", "is_official", "status", "language", "listen_first", "name_form")
STAFF = ("is_superuser", "is_staff")  # said in words where it is so
PLAIN = (str, int, float, bool, list, dict, type(None))


@dataclass(frozen=True)
class Cell:
    name: str
    label: str
    value: Any  # for JSON
    words: str  # as she reads it


@dataclass(frozen=True)
class Table:
    name: str  # progress.Attempt.member
    title: str
    about_her: bool
    rows: list[list[Cell]]


def data_of(member) -> dict[str, Any]:
    """By table: her own row under "member", then a list of rows for each column that says who she is. Ready for JSON."""
    return as_dict(collected(member))


def as_dict(tables: list[Table]) -> dict[str, Any]:
    own, *others = tables
    as_dicts = {table.name: [{cell.name: cell.value for cell in row} for row in table.rows] for table in others}
    return {"made_at": timezone.now().isoformat(timespec="seconds"), "member": {cell.name: cell.value for cell in own.rows[0]}, **as_dicts}


def collected(member) -> list[Table]:
    """Her own row first. One query a table, and one for the titles of pages."""
    fields = sorted(_shown_fields(Member), key=lambda field: HERS.index(field.name) if field.name in HERS else len(HERS))
    own = Table("members.Member", _title(Member), True, [[_cell(member, field) for field in fields]])
    others = [_table(about, member) for about in (*tables_about_member(), *tables_by_number())]
    return [own, *with_titles([*others, _tries(member)])]


def _tries(member) -> Table:
    rows = Tries.objects.filter(key=Limit.of_member(member).key)
    return Table("members.Tries.key", _title(Tries), True, [[_cell(row, field) for field in _shown_fields(Tries) if field.name != "key"] for row in rows])


def _table(about: TableAboutMember | TableByNumber, member) -> Table:
    title = _title(about.model)
    if not about.about_her or about.model._meta.label in SECRET_MODELS:
        return Table(about.name, title, about.about_her, [_only_when(row, about.model) for row in about.rows(member)])
    fields = [field for field in _shown_fields(about.model) if field != about.field]
    related = [field.name for field in fields if field.is_relation]
    rows = about.rows(member).select_related(*related) if related else about.rows(member)
    return Table(about.name, title, True, [[_cell(row, field) for field in fields] for row in rows])


def _title(model) -> str:
    title = str(model._meta.verbose_name_plural)
    return title[:1].upper() + title[1:]


def _shown_fields(model) -> list[models.Field]:
    return [field for field in model._meta.concrete_fields if field.name not in SECRETS]


def _only_when(row, model) -> list[Cell]:
    moments = [field for field in model._meta.concrete_fields if isinstance(field, models.DateField)]
    return [_cell(row, field) for field in [model._meta.pk, *moments[:1]] if not field.is_relation]


def _cell(row, field: models.Field) -> Cell:
    label = str(field.verbose_name)
    label = label[:1].upper() + label[1:]
    if field.is_relation:
        other = getattr(row, field.name)
        value = None if other is None else {"id": _plain(other.pk), "name": str(other)}
        return Cell(field.name, label, value, "" if other is None else str(other))
    value = getattr(row, field.attname)
    return Cell(field.name, label, _plain(value), _words(row, field, value))


def _plain(value):
    if isinstance(value, PLAIN):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _words(row, field: models.Field, value) -> str:
    if value is None or value == "" or (field.name in STAFF and not value):
        return ""
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if field.name == "language" and value in BY_CODE:
        return BY_CODE[value].own_name
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, models.DateTimeField):
        value = timezone.localtime(value)
    return str(localize(value))


def with_titles(tables: list[Table]) -> list[Table]:
    """Beside each key of a page (lesson_key, course_key, quiz_key) its title, where the page still exists."""
    keys = {cell.value for table in tables for row in table.rows for cell in row if cell.name.endswith("_key")}
    titles = titles_of({UUID(key) for key in keys if key})
    return [Table(table.name, table.title, table.about_her, [_titled(row, titles) for row in table.rows]) for table in tables]


def _titled(row: list[Cell], titles: dict[str, str]) -> list[Cell]:
    titled = []
    for cell in row:
        title = titles.get(cell.value, "") if cell.name.endswith("_key") else ""
        titled.append(Cell(cell.name, cell.label, cell.value, title or cell.words) if cell.name.endswith("_key") else cell)
        if title:
            titled.append(Cell(cell.name.replace("_key", "_title"), "", title, ""))
    return titled


def titles_of(keys: set[UUID]) -> dict[str, str]:
    here = get_language()
    pages = Page.objects.filter(translation_key__in=keys, locale__language_code__in={here, SOURCE}).values_list(
        "translation_key", "title", "locale__language_code"
    )
    return {str(key): title for key, title, _code in sorted(pages, key=lambda page: page[2] == here)}
