"""Where the words of an entry are kept: columns with indexes of their own in PostgreSQL, a table of FTS5 in SQLite.

Words were cut apart in search.folding: PostgreSQL gets them as they are, and FTS5's ascii tokenizer parts at spaces
what holds nothing else. fastupdate is off, since a search reads through everything that it would put off. What is long
lies beside the table, title and summary in it, so that going through many entries reads little.

A later migration that makes SQLite write search_entry anew must make the trigger again.
"""

from django.db import migrations

POSTGRESQL = """
ALTER TABLE search_entry ADD COLUMN words_title tsvector, ADD COLUMN words_head tsvector, ADD COLUMN words_whole tsvector;
ALTER TABLE search_entry ALTER COLUMN words_title SET STORAGE MAIN, ALTER COLUMN words_head SET STORAGE MAIN, ALTER COLUMN words_whole SET STORAGE EXTERNAL;
ALTER TABLE search_entry SET (toast_tuple_target = 512);
CREATE INDEX search_entry_words_title ON search_entry USING gin (words_title) WITH (fastupdate = off);
CREATE INDEX search_entry_words_whole ON search_entry USING gin (words_whole) WITH (fastupdate = off);
"""
POSTGRESQL_BACK = """
ALTER TABLE search_entry DROP COLUMN words_title, DROP COLUMN words_head, DROP COLUMN words_whole;
ALTER TABLE search_entry RESET (toast_tuple_target);
"""
SQLITE = """
CREATE VIRTUAL TABLE search_words USING fts5 (title, head, whole, tokenize = 'ascii', detail = 'column', columnsize = 0, prefix = '2 3 4');
CREATE TRIGGER search_entry_deleted AFTER DELETE ON search_entry BEGIN DELETE FROM search_words WHERE rowid = old.id; END;
"""
SQLITE_BACK = """
DROP TRIGGER search_entry_deleted;
DROP TABLE search_words;
"""


def run(postgresql: str, sqlite: str):
    def migrate(apps, schema_editor):
        statements = postgresql if schema_editor.connection.vendor == "postgresql" else sqlite
        for statement in statements.strip().splitlines():
            schema_editor.execute(statement)

    return migrate


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(run(POSTGRESQL, SQLITE), run(POSTGRESQL_BACK, SQLITE_BACK))]
