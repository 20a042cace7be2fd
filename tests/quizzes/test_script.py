"""The script of a quiz on a slow line."""

from pathlib import Path

import brotli
from django.contrib.staticfiles import finders

MOST = 4 * 1024  # bytes on the wire, headers included
HEADERS = 600


def test_script_is_small():
    script = Path(finders.find("js/quiz.js")).read_bytes()
    assert len(brotli.compress(script)) + HEADERS <= MOST
