"""A file from its first byte to what parts.json holds. Pure but for the file."""

from dataclasses import asdict
from pathlib import Path

from editing.word.docx import Reader
from editing.word.lines import Document, parts_of
from editing.word.pasted import lines_of_html, lines_of_text
from learning.library.extraction import old_fonts
from learning.library.extraction.archive import Archive

FEW = 40  # letters of a document that is only pictures of pages


def read(path: str) -> Document:
    """The file's ending says how it is read: docx, html, txt."""
    if path.endswith(".docx"):
        with Archive(path) as archive:
            reader = Reader(archive)
            found = parts_of(reader.lines())
            found.left += reader.left.items()
            return judged(found, reader.old / max(reader.letters, 1))
    text = Path(path).read_text("utf-8", "replace")
    if path.endswith(".html"):
        lines, left = lines_of_html(text)
        found = parts_of(lines)
        found.left += left.items()
        return judged(found)
    return judged(parts_of(lines_of_text(text)))


def judged(found: Document, share: float = 0.0) -> Document:
    """What is in the way of using it stands first in `left`: old_font, scan, nothing."""
    sample = " ".join([found.title, *(part.text for part in found.parts[:2000])])[:200_000]
    if old_fonts.is_old(sample, share):
        found.left.insert(0, ("old_font", 0))
    elif len(sample.strip()) < FEW and found.pictures:
        found.left.insert(0, ("scan", len(found.pictures)))
    elif not sample.strip():
        found.left.insert(0, ("nothing", 0))
    return found


def told(found: Document) -> dict:
    return {"title": found.title, "summary": found.summary, "left": found.left, "parts": [asdict(part) for part in found.parts]}
