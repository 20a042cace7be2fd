"""Courses and lessons: women learn, women do, women share."""

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from learning.lessons import from_document, pace
from learning.lessons.blocks import LearnBlock
from pages import cards, jsonld, readiness, shelf
from pages.base import BasePage
from pages.blocks import TEXT_FEATURES, ItemBlock
from pages.fields import StreamField


class Level(models.TextChoices):
    EASY = "easy", _("easy")
    MEDIUM = "medium", _("medium")
    HARD = "hard", _("harder")


def first_quiz(pages: Iterable):
    """Quizzes are not imported here, and say themselves what they are."""
    return next((page for page in pages if getattr(page, "is_quiz", False)), None)


class LearningIndexPage(BasePage):
    template = "pages/learning_index_page.html"
    budget = readiness.LISTING
    parent_page_types = ["home.HomePage"]
    subpage_types = ["lessons.CoursePage"]
    max_count_per_parent = 1

    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro", help_text=_("Two or three sentences above the list: what is found here, and for whom."))]
    edit_handler = BasePage.tabs_of(content_panels)

    class Meta:
        verbose_name = _("all lessons")
        verbose_name_plural = _("pages of all lessons")

    def listings(self):
        """Its courses, then those of units' sections, and their lessons to count them and their minutes: one query for all."""
        home = self.path[: -self.steplen]
        found = cards.in_order(Q(path__startswith=home) & (Q(coursepage__isnull=False) | Q(lessonpage__isnull=False)), "path", of=(CoursePage, LessonPage))
        courses = sorted((page for page in found if isinstance(page, CoursePage)), key=lambda page: not page.path.startswith(self.path))
        for course in courses:
            lessons = [page for page in found if isinstance(page, LessonPage) and page.path.startswith(course.path)]
            course.lesson_count, course.minutes_sum = len(lessons), sum(lesson.minutes for lesson in lessons)
        self.courses = courses
        return {"courses": courses}

    def structured_data(self):
        return jsonld.web_page(self)


class CoursePage(BasePage):
    template = "pages/course_page.html"
    budget = readiness.LISTING
    rank_in_topic = 2
    lessons: Sequence = ()  # known while the course itself is shown
    quiz = None  # likewise
    parent_page_types = ["lessons.LearningIndexPage", "sections.SectionPage"]
    subpage_types = ["lessons.LessonPage", "quizzes.QuizPage"]

    level = models.CharField(_("level"), max_length=10, choices=Level, default=Level.EASY)
    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)
    outcomes = StreamField([("item", ItemBlock())], blank=True, verbose_name=_("what she can do afterwards"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("level", help_text=_("How hard it is for somebody who has just got her first smartphone.")),
        FieldPanel("intro", help_text=_("Two or three sentences above the list: what is found here, and for whom.")),
        FieldPanel("outcomes", help_text=_("One line each, beginning with a verb: what she can do herself.")),
    ]
    edit_handler = BasePage.tabs_of(content_panels)
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("level", overridable=False)]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def listings(self):
        """Its lessons, and its final quiz if it has one."""
        below = Q(path__startswith=self.path, depth=self.depth + 1)
        children = cards.in_order(below, "path", of=self.allowed_subpage_models())
        self.lessons = [page for page in children if isinstance(page, LessonPage)]
        self.quiz = first_quiz(children)
        return {"lessons": self.lessons, "quiz": [self.quiz] if self.quiz else []}

    @property
    def minutes(self) -> int:
        return sum(lesson.minutes for lesson in self.lessons)

    def structured_data(self):
        instance = {"@type": "CourseInstance", "courseMode": "online", "courseWorkload": f"PT{max(self.minutes, 1)}M"}
        return jsonld.learning(self, "Course", hasCourseInstance=instance)


