"""Models of this app, each in a module of its own name."""

from search.entries import Entry
from search.missed import MissedSearch
from search.vocabulary import Word

__all__ = ["Entry", "MissedSearch", "Word"]
