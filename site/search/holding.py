"""The one condition that each database answers in its own way: does an entry hold all words of a query?

PostgreSQL keeps the words of an entry as tsvector columns beside the model's own, SQLite in a table of FTS5, under the
entry's number. Both were cut into words here, so neither cuts them again, and both give the same answers.
"""

from collections.abc import Iterable

from django.db import connection
from django.db.models import BooleanField, F, Func

from search.queries import Query

PARTS = ("title", "head", "whole")  # each holds the ones before it


class Holds(Func):
    output_field = BooleanField()

    def __init__(self, query: Query, part: str = "whole"):
        super().__init__(F("pk"))
        self.query, self.part = query, part

    def as_sql(self, compiler, connection, **options):
        column, _ = compiler.compile(self.source_expressions[0])
        return f"{column} IN (SELECT rowid FROM search_words WHERE search_words MATCH %s)", [f"{self.part} : ({self.query.for_sqlite})"]

    def as_postgresql(self, compiler, connection, **options):
        column, _ = compiler.compile(self.source_expressions[0])
        table = column.rpartition(".")[0]
        return f"{table}.words_{self.part} @@ %s::tsquery", [self.query.for_postgresql]


def write(rows: Iterable[tuple[int, list[set[str]]]]) -> None:
    """rows: the number of an entry, and the words of each of PARTS."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            columns = ", ".join(f"words_{part} = array_to_tsvector(%s::text[])" for part in PARTS)
            cursor.executemany(f"UPDATE search_entry SET {columns} WHERE id = %s", [[*map(sorted, parts), pk] for pk, parts in rows])
        else:
            rows = [(pk, *(" ".join(sorted(part)) for part in parts)) for pk, parts in rows]
            cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [row[:1] for row in rows])
            cursor.executemany(f"INSERT INTO search_words (rowid, {', '.join(PARTS)}) VALUES (%s, %s, %s, %s)", rows)
