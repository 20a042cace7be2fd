"""`make dev`: runserver, tracebacks in the browser, static files straight from the tree."""

from config.settings.base import *  # noqa: F403
from config.settings.base import STORAGES

DEBUG = True
INTERNAL_IPS = ["127.0.0.1"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PAGE_CACHE_SECONDS = 0
