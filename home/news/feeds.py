"""The news of one language as RSS."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.languages import BY_CODE
from home.news.models import NewsPage
from pages import cards


class NewsFeed(Feed):
    feed_type = Rss201rev2Feed
    newest = 20

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        response.public = True
        return response

    @property
    def language(self):
        return BY_CODE[get_language()].bcp47

    def get_object(self, request):
        return BY_CODE[get_language()]

    def title(self, language):
        return f"{settings.WAGTAIL_SITE_NAME}: {_('News')}"

    def link(self, language):
        return f"{settings.SITE_URL}{language.prefix}tin-tuc/"

    def feed_url(self, language):
        return f"{settings.SITE_URL}{language.prefix}tin-tuc/rss/"

    def description(self, language):
        return _("News of the Women's Union for women in the northern mountains")

    def items(self, language):
        pages = NewsPage.objects.filter(cards.public(), live=True, locale__language_code=language.code)
        return pages.select_related("locale", "cover").prefetch_related("cover__renditions").order_by("-date", "-pk")[: self.newest]

    def item_title(self, page):
        return page.title

    def item_description(self, page):
        return page.summary

    def item_link(self, page):
        return page.canonical

    def item_pubdate(self, page):
        return page.first_published_at

    def item_enclosure_url(self, page):
        rendition = self._picture(page)
        if rendition is None:
            return None
        return rendition.full_url

    item_enclosure_length = "0"  # unknown: asking opens the file, and in a bucket that is a request a picture
    item_enclosure_mime_type = "image/jpeg"

    @staticmethod
    def _picture(page):
        return page.cover.made("card").get("image/jpeg") if page.cover else None
