"""gunicorn as `make run` starts it, with the demo, for the tests that need a real server.

The migrated database is copied from the one in memory; static files and the demo with its pictures are made once and
kept until what they are made from changes. Each session gets its own copy of database and pictures.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.databases import MIGRATIONS, ROOT, fingerprint, open_in_memory

PICTURES = (*MIGRATIONS, "home/demo/art/**/*", "home/demo/gallery.py", "site/pages/pictures.py")
DOCUMENTS = (  # with what they stand on: topics, the editor who keeps them, the library's own rules
    *PICTURES,
    "home/demo/documents/*.py",
    "home/demo/library.py",
    "home/demo/texts/*/documents/*.toml",
    "home/demo/texts/*/documents.toml",
    "home/demo/texts/*/topics.toml",
    "home/demo/texts/vi/courses/**/*.toml",  # some are read aloud
    "home/demo/staff.py",
    "home/demo/translations.py",
    "learning/library/**/*.py",
    "site/sharing/*.py",
)
LEARNING = ("learning/quizzes/*.py", "learning/progress/*.py")  # by whose rules the demo's members have learned
CARDS = ("site/members/cards.py", "site/members/signin/door.py", "learning/desk/printing.py", "site/sharing/*.py")
DEMO = (*DOCUMENTS, *LEARNING, *CARDS, "home/demo/**/*", "home/domain.py", "site/members/domain.py")
DRAW = "from home.demo.builder import wanted_pictures; from home.demo.gallery import Gallery; Gallery(wanted_pictures())"
STATIC = ("static/**/*", "requirements.txt", "site/pages/scripts.py", "site/config/settings/base.py")
PATIENCE = 60  # seconds until the server must have answered


@dataclass
class SiteServer:
    url: str  # without a slash at its end
    var: Path  # its VAR_DIR
    process: subprocess.Popen

    @property
    def passwords(self) -> dict[str, str]:
        """Demo username to password; empty when there is no demo."""
        file = self.var / "demo-passwords.txt"
        lines = file.read_text().splitlines() if file.exists() else []
        return dict(line.split(None, 1) for line in lines if len(line.split(None, 1)) == 2)

    def manage(self, *arguments: str) -> str:
        """manage.py against the server's own database and files."""
        return manage(self.var, *arguments)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def environment(var: Path, **more: str) -> dict[str, str]:
    ours = {"VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "config.settings.base", **more}
    return {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "CACHE_URL", "AWS_STORAGE_BUCKET_NAME"}} | ours


def manage(var: Path, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment(var), capture_output=True, text=True)
    assert done.returncode == 0, f"manage.py {' '.join(arguments)}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def shell(var: Path, script: str, **variables: str):
    """What a script prints last, as JSON, from a process of its own."""
    command = [sys.executable, "manage.py", "shell", "--verbosity=0", "--command", script]
    done = subprocess.run(command, cwd=ROOT, env=environment(var, **variables), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1])


def made_once(kept: Path, name: str, key: str, make: Callable[[Path], object]) -> Path:
    """The folder that was made for this key; those of other keys go."""
    made = kept / f"{name}-{key}"
    if not made.exists():
        for old in kept.glob(f"{name}-*"):
            shutil.rmtree(old, ignore_errors=True)
        fresh = kept / f"making-{name}-{os.getpid()}"
        fresh.mkdir()
        try:
            make(fresh)
            if not made.exists():  # another session may have been quicker
                fresh.rename(made)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return made


def static_files(kept: Path) -> Path:
    """The folder that collectstatic has filled."""
    return made_once(kept, "static", fingerprint(*STATIC), lambda var: manage(var, "collectstatic", "--noinput", "--verbosity=0")) / "static"


def pictures_site(kept: Path, migrated: Path) -> Path:
    """A VAR_DIR whose library holds the demo's pictures: drawing and encoding them takes longer than all the rest."""
    return made_once(kept, "pictures", fingerprint(*PICTURES), lambda var: (shutil.copy(migrated, var / "db.sqlite3"), manage(var, "shell", "--command", DRAW)))


def documents_site(kept: Path, migrated: Path) -> Path:
    """The same with the demo's documents: narrated, printed and read once."""

    def make(var: Path) -> None:
        shutil.copytree(pictures_site(kept, migrated), var, dirs_exist_ok=True)
        manage(var, "demo", "--documents")

    return made_once(kept, "documents", fingerprint(*DOCUMENTS), make)


def demo_site(kept: Path, migrated: Path) -> Path:
    """A VAR_DIR with the demo in it."""
    return made_once(
        kept, "demo", fingerprint(*DEMO), lambda var: (shutil.copytree(documents_site(kept, migrated), var, dirs_exist_ok=True), manage(var, "demo"))
    )


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def start(var: Path, **more: str) -> SiteServer:
    """gunicorn with the project's own configuration, answering."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "--config", "site/config/gunicorn.py", "config.wsgi"]
    with open(var / "gunicorn.log", "ab") as log:
        settings = environment(var, BIND=f"127.0.0.1:{port}", SITE_URL=url, **more)
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log)
    server = SiteServer(url, var, process)
    wait_until_ready(server)
    return server


def wait_until_ready(server: SiteServer) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.process.poll() is None:
        try:
            urllib.request.urlopen(server.url + "/tinh-trang/song", timeout=5).close()
            return
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.1)
    server.stop()
    pytest.fail(f"gunicorn did not answer:\n{(server.var / 'gunicorn.log').read_text()[-3000:]}")


@pytest.fixture(scope="session")
def site_server(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo on gunicorn, for the whole session: a test that changes a page makes that page first."""
    kept = request.config.cache.mkdir("site")
    with django_db_blocker.unblock():
        migrated = open_in_memory(request.config.cache.mkdir("databases"))
    var = tmp_path_factory.mktemp("site") / "var"
    shutil.copytree(demo_site(kept, migrated), var)
    (var / "static").symlink_to(static_files(kept))
    server = start(var)
    yield server
    server.stop()
