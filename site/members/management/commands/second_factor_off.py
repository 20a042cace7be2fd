"""manage.py second_factor_off USERNAME: for a member of staff who has lost her phone and her recovery codes."""

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError

from members.audit import AuditEntry, record
from members.models import Member


class Command(BaseCommand):
    help = "Takes the second step of signing in off an account, so that its owner can set it up again."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, username, **options):
        member = Member.objects.filter(username=username).first()
        if member is None:
            raise CommandError(f"Không có tài khoản “{username}”. Xem lại tên đăng nhập.")
        removed, _models = Authenticator.objects.filter(user=member).delete()
        if not removed:
            raise CommandError(f"Tài khoản “{username}” chưa bật đăng nhập hai bước.")
        record(AuditEntry.Action.RECOVERY, member=member, details={"what": "second factor"})
        self.stdout.write(f"Đã tắt đăng nhập hai bước của “{username}”. Lần đăng nhập sau có thể bật lại.")
