"""manage.py make_document_cards: the cards of documents that are missing, as in a library from before there were any."""

from django.core.management.base import BaseCommand, CommandError

from learning.library import link_cards
from learning.library.models import LibraryDocument

EVERY = 50  # documents between two lines of progress


class Command(BaseCommand):
    help = "Makes the pictures that chat apps show of a document, where one is missing or no longer shows its title and first page."

    def handle(self, *args, **options):
        keys = list(LibraryDocument.objects.order_by("pk").values_list("pk", flat=True))
        made, broken = 0, []
        for number, pk in enumerate(keys, 1):
            try:
                made += link_cards.bring_up_to_date(pk, check=True)
            except OSError as error:
                broken.append(f"Tài liệu {pk}: {error}.")
            if number % EVERY == 0 or number == len(keys):
                self.stdout.write(f"Tài liệu {number}/{len(keys)}: đã vẽ {made} ảnh.")
        if broken:
            raise CommandError("\n".join(broken))
