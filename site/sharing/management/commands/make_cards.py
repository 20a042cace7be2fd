"""manage.py make_cards: the cards of links that are missing or no longer show what their page says; for a daily timer."""

from django.core.management.base import BaseCommand, CommandError

from pages.base import BasePage
from pages.cards import kinds
from sharing import link_cards

EVERY = 50  # pages between two lines of progress


class Command(BaseCommand):
    help = "Makes the pictures that chat apps show of a link, where one is missing or has changed: after a restriction was lifted, a picture replaced."

    def handle(self, *args, **options):
        seen = made = 0
        broken = []
        for model in kinds():
            if not issubclass(model, BasePage):
                continue
            for page in model._default_manager.select_related("locale", "cover", "share_picture").order_by("pk").iterator(chunk_size=100):
                seen += 1
                try:
                    made += link_cards.bring_up_to_date(page, check=True)
                except OSError as error:
                    broken.append(f"Trang {page.pk}, “{page.title}”: {error}.")
                if seen % EVERY == 0:
                    self.stdout.write(f"Trang {seen}: đã vẽ {made} ảnh.")
        self.stdout.write(f"Đã xem {seen} trang, vẽ {made} ảnh.")
        if broken:
            raise CommandError("\n".join(broken))
