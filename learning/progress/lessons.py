"""How far a member is with a lesson, and the minutes she learned. Every merged value is a maximum or a minimum."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_SHARED = 20
SECONDS_A_DAY = 3600  # the most that counts for one member on one day


class LessonProgress(models.Model):
    """One row a member and lesson, in whatever language she learned it. Moments keep the earliest, figures the greatest."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="progress", verbose_name=_("member"))
    lesson_key = models.UUIDField(_("lesson"))  # the translation key of the page
    started = models.DateTimeField(_("started"))
    learned = models.DateTimeField(_("learned"), null=True, blank=True)
    practised = models.DateTimeField(_("practised"), null=True, blank=True)
    shared = models.PositiveSmallIntegerField(_("shared with how many"), default=0)
    best = models.PositiveSmallIntegerField(_("best result in per cent"), null=True, blank=True)
    passed = models.DateTimeField(_("quiz passed"), null=True, blank=True)
    completed = models.DateTimeField(_("completed"), null=True, blank=True)
    seconds = models.PositiveIntegerField(_("seconds"), default=0)

    class Meta:
        verbose_name = _("progress")
        verbose_name_plural = _("progress")
        constraints = [
            models.UniqueConstraint(fields=["member", "lesson_key"], name="one_progress_per_lesson"),
            models.CheckConstraint(condition=models.Q(shared__lte=MOST_SHARED), name="shared_with_a_believable_number"),
        ]

    def __str__(self):
        return f"{self.member_id}: {self.lesson_key}"

    @property
    def state(self) -> str:
        return "completed" if self.completed else "learned" if self.learned else "started"


class LessonVisit(models.Model):
    """One time that a member had a lesson open; the phone repeats its total, the greatest counts."""

    id = models.UUIDField(primary_key=True)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="visits", verbose_name=_("member"))
    lesson_key = models.UUIDField(_("lesson"))
    day = models.DateField(_("day"))
    seconds = models.PositiveIntegerField(_("seconds"), default=0)

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        indexes = [models.Index(fields=["member", "day"], name="visit_of_member")]

    def __str__(self):
        return f"{self.day}: {self.seconds} s"
