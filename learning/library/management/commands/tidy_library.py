"""manage.py tidy_library: once a day, files that waited for a form or for a sheet since yesterday go."""

from django.core.management.base import BaseCommand

from learning.library.office import kept
from learning.library.office.batch import making


class Command(BaseCommand):
    help = "Deletes uploads that nobody came back for since yesterday; for a daily timer."

    def handle(self, **options):
        self.stdout.write(f"Tệp chờ trong biểu mẫu: {kept.forget_old()}.")
        self.stdout.write(f"Lần nạp tài liệu bỏ dở: {making.forget_old()}.")
