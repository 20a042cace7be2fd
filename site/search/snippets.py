"""What of a text is shown below a result: the place that holds most of the words, with the words marked. Pure; safe HTML comes out."""

import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import category

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.folding import fold, word_of
from search.queries import Query

LENGTH, BEFORE = 170, 50  # characters shown, and of them at most before the first word
PLACES = 40  # where a word stands that are looked at


class _Flat(dict):
    """For str.translate: every character as one of its folded form, what is neither letter nor figure as a space."""

    def __missing__(self, code: int):
        plain = fold(chr(code))
        self[code] = (plain if len(plain) == 1 else chr(code)) if category(chr(code))[0] in "LMN" else " "
        return self[code]


_flat = _Flat()


class Search:
    """The words of a query in one text."""

    def __init__(self, text: str, query: Query):
        self.text, self.query = text, query
        self.flat = text.translate(_flat)

    def places(self) -> Iterator[tuple[int, int, str]]:
        """(start, end, word of the query) in no order."""
        for word in self.query.words:
            begins = self.query.open_ended and word == self.query.words[-1]
            found = re.finditer(r"(?<!\S)" + re.escape(fold(word)) + (r"\S*" if begins else r"(?!\S)"), self.flat)
            fitting = (match.span() for match in found if begins or self.is_word(match.span(), word))
            yield from ((start, end, word) for start, end in islice(fitting, PLACES))

    def is_word(self, span: tuple[int, int], word: str) -> bool:
        there = word_of(self.text[slice(*span)].lower())
        return bool(there) and word in there

    def best(self, places: list[tuple[int, int, str]]) -> int:
        """The start of the place from which most of the words follow within what is shown."""

        def words_from(start: int) -> int:
            return len({word for begin, end, word in places if start <= begin and end <= start + LENGTH - BEFORE})

        return max(sorted(start for start, *_ in places), key=words_from)  # the first of equals


def holds_all(text: str, query: Query) -> bool:
    return {word for *_, word in Search(text, query).places()} == set(query.words)


def marked(text: str, query: Query) -> SafeString:
    """The whole text, every word of the query in <mark>."""
    spans = sorted({(start, end) for start, end, _word in Search(text, query).places()})
    parts, done = [], 0
    for start, end in spans:
        if start >= done:
            parts.append(format_html("{}<mark>{}</mark>", text[done:start], text[start:end]))
            done = end
    return format_html("{}{}", format_html_join("", "{}", ((part,) for part in parts)), text[done:])


def snippet(text: str, query: Query) -> SafeString:
    """Empty where the text holds none of the words."""
    text = " ".join(text.split())
    searched = Search(text, query)
    places = list(searched.places())
    if not places:
        return SafeString("")
    start = beginning(text, searched.best(places))
    end = start + LENGTH
    shown = text[start:] if end >= len(text) else text[start:end].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return marked(("…" if start else "") + shown, query)


def beginning(text: str, place: int) -> int:
    """Of its sentence, if that is near; else of a word before it."""
    start = max(0, place - BEFORE)
    before = text[start:place]
    sentence = max(before.rfind(". "), before.rfind("! "), before.rfind("? "))
    if sentence >= 0:
        return start + sentence + 2
    return start and start + before.find(" ") + 1
