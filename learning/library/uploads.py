"""What a file must be before it is taken, and how it is said. For the form and for whole sheets of files."""

import re
import tempfile
import unicodedata

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from learning.library import contents
from learning.library.extraction import runner
from pages.text import nfc

MOST_BYTES = 150  # of a name: Vietnamese letters have up to three, and a disk takes 255
TOO_LARGE = _("The file weighs %(file_size)s; at most %(max_filesize)s are taken. Make it smaller or split it, then upload it again.")
SENTENCES = {
    "empty": _("This file is empty. Open the original, save it and upload it again."),
    "no_ending": _("The file name has no ending. Name it for example so-tay.pdf and upload it again."),
    "ending": _("Files ending in .%(ending)s are not taken. Choose one of these: %(endings)s."),
    "unlike": _("The file name ends in .%(ending)s but it is no %(kind)s inside. Open the original, save it as %(kind)s and upload it again."),
    "old_office": _("This file is of an old Office kind. Open it, choose Save as, choose .%(ending)s and upload it again."),
    "macros": _("This file holds macros (hidden commands), so it is not taken. Save it without macros as .%(ending)s and upload it again."),
    "password": _("This file is locked with a password. Remove the password, save it and upload it again."),
    "unpacks": _("This file becomes far too large when it is opened, so it is not taken. Open the original, save it as a new file and upload it again."),
    "entities": _("This file holds strange declarations, so it is not taken. Open the original, save it as a new file and upload it again."),
    "two_kinds": _("Another file is hidden in this one, so it is not taken. Open the original, save it as a new file and upload it again."),
    "damaged": _("This file is damaged or was not sent completely. Take the original and upload it again."),
    "pixels": _("This picture has too many pixels. Make it smaller and upload it again."),
}
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # controls, marks of direction, halves of letters


class Refused(ValidationError):
    """The file is not taken. code: a key of SENTENCES, or too_large."""


def check(upload) -> None:
    """Raises Refused. upload: a Django file with a name and a size; it is left at its beginning."""
    ending = ending_of(upload.name)
    if not ending:
        _refuse("no_ending")
    if ending not in settings.WAGTAILDOCS_EXTENSIONS:
        _refuse("ending", ending=ending[:10], endings=", ".join(settings.WAGTAILDOCS_EXTENSIONS))
    check_size(upload.size)
    try:
        contents.look(upload.file, ending)
    except contents.Wrong as wrong:
        _refuse(str(wrong), ending=ending, kind=ending.upper())
    if ending == "pdf" and contents.is_encrypted(upload.file) and needs_password(upload):
        _refuse("password")


def check_size(size: int) -> None:
    most = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    if most is not None and size > most:
        raise Refused(TOO_LARGE % {"file_size": filesizeformat(size), "max_filesize": filesizeformat(most)}, code="too_large")


def needs_password(upload) -> bool:
    """Many offices lock a PDF against changes only: it opens for everybody."""
    with tempfile.NamedTemporaryFile(prefix="upload-", suffix=".pdf") as file:
        for chunk in upload.chunks():
            file.write(chunk)
        file.flush()
        upload.seek(0)
        return runner.needs_password(file.name)


def ending_of(name: str) -> str:
    return nfc(name).rpartition(".")[2].lower() if "." in name else ""


def safe_name(name: str) -> str:
    """The file's own name without folders, without what cannot be seen, composed, and short enough for any disk."""
    base = re.split(r"[/\\]", nfc(name))[-1]
    seen = " ".join("".join(letter for letter in base if unicodedata.category(letter) not in UNSEEN).split())
    stem, dot, ending = seen.rpartition(".") if "." in seen else (seen, "", "")
    ending = dot + ending[:10].lower()
    stem = stem.strip(". ").encode()[: MOST_BYTES - len(ending.encode())].decode("utf-8", "ignore").strip(". ")
    return (stem or "tai-lieu") + ending


def _refuse(reason: str, **figures) -> None:
    raise Refused(SENTENCES[reason] % figures if figures else SENTENCES[reason], code=reason)
