"""PostgreSQL dies while members hand in, and comes back: what was acknowledged is stored, once."""

import json
import random
import threading
import time
import urllib.error
import urllib.request
import uuid
from urllib.parse import urlencode

import pytest
from django.db import connection

from tests import server
from tests.cluster import Cluster
from tests.scale import scaled

PHONES, EACH = 6, scaled(15, 200)
KILLS = scaled(1, 4)
PATIENCE = scaled(60, 300)  # seconds until everything must have been acknowledged

LAY = """
import json
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from members.models import Member, Unit
from members.signin.backends import PIN_BACKEND
from tests.factories import make_lesson, tree
from tests.factories.quizzes import make_quiz
tree.find() or tree.lay()  # the copied database may have been emptied by a transactional test
quiz = make_quiz(make_lesson(), kinds=["single", "truefalse"])
sessions = {}
for number in range(%d):
    member = Member.objects.create(username=f"tay-{number}", full_name="Lò Thị Mai", unit=Unit.objects.of_kind("branch").first())
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session.update({SESSION_KEY: str(member.pk), BACKEND_SESSION_KEY: PIN_BACKEND, HASH_SESSION_KEY: member.get_session_auth_hash()})
    session.save()
    sessions[member.pk] = session.session_key
print(json.dumps({"quiz": str(quiz.translation_key), "version": quiz.frozen_id, "sessions": sessions}))
"""
STORED = """
import json
from learning.progress.models import Attempt, LessonProgress
rows = Attempt.objects.values_list("id", "member_id", "answers_json", "score")
print(json.dumps({"attempts": [[str(pk), member, answers, score] for pk, member, answers, score in rows], "progress": LessonProgress.objects.count()}))
"""


class Phone(threading.Thread):
    """Sends each attempt until it is acknowledged, always with the same id, as static/js/quiz does."""

    def __init__(self, url: str, laid: dict, member: str):
        super().__init__(daemon=True)
        self.address = f"{url}/bai-lam/{laid['quiz']}/gui/"
        self.headers = {"Cookie": f"sessionid={laid['sessions'][member]}", "Accept": "application/json", "Sec-Fetch-Site": "same-origin"}
        self.version, self.member = laid["version"], int(member)
        self.acknowledged: dict[str, tuple[int, int]] = {}
        self.away: list[str] = []  # the Retry-After of each 503
        self.unexpected: list = []

    def run(self):
        dice = random.Random(self.member)
        for _number in range(EACH):
            attempt, answers = str(uuid.UUID(int=dice.getrandbits(128), version=4)), (dice.randrange(3), dice.randrange(2))
            while not self.sent(attempt, answers):
                time.sleep(0.3)
            self.acknowledged[attempt] = answers

    def sent(self, attempt: str, answers: tuple[int, int]) -> bool:
        form = {"phien-ban": self.version, "lan": attempt, "giay": 30, "c0": answers[0], "c1": answers[1]}
        try:
            with urllib.request.urlopen(urllib.request.Request(self.address, urlencode(form).encode(), self.headers), timeout=20) as answer:
                said = json.load(answer)
        except urllib.error.HTTPError as refused:
            if refused.code == 503:
                self.away.append(refused.headers.get("Retry-After"))
            else:
                self.unexpected.append((refused.code, refused.read()[:200]))
            return False
        except OSError:  # the connection ended
            return False
        if said["state"] != "counted" or attempt not in said["url"]:
            self.unexpected.append(said)
        return True


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="kills a PostgreSQL of its own; runs with those on PostgreSQL")
def test_what_was_acknowledged_is_stored_once_although_the_database_is_killed(django_db_setup, tmp_path, request, report):
    cluster, running = Cluster(), None
    variables = {"DATABASE_URL": cluster.url, "WEB_CONCURRENCY": "2"}
    try:
        cluster.take_copy()
        (tmp_path / "static").symlink_to(server.static_files(request.config.cache.mkdir("site")))
        laid = server.shell(tmp_path, LAY % PHONES, **variables)
        running = server.start(tmp_path, **variables)
        phones = [Phone(running.url, laid, member) for member in laid["sessions"]]
        for phone in phones:
            phone.start()
        for kill in range(1, KILLS + 1):
            wait_for(lambda share=kill / (KILLS + 1): sum(len(phone.acknowledged) for phone in phones) >= share * PHONES * EACH)
            cluster.kill()
            time.sleep(1.5)
            cluster.start()
        for phone in phones:
            phone.join(PATIENCE)
        stored = server.shell(tmp_path, STORED, **variables)
    finally:
        if running:
            running.stop()
        cluster.remove()
    assert not [each for phone in phones for each in phone.unexpected]
    sent = {(attempt, phone.member, json.dumps(list(answers), separators=(",", ":"))) for phone in phones for attempt, answers in phone.acknowledged.items()}
    assert {(pk, member, answers) for pk, member, answers, _score in stored["attempts"]} == sent
    assert len(stored["attempts"]) == len(sent) == PHONES * EACH
    assert {score for *_rest, answers, score in stored["attempts"] if answers == "[0,1]"} <= {200}
    assert stored["progress"] == PHONES
    told = [each for phone in phones for each in phone.away]
    assert told and all(int(each) > 0 for each in told), "no phone was told to wait: the kill came too late"
    report("PostgreSQL killed under load", "attempts", {"sent": len(sent), "stored": len(stored["attempts"]), "kills": KILLS, "503": len(told)})


def wait_for(true, seconds: float = PATIENCE) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "too slow"
        time.sleep(0.02)
