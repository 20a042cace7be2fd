"""manage.py recount_translations: the board's counts from the strings themselves."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext

from editing.translating.standings import Standing, follow


class Command(BaseCommand):
    help = "Counts anew what each translation lacks, and says how many counts were wrong. Needed only after rows were changed by hand."

    def handle(self, *args, **options):
        from wagtail_localize.models import Translation

        wrong = 0
        follow(Translation.objects.filter(standing=None))
        for pk in Standing.objects.order_by("pk").values_list("pk", flat=True):
            wrong += Standing.objects.filter(pk=pk).select_related("translation__source").recount()
        self.stdout.write(gettext("Counted: %(count)s. Wrong: %(wrong)s.") % {"count": Standing.objects.count(), "wrong": wrong})
