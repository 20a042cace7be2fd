"""gunicorn tests.bench._bare_wsgi: the bare view in a server of its own, on the same database."""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from tests.bench._bare import MIDDLEWARE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
django.setup(set_prefix=False)  # with the project's own middleware, which its apps look for
settings.ROOT_URLCONF, settings.MIDDLEWARE = "tests.bench._bare", MIDDLEWARE
application = WSGIHandler()
