"""What chat apps are told, read by a scraper that is not ours from the running server: every page type's title, sentence and picture."""

import json
import subprocess
import urllib.request
from io import BytesIO

import pytest
from PIL import Image

from tests.face import tools
from tests.face.conftest import KINDS

SCRAPE = """
const scrape = require(process.argv[1]);
Promise.all(process.argv.slice(2).map(async (url) => {
  try { return [url, (await scrape({url, timeout: 60})).result]; } catch (failed) { return [url, {failed: String(failed.result && failed.result.error)}]; }
})).then((told) => console.log(JSON.stringify(Object.fromEntries(told))));
"""
WITHOUT = {"sign_in", "error", "missing"}  # nobody sends a link to these
LOCALES = {"vi": "vi_VN", "en": "en_US"}


@pytest.fixture(scope="session")
def told(face) -> dict:
    """(page type, language) to what the scraper found."""
    wanted = {(kind, language): face.url(kind, language) for kind in KINDS if kind not in WITHOUT for language in ("vi", "en")}
    command = ["node", "-e", SCRAPE, str(tools.found("open-graph-scraper")), *dict.fromkeys(wanted.values())]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found = json.loads(done.stdout)
    return {key: found[url] | {"asked": url} for key, url in wanted.items()}


def test_every_page_tells_its_title_sentence_and_picture(told):
    wrong = []
    for key, card in told.items():
        lacking = [name for name in ("ogTitle", "ogUrl", "ogImage", "ogType", "ogSiteName") if not card.get(name)]
        if lacking or card.get("failed") or len(card["ogTitle"]) > 60 or len(card.get("ogDescription", "")) > 110:
            wrong.append((key, lacking, card.get("failed")))
        elif card.get("twitterCard") != "summary_large_image":
            wrong.append((key, "twitter"))
    assert not wrong


def test_a_page_of_the_tree_has_a_sentence_and_the_languages_locale(told):
    pages = {key: card for key, card in told.items() if key[0] in {"home", "standard", "course", "lesson", "news", "story", "guide", "quiz"}}
    assert len(pages) == 16
    for (kind, language), card in pages.items():
        assert card["ogDescription"], kind
        assert card["ogLocale"] == LOCALES[language], kind
        assert card["ogUrl"] == card["asked"], kind


def test_pictures_are_jpegs_of_1200_by_630_and_at_most_120_kb(told):
    seen = {}
    for key, card in told.items():
        (picture,) = card["ogImage"]
        assert (picture["width"], picture["height"], picture["type"]) == ("1200", "630", "image/jpeg"), key
        assert picture["alt"], key
        seen[picture["url"]] = key
    assert len(seen) >= 20
    for address, key in seen.items():
        with urllib.request.urlopen(address, timeout=30) as answer:
            sent = answer.read()
        assert answer.headers["Content-Type"] == "image/jpeg", key
        assert len(sent) <= 120_000, key
        assert Image.open(BytesIO(sent)).size == (1200, 630), key


def test_a_page_shows_its_own_card_and_a_certificate_nobodys(told):
    assert "/media/cards/" in told["lesson", "vi"]["ogImage"][0]["url"]
    assert "/the/" in told["document", "vi"]["ogImage"][0]["url"]
    assert told["lesson", "vi"]["ogImage"][0]["url"] != told["lesson", "en"]["ogImage"][0]["url"]
    assert "/static/img/card." in told["verify", "vi"]["ogImage"][0]["url"]
