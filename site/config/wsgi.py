"""The WSGI application. site/ and the root must be on the path: gunicorn.py does it."""

import os

from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
application = get_wsgi_application()
if refused := run_checks(tags=["private_files"]):  # manage.py runs it by itself, a server does not
    raise ImproperlyConfigured("\n".join(map(str, refused)))
