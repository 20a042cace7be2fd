"""manage.py move_storage --to s3|disk: all files into the other storage. What was copied stays; run it again after a break."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.core.management.base import BaseCommand, CommandError

from learning.library.inventory import held, named
from learning.library.moving import NotAsUploaded, copy

EVERY = 20  # files between two lines of progress


def storages_of(where: str) -> dict[bool, object]:
    """The storage of public files and that of all others."""
    if where == "disk":
        return dict.fromkeys((False, True), FileSystemStorage())
    from pages.storages import PrivateFiles, PublicRenditions  # whoever keeps files on the disk does not wait for it

    return {False: PrivateFiles(), True: PublicRenditions()}


class Command(BaseCommand):
    help = "Copies documents, subtitles, pictures and all other files to the store that the environment names, or from there to the disk. Deletes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--to", choices=["s3", "disk"], required=True, help="s3: from MEDIA_ROOT to the store. disk: back.")

    def handle(self, *, to, **options):
        if not getattr(settings, "AWS_STORAGE_BUCKET_NAME", ""):
            raise CommandError("Chưa biết kho nào: đặt AWS_STORAGE_BUCKET_NAME, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_S3_ENDPOINT_URL rồi chạy lại.")
        sources, targets = storages_of("disk" if to == "s3" else "s3"), storages_of(to)
        files = named()
        try:
            there = {public: held(target) for public, target in targets.items()}
        except OSError as error:
            raise CommandError(f"Nơi mới không trả lời ({error}). Xem lại các biến AWS_* rồi chạy lại.") from error
        copied = already = 0
        failed: list[str] = []
        for number, file in enumerate(files, 1):
            try:
                if copy(file, sources[file.public], targets[file.public], there[file.public].get(file.name)):
                    copied += 1
                else:
                    already += 1
            except OSError as error:  # the others still go
                copied += isinstance(error, NotAsUploaded)
                failed.append(f"{file.row}, tệp {file.name}: {'không thấy tệp' if isinstance(error, FileNotFoundError) else error}.")
            if number % EVERY == 0 or number == len(files):
                self.stdout.write(f"Tệp {number}/{len(files)}: chép {copied}, đã có {already}, lỗi {len(failed)}.")
        if failed:
            raise CommandError("\n".join([*failed, "Sửa những tệp trên rồi chạy lại; tệp đã chép được giữ nguyên."]))
        self.stdout.write("Mọi tệp đã sang nơi mới và được đọc lại để so. Nơi cũ còn nguyên." if files else "Không có tệp nào.")
