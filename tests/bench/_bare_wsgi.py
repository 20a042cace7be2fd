"""gunicorn tests.bench._bare_wsgi: the bare view in a server of its own, on the same database."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
settings.ROOT_URLCONF = "tests.bench._bare"
from tests.bench._bare import MIDDLEWARE  # noqa: E402  settings come first

settings.MIDDLEWARE = MIDDLEWARE
application = get_wsgi_application()
