"""The database of a test session: migrated once and kept, since all migrations take twenty seconds."""

import hashlib
import os
import sqlite3
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from django.core.management import call_command
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("Django", "wagtail", "wagtail-localize", "django-allauth")


def fingerprint(*patterns: str) -> str:
    """Changes with the files named and with the packages that bring migrations."""
    digest = hashlib.sha256(" ".join(version(name) for name in PACKAGES).encode())
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


MIGRATIONS = ("site/*/migrations/*.py", "site/editing/*/migrations/*.py", "learning/*/migrations/*.py", "home/migrations/*.py", "home/*/migrations/*.py")


def copy_between(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    source.backup(target)


def open_in_memory(kept: Path) -> Path:
    """Connect to a migrated SQLite database in memory; the file that it was copied from.

    kept: a folder for such files, one per set of migrations.
    """
    connection.close()
    name = connection.creation._get_test_db_name()
    connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    file = kept / f"migrated-{fingerprint(*MIGRATIONS)}.sqlite3"
    if file.exists():
        with closing(sqlite3.connect(file)) as source:
            copy_between(source, connection.connection)
    else:
        call_command("migrate", verbosity=0)
        fresh = file.with_suffix(f".{os.getpid()}")
        with closing(sqlite3.connect(fresh)) as target:
            copy_between(connection.connection, target)
        fresh.replace(file)
    return file
