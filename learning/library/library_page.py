"""The library's own page: what it holds, found by words, topic, kind and language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField
from wagtail.search import index

from learning.library import catalogue
from learning.library.audience import CollectionAudience
from pages import jsonld, readiness
from pages.base import BasePage
from pages.blocks import TEXT_FEATURES

NOT_KEPT = "public, max-age=60"  # by pages.page_cache: anybody can make up as many of these addresses as she likes


class LibraryPage(BasePage):
    template = "pages/library_page.html"
    budget = readiness.LISTING
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    own_slug = "thu-vien"

    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro", help_text=_("Two or three sentences above the list: what is found here, and for whom."))]
    edit_handler = BasePage.tabs_of(content_panels)
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("library")
        verbose_name_plural = _("pages of the library")

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if self.listing.asked.words or not self.listing.asked.whole:
            response["Cache-Control"] = NOT_KEPT
        return response

    def get_context(self, request, *args, **kwargs):
        self.listing = catalogue.look(get_document_model().objects.public(), request.GET, self.locale.language_code)
        closed = CollectionAudience.objects.exclude(audience=CollectionAudience.Audience.PUBLIC)
        return super().get_context(request, *args, **kwargs) | {"listing": self.listing, "for_members": closed.exists()}

    @property
    def canonical(self) -> str:
        """Each screen of each choice is a page of its own to search engines; what somebody typed is none."""
        if not hasattr(self, "listing"):
            return super().canonical
        number = self.listing.page.number
        query = "&".join(part for part in (self.listing.asked.query(words=""), f"trang={number}" if number > 1 else "") if part)
        return super().canonical + (f"?{query}" if query else "")

    def structured_data(self):
        return jsonld.web_page(self)
