"""The Nu HTML checker, and XML that parses."""

import json
import subprocess
from xml.etree import ElementTree

import pytest

from tests.face import tools
from tests.face.conftest import HERS, everywhere

pytestmark = pytest.mark.browser


def test_nu_html_checker_finds_no_error(face, tmp_path):
    for kind, language in [*everywhere(), *((kind, "vi") for kind in HERS)]:
        status, headers, body = face.get(face.url(kind, language), signed_in=kind in HERS)
        assert status == {"missing": 404, "error": 500}.get(kind, 200), (kind, language)
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        (tmp_path / f"{kind}-{language}.html").write_bytes(body)
    (tmp_path / "control.html").write_text("<!doctype html><html lang=vi><title>x</title><p><div></p></html>")
    java = ["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", str(tools.html_checker())]  # its schema needs a deep stack
    checked = subprocess.run([*java, "--errors-only", "--exit-zero-always", "--format", "json", str(tmp_path)], capture_output=True, text=True, timeout=120)
    messages = json.loads(checked.stderr)["messages"]
    told = [f"{message['url'].rsplit('/', 1)[-1]}:{message.get('lastLine')}: {message['message']} {message.get('extract', '')}" for message in messages]
    assert any(message.startswith("control.html") for message in told), "The checker did not look."
    told = [message for message in told if not message.startswith("control.html")]
    assert not told, "\n".join(told)


def test_five_hundred_speaks_to_the_reader(face):
    status, headers, body = face.get(face.url("error"))
    assert status == 500
    assert headers["Cache-Control"] == "private, no-store"
    assert "Traceback" not in body.decode()


@pytest.mark.parametrize("language", ("", "en/", "fr/"))
def test_feed_is_well_formed(face, language):
    status, headers, body = face.get(f"{face.server.url}/{language}tin-tuc/rss/")
    feed = ElementTree.fromstring(body)
    assert (status, feed.tag) == (200, "rss")
    assert headers["Content-Type"].startswith("application/rss+xml")
    items = feed.findall("./channel/item")
    assert items
    for item in items:
        assert item.findtext("title") and face.get(item.findtext("link"))[0] == 200


def test_sitemap_is_well_formed(face):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    status, headers, body = face.get(face.server.url + "/sitemap.xml")
    places = [place.text for place in ElementTree.fromstring(body).findall("s:url/s:loc", space)]
    assert status == 200 and headers["Content-Type"].startswith("application/xml")
    assert len(places) == len(set(places)) > 50
