"""Whether what is in a file is what its ending says: a look at its first bytes and its table of contents, nothing is unpacked or run. Pure."""

import re
import struct
import zipfile
from typing import BinaryIO

from PIL import Image

OFFICE = {"docx": b"wordprocessingml.", "xlsx": b"spreadsheetml.", "pptx": b"presentationml."}  # of the type of its main part
BOOKS = {"odt": b"application/vnd.oasis.opendocument.text", "epub": b"application/epub+zip"}
PHOTOS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
MOST_BOXES = 10_000
MOST_PIXELS = 64_000_000
MOST_MEMBERS = 10_000
MOST_UNPACKED = 250_000_000  # bytes
MOST_RATIO = 100  # unpacked to packed, once it is large
LARGE = 20_000_000
DIRECTORY = 2_000_000  # bytes of a ZIP's table of contents
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
MARKUP = re.compile(rb"\s*(?:<!doctype|<html|<svg|<\?xml|<script|<\?php|%PDF-|MZ|PK\x03\x04|\x7fELF|\{\\rtf)", re.IGNORECASE)
MACROS = re.compile(r"(?:^|/)(?:vbaProject[^/]*\.bin|vbaData\.xml|macrosheets/.*|activeX/.*)$|^Basic/|^Scripts/", re.IGNORECASE)
FOREIGN_TEMPLATE = re.compile(rb'attachedTemplate"[^>]{0,800}(?:https?|ftp):|(?:https?|ftp):[^>]{0,800}attachedTemplate"', re.IGNORECASE)
ENTITY = re.compile(rb"<\s*!\s*ENTITY", re.IGNORECASE)
DOCUMENT_TYPE = re.compile(rb"<\s*!\s*(?:ENTITY|DOCTYPE)", re.IGNORECASE)


class Wrong(ValueError):
    """The reason is one of the keys of learning.library.uploads.SENTENCES."""


def look(file: BinaryIO, extension: str) -> None:
    """Raises Wrong. Leaves the file at its beginning."""
    try:
        file.seek(0)
        _look(file, extension)
    finally:
        file.seek(0)


def _look(file: BinaryIO, extension: str) -> None:
    start = file.read(4096)
    if not start:
        raise Wrong("empty")
    if extension in OFFICE or extension in BOOKS:
        _archive(file, start, extension)
        return
    if has_archive(file):
        raise Wrong("two_kinds")
    size = file.seek(0, 2)
    if extension in PHOTOS:
        _photo(file, PHOTOS[extension])
    elif extension in {"txt", "csv", "vtt"}:
        _text(start, extension)
    elif extension in STARTS and not STARTS[extension].match(start):
        raise Wrong("unlike")
    elif extension in {"mp4", "m4a"}:
        _boxes(file, size)
    elif extension == "mp3":
        _frames(file)
    elif extension == "webm":
        _segment(start, size)


STARTS = {
    "pdf": re.compile(rb"(?:\xef\xbb\xbf)?\s{0,8}%PDF-\d"),
    "mp4": re.compile(rb"\x00\x00..ftyp", re.DOTALL),
    "m4a": re.compile(rb"\x00\x00..ftyp", re.DOTALL),
    "ogg": re.compile(rb"OggS\x00"),
    "webm": re.compile(rb"\x1a\x45\xdf\xa3.{0,80}webm", re.DOTALL),
    "mp3": re.compile(rb"ID3|\xff[\xe2-\xff]"),
}


def is_encrypted(file: BinaryIO) -> bool:
    """Whether a PDF is; most of them still open without a password."""
    file.seek(0)
    before = b""
    while chunk := file.read(1 << 20):
        if b"/Encrypt" in before + chunk:
            file.seek(0)
            return True
        before = chunk[-8:]
    file.seek(0)
    return False


# Archives


def end_of_archive(file: BinaryIO) -> tuple[int, int, int] | None:
    """(members, bytes of the table of contents, its place) by the record at the end of a ZIP; None for what is none."""
    size = file.seek(0, 2)
    file.seek(max(size - 65_557, 0))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        return None
    _, disk, first, here, members, length, offset, comment = struct.unpack("<4s4H2LH", tail[at : at + 22])
    place = size - len(tail) + at
    if disk or first or here != members or length + offset > place or at + 22 + comment != len(tail):
        return None
    return members, length, offset


def has_archive(file: BinaryIO) -> bool:
    """A second file behind the first: whoever opens it as a ZIP sees other things."""
    end = end_of_archive(file)
    if not end or not end[0]:
        return False
    members, length, offset = end
    size = file.seek(0, 2)
    file.seek(0)
    return size > offset + length


def _archive(file: BinaryIO, start: bytes, extension: str) -> None:
    if start.startswith(OLD_OFFICE):
        file.seek(0)
        raise Wrong("password" if LOCKED in file.read(4_000_000) else "old_office" if extension in OFFICE else "unlike")
    if not start.startswith(b"PK\x03\x04"):
        raise Wrong("unlike")
    end = end_of_archive(file)
    if end is None:
        raise Wrong("damaged")
    if end[0] > MOST_MEMBERS or end[1] > DIRECTORY:
        raise Wrong("unpacks")
    try:
        with zipfile.ZipFile(file) as archive:
            _members(archive, extension)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, ValueError, KeyError, RuntimeError, struct.error) as broken:
        if isinstance(broken, Wrong):
            raise
        raise Wrong("damaged") from broken
    except Exception as broken:  # zlib.error and what other decoders raise
        raise Wrong("damaged") from broken


