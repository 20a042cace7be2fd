"""What was typed into the search box, as words; nothing of it reaches the database as an operator. Pure."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Self

from search.folding import fold, words

LONGEST, MOST = 200, 12  # characters of a query, and words of it
SHORTEST_BEGINNING = 2  # letters of a last word that may be the beginning of another


def tidy(text: str) -> str:
    """As it is shown again: one line, composed, nothing invisible."""
    seen = "".join(" " if unicodedata.category(character) in {"Cc", "Cs"} else character for character in text[: LONGEST * 4])
    return " ".join(unicodedata.normalize("NFC", seen).split())[:LONGEST].rstrip()


@dataclass(frozen=True)
class Query:
    """All of the words must be there. Where open_ended, the last may be the beginning of one."""

    words: tuple[str, ...]  # in the exact form
    open_ended: bool = False

    @classmethod
    def of(cls, text: str) -> Self:
        found = dict.fromkeys(word.exact for word in words(tidy(text)))
        return cls(tuple(found)[:MOST])

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def as_beginning(self) -> Self | None:
        """Of a word typed with marks the rest is not guessed: it is taken as it is."""
        last = self.words[-1] if self.words else ""
        if self.open_ended or len(last) < SHORTEST_BEGINNING or last != fold(last):
            return None
        return replace(self, open_ended=True)

    @property
    def plain(self) -> Self:
        """Without any mark."""
        return replace(self, words=tuple(dict.fromkeys(fold(word) for word in self.words)))

    # As the databases read it. Words hold letters, marks and figures alone, so quotes around them are safe.

    @property
    def for_postgresql(self) -> str:
        return " & ".join(f"'{word}'" for word in self.words) + (":*" if self.open_ended else "")

    @property
    def for_sqlite(self) -> str:
        return " AND ".join(f'"{word}"' for word in self.words) + (" *" if self.open_ended else "")
