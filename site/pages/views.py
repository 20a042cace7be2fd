"""What the site answers besides pages of the tree."""

from collections import defaultdict

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from django.http import FileResponse, Http404, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils._os import safe_join
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from config.languages import BY_CODE, SOURCE
from pages import cards
from pages.chrome import with_navigation
from pages.serving import untranslated
from pages.shareable import house_tags
from pages.topics import Topic

MOST_CARDS = 60


@require_safe
def topic(request, slug):
    here = get_language()
    same = list(Topic.objects.filter(slug=slug).select_related("locale"))
    found = {item.locale.language_code: item for item in same if item.live}
    if here not in found:
        if SOURCE in found:
            return untranslated(request, f"chu-de/{slug}/", here)
        raise Http404
    ids = [item.pk for item in same]
    about = Q()
    for model in cards.kinds():
        about |= Q(**{f"{cards.accessor(model)}__topic_id__in": ids})
    pages = [cards.specific(page) for page in cards.listed(about & Q(locale_id=found[here].locale_id)).order_by("-first_published_at")[:MOST_CARDS]]
    groups = defaultdict(list)
    for page in sorted(pages, key=lambda page: page.rank_in_topic):
        groups[type(page)._meta.verbose_name_plural].append(page)
    address = settings.SITE_URL + BY_CODE[here].prefix + f"chu-de/{slug}/"
    tags = house_tags(found[here].name, found[here].summary, address)
    context = {"topic": found[here], "tags": tags, "groups": [(label[:1].upper() + label[1:], pages) for label, pages in groups.items()]}
    response = with_navigation(TemplateResponse(request, "pages/topic.html", context), listings={"pages": pages}, alternates=set(found), rest=f"chu-de/{slug}/")
    response.public = True
    return response


def opens_a_course() -> Q:
    """The first lesson of its course that any reader may see."""
    parent = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    earlier = Page.objects.filter(cards.public(), depth=OuterRef("depth"), path__lt=OuterRef("path"), path__gt=parent, live=True)
    return Q(~Exists(earlier))


def not_found(request, exception=None):
    """404 in the reader's language, with somewhere to go on: this week's lesson and the first lesson of each course.

    In a language without lessons they are Vietnamese ones, marked as such by their cards.
    """
    kinds = {model.__name__: model for model in cards.kinds()}
    home = kinds["HomePage"].objects.filter(locale__language_code=SOURCE, live=True).select_related("locale").first()
    week = home.week_key if home else None
    this_week = Q(translation_key__in=Page.objects.filter(pk=week).values("translation_key"))
    wanted = Q(lessonpage__isnull=False, locale__language_code__in={SOURCE, get_language()}) & (opens_a_course() | this_week)
    lessons = cards.in_order(wanted, "path", of=[kinds["LessonPage"]])
    here = [lesson for lesson in lessons if lesson.locale.language_code == get_language()] or lessons
    first: dict[str, Page] = {}
    for lesson in here:
        first.setdefault(lesson.path[: -lesson.steplen], lesson)
    weekly = next((lesson for lesson in lessons if lesson.pk == week), None)
    weekly = next((lesson for lesson in here if weekly and lesson.translation_key == weekly.translation_key), weekly)
    others = [lesson for lesson in first.values() if lesson != weekly][:MOST_CARDS]
    context = {"week": weekly, "first_lessons": others, "home_url": BY_CODE[get_language()].prefix}
    response = TemplateResponse(request, "pages/not_found.html", context, status=404)
    return with_navigation(response, listings={"lessons": [lesson for lesson in (weekly, *others) if lesson]})


def server_error(request):
    """500 without the database: it may be the reason."""
    return HttpResponse(render_to_string("pages/server_error.html", {"language": BY_CODE.get(get_language(), BY_CODE[SOURCE])}), status=500)


@require_safe
def robots(request):
    lines = ["User-agent: *", "Disallow: /cms/", "Allow: /", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    response.public = True
    return response


@require_safe
def media(request, folder, path):
    """Renditions, cards of links and the faces of staff, from disk, where no other server stands in front. Nothing else of MEDIA_ROOT is public."""
    try:
        file = open(safe_join(settings.MEDIA_ROOT, folder, path), "rb")  # noqa: SIM115  FileResponse closes it
    except (OSError, ValueError) as missing:
        raise Http404 from missing
    response = FileResponse(file)
    response["Cache-Control"] = "public, max-age=2592000"
    response.public = True
    return response


@require_safe
def alive(request):
    """The process answers."""
    return HttpResponse("song", content_type="text/plain; charset=utf-8")


@require_safe
def ready(request):
    """The database answers too. One word to strangers."""
    try:
        Page.objects.filter(depth=1).exists()
    except DatabaseError:
        return HttpResponse("chua", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("san sang", content_type="text/plain; charset=utf-8")
