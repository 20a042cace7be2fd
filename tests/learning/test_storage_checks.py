"""The site does not start with a storage under which a private file would be public."""

import os
import subprocess
import sys

import pytest
from botocore import UNSIGNED
from botocore.config import Config
from django.conf import settings as of_tests
from django.urls import re_path
from django.views.static import serve

from config.urls import urlpatterns as ours
from learning.library.checks import private_files
from tests.databases import ROOT
from tests.failing_store import name_store

S3 = {"BACKEND": "storages.backends.s3.S3Storage"}
PRIVATE, PUBLIC = {"BACKEND": "pages.storages.PrivateFiles"}, {"BACKEND": "pages.storages.PublicRenditions"}
urlpatterns = [re_path(r"^media/(?P<path>.*)$", serve, {"document_root": of_tests.MEDIA_ROOT}), *ours]


def found() -> list[str]:
    return [error.id for error in private_files()]


@pytest.fixture
def store(settings, monkeypatch):
    name_store(settings, monkeypatch, 1)


def test_disk_of_the_embedded_site_is_fine(settings):
    assert found() == []


def test_store_named_by_the_environment_is_fine(store):
    assert found() == []


def test_store_with_a_domain_for_its_renditions_is_fine(store, settings):
    settings.AWS_S3_CUSTOM_DOMAIN = "anh.example.vn"
    assert found() == []


@pytest.mark.parametrize(
    ("default", "more", "error"),
    [
        (S3, {"AWS_QUERYSTRING_AUTH": False}, "E002"),
        (PRIVATE, {"AWS_S3_CLIENT_CONFIG": Config(signature_version=UNSIGNED)}, "E002"),
        (PUBLIC, {}, "E002"),
        (S3, {"AWS_S3_CUSTOM_DOMAIN": "anh.example.vn"}, "E003"),
        (PRIVATE, {"AWS_DEFAULT_ACL": "public-read"}, "E004"),
        (PRIVATE, {"AWS_S3_OBJECT_PARAMETERS": {"ACL": "authenticated-read"}}, "E004"),
        (PRIVATE, {"AWS_QUERYSTRING_EXPIRE": 3600}, "E005"),
        (PRIVATE, {"AWS_LOCATION": "renditions"}, "E006"),
        (PRIVATE, {"AWS_LOCATION": "renditions/ban-goc"}, "E006"),
    ],
)
def test_store_that_would_let_anybody_read_is_refused(store, settings, default, more, error):
    for name, value in more.items():
        setattr(settings, name, value)
    settings.STORAGES = settings.STORAGES | {"default": default}
    assert f"library.{error}" in found()


def test_secret_that_would_come_into_a_task_is_refused(store, settings):
    settings.STORAGES = settings.STORAGES | {"default": PRIVATE | {"OPTIONS": {"access_key": "a", "secret_key": "b"}}}
    assert found() == ["library.E001"]
    assert not any(secret in str(private_files()[0]) for secret in ("'a'", "'b'"))


@pytest.mark.parametrize(
    ("setting", "named"),
    [("STATIC_ROOT", str), ("STATICFILES_DIRS", lambda root: [root]), ("STATICFILES_DIRS", lambda root: [("them", str(root))]), ("WHITENOISE_ROOT", str)],
)
@pytest.mark.parametrize("below", ["", "media/sau"])
def test_files_among_static_ones_are_refused(settings, tmp_path, setting, named, below):
    setattr(settings, setting, named(tmp_path))
    settings.MEDIA_ROOT = tmp_path / below
    assert found() == ["library.E007"]
    settings.MEDIA_ROOT = tmp_path.parent / "ben-canh"
    assert found() == []


def test_address_that_sends_any_file_is_refused(settings):
    settings.ROOT_URLCONF = __name__
    assert found() == ["library.E008"]


def test_server_does_not_start(tmp_path):
    (tmp_path / "open_store.py").write_text("from config.settings.base import *\nMEDIA_ROOT = STATIC_ROOT / 'media'\n")
    ours = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}:{tmp_path}"}
    command = [sys.executable, "-c", "import config.wsgi"]
    done = subprocess.run(command, env=ours | {"DJANGO_SETTINGS_MODULE": "open_store"}, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode != 0 and "library.E007" in done.stderr, done.stderr
