"""Makes the index anew from pages and documents. What has not changed is left as it is, so that a second run is quick,
and one that was stopped is simply started again."""

from collections.abc import Iterator

from django.core.management.base import BaseCommand

from search import index
from search.entries import Entry
from search.sources import SOURCES, Source

BATCH = 200


class Command(BaseCommand):
    help = "Index all pages and documents for search; only what has changed is written."

    def handle(self, *args, **options):
        for source in SOURCES.values():
            total = source.everything().count()
            seen = changed = 0
            for things in batches(source):
                changed += index.put(source.entries(things))
                seen += len(things)
                self.say(f"\r{source.name}: {seen} / {total}", ending="")
            self.say(f"\r{source.name}: {seen} / {total}, written {changed}, removed {removed(source)}")

    def say(self, words: str, ending: str = "\n") -> None:
        if self.verbosity:
            self.stdout.write(words, ending=ending)
            self.stdout.flush()

    def execute(self, *args, **options):
        self.verbosity = options["verbosity"]
        return super().execute(*args, **options)


def batches(source: Source) -> Iterator[list]:
    """By number, each batch a query of its own: what is published meanwhile is not missed."""
    last = 0
    while things := list(source.everything().filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = things[-1].pk
        yield things


def removed(source: Source) -> int:
    """Entries of what can be found no more."""
    gone = Entry.objects.filter(**{f"{source.name}__isnull": False}).exclude(**{f"{source.name}__in": source.everything()})
    return gone.delete()[0]
