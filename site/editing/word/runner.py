"""Starts child.py for a document and believes nothing that it leaves behind. Whatever the file does, an answer comes in time."""

import json
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from editing.word import child
from learning.library.extraction.child import LARGEST_FILE
from learning.library.extraction.runner import BYTES, SECONDS, run
from pages.parts import Kind, Part
from pages.tidying import is_ours

MOST_PARTS = 5000
PICTURE_NAME = ("jpg", "png", "gif", "webp", "bmp", "tif")


@dataclass
class Kept:
    """A picture's bytes. why: of the one that could not be taken."""

    name: str = ""
    data: bytes = b""
    small: bytes = b""
    why: str = ""


@dataclass
class Result:
    """problem: why there is nothing. left: (what was left out, how much of it)."""

    problem: str = ""
    title: str = ""
    summary: str = ""
    parts: list[Part] = field(default_factory=list)
    pictures: list[Kept] = field(default_factory=list)
    left: list[tuple[str, int]] = field(default_factory=list)


def read(path: str, *, seconds: int = SECONDS, memory: int = BYTES) -> Result:
    """path: its ending says how it is read. What was found before a child died is kept."""
    with tempfile.TemporaryDirectory(prefix="word-") as name:
        problem = run("read", path, name, seconds, memory, program=child.__file__)
        found = told(Path(name, "parts.json"))
        if found is None:
            return Result(problem or "broken")
        if found.left and found.left[0][0] in {"old_font", "scan", "nothing"}:
            return Result(found.left[0][0])
        found.pictures = pictures(Path(name), max((part.picture for part in found.parts if part.picture is not None), default=-1) + 1)
        return found


def told(path: Path) -> Result | None:
    """What parts.json says, if it is what reading.py writes; None for anything else."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return None
        found = json.loads(path.read_text("utf-8"))
        parts = [Part(**part) for part in found["parts"]]
        left = [(str(what), int(count)) for what, count in found["left"]]
        title, summary = found["title"], found["summary"]
        sound = isinstance(title, str) and isinstance(summary, str) and len(parts) <= MOST_PARTS and all(map(is_sound, parts))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not sound:
        return None
    return Result("", title, summary, parts, [], left)


def is_sound(part: Part) -> bool:
    words = [part.html, *(cell for row in part.rows for cell in row)]
    number = part.picture
    return (
        part.kind in set(Kind)
        and all(isinstance(text, str) for text in (*words, part.alt, part.caption, part.who))
        and all(is_ours(html) for html in words)
        and (number is None or type(number) is int and 0 <= number < MOST_PARTS)
    )


def pictures(folder: Path, count: int) -> list[Kept]:
    """What became of each; a child that died in the middle says nothing of the rest."""
    try:
        names = json.loads((folder / "pictures.json").read_text("utf-8"))
    except (OSError, ValueError):
        names = []
    names = [name for name in names if isinstance(name, str)] + ["?late"] * count
    return [kept(folder, name) for name in names[:count]]


def kept(folder: Path, name: str) -> Kept:
    stem, _dot, ending = name.partition(".")
    if not (stem.isascii() and stem.isdigit() and ending in PICTURE_NAME):
        return Kept(why=name.removeprefix("?")[:10])
    try:
        return Kept(name, (folder / name).read_bytes(), (folder / f"{stem}.small.jpg").read_bytes())
    except OSError:
        return Kept(why="late")
