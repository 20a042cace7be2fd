from django.core.management.base import BaseCommand
from django.utils import timezone

from editing.readiness.asking import Asker
from editing.readiness.checking import MOST, check_inner, check_outside
from editing.readiness.looking import look_over
from editing.readiness.models import Link


class Command(BaseCommand):
    help = "Looks over pages that have changed, then asks the sites that they link to, politely; a link is broken once it has failed on three days."

    def add_arguments(self, parser):
        parser.add_argument("--most", type=int, default=MOST, help=f"addresses asked at most; {MOST} if not given")
        parser.add_argument("--inner", action="store_true", help="ask no other site")

    def handle(self, *args, **options):
        now = timezone.now()
        looked = sum(1 for _page in look_over(now=now))
        inner = check_inner(now)
        asked = 0
        if not options["inner"]:
            for link in check_outside(Asker(), now=now, today=timezone.localdate(), most=options["most"]):
                asked += 1
                if link.problem:
                    self.stdout.write(f"{link.target}: {link.problem}, day {link.failed_days}")
        left = Link.objects.due(timezone.now()).count()
        broken = Link.objects.outside().filter(is_broken=True).count()
        self.stdout.write(f"{looked} pages looked over, {asked} addresses asked, {left} left; broken: {inner} inside, {broken} outside.")
