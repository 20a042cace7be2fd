"""The texts of the demonstration: TOML files by language, paths equal in every language."""

import tomllib
from html import escape
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
SHARED = ("topic", "cover", "cover_alt", "written_by", "checked_by", "checked_on", "review_on")


def read(language: str, path: str) -> dict | None:
    """One file as a dict, or None where the language has no such text."""
    file = TEXTS / language / path
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else None


def page(language: str, path: str) -> dict | None:
    """The same; a quiz has from its lesson or course what it does not say itself: topic, cover, who checked it and when."""
    text = read(language, path)
    if not text or not path.startswith("quizzes/"):
        return text
    around = read(language, path.replace("quizzes", "courses", 1)) or {}
    return {name: around[name] for name in SHARED if name in around} | text


def names(folder: str) -> list[str]:
    """Slugs of the Vietnamese files of a folder, in order."""
    return sorted(file.stem for file in (TEXTS / "vi" / folder).glob("*.toml"))


def courses() -> list[str]:
    folders = [folder.name for folder in (TEXTS / "vi/courses").iterdir() if folder.is_dir()]
    return sorted(folders, key=lambda name: read("vi", f"courses/{name}/course.toml")["order"])


def lessons(course: str) -> list[str]:
    return sorted(file.stem for file in (TEXTS / f"vi/courses/{course}").glob("[0-9]*.toml"))


def html(lines: list[str]) -> str:
    """Paragraphs, and lists from lines that start with "- "."""
    out, listing = [], False
    for line in lines or []:
        item = line.startswith("- ")
        if item != listing:
            out.append("<ul>" if item else "</ul>")
            listing = item
        text = escape(line.removeprefix("- "), quote=False)
        out.append(f"<li>{text}</li>" if item else f"<p>{text}</p>")
    return "".join(out) + ("</ul>" if listing else "")


def pairs(source, target) -> dict[str, str]:
    """Vietnamese string to translation, of two structures walked side by side."""
    if isinstance(source, str) and isinstance(target, str):
        source, target = source.removeprefix("- "), target.removeprefix("- ")
        return {source: target, escape(source, quote=False): escape(target, quote=False)} if source else {}
    found: dict[str, str] = {}
    if isinstance(source, dict) and isinstance(target, dict):
        for key in source.keys() & target.keys():
            found |= pairs(source[key], target[key])
    elif isinstance(source, list) and isinstance(target, list):
        for one, other in zip(source, target, strict=True):
            found |= pairs(one, other)
    return found
