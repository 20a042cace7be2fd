"""A PostgreSQL of a test's own, with every promise switched on, to be killed and started again."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from django.db import connection

OPTIONS = "-c listen_addresses='' -c unix_socket_directories='{folder}' -c shared_buffers=16MB -c max_connections=40"


def programs() -> Path:
    """The folder of initdb, newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if found:
        return found[-1]
    initdb = shutil.which("initdb")
    assert initdb, "PostgreSQL's programs are missing"
    return Path(initdb).parent


class Cluster:
    """Its socket lies in its own folder: no port, so it cannot collide with anything."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cluster-"))  # not pytest's, which only its owner may enter
        self.data = self.folder / "data"
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "--pgdata", str(self.data), "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8")
        self.start()

    @property
    def url(self) -> str:
        return f"postgres://postgres@{str(self.folder).replace('/', '%2F')}/postgres"

    def start(self) -> None:
        self._control("start", "--log", str(self.folder / "log"), "--options", OPTIONS.format(folder=self.folder))

    def kill(self) -> None:
        """As a power cut would: nothing is written out, connections just end."""
        self._control("stop", "--mode", "immediate")

    def remove(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def take_copy(self) -> None:
        """Tables and rows of the database that the tests use, with nothing of a running transaction."""
        source = connection.settings_dict
        dump = [str(programs() / "pg_dump"), "--host", source["HOST"], "--username", source["USER"], "--no-owner", source["NAME"]]
        load = [str(programs() / "psql"), "--host", str(self.folder), "--username", "postgres", "--quiet", "--set", "ON_ERROR_STOP=1", "postgres"]
        with subprocess.Popen(dump, stdout=subprocess.PIPE) as dumping:
            subprocess.run(load, stdin=dumping.stdout, stdout=subprocess.DEVNULL, check=True)
        assert dumping.returncode == 0

    def _control(self, *arguments: str) -> None:
        self._run("pg_ctl", *arguments, "--pgdata", str(self.data), "--silent", "--wait")

    @staticmethod
    def _run(program: str, *arguments: str) -> None:
        as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        done = subprocess.run([*as_owner, str(programs() / program), *arguments], cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert done.returncode == 0, f"{program}: {done.stderr}"
