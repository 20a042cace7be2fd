"""manage.py tidy_word: once a day, documents that were brought in two weeks ago go, with their pictures; drafts made of them stay."""

from django.core.management.base import BaseCommand

from editing.word import domain


class Command(BaseCommand):
    help = "Deletes documents that were brought in and became no page within two weeks; for a daily timer."

    def handle(self, **options):
        self.stdout.write(f"Tệp Word đã quá hạn: {domain.forget_old()}.")
