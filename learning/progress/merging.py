"""One statement that adds a row or merges into the one that is there: the earliest moments, the greatest figures.

Since minimum and maximum do not care for order or repetition, messages may come late, twice or from two phones at once. Django's
bulk_create can replace values on a conflict, but not compare them; the comparison is written out so that SQLite and
PostgreSQL read it alike.
"""

from typing import Any

from django.db import connection, models


def merge(
    model: type[models.Model],
    *,
    key: dict[str, Any],
    same: dict[str, Any] | None = None,
    kept: dict[str, Any] | None = None,
    earliest: dict[str, Any] | None = None,
    greatest: dict[str, Any] | None = None,
):
    """The row as it stands afterwards, in one query. Names are attribute names (member_id).

    key: what is unique. kept: only a new row takes it. same: a row under this key that has another value is somebody else's, left
    as it is: None. earliest, greatest: merged; None says nothing.
    """
    same, earliest, greatest = same or {}, earliest or {}, greatest or {}
    values = {**key, **same, **(kept or {}), **earliest, **greatest}
    fields = {name: _field(model, name) for name in values}
    quote, table = connection.ops.quote_name, connection.ops.quote_name(model._meta.db_table)
    column = {name: quote(field.column) for name, field in fields.items()}
    merged = [_better(table, column[name], "<") for name in earliest] + [_better(table, column[name], ">") for name in greatest]
    unless = " AND ".join(f"{table}.{column[name]} = excluded.{column[name]}" for name in same)
    sql = (
        f"INSERT INTO {table} ({', '.join(column.values())}) VALUES ({', '.join(['%s'] * len(values))}) "
        f"ON CONFLICT ({', '.join(column[name] for name in key)}) DO UPDATE SET {', '.join(merged)}{f' WHERE {unless}' if unless else ''} RETURNING *"
    )
    params = [fields[name].get_db_prep_save(value, connection) for name, value in values.items()]
    return next(iter(list(model._default_manager.raw(sql, params))), None)


def _field(model, name: str) -> models.Field:
    return next(field for field in model._meta.concrete_fields if field.attname == name)


def _better(table: str, column: str, sign: str) -> str:
    ours, theirs = f"{table}.{column}", f"excluded.{column}"
    return f"{column} = CASE WHEN {ours} IS NULL OR {theirs} {sign} {ours} THEN {theirs} ELSE {ours} END"
