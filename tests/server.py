"""gunicorn as `make run` starts it, with the demo, for the tests that need a real server.

The migrated database is copied from the one in memory; static files and the demo with its pictures are made once and
kept until what they are made from changes. Each session gets its own copy of database and pictures.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.databases import MIGRATIONS, ROOT, fingerprint, open_in_memory

DEMO = (*MIGRATIONS, "home/demo/**/*", "site/pages/pictures.py", "static/img/*")
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
    return {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "CACHE_URL"}} | ours


def manage(var: Path, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment(var), capture_output=True, text=True)
    assert done.returncode == 0, f"manage.py {' '.join(arguments)}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def has_demo() -> bool:
    return (ROOT / "home/demo/management/commands/demo.py").exists()


def static_files(kept: Path) -> Path:
    """The folder that collectstatic has filled for the present sources."""
    made = kept / f"static-{fingerprint(*STATIC)}"
    if not made.exists():
        for old in kept.glob("static-*"):
            shutil.rmtree(old, ignore_errors=True)
        fresh = kept / f"making-static-{os.getpid()}"
        manage(fresh, "collectstatic", "--noinput", "--verbosity=0")
        fresh.rename(made)
    return made / "static"


def demo_site(kept: Path, migrated: Path) -> Path:
    """A VAR_DIR with the demo in it, made once for the present texts and pictures."""
    made = kept / f"demo-{fingerprint(*DEMO)}-{has_demo():d}"
    if not made.exists():
        for old in kept.glob("demo-*"):
            shutil.rmtree(old, ignore_errors=True)
        fresh = kept / f"making-demo-{os.getpid()}"
        fresh.mkdir()
        shutil.copy(migrated, fresh / "db.sqlite3")
        if has_demo():
            manage(fresh, "demo")
        fresh.rename(made)
    return made


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
