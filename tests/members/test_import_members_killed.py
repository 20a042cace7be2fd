"""Killed in the middle, the import goes on where it was and ends with the rows of a straight run."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.db import connection

from tests.databases import ROOT
from tests.factories import member_lists
from tests.scale import scaled
from tests.server import environment, manage

SIZE = scaled(5000, 232_600)
KILL_AT = 40  # per cent
COLUMNS = "username, member_code, full_name, name_folded, phone, birth_year, is_official, status, pin, unit_id"


@pytest.fixture
def site(cast, tmp_path):
    """site(name): a VAR_DIR with the cast's database in a file."""
    if connection.vendor != "sqlite":
        pytest.skip("copies a database in memory")

    def site(name: str):
        var = tmp_path / name
        var.mkdir()
        (var / "secret_key").write_text("tests only")
        with closing(sqlite3.connect(var / "db.sqlite3")) as target:
            connection.connection.backup(target)
        return var

    return site


def ask(var, question: str) -> list[tuple]:
    with closing(sqlite3.connect(var / "db.sqlite3")) as database:
        return database.execute(question).fetchall()


def members(var) -> list[tuple]:
    return ask(var, f"SELECT {COLUMNS} FROM members_member ORDER BY username")


def start_and_kill(var, file) -> None:
    """SIGKILL once it says that so much is done: no handler runs, no transaction is closed."""
    command = [sys.executable, "manage.py", "import_members", str(file)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment(var), stdout=subprocess.PIPE, text=True)
    for said in process.stdout:
        if "%" in said and int(said.split("%")[0]) >= KILL_AT:
            process.send_signal(signal.SIGKILL)
            break
    process.stdout.close()
    assert process.wait(60) == -signal.SIGKILL, "it was done before it could be killed"


def test_killed_import_ends_with_the_rows_of_a_straight_one(site, tmp_path):
    file = tmp_path / "ds.xlsx"
    file.write_bytes(member_lists.as_excel(member_lists.table(SIZE)))
    good = member_lists.good_codes(SIZE)

    straight = site("straight")
    manage(straight, "import_members", str(file))
    wanted = members(straight)
    assert {row[1] for row in wanted if row[1]} == good

    killed = site("killed")
    start_and_kill(killed, file)
    ((state, done, total, added),) = ask(killed, "SELECT state, done_rows, total, added FROM members_importrun")
    assert (state, total) == ("running", SIZE)
    assert 0 < done < SIZE
    assert added == sum(1 for row in members(killed) if row[1]), "the checkpoint and the rows are of one transaction"

    manage(killed, "import_members", str(file))
    assert members(killed) == wanted
    (run,) = ask(killed, "SELECT state, added, updated, unchanged, bad FROM members_importrun")
    assert run == ("done", len(good), 0, 0, SIZE - len(good))
    assert ask(killed, "SELECT count(*) FROM members_auditentry WHERE action = 'import'") == [(1,)]

    manage(killed, "import_members", str(file))
    assert members(killed) == wanted
    assert ask(killed, "SELECT added, updated, unchanged FROM members_importrun ORDER BY made_at DESC LIMIT 1") == [(0, 0, len(good))]


def test_other_choices_are_another_import(site, tmp_path):
    """What was interrupted without branches must not go on with them."""
    file = tmp_path / "ds.csv"
    file.write_bytes(member_lists.as_csv(member_lists.table(SIZE)))
    var = site("var")
    start_and_kill(var, file)
    manage(var, "import_members", str(file), "--create-branches", "--dry-run")
    assert sorted(ask(var, "SELECT state, create_branches FROM members_importrun")) == [("cancelled", 1), ("running", 0)]
