"""Quizzes: pages that editors write, and the frozen versions that members take."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from config.languages import SOURCE
from learning.quizzes import carry, rules
from learning.quizzes.blocks import QuestionsBlock
from learning.quizzes.freezing import freeze, freeze_where_it_stands
from learning.quizzes.payload import Payload, payload_of
from learning.quizzes.shown import ShowsVersion
from learning.quizzes.versions import QuizVersion
from pages import jsonld, readiness
from pages.base import BasePage
from pages.fields import StreamField

__all__ = ["QuizPage", "QuizVersion"]

WITH_ANSWERS = "answers"  # a mode of the preview
SECONDS = 35  # that a question takes, reading included


class QuizPage(ShowsVersion, BasePage):
    template = "pages/quiz_page.html"
    parent_page_types = ["lessons.LessonPage", "lessons.CoursePage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["frozen"]
    rank_in_topic = 6
    budget = readiness.QUIZ
    obstacles_at = "questions"
    is_quiz = True  # how lessons and courses know it, which cannot import it

    intro = models.TextField(_("introduction"), max_length=300, blank=True, help_text=_("One or two sentences before the first question."))
    graded = models.BooleanField(
        _("graded"),
        default=True,
        help_text=_(
            "Counts for the lesson and the certificate; right answers are named afterwards. Otherwise it is practice, with feedback after each question."
        ),
    )
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark"),
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Per cent of the points. 80 is 4 of 5 questions."),
    )
    questions = StreamField(QuestionsBlock(), blank=True, verbose_name=_("questions"))
    question_count = models.PositiveSmallIntegerField(default=0, editable=False)  # for cards, which do not fetch the questions
    frozen = models.ForeignKey(QuizVersion, models.PROTECT, null=True, blank=True, editable=False, related_name="+")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("graded"), FieldPanel("pass_mark")])], heading=_("What it counts for")),
    ]
    question_panels = [FieldPanel("questions", help_text=_("Three to five questions, easy ones first, each about one thing."))]
    edit_handler = BasePage.tabs_of(content_panels, ObjectList(question_panels, heading=_("Questions")))
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]  # not the questions: accepted answers are among them
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("graded", overridable=False),
        SynchronizedField("pass_mark", overridable=False),
    ]

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")

    # Saving

    def normalise_text(self):
        """And every question and option has its id before anything points at it."""
        super().normalise_text()
        block = self.questions.stream_block
        raw = self.questions.get_prep_value()
        if (settled := block.settled(raw)) != raw:
            self.questions = self._meta.get_field("questions").to_python(settled)
        self.question_count = len(settled)

    def with_content_json(self, content):
        """A revision says what is written; what members take is the page's own."""
        page = super().with_content_json(content)
        page.frozen_id = self.frozen_id
        return page

    # Publication

    @property
    def is_source(self) -> bool:
        return self.locale.language_code == SOURCE

    def obstacles_to_publication(self):
        obstacles = super().obstacles_to_publication()
        raw = self.questions.stream_block.settled(self.questions.get_prep_value())
        if not raw:
            obstacles.append(gettext("Write at least one question before publishing."))
        for number, each in enumerate(raw, start=1):
            for _field, sentence in rules.problems(each["type"], each["value"], translated=not self.is_source):
                obstacles.append(gettext("Question %(number)s: %(sentence)s") % {"number": number, "sentence": sentence})
        return obstacles

    def after_publication(self):
        """Members now take what was published. The key of a translation is always that of its source."""
        super().after_publication()
        if not self.is_source:
            carry.take_key(self)
        freeze(self)
        if self.is_source:
            for translation in carry.give_key(self):
                freeze(translation)

    def after_move(self):
        """A version knows the lesson that it counts for: where the quiz stands now, or that lesson could never be finished."""
        freeze_where_it_stands(self)

    # Showing

    is_previewed = False
    preview_modes = [("", _("As members see it")), (WITH_ANSWERS, _("With the right answer after each question"))]

    def serve_preview(self, request, mode_name):
        """What is being written now, without freezing it. The editor's panel opens in the size of a phone."""
        self.is_previewed = True
        if mode_name == WITH_ANSWERS:
            self.graded = False  # a practice quiz comes with its key
        return super().serve_preview(request, mode_name)

    @property
    def shown_payload(self) -> Payload:
        """What readers take: the frozen version."""
        return payload_of(self) if self.is_previewed or self.frozen is None else self.frozen.payload

    @property
    def minutes(self) -> int:
        return max(1, round((self.question_count or 0) * SECONDS / 60))

    def structured_data(self):
        return jsonld.learning(self, "Quiz", learningResourceType="quiz", timeRequired=f"PT{self.minutes}M")
