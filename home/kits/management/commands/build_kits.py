"""manage.py build_kits: every meeting kit's one file as it should be now, and none of kits that are gone."""

from django.core.management.base import BaseCommand, CommandError

from home.kits import packing
from home.kits.models import KitPackage, MeetingKitPage
from pages import cards


class Command(BaseCommand):
    help = "Builds the files of meeting kits anew where a part has changed. Run it once a day: a file that waits or is out of date is not handed out."

    def handle(self, *args, **options):
        changed, broken = 0, []
        for page in MeetingKitPage.objects.live().filter(cards.public()).select_related("locale").order_by("pk"):
            before = KitPackage.objects.of(page).values_list("sha256", "state").first()
            try:
                package = packing.build(page)
            except OSError as error:
                broken.append(f"Bộ tài liệu {page.pk} “{page.title}”: {error}. Kiểm tra tệp của các tài liệu trong bộ rồi chạy lại.")
                continue
            changed += (package.sha256, package.state) != before
        gone = packing.remove_gone()
        self.stdout.write(f"Bộ tài liệu sinh hoạt: làm lại {changed}, bỏ {gone}.")
        if broken:
            raise CommandError("\n".join(broken))
