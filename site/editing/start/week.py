"""What others did with her pages in seven days, and how often readers came. One query beside the log."""

from dataclasses import dataclass

from django.db.models import CharField, Count, Sum, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from editing.start.beginning import Start
from learning.progress.models import Attempt
from learning.quizzes.models import QuizPage
from sharing.models import LinkDay

SHOWN = 8
FEWEST = 5  # readers' acts that are told: fewer could point at somebody


@dataclass(frozen=True)
class Happening:
    sentence: str
    title: str = ""
    address: str = ""


def deeds() -> dict[str, str]:
    """By the log's name of an action; what is not here is not told."""
    published = _("published")
    return {
        "wagtail.publish": published,
        "wagtail.publish.scheduled": published,
        "wagtail.edit": _("edited"),
        "wagtail.unpublish": _("taken off the site"),
        "wagtail.comments.create": _("commented"),
        "wagtail.comments.create_reply": _("answered a comment"),
        "wagtail.workflow.approve": _("approved"),
        "wagtail.workflow.reject": _("returned"),
    }


def happenings(start: Start) -> list[Happening]:
    return [*of_editors(start), *of_readers(start)]


def of_editors(start: Start) -> list[Happening]:
    """One line a page, person and deed, the latest first."""
    known = deeds()
    entries = (entry for entry in start.log if entry.user != start.member.pk and entry.action in known)
    told: dict[tuple, Happening] = {}
    for entry in entries:
        key = (entry.page, entry.user, known[entry.action])
        if key not in told:
            sentence = f"{entry.name}: {known[entry.action]}" if entry.name else known[entry.action]
            told[key] = Happening(sentence, entry.title, reverse("wagtailadmin_pages:edit", args=[entry.page]))
    return list(told.values())[:SHOWN]


def of_readers(start: Start) -> list[Happening]:
    """Sums over all her pages, and nothing of fewer than five: no page, unit or person can be told from them."""
    keys = Page.objects.filter(owner=start.member).values("translation_key")
    quizzes = QuizPage.objects.filter(owner=start.member).values("translation_key")
    opens = LinkDay.objects.since(start.since.date()).filter(link__key__in=keys).order_by().values(kind=Cast(Value("opens"), CharField()))
    tries = Attempt.objects.filter(quiz_key__in=quizzes, submitted__gte=start.since).order_by().values(kind=Cast(Value("tries"), CharField()))
    sums = opens.annotate(sum=Sum("opens")).values_list("kind", "sum").union(tries.annotate(sum=Count("pk")).values_list("kind", "sum"), all=True)
    counted = {kind: sum or 0 for kind, sum in sums}
    words = {
        "opens": ngettext("Links to your pages were opened %(count)s time.", "Links to your pages were opened %(count)s times.", counted.get("opens", 0)),
        "tries": ngettext("Your quizzes were handed in %(count)s time.", "Your quizzes were handed in %(count)s times.", counted.get("tries", 0)),
    }
    return [Happening(sentence % {"count": counted[kind]}) for kind, sentence in words.items() if counted.get(kind, 0) >= FEWEST]
