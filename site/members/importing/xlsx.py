"""XLSX read as a stream: a member list of 140 MB of XML in a few MB of memory.

Why not openpyxl here: with defusedxml beside it, it parses in Python, ten times slower, and it unpacks the table of strings
whole. What is refused before it hurts: an archive that unpacks to too much or has too many parts, a packing that cannot be
read piece by piece, a directory that lies about sizes, a document type (entities), an endless tag.

A formula is never computed, nor is its last result trusted: the cell is its own text, beginning with "=".
"""

import re
import zipfile
import zlib
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import BinaryIO
from xml.parsers import expat

from django.utils.translation import gettext

from members.importing.unreadable import Unreadable

MB = 1 << 20
UNPACKED = 250 * MB  # of all parts together; 232,600 members take 140
DIRECTORY = MB // 2  # bytes of the archive's own directory: some thousand parts; Excel writes about ten
RATIO, FROM_SIZE = 200, 4 * MB  # no part of that size packs so well unless it is made to
STRINGS = 100 * MB
COLUMNS = 100
LONGEST = 32_767  # Excel's own limit of a cell
ENDLESS = MB  # an XML tag without an end
DEEPEST = 50  # elements in one another; a sheet has seven
CHUNK = 1 << 16
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how Excel writes a control character


def damaged() -> Unreadable:
    return Unreadable(gettext("The file is damaged or cut off. Open it in Excel, save it as xlsx and upload it again."))


def too_big() -> Unreadable:
    return Unreadable(gettext("The file unpacks to too much. Copy the rows of members alone to a new file and upload that."))


def too_wide() -> Unreadable:
    return Unreadable(gettext("The sheet has more than %(count)s columns. Keep the columns of the member list alone.") % {"count": COLUMNS})


class Workbook:
    def __init__(self, file: BinaryIO):
        self.left = UNPACKED
        self.archive = opened(file)
        relations = self.relations("")
        main = next((target for kind, target in relations.values() if kind == "officeDocument"), "xl/workbook.xml")
        relations = self.relations(main)
        self.visible: list[tuple[str, str]] = []  # (title, part)
        self.read(main, start=lambda name, facts: self.note_sheet(name, facts, relations))
        self.strings_part = next((target for kind, target in relations.values() if kind == "sharedStrings"), None)
        if not self.visible:
            raise damaged()

    def note_sheet(self, name, facts, relations):
        if name == "sheet" and facts.get("state", "visible") == "visible":
            key = next((value for attribute, value in facts.items() if attribute.endswith(":id")), "")
            kind, target = relations.get(key, ("", ""))
            if kind == "worksheet":
                self.visible.append((facts.get("name", ""), target))

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Key to (kind, part) of what a part leads to."""
        folder, found = PurePosixPath(part).parent, {}

        def note(name, facts):
            if name == "Relationship" and facts.get("TargetMode") != "External":
                target = facts.get("Target", "")
                whole = target[1:] if target.startswith("/") else str(folder / target)
                found[facts.get("Id", "")] = (facts.get("Type", "").rsplit("/", 1)[-1], whole)

        self.read(str(folder / "_rels" / f"{PurePosixPath(part).name}.rels"), start=note)
        return found

    def read(self, part: str, **handlers) -> None:
        for _ in parsed(self.chunks(part), **handlers):
            pass

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part's bytes, counted as they come: the directory may have lied."""
        try:
            with self.archive.open(part) as stream:
                while chunk := stream.read(CHUNK):
                    self.left -= len(chunk)
                    if self.left < 0:
                        raise too_big()
                    yield chunk
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise damaged() from error

    def rows(self, part: str) -> Iterator[tuple[int, list[str]]]:
        self.left = UNPACKED  # each reading by itself
        strings = Strings()
        if self.strings_part:
            self.read(self.strings_part, start=strings.start, end=strings.end, text=strings.text)
        cells = Cells(strings)
        for _ in parsed(self.chunks(part), start=cells.start, end=cells.end, text=cells.text):
            yield from cells.taken()
        yield from cells.taken()


def opened(file: BinaryIO) -> zipfile.ZipFile:
    try:
        end = zipfile._EndRecData(file)  # ZipFile would build an object for each of a million entries before we could count
        if not end or end[zipfile._ECD_SIZE] > DIRECTORY:
            raise damaged() if not end else too_big()
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError) as error:
        raise damaged() from error
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > UNPACKED:
        raise too_big()
    if any(part.file_size > FROM_SIZE and part.file_size > RATIO * part.compress_size for part in parts):
        raise too_big()
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        raise damaged()  # others are unpacked in one go
    return archive


