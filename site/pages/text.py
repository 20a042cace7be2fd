"""Text as the site keeps it: NFC, and ASCII for addresses. Pure."""

import unicodedata
from typing import Any

from anyascii import anyascii
from django.utils.text import slugify


def nfc(value: Any) -> Any:
    """The same string, or the same lists and dicts with every string inside, composed (NFC)."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [nfc(item) for item in value]
    if isinstance(value, dict):
        return {key: nfc(item) for key, item in value.items()}
    return value


def ascii_slug(title: str) -> str:
    """An address in ASCII: "Điện thoại" gives dien-thoai. Django's slugify alone drops the đ."""
    return slugify(anyascii(nfc(title)))


def folded(text: str) -> str:
    """For finding what is typed without tones or capitals: "Gia Phù" gives gia phu."""
    return " ".join(anyascii(nfc(text)).lower().split())


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut between words, with an ellipsis where something is cut."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
