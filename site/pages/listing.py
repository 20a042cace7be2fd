"""Index pages: their children as cards, a screenful at a time, without JavaScript."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from pages import cards, jsonld, readiness
from pages.base import BasePage
from pages.blocks import TEXT_FEATURES

HOME = 2  # depth


class IndexPage(BasePage):
    """Lists the live, public pages of its kind; `order` names fields of wagtailcore.Page or, through its accessor, of the kind."""

    max_count_per_parent = 1
    order: tuple[str, ...] = ("-first_published_at",)
    per_page = 8
    budget = readiness.LISTING

    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro", help_text=_("Two or three sentences above the list: what is found here, and for whom."))]
    edit_handler = BasePage.tabs_of(content_panels)

    class Meta:
        abstract = True

    def listed_pages(self) -> Q:
        """All of its kind below the same home page: its children, and those that stand in the section of a unit."""
        kinds = Q()
        for model in self.allowed_subpage_models():
            kinds |= Q(**{f"{cards.accessor(model)}__isnull": False})
        return Q(path__startswith=self.path[: HOME * self.steplen]) & kinds

    def listings(self):
        children = cards.listed(self.listed_pages(), self.allowed_subpage_models()).order_by(*self.order, "pk")
        self.listing = Paginator(children, self.per_page).get_page(getattr(self, "request_page", 1))
        self.listing.object_list = [cards.specific(page) for page in self.listing.object_list]
        return {"children": self.listing.object_list}

    @property
    def canonical(self) -> str:
        """Each screen is a page of its own to search engines."""
        number = self.listing.number if hasattr(self, "listing") else 1
        return super().canonical + (f"?trang={number}" if number > 1 else "")

    def structured_data(self):
        return jsonld.web_page(self)
