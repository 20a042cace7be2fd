"""Putting things into the index, and taking them out."""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction

from search import holding, vocabulary
from search.entries import Entry
from search.folding import vocabulary as words_in

KEPT = ("language", "kind", "topic_key", "date", "title", "summary", "keywords", "text", "counted")
LONGEST = 60_000  # characters of a text: a handbook of thirty pages


def put(entries: Iterable[Entry]) -> int:
    """New or in place of what was there for the same page or document; how many differ from that."""
    by_source: dict[str, list[Entry]] = {"page": [], "document": []}
    for entry in entries:
        entry.text = entry.text[:LONGEST]
        by_source["page" if entry.page_id else "document"].append(entry)
    return sum(put_of(name, of_one) for name, of_one in by_source.items() if of_one)


@transaction.atomic
def put_of(source: str, entries: list[Entry]) -> int:
    thing = f"{source}_id"
    kept = {getattr(entry, thing): entry for entry in Entry.objects.filter(**{f"{thing}__in": [getattr(entry, thing) for entry in entries]})}
    fresh = {getattr(entry, thing): entry for entry in entries}
    changed = {key: entry for key, entry in fresh.items() if key not in kept or any(getattr(kept[key], name) != getattr(entry, name) for name in KEPT)}
    if not changed:
        return 0
    Entry.objects.bulk_create(changed.values(), update_conflicts=True, unique_fields=[source], update_fields=KEPT)
    holding.write([(entry.pk, parts_of(entry)) for entry in changed.values()])
    gone, come = (
        Counter(word for entry in some if entry.counted for word in vocabulary.words_of(entry))
        for some in ([kept[key] for key in changed if key in kept], changed.values())
    )
    vocabulary.change(come, gone)
    return len(changed)


def remove(source: str, ids: Iterable[int]) -> None:
    """source: page or document."""
    Entry.objects.filter(**{f"{source}_id__in": list(ids)}).delete()


def parts_of(entry: Entry) -> list[set[str]]:
    """As holding.PARTS has them."""
    title = forms(entry.title)
    head = title | forms(entry.summary) | forms(entry.keywords)
    return [title, head, head | forms(entry.text)]


def forms(text: str) -> set[str]:
    return {form for word in words_in(text) for form in word}
