"""The demo for measuring: made once and kept beside the one of the tests, whose texts and pictures it shares."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import django

from tests.databases import ROOT

KEPT = ROOT / ".pytest_cache/d/site"


@contextmanager
def demo_files():
    """A VAR_DIR with the demo in it, to be thrown away, and the collected static files."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    from tests.databases import open_in_memory  # they need settings
    from tests.server import demo_site, static_files

    KEPT.mkdir(parents=True, exist_ok=True)
    databases = KEPT.parent / "databases"
    databases.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        var = Path(scratch) / "var"
        shutil.copytree(demo_site(KEPT, open_in_memory(databases)), var)
        (var / "static").symlink_to(static_files(KEPT))
        yield var
