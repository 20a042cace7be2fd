"""Titles that begin to match while she types."""

from dataclasses import replace

from search.entries import Entry
from search.folding import fold
from search.holding import Holds
from search.queries import Query, tidy

MOST = 6


def titles(text: str, language: str) -> list[tuple[str, str]]:
    """(title, address), the newest first. The last word is still being typed: its tone may come last, so none counts yet."""
    query = Query.of(tidy(text))
    if not query or len(query.words[-1]) < 2 and len(query.words) == 1:
        return []
    query = replace(query, words=(*query.words[:-1], fold(query.words[-1])), open_ended=True)
    found = Entry.objects.public().in_language(language).filter(Holds(query, "title")).order_by("-date", "-pk")
    return [(entry.title, entry.address) for entry in found.with_addresses().defer("text", "keywords")[:MOST]]
