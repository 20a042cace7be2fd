"""What a chairwoman sends to her group next: the newest of her group's language, each with a message to copy; and the same as RSS."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Q
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from config.languages import BY_CODE, LANGUAGES
from home import links
from pages import cards
from pages.chrome import with_navigation
from pages.feeds import PageFeed, none_sensitive
from pages.shareable import house_tags
from pages.sitemap import Entry

KINDS = ("lessonpage", "storypage", "newspage", "meetingkitpage")
MOST = 10
REST = "moi-cho-nhom/"  # below the prefix of the language


def of_kinds() -> Q:
    condition = Q()
    for kind in KINDS:
        condition |= Q(**{f"{kind}__isnull": False})
    return condition & none_sensitive()


@require_safe
def latest(request):
    here = BY_CODE[get_language()]
    found = cards.listed(of_kinds() & Q(locale__language_code=here.code)).order_by("-first_published_at", "-pk")[:MOST]
    pages = [cards.specific(page) for page in found]
    addresses = links.addresses_of(pages)
    description = _("The newest lessons, stories and news, each with a message to copy")
    context = {
        "rows": [{"page": page, "message": page.ready_message, "address": addresses[page.pk], "kind": capfirst(page._meta.verbose_name)} for page in pages],
        "description": description,
        "tags": house_tags(_("Latest for your group"), description, settings.SITE_URL + here.prefix + REST),
    }
    response = TemplateResponse(request, "pages/latest.html", context)
    response = with_navigation(response, listings={"rows": pages}, alternates=[language.code for language in LANGUAGES], rest=REST)
    response.public = True
    return response


def in_sitemap() -> Iterator[Entry]:
    """The list itself, in every language."""
    return (Entry(REST, language.code, language.prefix + REST, None) for language in LANGUAGES)


class LatestFeed(PageFeed):
    name = "latest_feed"

    def title(self, language):
        return f"{settings.WAGTAIL_SITE_NAME}: {_('Latest for your group')}"

    def link(self, language):
        return settings.SITE_URL + reverse("latest")

    def description(self, language):
        return _("The newest lessons, stories and news, each with a message to copy")

    def condition(self, language):
        return of_kinds()
