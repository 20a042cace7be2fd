"""Requests a second of gunicorn with the demo, one connection, cached and uncached by the page's own query string."""

import http.client
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

SECONDS = 3
PLACES = ("/", "/hoc/", "/tin-tuc/", "/tinh-trang/song")


def rows():
    from tests import server  # Django's settings are not needed before

    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder)
        for command in (("migrate", "--verbosity=0"), ("collectstatic", "--noinput", "--verbosity=0"), ("demo",)):
            server.manage(var, *command)
        site = server.start(var)
        try:
            for place in PLACES:
                yield f"{place} again and again", round(rate(site.url, lambda number, place=place: place)), "requests/s"
                yield f"{place} each time another", round(rate(site.url, lambda number, place=place: f"{place}?n={number}")), "requests/s"
        finally:
            site.stop()


def rate(url: str, address) -> float:
    """Answers a second over one kept connection; address: from the request's number to a path."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    done, started = 0, time.perf_counter()
    while time.perf_counter() - started < SECONDS:
        connection.request("GET", address(done), headers={"Accept-Encoding": "br"})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, f"{address(done)}: {answer.status}"
        done += 1
    connection.close()
    return done / (time.perf_counter() - started)
