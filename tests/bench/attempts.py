"""What one submission costs: queries, CPU, submissions a second, bytes it leaves; beside the same write by a bare Django view.

DATABASE_URL names a PostgreSQL on which a database may be made; without it queries and CPU alone are measured, on SQLite.
"""

import http.client
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

MEMBERS = 200
ROUNDS = 300
WARM, SECONDS = 8, 10  # before and while it is counted
AT_ONCE = 8  # phones that send at the same moment
STORED = 20_000  # rows, for their size
KINDS = ("single",) * 6 + ("truefalse", "several", "number", "text")  # ten questions
JSON = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


def rows():
    with ground() as quiz:
        from django.db import connection

        phones = [phone() for _ in range(MEMBERS)]
        yield "queries, handed in and passed", queries(quiz, phones[0]), f"({connection.vendor})"
        yield "CPU, marked and stored", f"{cpu(quiz, phones, 'config.urls'):.2f}", "ms"
        yield "CPU, bare view", f"{cpu(quiz, phones, 'tests.bench._bare'):.2f}", "ms"
        if connection.vendor != "postgresql":
            return
        yield "a stored attempt of 10 answers", f"{stored_bytes(quiz):.0f}", "bytes with its indexes"
        for name, app in (("marked and stored", "config.wsgi"), ("bare view", "tests.bench._bare_wsgi")):
            acknowledged, rows_kept = load(quiz, phones, app)
            yield f"{name}, {AT_ONCE} phones at once", f"{acknowledged / SECONDS:.0f}", "submissions/s"
            yield f"{name}, acknowledged and lost", f"{acknowledged - rows_kept}", f"of {acknowledged}"


@contextmanager
def ground():
    """A quiz of ten questions in an empty site."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    from tests.databases import open_in_memory
    from tests.factories import tree
    from tests.factories.quizzes import make_quiz

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    made = None
    if connection.vendor == "postgresql":
        made = setup_databases(verbosity=0, interactive=False)
    else:
        with tempfile.TemporaryDirectory() as folder:
            open_in_memory(Path(folder))
    try:
        tree.lay()
        yield make_quiz(kinds=KINDS)
    finally:
        if made:
            teardown_databases(made, verbosity=0)


def phone():
    """A client in which a member of her own is signed in."""
    from django.test import Client

    from members.models import Member, Unit

    member = Member.objects.create(username=f"bench-{uuid4().hex[:10]}", full_name="Lò Thị Đo", unit=Unit.objects.filter(kind="branch").first())
    client = Client(headers={"accept": "application/json"})
    client.force_login(member)
    return client


def form(quiz) -> dict:
    from tests.factories.quizzes import right_answers
    from tests.progress.taking import form_of

    return form_of(quiz.frozen, right_answers(quiz.frozen.payload))


def address(quiz) -> str:
    return f"/bai-lam/{quiz.translation_key}/gui/"


def queries(quiz, client) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.post(address(quiz), form(quiz))
    sent = form(quiz)
    with CaptureQueriesContext(connection) as asked:
        assert client.post(address(quiz), sent).status_code == 200
    return len(asked)


def cpu(quiz, phones, urls: str) -> float:
    """Median milliseconds of this process for one submission, routing and middleware included."""
    from django.test import override_settings

    spent = []
    with override_settings(ROOT_URLCONF=urls, **({} if urls == "config.urls" else {"MIDDLEWARE": bare_middleware()})):
        for client in phones:
            client.handler.load_middleware()
        for number in range(ROUNDS):
            body = urlencode(form(quiz), doseq=True)
            started = time.process_time()
            answer = phones[number % len(phones)].post(address(quiz), body, content_type="application/x-www-form-urlencoded")
            spent.append(time.process_time() - started)
            assert answer.status_code == 200, answer.content
    return sorted(spent)[ROUNDS // 2] * 1000


def bare_middleware() -> list[str]:
    from tests.bench._bare import MIDDLEWARE

    return MIDDLEWARE


def stored_bytes(quiz) -> float:
    """Table and indexes over rows, as they come in one by one from many members."""
    from django.db import connection
    from django.utils import timezone

    from learning.progress.models import Attempt
    from members.models import Member
    from tests.factories.quizzes import right_answers

    Attempt.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM FULL progress_attempt")
    members = list(Member.objects.all())
    answers, now = Attempt.packed(right_answers(quiz.frozen.payload)), timezone.now()
    same = {"quiz_key": quiz.translation_key, "version_id": quiz.frozen_id, "started": now, "submitted": now, "answers_json": answers}
    made = (
        Attempt(id=uuid4(), member=members[n % len(members)], unit_id=members[n % len(members)].unit_id, score=1000, maximum=1000, passed=True, **same)
        for n in range(STORED)
    )
    for attempt in made:
        attempt.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_total_relation_size('progress_attempt')")
        return cursor.fetchone()[0] / STORED


def load(quiz, phones, app: str) -> tuple[int, int]:
    """(ids acknowledged within SECONDS, how many of them are rows), by two gunicorn workers; database and phones share the cores."""
    from learning.progress.models import Attempt

    with server(app) as url:
        bodies = [(urlencode(form(quiz), doseq=True), phones[n % len(phones)].cookies["sessionid"].value) for n in range(AT_ONCE * 1500)]
        acknowledged: list[str] = []
        since = time.perf_counter() + WARM

        def send(mine):
            connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
            for body, session in mine:
                if time.perf_counter() > since + SECONDS:
                    break
                connection.request("POST", address(quiz), body, {**JSON, "Cookie": f"sessionid={session}"})
                answer = connection.getresponse()
                assert answer.read() and answer.status == 200, answer.status
                if time.perf_counter() > since:
                    acknowledged.append(body.split("lan=")[1].split("&")[0])

        threads = [Thread(target=send, args=[bodies[n::AT_ONCE]]) for n in range(AT_ONCE)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return len(acknowledged), Attempt.objects.filter(pk__in=acknowledged).count()


@contextmanager
def server(app: str):
    from django.db import connection

    from tests.databases import ROOT
    from tests.server import free_port

    settings = connection.settings_dict
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    name = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + "/" + settings["NAME"]
    with tempfile.TemporaryDirectory() as var:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.base",
            "DATABASE_URL": name,
            "SECRET_KEY": "tests only",
            "VAR_DIR": var,
            "BIND": f"127.0.0.1:{port}",
            "WEB_CONCURRENCY": "2",
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "site/config/gunicorn.py", app], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
        )
        try:
            wait_for(port)
            yield url
        finally:
            process.terminate()
            process.wait(20)


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/tinh-trang/song")
            connection.getresponse().read()
            return
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)
    raise RuntimeError("gunicorn did not answer")
