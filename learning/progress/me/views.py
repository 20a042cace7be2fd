"""Her own page. Private, and whatever she changes is a POST."""

from django.db.models import Q
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from config.languages import SOURCE
from learning.progress.certificates import Certificate
from learning.progress.lessons import LessonProgress
from learning.progress.me.catalogue import catalogue
from learning.progress.me.overview import minutes_left, overview
from learning.progress.me.results import results, tries_of
from learning.progress.week import FULL, minutes_in_week_of
from members.rules import member_required
from pages import cards
from pages.chrome import with_navigation

LANGUAGES = ("vi", "en", "fr")  # in which this page speaks; in the others its words are Vietnamese


@require_safe
@member_required
def me(request):
    member = request.user
    shown = overview(catalogue(get_language()), LessonProgress.objects.filter(member=member))
    lesson = shown.current or shown.following
    card = card_of(lesson) if lesson else None
    context = {
        "member": member,
        "overview": shown,
        "lesson": lesson,
        "card": card,
        "left": minutes_left(lesson) if lesson else 0,
        "minutes": minutes_in_week_of(timezone.localdate(), member=member),
        "full": FULL,
        "results": results(tries_of(member)),
        "certificates": list(Certificate.objects.filter(member=member).order_by("-issued_on")),
        "at_me": True,
    }
    response = TemplateResponse(request, "learning/me.html", context)
    return with_navigation(response, listings={"lesson": [card] if card else []}, alternates=LANGUAGES, rest="toi/")


def card_of(lesson):
    """The lesson with its picture, in the language in which it is listed."""
    found = cards.cards(Q(translation_key=lesson.key, locale__language_code__in={get_language(), SOURCE}, live=True))
    return min(map(cards.specific, found), key=lambda page: page.locale.language_code != get_language(), default=None)


@require_POST
@member_required
def listen_first(request):
    request.user.listen_first = request.POST.get("nghe") == "1"
    request.user.save(update_fields=["listen_first"])
    return redirect("me")
