"""The news of one language as RSS."""

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from pages.feeds import PageFeed


class NewsFeed(PageFeed):
    name = "news_feed"

    def title(self, language):
        return f"{settings.WAGTAIL_SITE_NAME}: {_('News')}"

    def link(self, language):
        return f"{settings.SITE_URL}{language.prefix}tin-tuc/"

    def description(self, language):
        return _("News of the Women's Union for women in the northern mountains")

    def condition(self, language):
        return Q(newspage__isnull=False)

    def order(self):
        return ("-newspage__date", "-pk")
