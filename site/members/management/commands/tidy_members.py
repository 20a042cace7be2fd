"""manage.py tidy_members: once a day, what has served its time goes, and what it says of people with it."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from members import limits
from members.importing import waiting
from members.models import ImportProblem, ImportRun, JoinRequest

KEPT = timedelta(days=90)  # a request to join that made nobody a member


class Command(BaseCommand):
    help = "Deletes expired sessions, imports that wait since yesterday, old requests to join and old wrong tries; for a daily timer."

    def handle(self, **options):
        now = timezone.now()
        sessions = Session.objects.filter(expire_date__lt=now).count()
        call_command("clearsessions")
        self.stdout.write(f"Phiên đăng nhập đã hết hạn: {sessions}.")
        problems = ImportProblem.objects.filter(run__in=ImportRun.objects.old()).count()
        self.stdout.write(f"Tệp chờ nhập: {waiting.forget_old()}, dòng lỗi: {problems}.")
        fruitless = JoinRequest.objects.exclude(state=JoinRequest.State.ACCEPTED).filter(made_at__lt=now - KEPT)
        self.stdout.write(f"Đơn xin vào Hội không được nhận: {fruitless.delete()[0]}.")
        self.stdout.write(f"Lần thử sai: {limits.forget_old(now)}.")
