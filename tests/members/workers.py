"""Two gunicorn workers on one database, a phone that speaks to them, and which of them answered."""

import os
import re
import shutil
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db import connection

from tests import databases, server

PATIENCE = 300  # seconds; a slow machine is not a lock

LAY = """
import json
from members.models import Member, Unit
from members.signin import door
unit = Unit.objects.filter(kind="branch").first() or Unit.add_root(kind="branch", code="thu", name="Chi hội bản Nà Mạc")
cards = {}
for name in %r:
    member = Member.objects.create(username="thu-" + name, full_name="Lò Thị " + name.title(), unit=unit)
    card = door.issue_card(member=member, by=None)
    door.choose_pin(member=member, pin=%r)
    cards[name] = card.secret
secrets = [door.invite(unit=unit, by=None, seats=1, days=7)[1] for _number in range(2)]
print(json.dumps({"cards": cards, "invitations": secrets}))
"""
REISSUE = """
import json
from members.models import Member
from members.signin import door
print(json.dumps(door.reissue_card(member=Member.objects.get(username="thu-" + %r), by=None).secret))
"""
COUNT = """
import json
from members.models import AuditEntry, JoinRequest
print(json.dumps({"locked": AuditEntry.objects.filter(action="locked").count(), "asked": JoinRequest.objects.count()}))
"""


class Workers:
    """One gunicorn with two workers; on PostgreSQL, on the database of the tests."""

    def __init__(self, var, kept):
        self.pids = var / "pids"
        self.variables = {"WEB_CONCURRENCY": "2", "GUNICORN_CMD_ARGS": f"--access-logfile={self.pids} --access-logformat=%(p)s"}
        if connection.vendor == "postgresql":
            self.variables["DATABASE_URL"] = address_of(connection.settings_dict)
        else:
            with_migrations = next(kept.mkdir("databases").glob(f"migrated-{databases.fingerprint(*databases.MIGRATIONS)}.sqlite3"))
            shutil.copy(with_migrations, var / "db.sqlite3")
        (var / "static").symlink_to(server.static_files(kept.mkdir("site")))
        self.var, self.server = var, server.start(var, **self.variables)
        self.host = urlsplit(self.server.url).netloc

    def run(self, script: str):
        """What a script prints, as JSON, from a third process."""
        return server.shell(self.var, script, **self.variables)

    def answered(self) -> list[str]:
        """The process of each answer so far."""
        return re.findall(r"<(\d+)>", self.pids.read_text()) if self.pids.exists() else []

    def on_both(self, ask, most: int = 60) -> list:
        """The answers to the same question, asked until both workers have answered."""
        before, answers = len(self.answered()), []
        while len(set(self.answered()[before:])) < 2:
            assert len(answers) < most, "one worker does all the work"
            answers.append(ask())
        return answers


def address_of(database: dict) -> str:
    given = urlsplit(os.environ["DATABASE_URL"])
    return given._replace(path=f"/{database['NAME']}").geturl()


class Phone:
    """Cookies, and a new connection for each question."""

    def __init__(self, workers: Workers, **cookies):
        self.host, self.cookies = workers.host, cookies

    def ask(self, method: str, address: str, fields: dict | None = None) -> tuple[int, str, str]:
        """(status, where it leads, text)."""
        talk = HTTPConnection(self.host, timeout=PATIENCE)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Connection": "close"}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        talk.request(method, address, urlencode(fields) if fields is not None else None, headers)
        answer = talk.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies |= {cookie.key: cookie.value for cookie in SimpleCookie(value).values()}
        talk.close()
        return answer.status, answer.getheader("Location", ""), text

    def get(self, address: str):
        return self.ask("GET", address)

    def post(self, address: str, **fields):
        """With a token of its own, as every form has one."""
        self.cookies.setdefault(settings.CSRF_COOKIE_NAME, "a" * 32)
        return self.ask("POST", address, fields | {"csrfmiddlewaretoken": self.cookies[settings.CSRF_COOKIE_NAME]})
