"""A narration as MP3 or OGG, small enough for a prepaid card."""

import tempfile
from pathlib import Path

from home.demo.documents import ffmpeg, voice
from home.demo.documents.narration import Narration

CODECS = {"mp3": ("-c:a", "libmp3lame", "-b:a", "32k"), "ogg": ("-c:a", "libvorbis", "-q:a", "-1")}
THREE_LETTERS = {"vi": "vie", "en": "eng", "fr": "fra"}


def raw(samples: Path) -> tuple:
    """How ffmpeg is told about our samples."""
    return ("-f", "s16le", "-ar", str(voice.RATE), "-ac", "1", "-i", samples)


def about(text: dict, language: str) -> tuple:
    return ("-metadata", f"title={text['title']}", "-metadata", f"artist={text['issuing_body']}", "-metadata:s:a", f"language={THREE_LETTERS[language]}")


def make(text: dict, language: str, narration: Narration) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        samples, out = Path(folder, "spoken.raw"), Path(folder, f"spoken.{text['format']}")
        samples.write_bytes(narration.samples)
        ffmpeg.run(*raw(samples), *CODECS[text["format"]], *about(text, language), out)
        return out.read_bytes()
