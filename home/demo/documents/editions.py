"""One language edition of a document: its text, and the files that are made from it, one a version."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from home.demo import reading
from home.demo.documents import clip, docx, ffmpeg, pdf, plain, pptx, sound, voice, xlsx
from home.demo.documents.narration import Narration, read
from home.demo.documents.pictures import Draw
from home.demo.streams import NAMESPACE

LANGUAGES = ("vi", "en", "fr")
SPOKEN = {"mp3", "ogg", "mp4"}


@dataclass
class Edition:
    name: str  # of its text, the same in every language
    language: str
    text: dict

    @property
    def work_key(self) -> uuid.UUID:
        return uuid.uuid5(NAMESPACE, f"document/{self.name}")

    @property
    def filename(self) -> str:
        return f"{self.name}{'' if self.language == 'vi' else '-' + self.language}.{self.text['format']}"

    @property
    def days(self) -> list[date]:
        """When each version came in."""
        return [self.text["date"], *self.text.get("replaced", [])]

    @cached_property
    def words(self) -> dict:
        return reading.read(self.language, "documents.toml")

    @property
    def can_be_made(self) -> bool:
        return self.text["format"] not in SPOKEN or bool(voice.can_speak() and ffmpeg.program())

    @property
    def paragraphs(self) -> list[str]:
        """What is said in a sound or a clip."""
        if lesson := self.text.get("lesson"):
            return list(spoken_lesson(reading.read(self.language, lesson)))
        if scenes := self.text.get("scenes"):
            return [scene["text"] for scene in scenes]
        return self.text["text"].strip().splitlines() if self.text["format"] in SPOKEN else []

    @property
    def transcript(self) -> str:
        return "\n\n".join(self.paragraphs)

    @cached_property
    def narration(self) -> Narration | None:
        return read(self.paragraphs, self.language, self.words["say"]) if self.text["format"] in SPOKEN else None

    @property
    def subtitles(self) -> str:
        return clip.subtitles(self.narration) if self.text["format"] == "mp4" else ""

    def file(self, draw: Draw, version: int = 1) -> bytes:
        text, labels, language, day = self.text, self.words["labels"], self.language, self.days[version - 1]
        shown = version if len(self.days) > 1 else 0
        makers: dict[str, Callable[[], bytes]] = {
            "pdf": lambda: pdf.make(text, labels, language, draw, version=shown, day=day),
            "docx": lambda: docx.make(text, labels, language, version=shown, day=day),
            "xlsx": lambda: xlsx.make(text, labels, day=day),
            "pptx": lambda: pptx.make(text, language, draw, day=day),
            "txt": lambda: plain.make(text),
            "mp3": lambda: sound.make(text, language, self.narration),
            "ogg": lambda: sound.make(text, language, self.narration),
            "mp4": lambda: clip.make(text, language, self.narration, draw),
        }
        return makers[text["format"]]()


def spoken_lesson(lesson: dict) -> Iterator[str]:
    """What a lesson teaches, a paragraph for each of its blocks."""
    yield f"{lesson['title']}."
    for row in lesson["learn"]:
        words = " ".join(line.removeprefix("- ") for line in row["text"])
        yield f"{row['title']}. {words}" if row["kind"] == "step" else words


def editions() -> Iterator[Edition]:
    for language in LANGUAGES:
        for name in reading.names("documents"):
            if text := reading.read(language, f"documents/{name}.toml"):
                yield Edition(name, language, text)
