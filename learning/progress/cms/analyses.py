"""/cms/bo-cau-hoi/<quiz>/phan-tich/: how its questions do, in words and figures, without persons. For whoever may edit the quiz."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from learning.progress.analysis import Key, figures, keys_of
from learning.quizzes.findings import in_words, quiz_in_words
from learning.quizzes.models import QuizPage
from learning.quizzes.statistics import FEWEST
from learning.quizzes.wording import words_of


def may_analyse(page: QuizPage, user) -> bool:
    return page.permissions_for_user(user).can_edit()


@require_safe
def analysis(request, pk):
    page = get_object_or_404(QuizPage, pk=pk)
    if not may_analyse(page, request.user):
        raise Http404
    keys = keys_of(page.translation_key)
    key = chosen(keys, request.GET.get("khoa", ""))
    found = figures(page.translation_key, key) if key else None
    context = {
        "page_title": _("Item analysis"),
        "page_subtitle": page.get_admin_display_title(),
        "header_title": _("Item analysis"),
        "header_icon": "view",
        "page": page,
        "keys": keys,
        "key": key,
        "fewest": FEWEST,
        "figures": found,
        "words": quiz_in_words(found) if found else [],
        "items": [{"figures": item, "words": in_words(item), "choices": named_choices(key, item)} for item in found.items] if found else [],
    }
    return render(request, "learning/cms/analysis.html", context)


def chosen(keys: list[Key], sha256: str) -> Key | None:
    """The one that she asked for; else the newest with enough attempts, else the newest."""
    if sha256:
        if found := next((key for key in keys if key.sha256 == sha256), None):
            return found
        raise Http404
    return next((key for key in keys if key.attempts >= FEWEST), keys[0] if keys else None)


def named_choices(key: Key, item) -> list[dict]:
    """True and false have no words of their own; pictures are told apart by their place."""
    question = next(question for question in key.shown.payload["questions"] if question["id"] == item.item.id)
    if question["kind"] in ("number", "text"):
        return [{"figures": choice, "text": choice.choice.text} for choice in item.choices]
    return [{"figures": choice, "text": choice.choice.text or words_of(question, index)} for index, choice in enumerate(item.choices)]
