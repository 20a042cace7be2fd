"""A store of files that is down, silent or full, and what an editor waits for it at most."""

import errno
import socket
import time

import pytest
from botocore.config import Config
from django.core.files.storage import FileSystemStorage, storages

from config.settings import object_store as settings_of_the_store
from pages.pictures import Rendition
from tests.server import free_port

PATIENCE = 15  # seconds


def name_store(settings, monkeypatch, port: int) -> None:
    for name, value in {
        "STORAGE_BUCKET_NAME": "hoc",
        "ACCESS_KEY_ID": "key",
        "SECRET_ACCESS_KEY": "secret",
        "S3_ENDPOINT_URL": f"http://127.0.0.1:{port}",
    }.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    for name, value in settings_of_the_store.settings().items():
        setattr(settings, name, value)
    settings.STORAGES = settings.STORAGES | settings_of_the_store.STORAGES
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])


@pytest.fixture
def dead(settings, monkeypatch):
    """Nobody listens."""
    name_store(settings, monkeypatch, free_port())


@pytest.fixture
def silent(settings, monkeypatch):
    """Takes every connection and never says a word."""
    with socket.socket() as ear:
        ear.bind(("127.0.0.1", 0))
        ear.listen(50)
        name_store(settings, monkeypatch, ear.getsockname()[1])
        yield


@pytest.fixture
def silent_for_a_while(settings, silent):
    """The same with a short time-out, so that the tests need not wait as long as an editor."""
    settings.AWS_S3_CLIENT_CONFIG = settings.AWS_S3_CLIENT_CONFIG.merge(Config(read_timeout=0.2))


@pytest.fixture
def full(monkeypatch):
    def no_room(self, name, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", no_room)


@pytest.fixture(params=["dead", "silent_for_a_while", "full"])
def failing(request):
    """Call it: from then on the store fails in this way."""
    return lambda: request.getfixturevalue(request.param)


def in_time(ask):
    started = time.monotonic()
    answer = ask()
    assert time.monotonic() - started < PATIENCE
    return answer
