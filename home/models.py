"""The home page of each language, and plain pages."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from config.languages import SOURCE
from pages import cards, jsonld, readiness, shelf
from pages.base import BasePage
from pages.blocks import BodyBlock, PageChooserBlock
from pages.fields import StreamField
from pages.topics import Topic


class WeekBlock(blocks.StructBlock):
    from_date = blocks.DateBlock(label=_("From"), help_text=_("The Monday from which this lesson is shown."))
    lesson = PageChooserBlock(page_type="lessons.LessonPage", label=_("Lesson"), help_text=_("The lesson shown at the top until the next date."))

    class Meta:
        label = _("Week")
        icon = "date"


class HomePage(BasePage):
    template = "pages/home_page.html"
    budget = readiness.HOME
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "lessons.LearningIndexPage",
        "library.LibraryPage",
        "news.NewsIndexPage",
        "stories.StoryIndexPage",
        "guides.GuideIndexPage",
        "kits.MeetingKitIndexPage",
        "sections.SectionPage",
        "home.StandardPage",
    ]

    hero_story = models.ForeignKey("stories.StoryPage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("story at the top"))
    weekly_lessons = StreamField(
        [("week", WeekBlock())],
        blank=True,
        verbose_name=_("lessons of the week"),
        help_text=_("The newest date that has passed decides. One list, on the Vietnamese home page, for all languages."),
    )
    chosen_lessons = StreamField(
        [
            (
                "lesson",
                PageChooserBlock(
                    page_type="lessons.LessonPage", label=_("Lesson"), icon="doc-full", help_text=_("Published lessons only; others are left out.")
                ),
            )
        ],
        blank=True,
        max_num=3,
        verbose_name=_("chosen lessons"),
    )
    banner_title = models.CharField(_("movement"), max_length=80, blank=True)
    banner_figure = models.CharField(_("its figure"), max_length=40, blank=True)
    banner_text = models.CharField(_("sentence"), max_length=240, blank=True)
    banner_link = models.ForeignKey("wagtailcore.Page", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("leads to"))
    greeting = models.CharField(_("greeting"), max_length=200, blank=True, help_text=_("In the language of this home page, from a source that can be named."))
    greeting_source = models.CharField(_("source of the greeting"), max_length=200, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("hero_story", help_text=_("The story with a large picture at the top. Change it every week or two.")),
        FieldPanel("weekly_lessons"),
        FieldPanel("chosen_lessons", help_text=_("Up to three lessons that every visitor shall see first.")),
        MultiFieldPanel(
            [
                FieldPanel("banner_title", help_text=_("The name of the movement, as people say it.")),
                FieldPanel("banner_figure", help_text=_("One figure that can be proved, for instance 232.600.")),
                FieldPanel("banner_text", help_text=_("One sentence: what the figure means for her.")),
                FieldPanel("banner_link", help_text=_("The page that opens when the banner is tapped.")),
            ],
            heading=_("Movement banner"),
        ),
    ]
    greeting_panels = [FieldPanel("greeting"), FieldPanel("greeting_source", help_text=_("Who said or wrote it, and where."))]
    edit_handler = BasePage.tabs_of(content_panels, ObjectList(greeting_panels, heading=_("Greeting")))
    override_translatable_fields = [
        *(field for field in BasePage.override_translatable_fields if field.field_name != "slug"),  # homes are siblings, so theirs differ
        SynchronizedField("slug"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @cached_property
    def source_home(self) -> "HomePage":
        """The Vietnamese home page, whose weekly lesson is everybody's."""
        if self.locale.language_code == SOURCE:
            return self
        return HomePage.objects.select_related("locale").filter(translation_key=self.translation_key, locale__language_code=SOURCE).first() or self

    def shelf_owners(self):
        return [] if self.source_home is self else [self.source_home]

    def listings(self):
        """News; in a language with few pages all that there is, news among it."""
        below = Q(path__startswith=self.path, depth__gt=self.depth)
        self.topics = self._topics_in_use()
        self.news, self.in_this_language = [], []
        if self.language.interface:
            news = cards.listed(below & Q(newspage__isnull=False), [apps.get_model("news.NewsPage")])
            self.news = [cards.specific(page) for page in news.order_by("-newspage__date", "-pk")[:3]]
        else:
            self.in_this_language = [cards.specific(page) for page in cards.listed(below).order_by("-first_published_at", "-pk")[:12]]
        return {"news": self.news, "here": self.in_this_language}

    def _topics_in_use(self) -> list[Topic]:
        """Topics that lead to at least one page of this language that any reader may see."""
        used = Q()
        for model in cards.kinds():
            used |= Q(Exists(model.objects.filter(cards.public(), topic__translation_key=OuterRef("translation_key"), locale_id=self.locale_id, live=True)))
        return list(Topic.objects.filter(used, locale_id=self.locale_id, live=True))

    @property
    def hero(self):
        return self._first(self.hero_story_id or self.source_home.hero_story_id)

    @property
    def week_key(self) -> int | None:
        """Primary key of this week's lesson: of all dates that have passed, the newest."""
        today = timezone.localdate().isoformat()
        weeks = [block["value"] for block in self.source_home.weekly_lessons.raw_data]
        passed = [week for week in weeks if week["lesson"] and week["from_date"] and str(week["from_date"]) <= today]
        return max(passed, key=lambda week: str(week["from_date"]))["lesson"] if passed else None

    @property
    def week(self):
        return self._first(self.week_key)

    @property
    def lessons(self) -> list:
        chosen = self.chosen_lessons or self.source_home.chosen_lessons
        return [lesson.value for lesson in chosen if lesson.value]

    @property
    def banner_page(self):
        return self._first(self.banner_link_id or self.source_home.banner_link_id)

    @staticmethod
    def _first(key):
        opened = shelf.current()
        return next(iter(opened.pages([key])), None) if opened and key else None

    def structured_data(self):
        return jsonld.web_page(self)


class StandardPage(BasePage):
    template = "pages/standard_page.html"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    content_panels = [*BasePage.content_panels, FieldPanel("body", help_text=_("One block for each thought. Start with what she came for."))]
    edit_handler = BasePage.tabs_of(content_panels)
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
