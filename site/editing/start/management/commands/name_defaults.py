"""manage.py name_defaults: once, after the first migrate: Wagtail's own groups, workflow, root page and folder get Vietnamese names."""

from django.core.management.base import BaseCommand

from editing.start.defaults import name_in_vietnamese


class Command(BaseCommand):
    help = "Gives what Wagtail's migrations have made Vietnamese names. Repeating it changes nothing."

    def handle(self, **options):
        self.stdout.write(f"Tên đã đổi sang tiếng Việt: {name_in_vietnamese()}.")
