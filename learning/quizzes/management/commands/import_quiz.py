"""manage.py import_quiz FILE --parent hoc/lam-quen-dien-thoai/goi-dien: a draft quiz from GIFT or Aiken."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from config.languages import BY_CODE, SOURCE
from learning.quizzes.drafting import make_draft
from learning.quizzes.importing import FORMATS, decoded, read
from learning.quizzes.models import QuizPage


class Command(BaseCommand):
    help = "Makes a draft quiz below a lesson or a course from a file of questions. Bad questions are named with their line, the good ones kept."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", choices=FORMATS, default="", help="found out from the text when it is not named")
        parser.add_argument("--parent", required=True, help="address of the lesson or course, for instance hoc/lam-quen-dien-thoai/goi-dien")
        parser.add_argument("--title", default="", help="of the quiz; that of the lesson when it is not named")

    def handle(self, *args, file: Path, parent: str, title: str, **options):
        above = self._parent(parent)
        try:
            parsed = read(decoded(file.read_bytes()), options["format"])
        except OSError as error:
            raise CommandError(f"Không mở được tệp {file}: {error.strerror}.") from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        for problem in parsed.problems:
            self.stderr.write(str(problem))
        if not parsed.questions:
            raise CommandError("Không có câu hỏi nào dùng được. Sửa tệp rồi chạy lại.")
        page = make_draft(parent=above, title=title, questions=parsed.questions)
        self.stdout.write(f"Bản nháp “{page.title}”: {len(parsed.questions)} câu, bỏ {len(parsed.problems)}. Sửa ở /cms/pages/{page.pk}/edit/")

    def _parent(self, address: str):
        """The live or drafted page at an address, in any language."""
        path = address.strip("/")
        code, _, rest = path.partition("/")
        language, path = (code, rest) if code in BY_CODE and code != SOURCE else (SOURCE, path)
        found = Page.objects.filter(locale__language_code=language, url_path__endswith=f"/{path}/").specific()
        pages = [page for page in found if page.url_path.split("/", 2)[2] == f"{path}/" and QuizPage.can_create_at(page)]
        if not pages:
            raise CommandError(f"Không có bài học hay khóa học nào ở {address}. Chép địa chỉ từ thanh địa chỉ, ví dụ hoc/lam-quen-dien-thoai.")
        return pages[0]
