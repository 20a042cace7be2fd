"""Words as search compares them: typed with tones or without, in any normal form, in any script. Pure.

Each word has two forms. Folded is what a telephone without a Vietnamese keyboard types: "đường" gives duong. Exact keeps
every mark, with the tones moved behind the letters, so that "hoà" equals "hòa". Words without a mark have one form.
Both are indexed; a query asks for the exact form of what was typed, which is the folded one where no mark was typed.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below: the five of Vietnamese
MARKS = dict.fromkeys(range(768, 880))
LETTERS = str.maketrans({"đ": "d", "œ": "oe", "æ": "ae", "ß": "ss"})
LONGEST = 64  # characters of a word that are looked at
# One people under three spellings of its name.
SAME = {"hmong": "mong"}

JOINED = re.compile(r"(?<=(?<!\w)\w)['’ʼ](?=[^\W\daeiouyhàáâãèéêìíòóôõùúýăĩũơưạ-ỹ])")  # H'Mông, M'Nông; not l'école nor d'hiver
GROUPED = re.compile(r"[.,](?<=\d.)(?=\d{3}(?!\d))")  # 3.200 as Vietnamese groups, 3,200 as English does


class Word(NamedTuple):
    folded: str
    exact: str


class _Separators(dict):
    """For str.translate: letters, marks and figures stay, what has no width goes, all else parts words."""

    def __missing__(self, code: int):
        kind = unicodedata.category(chr(code))
        drawn_over = kind == "Me" or 0xFE00 <= code <= 0xFE0F  # what makes an emoji of a figure
        self[code] = None if kind == "Cf" or drawn_over else code if kind[0] in "LMN" else 32
        return self[code]


_separators = _Separators()


def words(text: str) -> Iterator[Word]:
    """In their order, as often as they stand there."""
    return filter(None, map(word_of, _pieces(text)))


def vocabulary(text: str) -> set[Word]:
    return set(filter(None, map(word_of, set(_pieces(text)))))


def _pieces(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", text).lower()
    return GROUPED.sub("", JOINED.sub("", text)).translate(_separators).split()


@lru_cache(maxsize=50_000)
def word_of(piece: str) -> Word | None:
    """piece: lower case, without separators. None where it has neither a letter nor a figure."""
    piece = piece[:LONGEST]
    plain = fold(piece)
    if not any(character.isalnum() for character in plain):
        return None
    if plain in SAME:
        plain, piece = SAME[plain], piece[len(plain) - len(SAME[plain]) :]
    return Word(plain, exact(piece))


def fold(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(MARKS).lower().translate(LETTERS))


def exact(piece: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for character in unicodedata.normalize("NFD", piece):
        (tones if character in TONES else letters).append(character)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(tones)
