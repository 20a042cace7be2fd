"""Tests: a database in memory unless DATABASE_URL names another, quick passwords, plain static files."""

import tempfile

from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES, TASKS, WAGTAILSEARCH_BACKENDS

SECRET_KEY = "tests only"
ALLOWED_HOSTS = ["*"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"].update({"NAME": ":memory:", "OPTIONS": {}})
# The disk, even where the developer's environment names a store; tests that need one start their own
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WAGTAILIMAGES_RENDITION_STORAGE = "default"
MEDIA_HOSTS: list[str] = []
MEDIA_ROOT = tempfile.mkdtemp(prefix="media-")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {**TASKS, "reading": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}  # each file costs a process; its own tests read
PAGE_CACHE_SECONDS = 0  # its own tests switch it on
WHITENOISE_AUTOREFRESH = True  # or every test client looks through all static files
WAGTAILSEARCH_BACKENDS = {"default": {**WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": False}}  # the editor's own search has its own tests
