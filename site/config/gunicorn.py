"""gunicorn's settings: gunicorn --config site/config/gunicorn.py config.wsgi.

One process with threads where the cache is in memory, so that a page purged by one request is gone for all; more
processes (WEB_CONCURRENCY) once CACHE_URL names a shared cache.
"""

import os
import sys
from pathlib import Path

from gunicorn.glogging import Logger

root = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(root / "site"), str(root)]

from config.logs import masked  # noqa: E402, found by the line above


class logger_class(Logger):  # noqa: N801, gunicorn's name
    def atoms(self, *args):
        return {name: masked(value) if isinstance(value, str) else value for name, value in super().atoms(*args).items()}


bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "1" if "CACHE_URL" not in os.environ else "4"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60
keepalive = 75
forwarded_allow_ips = "127.0.0.1"
limit_request_line = 8190
accesslog = os.environ.get("ACCESS_LOG") or None
control_socket_disable = True  # it would stand in the home folder and be shared by every server of this user
