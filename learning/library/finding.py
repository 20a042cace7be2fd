"""Documents in the site's search: their words, typed with tones or without."""

from collections.abc import Iterable


def put(documents: Iterable) -> None:
    """Index these documents anew: title, summary, tags, topic, transcript and the text that was taken out of the file."""
