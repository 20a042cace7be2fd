from django.core.management.base import BaseCommand
from django.utils import timezone

from editing.readiness.looking import look_over


class Command(BaseCommand):
    help = "Weighs published pages and notes their links and pictures, for the reports: those published since the last look, or --all."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="also those that have not changed")

    def handle(self, *args, **options):
        count = 0
        for _page in look_over(now=timezone.now(), everything=options["all"]):
            count += 1
            if count % 100 == 0:
                self.stdout.write(f"{count} pages…")
        self.stdout.write(f"Looked over {count} pages.")
