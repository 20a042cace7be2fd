"""Words into a width: shrunk on one line as long as that reads well, else set on more lines of even length."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from unicodedata import category, normalize

LEADING = 1.28  # of the size: room for two marks above a capital, as in Ầ
POINT = 25.4 / 72  # millimetres


@dataclass(frozen=True)
class Fitted:
    size: float  # points
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Millimetres."""
        return len(self.lines) * self.size * POINT * LEADING


def words_of(text: str) -> list[str]:
    """What a line may break between: not at the fixed space that French puts before a colon."""
    return re.split(r"[^\S\xa0]+", text.strip())


def clean(text: str) -> str:
    """One line of composed letters (NFC), without the zero-width signs and controls that come along from other programs."""
    shown = (" " if category(letter) == "Cc" else letter for letter in normalize("NFC", text).replace("\u202f", "\xa0") if category(letter) != "Cf")
    return " ".join(words_of("".join(shown)))


def fit(measure: Callable[[str], float], text: str, width: float, *, most: float, least: float, lines: int = 1) -> Fitted:
    """The fewest lines on which the text reads at `least` points or more, as large as `most` allows.

    `measure` gives the width of a text at one point. Where even `lines` lines are too few, the letters shrink below `least`: small is better than cut off.
    """
    words = words_of(text)
    for count in range(1, min(lines, len(words)) + 1):
        split = min(_splits(words, count), key=lambda parts: max(map(measure, parts)))
        size = min(most, width / (max(map(measure, split)) or width))
        if size >= least:
            break
    return Fitted(size, split)


def _splits(words: list[str], count: int) -> Iterator[tuple[str, ...]]:
    for inner in combinations(range(1, len(words)), count - 1):
        yield tuple(" ".join(words[start:end]) for start, end in pairwise((0, *inner, len(words))))
