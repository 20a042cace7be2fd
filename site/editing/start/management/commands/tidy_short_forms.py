"""manage.py tidy_short_forms: once a day, photos of short forms that nobody came back for in a week go."""

from django.core.management.base import BaseCommand

from editing.start.short.keeping import forget_abandoned


class Command(BaseCommand):
    help = "Deletes what short forms that nobody saved have kept for a week; for a daily timer."

    def handle(self, **options):
        self.stdout.write(f"Biểu mẫu ngắn bỏ dở: {forget_abandoned()}.")
