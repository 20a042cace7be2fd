"""What lies in the one file of a kit: a script to print, the messages, pictures for Zalo, the documents, the poster."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import IO

from django.utils.translation import gettext as _

from home.kits import poster, printed
from pages.text import nfc

FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))  # in names of files, on one system or another
LONGEST_NAME = 90


@dataclass(frozen=True)
class Part:
    name: str
    open: Callable[[], AbstractContextManager[IO[bytes]]]
    compressible: bool = False


@dataclass(frozen=True)
class Made:
    """A part that was made just now."""

    name: str
    data: bytes
    compressible: bool = False

    def open(self):
        return BytesIO(self.data)


def file_name(words: str, ending: str) -> str:
    """As people of every system may have it: "Kịch bản.pdf"."""
    stem = " ".join(nfc(words).translate(FORBIDDEN).split())[:LONGEST_NAME].strip(" .")
    return f"{stem}.{ending}"


def parts_of(page):
    """The poster, and all parts in order, it among them. On a shelf, in the language of the page."""
    drawn = Made(file_name(_("3. Poster"), "pdf"), poster.draw(page, page.addresses[page.targets["lesson"].pk], made_on=printed.day_of(page)))
    parts = [
        Made(file_name(_("1. Script of the meeting"), "pdf"), printed.script(page)),
        Made(file_name(_("2. Messages for Zalo"), "txt"), messages(page), compressible=True),
        drawn,
    ]
    return drawn, [*parts, *pictures(page), *documents(page)]


def messages(page) -> bytes:
    """Text that every telephone and every old computer opens: with the mark by which these know Unicode, and their line ends."""
    texts = [f"{message['text']}\n{message['address']}" for message in page.messages]
    return "\n\n".join([page.title, *texts, ""]).replace("\n", "\r\n").encode("utf-8-sig")


def pictures(page):
    folder = _("4. Pictures")
    for number, row in enumerate(page.zalo_pictures, 1):
        file = row["file"].file
        yield Part(f"{folder}/{file_name(str(number), 'jpg')}", partial(file.storage.open, file.name))


def documents(page):
    folder = _("5. Documents")
    for number, document in enumerate(page.documents, 1):
        name = file_name(f"{number}. {document.title}", document.file_extension.lower())
        yield Part(f"{folder}/{name}", partial(document.file.storage.open, document.file.name))
