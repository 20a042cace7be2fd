"""manage.py check_library [--repair]: rows and files, one against the other; for a daily timer."""

from django.core.management.base import BaseCommand, CommandError

from learning.library.checking import findings
from learning.library.models import DocumentVersion


class Command(BaseCommand):
    help = "Names documents whose file is lost, files that no row names, and what else does not fit. Fails when something is left that is wrong."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="Put right what can be; files that no row names for an hour are deleted.")

    def handle(self, *, repair, **options):
        self.stdout.write(f"Đang xem {DocumentVersion.objects.count()} phiên bản của tài liệu và các tệp.")
        try:
            told = [self.tell(finding, repair) for finding in findings()]
        except OSError as error:
            raise CommandError(f"Chưa xem hết: nơi cất tệp không trả lời ({error}). Chạy lại sau.") from error
        left = told.count(False)
        self.stdout.write(f"Đã sửa {told.count(True)}, còn {left}.")
        if left:
            raise CommandError(f"Còn {left} chỗ cần xem.")

    def tell(self, finding, repair: bool) -> bool:
        """Whether it is put right."""
        done = repair and self.repaired(finding)
        can = " Sửa được bằng --repair." if finding.repair and not repair else ""
        self.stdout.write(f"{finding.sentence}{' Đã sửa.' if done else can}")
        return done

    def repaired(self, finding) -> bool:
        if finding.repair is None:
            return False
        try:
            finding.repair()
        except OSError as error:  # its file is lost, which is told too, or the store fails
            self.stdout.write(f"Không sửa được: {error}.")
            return False
        return True
