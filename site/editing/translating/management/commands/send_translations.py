"""manage.py send_translations: go on with pages that are being sent to translation, or send a subtree."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext
from wagtail.models import Page

from config.languages import SOURCE
from editing.translating.rights import OTHERS
from editing.translating.sending import with_subtree
from editing.translating.sendings import Sending
from members.models import Member


class Command(BaseCommand):
    help = "Sends pages to translation as drafts. Without a page, goes on with what was interrupted."

    def add_arguments(self, parser):
        parser.add_argument("page", type=int, nargs="?", help="number of a Vietnamese page; all below it goes with it")
        parser.add_argument("--language", action="append", default=[], choices=OTHERS, help="may be given several times")
        parser.add_argument("--by", help="user name of the member in whose name and with whose rights it is sent")

    def handle(self, *args, **options):
        runs = [self.begun(options)] if options["page"] else Sending.objects.filter(state=Sending.State.RUNNING)
        for run in runs:
            run.advance(tell=self.tell)
            for refusal in run.refusals.all():
                self.stderr.write(f"{refusal}")
            self.stdout.write(gettext("Begun: %(begun)s, there before: %(known)s.") % {"begun": run.begun, "known": run.known})

    def begun(self, options) -> Sending:
        page = Page.objects.filter(pk=options["page"], locale__language_code=SOURCE, depth__gt=1).first()
        member = Member.objects.filter(username=options["by"]).first()
        if page is None or member is None or not options["language"]:
            raise CommandError(gettext("Name a Vietnamese page, --language and --by."))
        return Sending.objects.create(made_by=member, pages=[one.pk for one in with_subtree(page)], languages=options["language"])

    def tell(self, run) -> None:
        if run.done_pages % 10 == 0:
            self.stdout.write(f"{run.percent}%")
