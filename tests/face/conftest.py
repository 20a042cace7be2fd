"""Every page type in Vietnamese, English and one language of the mountains, on a server of our own."""

import json
import os
import shutil
import sqlite3
import urllib.error
import urllib.request
from contextlib import closing
from dataclasses import dataclass

import pytest

from config.languages import BY_CODE
from tests import server as servers
from tests.databases import copy_between
from tests.face.ground import MOUNTAIN

LANGUAGES = ("vi", "en", MOUNTAIN)


@dataclass(frozen=True)
class Face:
    server: servers.SiteServer
    broken: servers.SiteServer  # answers 500 to whatever asks the database
    paths: dict[str, str]  # page type to an address without language; see ground.lay

    def url(self, kind: str, language: str = "vi") -> str:
        server = self.broken if kind == "error" else self.server
        return server.url + (f"/{self.paths[kind]}" if kind in UNPREFIXED else BY_CODE[language].prefix + self.paths[kind])

    @property
    def cookie(self) -> dict[str, str]:
        """Of her whose pages HERS are, for a browser."""
        return {"name": "sessionid", "value": self.paths["session"], "url": self.server.url}

    def get(self, address: str, encoding: str = "identity", signed_in: bool = False):
        """(status, headers, body) of an address below the server's own, redirects not followed."""
        headers = {"Accept-Encoding": encoding} | ({"Cookie": f"sessionid={self.paths['session']}"} if signed_in else {})
        request = urllib.request.Request(address, headers=headers)
        try:
            with OPENER.open(request, timeout=30) as response:
                return response.status, response.headers, response.read()
        except urllib.error.HTTPError as response:
            return response.code, response.headers, response.read()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


OPENER = urllib.request.build_opener(NoRedirect)
KINDS = (
    "home", "standard", "blocks", "learning_index", "course", "lesson", "news_index", "news", "story_index", "story",
    "guide_index", "guide", "kit_index", "kit", "latest", "quiz", "topic", "library", "document", "document_text", "document_pictures", "sign_in", "verify", "missing", "error",
)  # fmt: skip
HERS = ("me", "result", "data", "certificate", "desk", "desk_member", "desk_invitations", "desk_cards", "members_library")  # behind signing in
UNPREFIXED = {"document", "document_text", "document_pictures", "verify"}


@pytest.fixture(scope="session")
def face(site_server, tmp_path_factory):
    """A copy of the demo with a ten-step lesson, sounds and documents in it, and more of it translated."""
    var = tmp_path_factory.mktemp("face") / "var"
    var.mkdir()
    with closing(sqlite3.connect(site_server.var / "db.sqlite3")) as source, closing(sqlite3.connect(var / "db.sqlite3")) as target:
        copy_between(source, target)
    shutil.copytree(site_server.var / "media", var / "media", copy_function=link)
    (var / "static").symlink_to((site_server.var / "static").resolve())
    printed = servers.manage(var, "shell", "--verbosity=0", "--command=from tests.face import ground; ground.lay()")
    empty = tmp_path_factory.mktemp("broken")
    (empty / "static").symlink_to((site_server.var / "static").resolve())
    running = servers.start(var), servers.start(empty)
    paths = json.loads(printed.splitlines()[-1]) | {"missing": "khong-co-trang-nay/", "error": "hoc/"}
    yield Face(*running, paths)
    for server in running:
        server.stop()


def link(source, target):
    """Pictures are only read: no need for a second copy."""
    try:
        return os.link(source, target)
    except OSError:
        return shutil.copy2(source, target)


@pytest.fixture
def open_page(browser):
    """A page of the given width, without motion: open_page(url, 360)."""
    contexts = []

    def opened(url: str, width: int = 360, cookies=(), **options):
        options = {"viewport": {"width": width, "height": 640 if width < 800 else 800}, "reduced_motion": "reduce", "locale": "vi-VN", **options}
        context = browser.new_context(**options)
        context.add_cookies(cookies)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


def everywhere() -> list[tuple[str, str]]:
    """(page type, language): a document has one language, and a broken server knows none."""
    return [(kind, language) for kind in KINDS for language in LANGUAGES if language == "vi" or kind not in {*UNPREFIXED, "error"}]
