"""Production refuses to start half configured, and says what is missing."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment
from tests.databases import ROOT

WHOLE = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "hoc.example.vn",
    "SITE_URL": "https://hoc.example.vn",
    "DATABASE_URL": "postgres://hoc@127.0.0.1/hoc",
    "CACHE_URL": "redis://127.0.0.1/1",
}
STORE = {"AWS_STORAGE_BUCKET_NAME": "hoc", "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_S3_ENDPOINT_URL": "https://kho.example.vn"}
SHOW = "from django.conf import settings; print(eval(%r, {'settings': settings}))"


def start(var, variables: dict[str, str], show: str = "settings.SITE_URL") -> subprocess.CompletedProcess:
    ours = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings.production", "VAR_DIR": str(var), "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}"}
    return subprocess.run([sys.executable, "-c", SHOW % show], env=ours | variables, cwd=var, capture_output=True, text=True)


def test_production_starts_when_whole(tmp_path):
    done = start(tmp_path, WHOLE)
    assert (done.returncode, done.stdout.strip()) == (0, WHOLE["SITE_URL"]), done.stderr


@pytest.mark.parametrize("missing", WHOLE)
def test_production_names_what_is_missing(tmp_path, missing):
    done = start(tmp_path, {name: value for name, value in WHOLE.items() if name != missing})
    assert done.returncode != 0
    assert f"Set the environment variable {missing}" in done.stderr


@pytest.mark.parametrize("missing", ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
def test_a_bucket_needs_its_keys(tmp_path, missing):
    done = start(tmp_path, WHOLE | {name: value for name, value in STORE.items() if name != missing})
    assert f"Set the environment variable {missing}" in done.stderr


@pytest.mark.parametrize("variables", [WHOLE, {"DJANGO_SETTINGS_MODULE": "config.settings.base"}])
def test_storage_arguments_stay_out_of_task_arguments(tmp_path, variables):
    done = start(tmp_path, variables | STORE, "settings.STORAGES['default'], settings.WAGTAILIMAGES_RENDITION_STORAGE, settings.MEDIA_HOSTS")
    assert done.stdout.strip() == str(({"BACKEND": "pages.storages.PrivateFiles"}, "renditions", [STORE["AWS_S3_ENDPOINT_URL"]])), done.stderr


def test_tests_never_write_into_a_store_that_the_environment_names(tmp_path):
    done = start(tmp_path, STORE | {"DJANGO_SETTINGS_MODULE": "config.settings.test"}, "settings.STORAGES['default'], settings.WAGTAILIMAGES_RENDITION_STORAGE")
    assert done.stdout.strip() == str(({"BACKEND": "django.core.files.storage.FileSystemStorage"}, "default")), done.stderr


def test_renditions_keep_their_address_and_other_files_do_not(tmp_path):
    shown = """[__import__("django.core.files.storage").core.files.storage.storages[name].url("a.jpg").partition("?") for name in ("renditions", "default")]"""
    (public, _, nothing), (private, _, signed) = eval(start(tmp_path, WHOLE | STORE, shown).stdout)
    assert "/renditions/a.jpg" in public
    assert nothing == ""
    assert "renditions" not in private
    assert "X-Amz-Expires=300" in signed


def test_reader_policy_lets_pictures_of_the_store_in(tmp_path):
    done = start(tmp_path, WHOLE | STORE, "__import__('pages.policies').policies.reader()")
    assert f"img-src 'self' data: {STORE['AWS_S3_ENDPOINT_URL']}" in done.stdout, done.stderr


def test_production_insists_on_https(tmp_path):
    assert "https://" in start(tmp_path, WHOLE | {"SITE_URL": "http://hoc.example.vn"}).stderr


def test_production_is_careful(tmp_path):
    shown = """{
        "debug": settings.DEBUG,
        "secure cookies": settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE,
        "health checks": settings.DATABASES["default"]["CONN_HEALTH_CHECKS"],
        "durable": "synchronous_commit=on" in settings.DATABASES["default"]["OPTIONS"]["options"],
        "modelsearch": "modelsearch" in settings.INSTALLED_APPS,
    }"""
    done = start(tmp_path, WHOLE, " ".join(shown.split()))
    expected = {"debug": False, "secure cookies": True, "health checks": True, "durable": True, "modelsearch": False}
    assert done.stdout.strip() == str(expected), done.stderr


@pytest.mark.parametrize(("named", "meant"), [("", "required"), ("offered", "offered")])
def test_production_requires_the_second_factor_of_staff_unless_told_otherwise(tmp_path, named, meant):
    assert start(tmp_path, WHOLE | {"STAFF_TOTP": named}, "settings.STAFF_TOTP").stdout.strip() == meant


def test_second_factor_that_is_neither_is_refused(tmp_path):
    assert "STAFF_TOTP is 'maybe': use offered or required" in start(tmp_path, WHOLE | {"STAFF_TOTP": "maybe"}).stderr


def test_embedded_site_offers_the_second_factor(tmp_path):
    assert start(tmp_path, {"DJANGO_SETTINGS_MODULE": "config.settings.base"}, "settings.STAFF_TOTP").stdout.strip() == "offered"


@pytest.mark.parametrize(("host", "offered"), [("", "False"), ("mail.example.vn", "True")])
def test_forgotten_passwords_are_mailed_where_there_is_a_mail_server(tmp_path, host, offered):
    assert start(tmp_path, WHOLE | {"EMAIL_HOST": host}, "settings.WAGTAIL_PASSWORD_RESET_ENABLED").stdout.strip() == offered


def test_options_of_the_database_address_are_kept(tmp_path):
    address = {"DATABASE_URL": WHOLE["DATABASE_URL"] + "?sslmode=require"}
    done = start(tmp_path, WHOLE | address, "settings.DATABASES['default']['OPTIONS']")
    assert "'sslmode': 'require'" in done.stdout, done.stderr
    assert "statement_timeout" in done.stdout


def test_base_makes_its_own_secret_key_once(tmp_path):
    shown = [start(tmp_path, {"DJANGO_SETTINGS_MODULE": "config.settings.base"}, "settings.SECRET_KEY").stdout for _ in range(2)]
    assert shown[0] == shown[1]
    assert len(shown[0]) > 40
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("yes", True), ("True", True), ("0", False), ("no", False), ("", True)])
def test_flag_is_read(monkeypatch, value, expected):
    monkeypatch.setenv("A_FLAG", value)
    assert environment.flag("A_FLAG", default=True) is expected


def test_flag_that_is_neither_is_refused(monkeypatch):
    monkeypatch.setenv("A_FLAG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="A_FLAG is 'maybe'"):
        environment.flag("A_FLAG")


def test_proxy_that_is_no_address_is_refused(monkeypatch):
    monkeypatch.setenv("SOME_PROXIES", "127.0.0.1, 172.18.0.0/16")
    assert environment.networks("SOME_PROXIES") == ["127.0.0.1", "172.18.0.0/16"]
    monkeypatch.setenv("SOME_PROXIES", "nginx")
    with pytest.raises(ImproperlyConfigured, match="SOME_PROXIES has 'nginx'"):
        environment.networks("SOME_PROXIES")


def test_words_are_split(monkeypatch):
    monkeypatch.setenv("SOME_WORDS", " a, b ,,c")
    assert environment.words("SOME_WORDS") == ["a", "b", "c"]
