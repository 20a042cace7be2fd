"""manage.py read_documents: takes the text out of the files whose reading was broken off, failed or never begun."""

from django.core.management.base import BaseCommand

from learning.library import tasks
from learning.library.models import DocumentVersion
from learning.library.readings import Reading

State = Reading.State


class Command(BaseCommand):
    help = "Reads the files of the library that wait to be read or could not be read. Run it after a crash, or with --all after a new way of reading."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="those that were read, too")

    def handle(self, *args, **options):
        self._identify()
        readings = Reading.objects.filter(versions__isnull=False).distinct().order_by("pk")
        if not options["all"]:
            readings = readings.filter(state__in=[State.WAITING, State.FAILED])
        keys = list(readings.values_list("pk", flat=True))
        counts = dict.fromkeys(State.values, 0)
        for number, key in enumerate(keys, 1):
            reading = Reading.objects.get(pk=key)
            state, note = self._read(reading)
            counts[state] += 1
            self.stdout.write(f"Tệp {number}/{len(keys)}, “{title(reading)}”: {note}.")
        self.stdout.write(
            f"Đã đọc {counts[State.READ]} tệp, {counts[State.NO_TEXT]} tệp không có chữ, {counts[State.FAILED] + counts[State.WAITING]} tệp không đọc được."
        )

    def _identify(self) -> None:
        for version in DocumentVersion.objects.filter(reading=None).exclude(file="").select_related("document"):
            try:
                version.identify()
            except Exception as lost:  # as below
                self.stderr.write(f"Tệp “{version.document}”: không mở được ({type(lost).__name__}).")

    def _read(self, reading: Reading) -> tuple[str, str]:
        try:
            reading = tasks.read(reading)
        except Exception as lost:  # a storage fails in its own ways; the other files are still read
            return State.WAITING, f"không lấy được tệp ({type(lost).__name__}), chạy lại lệnh này sau"
        problem = f" ({reading.get_problem_display()})" if reading.problem else ""
        return reading.state, f"{reading.get_state_display()}{problem}"


def title(reading: Reading) -> str:
    version = reading.versions.select_related("document").first()
    return version.document.title if version else str(reading)
