"""Starts child.py for a file and believes nothing that it leaves behind. Whatever the file does, an answer comes in time."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from learning.library.extraction import child
from learning.library.extraction.pictures import COVER_BYTES, MOST_PAGES, PAGE_BYTES
from learning.library.extraction.writer import is_ours

PROGRAM = child.__file__
SECONDS = 20
BYTES = 300_000_000  # of memory
MOST_PARTS = 5000
PROBLEMS = {"", "scan", "old_font", "too_long"}
SLOW = {-signal.SIGALRM, -signal.SIGXCPU}


@dataclass(frozen=True)
class Result:
    """state, problem: of Reading. parts: [{title, html, text}]. pictures: WebP of the first pages."""

    state: str
    problem: str = ""
    pages: int | None = None
    seconds: int | None = None
    parts: list[dict[str, str]] = field(default_factory=list)
    cover: bytes = b""
    pictures: list[bytes] = field(default_factory=list)


def read(path: str, *, seconds: int = SECONDS, memory: int = BYTES) -> Result:
    """The file's ending says how it is read. What was found before a child died is kept."""
    with tempfile.TemporaryDirectory(prefix="reading-") as name:
        problem = run("read", path, name, seconds, memory)
        folder = Path(name)
        found = told(folder / "reading.json")
        if found is None:
            return Result("failed", problem or "broken")
        pictures: list[bytes] = []
        while len(pictures) < MOST_PAGES and (picture := webp(folder / f"{len(pictures) + 1}.webp", PAGE_BYTES)):
            pictures.append(picture)
        return Result(**found, cover=webp(folder / "cover.webp", COVER_BYTES), pictures=pictures)


def needs_password(path: str) -> bool:
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        return run("open", path, folder, SECONDS, BYTES) == "password"


def run(deed: str, path: str, folder: str, seconds: int, memory: int, program: str = "") -> str:
    """The problem by which the child ended; nothing if it ended well. program: child.py, or another that limits itself as it does."""
    command = [sys.executable, "-I", program or PROGRAM, deed, os.path.abspath(path), folder, str(seconds), str(memory)]
    surroundings = {"LANG": "C.UTF-8", "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}  # no key, no password
    with open(Path(folder, "said"), "wb") as said:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, cwd=folder, env=surroundings, start_new_session=True
        )
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        return "time"
    finally:
        _end(process)
    with open(Path(folder, "said"), "rb") as said:
        complaint = said.read(4000)
    return problem_of(code, complaint)


def _end(process: subprocess.Popen) -> None:
    """With all that it may have started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def problem_of(code: int, complaint: bytes) -> str:
    if code == 0:
        return ""
    if code == child.PASSWORD:
        return "password"
    if code in SLOW:
        return "time"
    starved = code in {child.MEMORY, -signal.SIGKILL} or any(word in complaint for word in (b"emory", b"bad_alloc"))
    return "memory" if starved else "broken"


def told(path: Path) -> dict | None:
    """What reading.json says, if it is what reading.py writes; None for anything else."""
    try:
        if path.stat().st_size > child.LARGEST_FILE:
            return None
        found = json.loads(path.read_text("utf-8"))
        parts = [{key: part[key] for key in ("title", "html", "text")} for part in found["parts"]]
        said = {key: found[key] for key in ("state", "problem", "pages", "seconds")}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    counts = all(said[key] is None or type(said[key]) is int and 0 <= said[key] < 2**31 for key in ("pages", "seconds"))
    if not counts or said["state"] not in {"read", "no_text"} or said["problem"] not in PROBLEMS or len(parts) > MOST_PARTS:
        return None
    if not all(isinstance(text, str) for part in parts for text in part.values()) or not all(is_ours(part["html"]) for part in parts):
        return None
    return {**said, "parts": parts}


def webp(path: Path, most: int) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(most + 1)
    except OSError:
        return b""
    return data if len(data) <= most and data[:4] == b"RIFF" and data[8:12] == b"WEBP" else b""
