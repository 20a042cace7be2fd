"""The same bytes under another title: named only to an editor who may see that document."""

import hashlib
from typing import BinaryIO

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from learning.library.office.seen import may_change, seen_by

MOST = 5  # that one sentence names


def sha256_of(file: BinaryIO) -> str:
    file.seek(0)
    found = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return found


def twins_of(sha256: str, *, user, besides=None) -> list:
    """Documents with these bytes that she may see; `besides` is the number of the one that she is at work on."""
    return list(seen_by(user).filter(sha256=sha256).exclude(pk=besides).order_by("pk")[:MOST]) if sha256 else []


def named(twins, user) -> str:
    """Their titles, as links to where she can use them."""
    return format_html_join(", ", '“<a href="{}" target="_blank" rel="noopener">{}</a>”', ((address(twin, user), twin.title) for twin in twins))


def address(twin, user) -> str:
    return reverse("wagtaildocs:edit", args=[twin.pk]) if user is None or may_change(user, twin) else twin.address


def sentence(twins, user) -> str:
    return format_html(_("This file is in the library already: {}. Use that document, or tick the box to upload the file all the same."), named(twins, user))
