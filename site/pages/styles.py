"""The one stylesheet, written into every page: static/css joined in order and made small."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from urllib.parse import quote

from django.contrib.staticfiles import finders

ORDER = (
    "tokens",
    "base",
    "header",
    "bar",
    "buttons",
    "layout",
    "cards",
    "home",
    "reader",
    "lesson",
    "story",
    "guide",
    "news",
    "library",
    "search",
    "quiz",
    "door",
    "me",
    "desk",
    "notice",
    "footer",
    "print",
)

SMALLER = (
    (r"/\*.*?\*/", ""),
    (r"\s+", " "),
    (r" ?([{};,>]) ?", r"\1"),
    (r": ", ":"),
    (r";}", "}"),
    (r"\b0(\.\d)", r"\1"),
)


@cache
def stylesheet():
    css = "".join(read(f"css/{name}.css") for name in ORDER)
    return re.sub(r'url\("\.\./(.+?\.svg)"\)', inline_picture, minified(css)).strip()


@cache
def stylesheet_hash():
    """For style-src, e.g. sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=."""
    digest = hashlib.sha256(stylesheet().encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


def minified(css):
    for pattern, replacement in SMALLER:
        css = re.sub(pattern, replacement, css, flags=re.DOTALL)
    return css


def inline_picture(match):
    svg = re.sub(r"\s*\n\s*", "", read(match[1])).replace('"', "'")
    address = "data:image/svg+xml," + quote(svg, safe=" =:/'")
    return f'url("{address}")'


def read(name):
    return Path(finders.find(name)).read_text(encoding="utf-8")
