"""Model-replication guides: how another branch can do the same, with costs, days and risks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.fields import RichTextField
from wagtail.search import index

from home.guides import from_document
from home.guides.blocks import ContactBlock, CostBlock, KeyFigureBlock, RiskBlock, RoleBlock, StepBlock, StoryBlock
from pages import jsonld, shelf
from pages.base import BasePage
from pages.blocks import TEXT_FEATURES, ItemBlock
from pages.fields import StreamField
from pages.listing import IndexPage


class GuideIndexPage(IndexPage):
    template = "pages/guide_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["guides.GuidePage"]

    class Meta:
        verbose_name = _("all guides")
        verbose_name_plural = _("pages of all guides")


def lines(label):
    return StreamField([("item", ItemBlock())], blank=True, verbose_name=label)


class GuidePage(BasePage):
    template = "pages/guide_page.html"
    rank_in_topic = 4
    parent_page_types = ["guides.GuideIndexPage", "sections.SectionPage"]
    subpage_types: list[str] = []
    part_kinds = from_document.KINDS
    part_sections = from_document.SECTIONS
    part_pattern = from_document.PATTERN

    what = RichTextField(_("what it is"), features=TEXT_FEATURES, blank=True)
    origin = RichTextField(_("where it began"), features=TEXT_FEATURES, blank=True)
    figures = StreamField([("figure", KeyFigureBlock())], blank=True, max_num=4, verbose_name=_("figures"))
    suits = lines(_("who it suits"))
    unsuited = lines(_("who it does not suit"))
    conditions = lines(_("conditions"))
    costs = StreamField([("cost", CostBlock())], blank=True, verbose_name=_("costs"))
    costs_note = models.CharField(_("note on the costs"), max_length=200, blank=True, help_text=_("Where and when the prices were asked."))
    roles = StreamField([("role", RoleBlock())], blank=True, verbose_name=_("people and roles"))
    steps = StreamField([("step", StepBlock())], blank=True, verbose_name=_("steps"))
    risks = StreamField([("risk", RiskBlock())], blank=True, verbose_name=_("risks and remedies"))
    adapt = RichTextField(_("how to adapt it"), features=TEXT_FEATURES, blank=True)
    check_list = lines(_("check list before starting"))
    visits = RichTextField(_("study visits"), features=TEXT_FEATURES, blank=True)
    contacts = StreamField([("contact", ContactBlock())], blank=True, verbose_name=_("contacts"))
    stories = StreamField([("story", StoryBlock())], blank=True, verbose_name=_("stories"))

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("what", help_text=_("What this model is, in two or three sentences, for somebody who has never heard of it.")),
                FieldPanel("origin", help_text=_("Which branch began, when and why.")),
                FieldPanel("figures", help_text=_("What it has brought, at most four figures.")),
            ],
            heading=_("The model"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("suits", help_text=_("One line each: for which women and places it is right.")),
                FieldPanel("unsuited", help_text=_("One line each: where others have tried it in vain.")),
                FieldPanel("conditions", help_text=_("What must be there before the first day.")),
            ],
            heading=_("For whom"),
        ),
    ]
    plan_panels = [
        MultiFieldPanel(
            [FieldPanel("costs", help_text=_("What must be bought or paid, one line each.")), FieldPanel("costs_note")],
            heading=_("Costs"),
            help_text=_("The total is computed."),
        ),
        FieldPanel("roles", help_text=_("Who is needed, and for what.")),
        MultiFieldPanel([FieldPanel("steps", help_text=_("In the order in which they are done."))], heading=_("Steps"), help_text=_("The days are added up.")),
        FieldPanel("check_list", help_text=_("What the branch ticks before it begins.")),
    ]
    after_panels = [
        FieldPanel("risks", help_text=_("What went wrong elsewhere, and what helped.")),
        FieldPanel("adapt", help_text=_("What may be done otherwise where there is less money, land or signal.")),
        FieldPanel("visits", help_text=_("Where one can go and see it, and how to ask.")),
        FieldPanel("contacts", help_text=_("Who answers questions, and agrees to be called.")),
        FieldPanel("stories", help_text=_("Stories of women who do this already.")),
    ]
    edit_handler = BasePage.tabs_of(
        content_panels,
        ObjectList(plan_panels, heading=_("Plan")),
        ObjectList(after_panels, heading=_("Risks and contacts")),
    )
    search_fields = [*BasePage.search_fields, index.SearchField("what"), index.SearchField("origin"), index.SearchField("steps")]

    class Meta:
        verbose_name = _("model-replication guide")
        verbose_name_plural = _("model-replication guides")

    def take_parts(self, parts):
        """A picture that belongs to no step is the cover; there is no place for a second."""
        taken = from_document.take(parts)
        self.take_raw(taken.fields())
        pictures = taken.unplaced
        if pictures and not self.cover_id:
            first, *pictures = pictures
            self.cover_id, self.cover_alt = first.picture, first.alt[:160]
        return [part.picture for part in pictures]

    @property
    def total(self) -> int:
        """VND."""
        return sum(cost.value.total for cost in self.costs)

    @property
    def duration(self) -> int:
        """Days."""
        return sum(step.value["days"] or 0 for step in self.steps)

    @property
    def scheduled_steps(self) -> list[dict]:
        """Steps with the days that they fall on, from day 1."""
        rows, day = [], 0
        for step in self.steps:
            days = step.value["days"] or 0  # empty in a draft
            rows.append({"step": step.value, "first": day + 1, "last": day + max(days, 1)})
            day += days
        return rows

    @property
    def story_cards(self) -> list:
        opened = shelf.current()
        return [story.value for story in self.stories if story.value] if opened else []

    def structured_data(self):
        data = jsonld.common(self, "HowTo") | {
            "name": self.title,
            "totalTime": f"P{self.duration}D",
            "step": [{"@type": "HowToStep", "name": step.value["title"], "position": n} for n, step in enumerate(self.steps, 1)],
        }
        if self.total:
            data["estimatedCost"] = {"@type": "MonetaryAmount", "currency": "VND", "value": self.total}
        return data
