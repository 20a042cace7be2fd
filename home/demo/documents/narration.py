"""Texts read aloud by a machine's voice, sentence by sentence, so that it is known when each is said."""

import re
from dataclasses import dataclass

from home.demo.documents import voice

BREATH, PAUSE = 0.35, 0.9  # seconds after a sentence and after a paragraph


@dataclass(frozen=True)
class Cue:
    start: float  # seconds
    end: float
    words: str


@dataclass(frozen=True)
class Narration:
    samples: bytes
    cues: tuple[Cue, ...]
    ends: tuple[float, ...]  # of the paragraphs, the pause after each included

    @property
    def seconds(self) -> float:
        return len(self.samples) / 2 / voice.RATE

    @property
    def minutes(self) -> int:
        return max(1, round(self.seconds / 60))


def sentences(paragraph: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+", paragraph.strip())


def read(paragraphs: list[str], language: str, said: dict[str, str]) -> Narration:
    """said: how words are spoken that the voice would misread."""
    samples, cues, ends = bytearray(), [], []
    for paragraph in paragraphs:
        for sentence in sentences(paragraph):
            start = len(samples)
            samples += voice.say(_spoken(sentence, said), language)
            cues.append(Cue(_seconds(start), _seconds(len(samples)), sentence))
            samples += _silence(BREATH)
        samples += _silence(PAUSE - BREATH)
        ends.append(_seconds(len(samples)))
    return Narration(bytes(samples), tuple(cues), tuple(ends))


def _spoken(sentence: str, said: dict[str, str]) -> str:
    for written, spoken in said.items():
        sentence = re.sub(rf"\b{re.escape(written)}\b", spoken, sentence)
    return sentence


def _seconds(length: int) -> float:
    return length / 2 / voice.RATE


def _silence(seconds: float) -> bytes:
    return bytes(2 * round(seconds * voice.RATE))
