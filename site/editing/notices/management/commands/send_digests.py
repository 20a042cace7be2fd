"""manage.py send_digests: once a day, each of the staff is mailed what she has not seen yet."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from editing.notices import digests


class Command(BaseCommand):
    help = "Sends one e-mail a day to each of the staff who has notices to hear of; run again, it sends nobody a second one."

    def handle(self, **options):
        try:
            outcome = digests.send()
        except digests.ServerFailed as failure:
            server = f"{settings.EMAIL_HOST or 'EMAIL_HOST'}:{settings.EMAIL_PORT}"
            raise CommandError(f"Máy chủ thư {server} không nhận thư ({failure}), thư chưa gửi còn nguyên và sẽ gửi ở lần chạy sau.") from failure
        self.stdout.write(f"Đã gửi {outcome.sent} thư.")
        if outcome.refused:
            self.stderr.write(f"Địa chỉ thư không dùng được: {', '.join(outcome.refused)}.")
