"""/tim-kiem/: one box for everything that is public. Its answers are the same for everybody, but there is one for every word
that anybody types: they ask to be kept for a minute by the phone, in words that pages.page_cache does not keep."""

from django.http import HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from config.languages import BY_CODE, LANGUAGES
from pages.chrome import with_navigation
from pages.same_origin import same_origin_post
from pages.topics import Topic
from search import guesses, results, sources, suggestions
from search.finding import MOST, Asked, Finding
from search.missed import MissedSearch
from search.queries import tidy

ALL = "tat-ca"  # languages
KEPT = "public, max-age=60"
SUGGESTIONS_KEPT = "public, max-age=300"
LAST_SCREEN = 1000


def asked_in(request, topics: list[Topic]) -> Asked:
    """What makes no sense in an address counts as not chosen."""
    get = request.GET.get
    chosen = get("ngon-ngu", "")
    number = get("trang", "1")
    return Asked(
        text=tidy(get("q", "")),
        language="" if chosen == ALL else chosen if chosen in BY_CODE else get_language(),
        kind=get("loai", "") if get("loai") in sources.kinds() else "",
        topic_key=next((topic.translation_key for topic in topics if topic.slug == get("chu-de")), None),
        screen=min(int(number), LAST_SCREEN) if number.isascii() and number.isdecimal() and 0 < len(number) < 6 and int(number) else 1,
    )


@require_safe
def search(request):
    topics = Topic.live_in(get_language())
    asked = asked_in(request, topics)
    finding = Finding(asked)
    groups = results.groups(finding)
    chosen = groups[0] if groups and asked.kind else None
    others = finding.elsewhere if finding.typed and asked.language and not finding.hits else ()
    elsewhere = [language for language in LANGUAGES if language.code in others]
    kept = request.GET.copy()
    kept.pop("trang", None)
    context = {
        "asked": asked,
        "groups": groups,
        "chosen": chosen,
        "count": MOST if finding.more else len(finding.hits),
        "uncounted": finding.more,
        "listing": results.listing(chosen, finding.screen) if chosen else None,
        "guessed": guesses.spelled(finding.query, finding.first) if finding.hits and finding.guessed else "",
        "elsewhere": elsewhere,
        "topics": topics,
        "filtered": bool(asked.topic_key) or asked.language != get_language(),
        "languages": LANGUAGES,
        "all": ALL,
        "keep": kept.urlencode(),
        "without_kind": without(kept, "loai"),
        "without_language": without(kept, "ngon-ngu"),
    }
    response = with_navigation(TemplateResponse(request, "pages/search.html", context), alternates=BY_CODE, rest="tim-kiem/")
    response.public, response["Cache-Control"] = True, KEPT
    return response


def without(query, name: str) -> str:
    rest = query.copy()
    rest.pop(name, None)
    return rest.urlencode()


@require_safe
def suggest(request):
    """Titles that hold what was typed so far, with their addresses."""
    response = JsonResponse({"found": suggestions.titles(request.GET.get("q", ""), get_language())})
    response.public, response["Cache-Control"] = True, SUGGESTIONS_KEPT
    return response


@same_origin_post
@require_POST
def missed(request):
    """The page that says that nothing was found tells it here, so that no GET writes."""
    MissedSearch.objects.count_one(tidy(request.POST.get("q", "")), get_language())
    return HttpResponse(status=204)
