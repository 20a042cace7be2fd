"""manage.py tidy_notices: once a day, old notices go."""

from datetime import timedelta

from django.core.management.base import BaseCommand
from django.db.models import Q
from django.utils import timezone

from editing.notices.models import Digest, Notice

SEEN = timedelta(days=30)
UNSEEN = timedelta(days=180)
DIGESTS = timedelta(days=30)


class Command(BaseCommand):
    help = "Deletes notices seen a month ago, those that nobody looked at for half a year, and the record of old digests; for a daily timer."

    def handle(self, **options):
        now = timezone.now()
        old = Notice.objects.filter(Q(seen_at__lt=now - SEEN) | Q(at__lt=now - UNSEEN))
        self.stdout.write(f"Thông báo cũ: {old.delete()[0]}.")
        self.stdout.write(f"Ghi nhận thư đã gửi: {Digest.objects.filter(day__lt=timezone.localdate(now) - DIGESTS).delete()[0]}.")