def nothing(*_):
    pass


@lru_cache(maxsize=1000)
def local(name: str) -> str:
    """Some programs write x:row instead of row."""
    return name.rpartition(":")[2] if len(name) < 100 else name


def refuse_doctype(*_):
    raise damaged()


def parsed(chunks: Iterator[bytes], *, start=nothing, end=nothing, text=nothing) -> Iterator[None]:
    """Feeds the handlers; pauses after each chunk so that what they gathered can be taken away."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    fed = depth = 0

    def begin(name, facts):
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise damaged()
        start(name if name.isalpha() else local(name), facts)

    def finish(name):
        nonlocal depth
        depth -= 1
        end(name if name.isalpha() else local(name))

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, finish, text
    try:
        for chunk in chunks:
            parser.Parse(chunk)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > ENDLESS:
                raise damaged()
            yield
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise damaged() from error


class Strings:
    """The table of strings as one run of bytes with its borders: a tenth of what a list of str takes."""

    def __init__(self):
        self.bytes, self.borders = bytearray(), array("Q", [0])
        self.phonetic = self.inside = False

    def start(self, name, facts):
        if name == "rPh":
            self.phonetic = True
        elif name == "t":
            self.inside = not self.phonetic

    def text(self, data):
        if self.inside:
            self.bytes += data.encode()
            if len(self.bytes) > STRINGS:
                raise too_big()

    def end(self, name):
        if name == "t":
            self.inside = False
        elif name == "rPh":
            self.phonetic = False
        elif name == "si":
            self.borders.append(len(self.bytes))

    def __getitem__(self, key: str) -> str:
        try:
            place = int(key)
            if place < 0:
                raise IndexError(place)
            return unescaped(self.bytes[self.borders[place] : self.borders[place + 1]].decode()[:LONGEST])
        except (ValueError, IndexError) as error:
            raise damaged() from error


def unescaped(text: str) -> str:
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


@cache
def column_of(letters: str) -> int:
    """A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Cells:
    """Gathers rows from the elements row, c, v, f, is and t."""

    def __init__(self, strings: Strings):
        self.strings = strings
        self.ready: list[tuple[int, list[str]]] = []
        self.row: list[str] = []
        self.number, self.column, self.kind = 0, -1, "n"
        self.value: list[str] = []
        self.formula: list[str] | None = None
        self.into: list[str] | None = None
        self.phonetic = False

    def taken(self) -> list[tuple[int, list[str]]]:
        ready, self.ready = self.ready, []
        return ready

    def start(self, name, facts):
        if name == "c":
            reference = REFERENCE.fullmatch(facts.get("r", ""))
            self.column = column_of(reference[1]) if reference else self.column + 1
            self.kind, self.value, self.formula = facts.get("t", "n"), [], None
        elif name == "v" or (name == "t" and not self.phonetic):
            self.into = self.value
        elif name == "f":
            self.into = self.formula = []
        elif name == "row":
            given = facts.get("r", "")
            self.number = int(given) if given.isdecimal() and len(given) < 8 else self.number + 1
            self.row, self.column = [], -1
        elif name == "rPh":
            self.phonetic = True

    def text(self, data):
        if self.into is not None and len(self.into) < LONGEST // 8:  # pieces; expat joins what is one text up to some KB
            self.into.append(data)

    def end(self, name):
        if name in {"v", "t", "f"}:
            self.into = None
        elif name == "c":
            self.place(self.content())
        elif name == "row":
            self.ready.append((self.number, self.row))
        elif name == "rPh":
            self.phonetic = False

    def content(self) -> str:
        if self.formula is not None:
            return "=" + "".join(self.formula)[: LONGEST - 1]
        value = "".join(self.value)[:LONGEST]
        if not value:
            return ""
        if self.kind == "s":
            return self.strings[value]
        return number(value) if self.kind == "n" else unescaped(value)

    def place(self, content: str) -> None:
        if not content:
            return
        if self.column >= COLUMNS:
            raise too_wide()
        if missing := self.column - len(self.row):
            if missing < 0:
                return  # two cells with one address: the first counts
            self.row.extend([""] * missing)
        self.row.append(content)


def number(value: str) -> str:
    """1234.0 and 1.234E3 are 1234; 0.5 stays."""
    if value.isdecimal():
        return value
    try:
        real = float(value)
    except ValueError:
        return value
    return str(int(real)) if real == real // 1 and abs(real) < 1e15 else value
