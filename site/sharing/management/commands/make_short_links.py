"""manage.py make_short_links: a general link for each page and document that can be opened and has none yet."""

from django.core.management.base import BaseCommand

from sharing.domain import make_general_links
from sharing.targets import KINDS

NAMES = {"page": "trang", "document": "tài liệu"}


class Command(BaseCommand):
    help = "Makes the short links that are missing. Those that exist stay as they are: they may be printed."

    def handle(self, *args, **options):
        made = ", ".join(f"{make_general_links(kind)} {NAMES[kind]}" for kind in sorted(KINDS))
        self.stdout.write(f"Link ngắn: thêm {made}.")
