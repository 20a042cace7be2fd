"""Codes of short links: random, not secret. Said over a telephone and typed from paper, so nothing in them looks like something else."""

import re
import secrets

# Without 0 O 1 I L, which are taken for each other, and without vowels, so that no code is a word.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
SHORT, LONG = 5, 6  # letters: 14 million, then 387 million
MOST_TYPED = 40  # letters that anybody looks at
NOT_TYPED = re.compile(r"[^0-9A-Z]")


def new(length: int = SHORT) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def tidy(typed: str) -> str:
    """As codes are kept: in capitals, without spaces, hyphens or the full stop of the sentence around the link."""
    return NOT_TYPED.sub("", typed[:MOST_TYPED].upper())