class LessonPage(BasePage):
    template = "pages/lesson_page.html"
    rank_in_topic = 1
    quiz = None  # known while the lesson itself is shown
    parent_page_types = ["lessons.CoursePage"]
    subpage_types = ["quizzes.QuizPage"]
    part_kinds = from_document.KINDS
    part_sections = from_document.SECTIONS
    part_pattern = from_document.PATTERN

    level = models.CharField(_("level"), max_length=10, choices=Level, default=Level.EASY)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(15)],
        help_text=_("All three parts together, at most 15: one lesson a week."),
    )
    do_minutes = models.PositiveSmallIntegerField(_("of these for doing"), default=3)
    share_minutes = models.PositiveSmallIntegerField(_("of these for sharing"), default=2)
    learn = StreamField(LearnBlock(), blank=True, verbose_name=_("learn"))
    do_task = RichTextField(_("her task"), features=TEXT_FEATURES, blank=True, help_text=_("Something she does with her own phone, today."))
    do_list = StreamField([("item", ItemBlock())], blank=True, verbose_name=_("check list"))
    share_message = models.TextField(
        _("ready message"),
        max_length=400,
        blank=True,
        help_text=_("What she sends to her Zalo group, in her own voice. The address of the lesson is added by itself."),
    )
    next_lesson = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("next lesson"),
        help_text=_("Left empty, the next one of the course follows."),
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("level", help_text=_("How hard it is for somebody who has just got her first smartphone.")),
                FieldRowPanel(
                    [
                        FieldPanel("minutes"),
                        FieldPanel("do_minutes", help_text=_("How long her own task takes.")),
                        FieldPanel("share_minutes", help_text=_("How long she needs to tell others.")),
                    ]
                ),
            ],
            heading=_("Level and time"),
        ),
    ]
    learn_panels = [FieldPanel("learn", help_text=_("One block for each step: a picture and one or two sentences."))]
    do_panels = [FieldPanel("do_task"), FieldPanel("do_list", help_text=_("What she ticks when it is done, two to four lines."))]
    tell_panels = [FieldPanel("share_message"), FieldPanel("next_lesson")]
    edit_handler = BasePage.tabs_of(
        content_panels,
        ObjectList(learn_panels, heading=_("Learn")),
        ObjectList(do_panels, heading=_("Do")),
        ObjectList(tell_panels, heading=_("Share and next")),
    )
    search_fields = [*BasePage.search_fields, index.SearchField("learn"), index.SearchField("do_task")]
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("level", overridable=False)]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def clean(self):
        super().clean()
        parts = (self.minutes, self.do_minutes, self.share_minutes)
        if None not in parts and self.learn_minutes <= 0:
            raise ValidationError({"minutes": _("Doing and sharing together must take less than the whole lesson, so that time is left for learning.")})

    def take_parts(self, parts):
        self.take_raw(from_document.take(parts))
        return []

    @property
    def ready_message(self) -> str:
        return self.share_message or super().ready_message

    @property
    def learn_minutes(self) -> int:
        """An empty field, in a preview, counts nothing."""
        return (self.minutes or 0) - (self.do_minutes or 0) - (self.share_minutes or 0)

    def own_findings(self, content):
        yield from pace.findings(self, content)

    def listings(self):
        """The lessons of its course, and its own quiz if it has one: one query for both."""
        beside = Q(path__startswith=self.path[: -self.steplen], depth=self.depth)
        below = Q(path__startswith=self.path, depth=self.depth + 1)
        around = cards.in_order(beside | below, "path", of={*CoursePage.allowed_subpage_models(), *self.allowed_subpage_models()})
        self.siblings = [page for page in around if isinstance(page, LessonPage)]
        self.quiz = first_quiz(page for page in around if page.depth > self.depth)
        following = [page for page in self.siblings if page.path > self.path][:1]
        return {"following": following, "quiz": [self.quiz] if self.quiz else []}

    @cached_property
    def following(self):
        """The next lesson, in the language of this one; None at the end of a course."""
        opened = shelf.current()
        if self.next_lesson_id and opened and (chosen := opened.pages([self.next_lesson_id])):
            return chosen[0]
        return next(iter(opened.listings["following"]), None) if opened else None

    @property
    def course(self):
        return self.trail[-1] if self.trail else None

    @property
    def position(self) -> int:
        """Its place in the course, from 1."""
        return 1 + sum(page.path < self.path for page in self.siblings)

    @property
    def of(self) -> int:
        return len({page.pk for page in self.siblings} | {self.pk})  # a draft is not among them yet

    def structured_data(self):
        return jsonld.learning(self, "LearningResource", learningResourceType="lesson", timeRequired=f"PT{self.minutes or 0}M")
