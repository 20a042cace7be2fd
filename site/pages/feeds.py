"""Pages as RSS, one feed a language: only what any reader may see, with addresses and pictures as Zalo and Facebook get them."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Q, prefetch_related_objects
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language

from config.languages import BY_CODE
from pages import cards


class PageFeed(Feed):
    """What it is about is get_object's; the default is the language. `name` is that of its address."""

    feed_type = Rss201rev2Feed
    newest = 20
    name = ""

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        response.public = True
        return response

    @property
    def language(self):
        return self.here.bcp47

    @property
    def here(self):
        return BY_CODE[get_language()]

    def get_object(self, request):
        return self.here

    def feed_url(self, about):
        return settings.SITE_URL + reverse(self.name)

    def condition(self, about) -> Q:
        """On wagtailcore.Page."""
        raise NotImplementedError

    def order(self) -> tuple[str, ...]:
        return ("-first_published_at", "-pk")

    def items(self, about):
        found = cards.listed(self.condition(about) & none_sensitive() & Q(locale__language_code=self.here.code)).order_by(*self.order())[: self.newest]
        return with_covers([cards.specific(page) for page in found])

    def item_title(self, page):
        return page.title

    def item_description(self, page):
        return page.summary

    def item_link(self, page):
        return page.canonical

    def item_pubdate(self, page):
        return page.first_published_at

    def item_updateddate(self, page):
        return page.last_published_at

    def item_categories(self, page):
        return [str(page._meta.verbose_name)]

    def item_enclosure_url(self, page):
        rendition = picture_of(page)
        return rendition.full_url if rendition else None

    def item_enclosure_length(self, page):
        return str(picture_of(page).weight or 0)  # 0: unknown, and asking the store would be a request a picture

    item_enclosure_mime_type = "image/jpeg"


def none_sensitive() -> Q:
    """What must not be named in a chat is in no feed either: others pass its titles on."""
    sensitive = Q()
    for model in cards.kinds():
        sensitive |= Q(**{f"{cards.accessor(model)}__sensitive": True})
    return ~sensitive


def with_covers(pages: list) -> list:
    """Their covers with all sizes, two queries for all."""
    prefetch_related_objects([page for page in pages if page.cover_id], "cover__renditions")
    return pages


def picture_of(page):
    return page.cover.made("share").get("image/jpeg") if page.cover else None
