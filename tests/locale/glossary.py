"""site/locale/glossary-vi.tsv: which Vietnamese word stands for which English one. A word with several senses has a row for each."""

import csv
import re
from collections import defaultdict
from pathlib import Path

from django.conf import settings

PATH = settings.LOCALE_PATHS[0] / "glossary-vi.tsv"
EXCEPTIONS = Path(__file__).with_name("glossary_exceptions.tsv")
# What these mean in the site's own sentences is seldom what they mean in a package's.
EVERYDAY = {"attempt", "back", "cost", "do", "item", "learn", "member", "model", "more", "new", "next", "option", "PIN", "practice", "score"}
NOT_WORDS = re.compile(r"%\(\w+\)[a-z]|%[sd%]|\{\w*\}|<[^>]+>")
SENSE = re.compile(r" \(.*\)$")


def terms() -> dict[str, tuple[set[str], set[str]]]:
    """The Vietnamese words for each English one, and those to avoid; longer ones first: "parent page" before "page"."""
    found = defaultdict(lambda: (set(), set()))
    with PATH.open() as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            words, avoided = found[SENSE.sub("", row["English term"])]
            words.add(row["Vietnamese term"].strip("?").casefold())
            # One syllable is part of too many words.
            avoided |= {word for word in row["terms to avoid"].casefold().split("; ") if " " in word and "(" not in word}
    return {term: found[term] for term in sorted(found.keys() - EVERYDAY, key=len, reverse=True)}


def broken(english: str, vietnamese: str, glossary: dict[str, tuple[set[str], set[str]]]) -> list[str]:
    """The English terms whose Vietnamese words are missing, or for which one to avoid stands there."""
    rest, said, found = NOT_WORDS.sub(" ", english), NOT_WORDS.sub(" ", vietnamese).casefold(), []
    for term, (words, avoided) in glossary.items():
        rest, times = re.subn(rf"\b{re.escape(term)}(?:s|es)?\b", "\0", rest, flags=re.IGNORECASE)
        if times and (not any(word in said for word in words) or any(re.search(rf"\b{re.escape(word)}\b", said) for word in avoided)):
            found.append(term)
    return found


def exceptions() -> set[tuple[str, str]]:
    """(term, English text): where the Vietnamese says it in another way, on purpose."""
    return {tuple(line.split("\t")) for line in EXCEPTIONS.read_text().splitlines()}
