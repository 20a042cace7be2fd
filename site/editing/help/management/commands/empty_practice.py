"""manage.py empty_practice: once a day, the practice room is put in order and what is old in it goes."""

from django.core.management.base import BaseCommand, CommandError

from editing.help import practice


class Command(BaseCommand):
    help = "Makes the practice room where it is missing, opens it to all of the staff and to nobody else, and deletes what is older than some days."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=7, help="How long a page may stay untouched; 7 if not given.")

    def handle(self, *, days, **options):
        if days < 0:
            raise CommandError("Số ngày phải từ 0 trở lên.")
        practice.open_room()
        gone = practice.empty(days=days)
        self.stdout.write(f"Đã dọn mục Tập làm: {gone.pages} trang, {gone.pictures} ảnh, {gone.documents} tài liệu.")
