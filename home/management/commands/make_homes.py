"""manage.py make_homes: a live home page for every language of config/languages.py."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand

from home.domain import make_homes


class Command(BaseCommand):
    help = "Makes the home page of each language and points the site to the Vietnamese one. Run it after adding a language."

    def handle(self, *args, **options):
        address = urlsplit(settings.SITE_URL)
        homes = make_homes(host=address.hostname or "localhost", port=address.port or (443 if address.scheme == "https" else 80))
        self.stdout.write(f"Trang chủ: {', '.join(sorted(homes))}.")
