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
HEADERS = 350  # bytes that come with each answer of ours
PAGE_HEADERS = 900  # those of a page, with its policies
QUALITY = 5  # as pages.middleware compresses
SCREEN, NEAR = 360, 1024  # pixels: its width, and how far down a picture is fetched at once
HEADER, LINE_HEIGHT, GAP = 100, 30, 14  # pixels: what stands above the page, a line, and what is between two paragraphs
LINE = 38  # letters
WIDE = 600  # pixels of a picture that fills the screen
BESIDE = 60  # pixels: what a smaller one adds to a card, whose words it leaves less room
SCRIPT = re.compile(r'<script[^>]+src="([^"]+)"')
PICTURE = re.compile(r"<picture>(.*?)</picture>", re.DOTALL)
SOURCE = re.compile(r"<source([^>]*)>")
BEST = re.compile(r'type="image/avif"[^>]*srcset="([^"]+)"')
SIZE = re.compile(r'<img[^>]+width="(\d+)" height="(\d+)"')
TAG = re.compile(r"<[^>]*>")
UNSHOWN = re.compile(r"<(script|style|svg|template|noscript)\b.*?</\1>|<[^>]+ hidden[^>]*>.*?</[^>]+>", re.DOTALL)
BLOCKS = re.compile(r"<(?:p|li|h[1-6]|section|article|ul|ol|button|summary)\b")
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
        html=len(brotli.compress(html.encode(), quality=QUALITY)) + PAGE_HEADERS,
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
    """Of those that are asked for before she scrolls."""
    names = [name for picture in asked_for(html) if (name := file_of(picture))]
    weights = dict(Rendition.objects.filter(file__in=names).values_list("file", "weight"))
    return [weights.get(name) or 0 for name in names]


def asked_for(html: str) -> list[str]:
    """Those at once, and those that wait no deeper than a screen and a half: js/common/later.js fetches them as they come near.

    How deep one stands is reckoned from the words and pictures above it, on a screen 360 pixels wide; up to a picture or two off.
    """
    found, depth, rest = [], HEADER, html[max(html.find("<main"), 0) :]
    while match := PICTURE.search(rest):
        above, picture = rest[: match.start()], match[1]
        depth += height_of_text(above)
        if "fetchpriority" in picture or depth < NEAR:
            found.append(picture)
        depth += height_of(picture)
        rest = rest[match.end() :]
    return found


def height_of_text(html: str) -> float:
    """Pixels: lines of its words, and the gaps between its paragraphs."""
    words = " ".join(TAG.sub(" ", UNSHOWN.sub("", html)).split())
    return len(words) / LINE * LINE_HEIGHT + GAP * len(BLOCKS.findall(html))


def height_of(picture: str) -> float:
    size = SIZE.search(picture)
    if not size or int(size[1]) < WIDE:
        return BESIDE
    return SCREEN * int(size[2]) / int(size[1])


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
