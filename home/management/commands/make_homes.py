"""manage.py make_homes: a live home page for every language of config/languages.py."""

from django.core.management.base import BaseCommand

from home.domain import make_homes


class Command(BaseCommand):
    help = "Makes the home page of each language and points the site to the Vietnamese one. Run it after adding a language."

    def handle(self, *args, **options):
        self.stdout.write(f"Trang chủ: {', '.join(sorted(make_homes()))}.")
