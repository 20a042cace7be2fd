"""Quizzes: pages that editors write, and the frozen versions that members take."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from learning.quizzes.blocks import QuestionsBlock
from learning.quizzes.versions import QuizVersion
from pages.base import BasePage
from pages.fields import StreamField

__all__ = ["QuizPage", "QuizVersion"]


class QuizPage(BasePage):
    template = "pages/quiz_page.html"
    parent_page_types = ["lessons.LessonPage", "lessons.CoursePage"]
    subpage_types: list[str] = []

    intro = models.TextField(_("introduction"), max_length=300, blank=True)
    graded = models.BooleanField(_("graded"), default=True)
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark"), default=80, validators=[MinValueValidator(1), MaxValueValidator(100)], help_text=_("Per cent of the points.")
    )
    questions = StreamField(QuestionsBlock(), blank=True, verbose_name=_("questions"))
    frozen = models.ForeignKey(QuizVersion, models.PROTECT, null=True, blank=True, editable=False, related_name="+")

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")
