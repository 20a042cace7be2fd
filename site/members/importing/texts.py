"""CSV as it leaves Excel, LibreOffice and older programs: UTF-8, UTF-16 or Windows-1258; comma, semicolon or tab.

TCVN3 and VNI are never guessed: their bytes are letters in other encodings, and a wrong guess spoils every name.
"""

import codecs
import csv
import io
import itertools
import unicodedata
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext

from members.importing.unreadable import Unreadable
from members.importing.xlsx import COLUMNS, too_wide

CHUNK = 1 << 16
SEPARATORS = ",;\t|"
WINDOWS = "cp1258"
BASES = "aăâeêioôơuưyđ"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # grave, hook, tilde, acute, dot below: Windows-1258 writes them after the letter
LETTERS = {unicodedata.normalize("NFC", base + tone) for base in BASES + BASES.upper() for tone in ("", *TONES)} - {"Đ", "đ"} | set("Đđ")
VIETNAMESE = {letter for composed in LETTERS for letter in composed} | set(TONES) | set("“”‘’–—…•°\u00a0")
FEW = 0.05  # the share of other characters that a Vietnamese text may hold


def encoding_of(file: BinaryIO) -> str:
    """The codec's name. Raises Unreadable where it could only be guessed."""
    file.seek(0)
    head = file.read(4096)
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    if decodes(file, "utf-8"):
        return "utf-8"
    if decodes(file, WINDOWS) and foreign_share(file) <= FEW:
        return WINDOWS
    raise Unreadable(
        gettext("The letters of this file cannot be read; it may use an old font such as .VnTime. Convert it to Unicode and save it as CSV UTF-8.")
    )


def decoded(file: BinaryIO, encoding: str) -> Iterator[str]:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    while chunk := file.read(CHUNK):
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def decodes(file: BinaryIO, encoding: str) -> bool:
    try:
        return all(True for _ in decoded(file, encoding))
    except UnicodeDecodeError:
        return False


def foreign_share(file: BinaryIO) -> float:
    """How much of what is not ASCII is no Vietnamese letter when the file is read as Windows-1258."""
    special = foreign = 0
    for text in decoded(file, WINDOWS):
        others = [letter for letter in text if not letter.isascii()]
        special += len(others)
        foreign += sum(letter not in VIETNAMESE for letter in others)
    return foreign / special if special else 0


def separator_of(head: list[str]) -> str:
    """The one that cuts the first lines into most columns; a line "sep=;" of Excel decides, if it names one of them."""
    if head and head[0].lower().startswith("sep=") and (named := head[0][4:].strip("\r\n ")) and named in set(SEPARATORS):
        return named
    return max(SEPARATORS, key=lambda separator: max((len(row) for row in csv.reader(head, delimiter=separator)), default=0))


def rows(file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    encoding = encoding_of(file)
    file.seek(0)
    reading = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        head = list(itertools.islice(reading, 20))
        separator = separator_of(head)
        for number, row in enumerate(csv.reader(itertools.chain(head, reading), delimiter=separator), start=1):
            if any(row[COLUMNS:]):
                raise too_wide()
            yield number, row[:COLUMNS]
    except csv.Error as error:
        raise Unreadable(gettext('A cell has no end: a quotation mark (") is missing. Open the file in Excel and save it as xlsx.')) from error
    except UnicodeDecodeError as error:
        raise Unreadable(gettext("The file is damaged or cut off. Open it in Excel, save it as xlsx and upload it again.")) from error
    finally:
        reading.detach()  # the file stays open for the one who gave it
