"""A search among 50,000 pages and 20,000 documents in three languages: processor time of the site and of the database, and queries.

On PostgreSQL where DATABASE_URL names one: an empty database made for this, which is filled and may be measured again.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

from tests.databases import ROOT

PAGES, DOCUMENTS = int(os.environ.get("PAGES", 50_000)), int(os.environ.get("DOCUMENTS", 20_000))
ASKED = {
    "two words of a title": "?q=my+lung",
    "three words": "?q=mien+tri+ho",
    "typed with tones": "?q=điện+thoại",
    "words that stand everywhere": "?q=chi+em",
    "one that stands everywhere, with tones": "?q=chị",
    "the beginning of a word": "?q=dien+tho",
    "one kind, third screen": "?q=dien+thoai&loai=news&trang=3",
    "all languages": "?q=zalo&ngon-ngu=tat-ca",
    "Telex": "?q=ddieenj+thoaij",
    "a slip": "?q=dien+thaoi+livestrem",
    "the page before anything is asked": "",
    "nothing found": "?q=xyzzy",
    "suggestions": "goi-y/?q=die",
    "suggestions from one letter more": "goi-y/?q=chi+e",
}
ROUNDS = 15


def rows() -> Iterator[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        ours = {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings.test", "PYTHONPATH": f"{ROOT}/site:{ROOT}", "BENCH_FOLDER": folder}
        command = [sys.executable, "-c", "from tests.bench import search; search.measure()"]
        done = subprocess.run(command, cwd=ROOT, env=os.environ | ours, stdout=subprocess.PIPE, text=True, check=True)
    yield from json.loads(done.stdout.splitlines()[-1])


def measure() -> None:
    """Prints the rows as JSON."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "sqlite":
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = f"{os.environ['BENCH_FOLDER']}/bench.sqlite3"
    call_command("migrate", verbosity=0)
    fill()
    settings.PAGE_CACHE_SECONDS = 0
    settings.ALLOWED_HOSTS = ["*"]
    print(json.dumps([*searches(), *publication()]))


def fill() -> None:
    from django.db import connection

    from search.models import Entry
    from tests.factories import tree as trees
    from tests.search import ground

    if not trees.find():
        trees.lay()
    if Entry.objects.count() < PAGES + DOCUMENTS:
        ground.fill(PAGES, DOCUMENTS)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def ticks() -> float:
    """Milliseconds of processor time of this connection's server process, in steps of ten; 0 where it is our own."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0.0
    with open(f"/proc/{connection.connection.info.backend_pid}/stat") as file:
        fields = file.read().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def cost(do: Callable[[], object]) -> tuple[float, float]:
    """(milliseconds of processor time here, and in the database's server), the mean of ROUNDS."""
    do()
    ours, theirs = time.process_time(), ticks()
    for _ in range(ROUNDS):
        do()
    return (time.process_time() - ours) * 1000 / ROUNDS, (ticks() - theirs) / ROUNDS


def searches() -> Iterator[tuple[str, str, str]]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    for name, asked in ASKED.items():
        with CaptureQueriesContext(connection) as asked_for:
            assert client.get(f"/tim-kiem/{asked}").status_code == 200
        queries = len(asked_for)  # before the next request forgets them
        here, there = cost(lambda asked=asked: client.get(f"/tim-kiem/{asked}"))
        yield name, f"{here + there:.0f} ms", f"CPU: {here:.0f} here, {there:.0f} in the database; {queries} queries"


def publication() -> Iterator[tuple[str, str, str]]:
    from search import index, of_pages
    from tests import factories

    news = factories.make_news()
    numbers = iter(range(10_000))

    def publish():
        news.title = f"Tin về mật ong số {next(numbers)}"
        index.put(of_pages.entries([news]))

    here, there = cost(publish)
    yield "index update of a published page", f"{here + there:.0f} ms", f"CPU: {here:.0f} here, {there:.0f} in the database"
