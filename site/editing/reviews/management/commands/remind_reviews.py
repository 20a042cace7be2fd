from django.core.management.base import BaseCommand
from django.utils import timezone, translation

from config.languages import SOURCE
from editing.reviews.reminding import remind


class Command(BaseCommand):
    help = "Reminds who answers for a page or document of its review: two weeks before, on the day, and weekly after. Run it once a day; twice does no harm."

    def handle(self, *args, **options):
        with translation.override(SOURCE):  # titles of notices are read in /cms/
            told = remind(today=timezone.localdate())
        self.stdout.write(f"{told.owners} owners and {told.overseers} overseers had something to hear.")
