"""What docx, xlsx, pptx, odt and epub have in common: XML in a ZIP, read as a stream, without document types or entities."""

import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.parsers import expat

RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CHUNK = 65536


class Forbidden(ValueError):
    """The XML has a document type: the way in for entities that grow without end or name other files."""


class Archive(zipfile.ZipFile):
    def has(self, name: str) -> bool:
        return name in self.NameToInfo

    def opened(self, name: str):
        """A member as a file, or KeyError."""
        refuse_document_type(self, name)
        return self.open(name)

    def tree(self, name: str, most: int = 4_000_000) -> ElementTree.Element:
        """A small member whole; an empty one where it is not there or too large."""
        if not self.has(name) or self.getinfo(name).file_size > most:
            return ElementTree.Element("none")
        with self.opened(name) as file:
            return ElementTree.parse(file).getroot()

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """{id: (last word of its type, member or address)} of a member."""
        folder, base = posixpath.split(name)
        found = {}
        for one in self.tree(f"{folder}/_rels/{base}.rels".lstrip("/")).iter(f"{PACKAGE}Relationship"):
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[one.get("Id", "")] = (one.get("Type", "").rsplit("/", 1)[-1], target)
        return found

    def main(self, usual: str) -> str:
        """The member that is the document itself."""
        named = [target for kind, target in self.relations("").values() if kind == "officeDocument"]
        return next((target for target in named if self.has(target)), usual)


def refuse_document_type(archive: zipfile.ZipFile, name: str) -> None:
    """It can only stand before the first element."""
    seen = False

    def first(*_):
        nonlocal seen
        seen = True

    def document_type(*_):
        raise Forbidden(name)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = first, document_type
    with archive.open(name) as file:
        while not seen and (chunk := file.read(CHUNK)):
            parser.Parse(chunk)


def stream(file, whole: Iterable[str], bounds: Iterable[str] = ()) -> Iterator[tuple[str, ElementTree.Element]]:
    """("end", element) of each outermost element named in `whole`; ("start" and "end", element) of `bounds` outside of them.

    What has been given is forgotten, so that a file of any length takes the memory of its longest element.
    """
    whole, bounds = frozenset(whole), frozenset(bounds)
    above: list[ElementTree.Element] = []
    inside = 0
    for event, element in ElementTree.iterparse(file, ("start", "end")):
        if event == "start":
            above.append(element)
            inside += element.tag in whole
            if not inside and element.tag in bounds:
                yield event, element
            continue
        above.pop()
        inside -= element.tag in whole
        if inside:
            continue
        if element.tag in whole or element.tag in bounds:
            yield event, element
        if above:
            above[-1].remove(element)


def number(text: str | None, default: int = 0) -> int:
    """Of an attribute, whatever stands there."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default
