"""News of the union."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.news import from_document
from pages.base import BasePage
from pages.blocks import BodyBlock
from pages.fields import StreamField
from pages.listing import IndexPage
from pages.parts import body_blocks


class NewsIndexPage(IndexPage):
    template = "pages/news_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    order = ("-newspage__date",)
    per_page = 10
    feed = "news_feed"

    class Meta:
        verbose_name = _("all news")
        verbose_name_plural = _("pages of all news")


class NewsPage(BasePage):
    template = "pages/news_page.html"
    rank_in_topic = 5
    parent_page_types = ["news.NewsIndexPage", "sections.SectionPage"]
    subpage_types: list[str] = []
    json_ld_type = "NewsArticle"
    feed = "news_feed"
    part_kinds = from_document.KINDS
    part_pattern = from_document.PATTERN

    date = models.DateField(_("date"), default=timezone.localdate)
    place = models.ForeignKey("members.Unit", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("place"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))
    event_on = models.DateField(_("date of the event"), null=True, blank=True)
    event_place = models.CharField(_("place of the event"), max_length=160, blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("date", help_text=_("The day of the news. The newest stands first.")),
                        FieldPanel("place", help_text=_("Commune or province where it happened.")),
                    ]
                )
            ],
            heading=_("When and where"),
        ),
        FieldPanel("body", help_text=_("First who, where, when and what came of it. One thought in each paragraph.")),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("event_on", help_text=_("Only for an announcement: the day when it takes place.")),
                        FieldPanel("event_place", help_text=_("Only for an announcement: house, village, commune.")),
                    ]
                )
            ],
            heading=_("Event announced"),
        ),
    ]
    edit_handler = BasePage.tabs_of(content_panels)
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("date")]
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("date", overridable=False)]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def take_parts(self, parts):
        self.take_raw({"body": body_blocks(parts)})
        return []