def _members(archive: zipfile.ZipFile, extension: str) -> None:
    infos = archive.infolist()
    names = {info.filename for info in infos}
    packed, unpacked = sum(info.compress_size for info in infos), sum(info.file_size for info in infos)
    if unpacked > MOST_UNPACKED or unpacked > LARGE and unpacked > packed * MOST_RATIO:
        raise Wrong("unpacks")
    if any(info.flag_bits & 1 for info in infos):
        raise Wrong("password")
    if extension in BOOKS:
        if "mimetype" not in names or _head(archive, "mimetype", 100).strip() != BOOKS[extension]:
            raise Wrong("unlike")
        needed = {"odt": "content.xml", "epub": "META-INF/container.xml"}[extension]
    else:
        needed = "[Content_Types].xml"
        types = _head(archive, needed, 2_000_000) if needed in names else b""
        if b"macroEnabled" in types:
            raise Wrong("macros")
        if OFFICE[extension] not in types:
            raise Wrong("unlike")
    if needed not in names:
        raise Wrong("unlike")
    if any(MACROS.search(name) for name in names) or FOREIGN_TEMPLATE.search(_head(archive, "word/_rels/settings.xml.rels", 20_000)):
        raise Wrong("macros")
    if extension == "odt" and "META-INF/manifest.xml" in names and b"encryption-data" in _head(archive, "META-INF/manifest.xml", 500_000):
        raise Wrong("password")
    _entities(archive, extension, [info.filename for info in infos if info.filename.lower().endswith((".xml", ".rels", ".opf", ".xhtml", ".html"))])


def _entities(archive: zipfile.ZipFile, extension: str, names: list[str]) -> None:
    """Books have document types by right; entities nobody needs."""
    forbidden = ENTITY if extension == "epub" else DOCUMENT_TYPE
    for name in names[:2000]:
        if forbidden.search(_head(archive, name, 4096).replace(b"\x00", b"")):
            raise Wrong("entities")


def _head(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    if name not in archive.NameToInfo:
        return b""
    with archive.open(name) as member:
        return member.read(most)


# Pictures, texts, sounds and clips


def _photo(file: BinaryIO, kind: str) -> None:
    file.seek(0)
    try:
        with Image.open(file, formats=[kind]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Wrong("pixels")
            picture.verify()
    except Wrong:
        raise
    except Image.DecompressionBombError as large:
        raise Wrong("pixels") from large
    except Image.UnidentifiedImageError as other:
        raise Wrong("unlike") from other
    except Exception as broken:  # decoders fail on broken files in any way they like
        raise Wrong("damaged") from broken


def _text(start: bytes, extension: str) -> None:
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if MARKUP.match(start.removeprefix(b"\xef\xbb\xbf")) or b"\x00" in start and not wide:
        raise Wrong("unlike")
    if extension == "vtt" and not start.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        raise Wrong("unlike")


def _boxes(file: BinaryIO, size: int) -> None:
    """Of an MP4, to its end: a clip that was not sent completely ends within one, or has no index (moov)."""
    at, kinds = 0, set[bytes]()
    for _ in range(MOST_BOXES):
        if at >= size:
            break
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            raise Wrong("damaged")
        length = int.from_bytes(head[:4], "big")
        if length == 1 and len(head) == 16:
            length = int.from_bytes(head[8:], "big")
        kinds.add(head[4:8])
        if length == 0:  # to the end
            break
        if length < 8 or at + length > size:
            raise Wrong("damaged")
        at += length
    if b"moov" not in kinds:
        raise Wrong("damaged")


def _frames(file: BinaryIO) -> None:
    """Two frames of MPEG sound after one another, behind the notes on title and singer."""
    file.seek(0)
    head = file.read(10)
    notes = 10 + sum((byte & 127) << 7 * place for place, byte in enumerate(reversed(head[6:10]))) if head.startswith(b"ID3") else 0
    file.seek(notes)
    data = file.read(64_000)
    for found in re.finditer(rb"\xff[\xe2-\xe7\xea-\xef\xf2-\xff]", data):
        length = _frame(data[found.start() : found.start() + 4])
        following = data[found.start() + length : found.start() + length + 4]
        if length and (_frame(following) or not following):
            return
    raise Wrong("unlike" if not notes else "damaged")


RATES = {  # kbit/s by (MPEG 1?, layer)
    (True, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (True, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (False, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
SAMPLES = (44100, 48000, 32000)


def _frame(head: bytes) -> int:
    """Bytes of an MPEG sound frame; 0 for what is none (ISO 11172-3, 2.4.1)."""
    if len(head) < 4 or head[0] != 0xFF or head[1] < 0xE0:
        return 0
    version, layer, rate, sample = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3), head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer == 4 or rate in {0, 15} or sample == 3:
        return 0
    first = version == 3
    kilobits = RATES.get((first, layer if first else 3), RATES[True, 2])[rate]
    hertz = SAMPLES[sample] >> {3: 0, 2: 1, 0: 2}[version]
    return (144 if first or layer == 2 else 72) * kilobits * 1000 // hertz + (head[2] >> 1 & 1)


def _segment(start: bytes, size: int) -> None:
    """A WebM that was not sent completely is shorter than its segment says."""
    at = start.find(b"\x18\x53\x80\x67") + 4
    if at < 4:
        raise Wrong("damaged")
    width = 9 - start[at].bit_length() if at < len(start) else 9
    length = int.from_bytes(start[at : at + width], "big") & ~(1 << 7 * width) if width <= 8 else 0
    unknown = length == (1 << 7 * width) - 1
    if not unknown and at + width + length > size:
        raise Wrong("damaged")
