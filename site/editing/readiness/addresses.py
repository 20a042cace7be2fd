"""Addresses in an editor's text: pure."""

from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

LONGEST = 1000


def outside(html: str) -> Iterator[str]:
    """Web addresses that rich text links to, as they would be asked for: without what stands after #."""
    for match in FIND_A_TAG.finditer(html or ""):
        attrs = extract_attrs(match.group(1))
        if "linktype" not in attrs and (address := tidied(unescape(attrs.get("href") or ""))):
            yield address


def is_own(address: str) -> bool:
    return urlsplit(address).netloc == urlsplit(settings.SITE_URL).netloc


def tidied(address: str) -> str:
    """Empty for what is no web address."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme not in {"http", "https"} or not parts.hostname or len(address) > LONGEST:
            return ""
        return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))
    except ValueError:
        return ""
