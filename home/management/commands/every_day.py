"""manage.py every_day: the one timer of an installation, a few hours before the staff comes to work."""

import traceback

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

# What tidies comes first; the mails come last, after what is told in them.
WORK: tuple[tuple[str, dict], ...] = (
    ("tidy_members", {}),
    ("tidy_library", {}),
    ("tidy_short_forms", {}),
    ("tidy_word", {}),
    ("tidy_notices", {}),
    ("empty_practice", {}),
    ("grant_unit", {}),
    ("check_library", {"repair": True}),
    ("make_cards", {}),
    ("build_kits", {}),
    ("check_links", {}),
    ("remind_reviews", {}),
    ("send_digests", {}),
)


class Command(BaseCommand):
    help = f"Does the day's work, one thing after the other, the rest also when one fails: {', '.join(name for name, _options in WORK)}."

    def handle(self, **options):
        failed = []
        for name, given in WORK:
            self.stdout.write(f"{name}:")
            try:
                call_command(name, **given, stdout=self.stdout, stderr=self.stderr)
            except CommandError as failure:
                failed.append(name)
                self.stderr.write(f"{name}: {failure}")
            except Exception:
                failed.append(name)
                self.stderr.write(f"{name}: {traceback.format_exc()}")
        if failed:
            raise CommandError(f"Chưa xong: {', '.join(failed)}. Lý do ở trên; các việc khác đã làm.")
