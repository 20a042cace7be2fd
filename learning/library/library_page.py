"""The library's own page: what it holds, found by words, topic, kind and language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from pages import jsonld
from pages.base import BasePage
from pages.blocks import TEXT_FEATURES


class LibraryPage(BasePage):
    template = "pages/library_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    edit_handler = BasePage.tabs_of(content_panels)
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("library")
        verbose_name_plural = _("pages of the library")

    def structured_data(self):
        return jsonld.web_page(self)
