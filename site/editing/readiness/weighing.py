"""What a draft will weigh on a phone before its first scroll: rendered as a reader gets it, compressed, with what it asks for."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import urlsplit

import brotli
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import RequestFactory
from django.utils.translation import override

from pages.models import Rendition
from pages.readiness import Budget

KB = 1000
HEADERS = 500  # bytes that come with each answer; our own are about that
QUALITY = 5  # as pages.middleware compresses
SEEN = 3  # pictures that stand within a screen and a half of the top of a list; further ones are fetched when she scrolls
SCRIPT = re.compile(r'<script[^>]+src="([^"]+)"')
PICTURE = re.compile(r"<picture>(.*?)</picture>", re.DOTALL)
SOURCE = re.compile(r"<source([^>]*)>")
BEST = re.compile(r'type="image/avif"[^>]*srcset="([^"]+)"')
LAST = re.compile(r'<img[^>]+src="([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """Bytes on the wire."""

    html: int
    script: int
    pictures: int
    budget: Budget

    @property
    def total(self) -> int:
        return self.html + self.script + self.pictures

    @property
    def most(self) -> int:
        return self.budget.total * KB

    @property
    def over(self) -> int:
        return max(0, self.total - self.most)


def of(page) -> Weight:
    """page: a draft or the published one. Nothing is stored and nothing encoded."""
    html = rendered(page)
    return Weight(
        html=len(brotli.compress(html.encode(), quality=QUALITY)) + HEADERS,
        script=sum(script_weight(address) + HEADERS for address in SCRIPT.findall(html)),
        pictures=sum(weight + HEADERS for weight in picture_weights(html)),
        budget=page.budget,
    )


def rendered(page) -> str:
    """As anybody who is not signed in gets it."""
    request = RequestFactory(SERVER_NAME=urlsplit(settings.SITE_URL).hostname or "localhost").get(page.url or "/")
    request.user = AnonymousUser()
    with override(page.locale.language_code):
        return page.serve_preview(request, page.default_preview_mode).content.decode()


def picture_weights(html: str) -> list[int]:
    """Of those that are asked for before she scrolls: the one at the top, and the first of those that wait."""
    eager = [found for found in PICTURE.findall(html) if "fetchpriority" in found]
    waiting = [found for found in PICTURE.findall(html) if "fetchpriority" not in found][: SEEN - len(eager)]
    names = [name for found in (*eager, *waiting) if (name := file_of(found))]
    weights = dict(Rendition.objects.filter(file__in=names).values_list("file", "weight"))
    return [weights.get(name) or 0 for name in names]


def file_of(picture: str) -> str:
    """The name in the store of what a telephone takes: the AVIF that is for no wider screen."""
    for attributes in SOURCE.findall(picture):
        if "media=" not in attributes and (best := BEST.search(attributes)):
            return name_of(best[1])
    last = LAST.search(picture)
    return name_of(last[1]) if last else ""


def name_of(address: str) -> str:
    """images/x.avif, of an address in the store or on our own host."""
    path = urlsplit(unescape(address)).path
    base = urlsplit(settings.MEDIA_URL).path
    return path.removeprefix(base) if path.startswith(base) else "/".join(path.split("/")[-2:])


@lru_cache(maxsize=64)
def script_weight(address: str) -> int:
    """Compressed as collectstatic leaves it; its name changes with what is in it."""
    name = urlsplit(address).path.removeprefix(settings.STATIC_URL)
    if staticfiles_storage.exists(name):
        with staticfiles_storage.open(name) as file:
            return len(brotli.compress(file.read()))
    found = finders.find(name)
    if not found:
        return 0
    with open(found, "rb") as file:
        return len(brotli.compress(file.read()))
