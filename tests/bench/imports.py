"""The members of a whole province brought in: seconds and memory, on SQLite, and on PostgreSQL where DATABASE_URL names one.

DATABASE_URL's database is filled and must be an empty one made for this.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEMBERS = int(os.environ.get("MEMBERS", 232_600))
BRANCHES = 2_600
WRITE = """
import sys
from members.models import Unit
from tests.factories import member_lists
communes = list(Unit.objects.get(kind="province", name="Sơn La").get_children().values_list("name", flat=True))
rows = [member_lists.HEADERS]
for number in range(1, {members} + 1):
    branch = number % {branches}
    cells = member_lists.line(number).cells
    rows.append([*cells[:6], communes[branch % len(communes)], f"Chi hội bản {{branch}}", *cells[8:]])
open(r"{folder}/ds.xlsx", "wb").write(member_lists.as_excel(rows))
open(r"{folder}/ds.csv", "wb").write(member_lists.as_csv(rows))
"""


def measured(environment: dict[str, str], *arguments: str) -> tuple[float, float, float]:
    """(seconds, seconds of CPU, MB of the largest resident set) of a manage.py command."""
    with tempfile.TemporaryFile("w+") as said:
        started = time.monotonic()
        child = subprocess.Popen([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT)
        _pid, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - started
        said.seek(0)
        assert status == 0, said.read()
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def rows() -> Iterator[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        ours = {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings.base", "PYTHONPATH": str(ROOT)}
        bare = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "CACHE_URL"}} | ours
        yield from on("SQLite", bare, folder)
        if "DATABASE_URL" in os.environ:
            yield from on("PostgreSQL", bare | {"DATABASE_URL": os.environ["DATABASE_URL"]}, folder)


def on(name: str, environment: dict[str, str], folder: str) -> Iterator[tuple[str, str, str]]:
    for command in (["migrate", "--verbosity=0"], ["import_units"], ["shell", "--command", WRITE.format(members=MEMBERS, branches=BRANCHES, folder=folder)]):
        measured(environment, *command)
    for what, file, options in (
        ("dry run of an XLSX", "ds.xlsx", ["--dry-run"]),
        ("first import of the XLSX", "ds.xlsx", []),
        ("the same again", "ds.xlsx", []),
        ("the same as CSV", "ds.csv", []),
    ):
        seconds, cpu, memory = measured(environment, "import_members", f"{folder}/{file}", "--create-branches", *options)
        yield f"{name}, {what}", f"{seconds:.0f} s", f"{cpu:.0f} s of CPU, {memory:.0f} MB"
    yield f"{name}, rows and size of the XLSX", f"{MEMBERS:,}", f"{os.path.getsize(f'{folder}/ds.xlsx') / 1e6:.1f} MB"
