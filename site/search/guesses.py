"""What a search may have meant that found nothing: words of the site that a slip leads from."""

from collections.abc import Iterator
from itertools import product

from search import slips
from search.folding import fold, words
from search.queries import Query
from search.vocabulary import Word

MOST = 6  # words of a query that are looked at


def at(plain: Query) -> Iterator[Query]:
    """With every word that the site does not know read as a slip: of the keyboard's mode, then of the finger."""
    if len(plain.words) > MOST:
        return
    slipped = {word: slips.meant(word) for word in plain.words}
    known = Word.objects.around([*plain.words, *(meant for readings in slipped.values() for meant in readings)])
    choices = []
    for word in plain.words:
        read = [word] if word in known else [meant for meant in slipped[word] if meant in known] or known.near(word)
        if not read:
            return
        choices.append(read)
    for chosen in product(*choices):
        if chosen != plain.words:
            yield Query(tuple(dict.fromkeys(chosen)))


def spelled(query: Query, entry) -> str:
    """The words of the query as this result writes them, with their tones."""
    written: dict[str, str] = {}
    for piece in f"{entry.title} {entry.summary} {entry.keywords} {entry.text}".split():
        for word in words(piece):
            written.setdefault(word.folded, piece.strip(".,;:!?“”\"'()[]…").lower())
        if all(word in written for word in query.words):
            break
    return " ".join(written.get(fold(word), word) for word in query.words)
