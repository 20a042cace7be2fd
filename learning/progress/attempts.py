"""What members sent, as it was marked. Rows are added, never changed."""

import json

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.text import folded


class AttemptQuerySet(models.QuerySet):
    def of(self, member):
        return self.filter(member=member)

    def passed(self):
        return self.filter(passed=True)

    def in_unit(self, unit):
        """By women of the unit and of all below it, where they belonged when they sent it."""
        return self.filter(unit__path__startswith=unit.path)

    def for_officer(self, officer):
        return self.in_unit(officer.unit) if officer.is_officer else self.none()

    def by_members_called(self, words):
        """Of members whose name or code holds the words, typed with tones or without."""
        return self.filter(models.Q(member__name_folded__contains=folded(words)) | models.Q(member__member_code__iexact=words.strip()))

    def with_result(self):
        """As it counts now, after the latest regrade: counted_score, counted_maximum, counts_as_passed, and whether one changed it: is_remarked."""
        latest = Remark.objects.filter(attempt=models.OuterRef("pk")).order_by("-regrade__made_at", "-pk")
        counted = {
            name: Coalesce(models.Subquery(latest.values(field)[:1]), models.F(field))
            for name, field in (("counted_score", "score"), ("counted_maximum", "maximum"), ("counts_as_passed", "passed"))
        }
        return self.annotate(**counted, is_remarked=models.Exists(latest))


class Attempt(models.Model):
    """One quiz handed in. The id was made on the phone, so that sending again changes nothing.

    answers: compact JSON in the order of the version's questions (learning.quizzes.scoring). Points in hundredths: one right
    question is 100. Columns are few and narrow: a province makes millions of rows (at most 400 bytes with their indexes).
    """

    class Source(models.IntegerChoices):
        ONLINE = 0, _("on the phone")
        OFFLINE = 1, _("on the phone, without signal")
        GROUP = 2, _("in a group")
        PAPER = 3, _("on paper")

    id = models.UUIDField(primary_key=True)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="attempts", verbose_name=_("member"))
    quiz_key = models.UUIDField(_("quiz"))
    version = models.ForeignKey("quizzes.QuizVersion", models.PROTECT, related_name="attempts", verbose_name=_("version"))
    unit = models.ForeignKey("members.Unit", models.PROTECT, null=True, db_index=False, related_name="+", verbose_name=_("union unit"))
    source = models.PositiveSmallIntegerField(_("source"), choices=Source, default=Source.ONLINE)
    started = models.DateTimeField(_("started"))
    submitted = models.DateTimeField(_("sent"), default=timezone.now)
    answers_json = models.TextField(db_column="answers")
    score = models.PositiveIntegerField(_("points"))
    maximum = models.PositiveIntegerField(_("of"))
    passed = models.BooleanField(_("passed"))

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        indexes = [models.Index(fields=["member", "quiz_key"], name="attempt_of_member")]
        constraints = [models.CheckConstraint(condition=models.Q(score__lte=models.F("maximum")), name="score_within_maximum")]

    def __str__(self):
        return f"{self.pk}"

    @property
    def answers(self) -> list:
        return json.loads(self.answers_json)

    @staticmethod
    def packed(answers: list) -> str:
        return json.dumps(answers, ensure_ascii=False, separators=(",", ":"))

    @property
    def language(self) -> str:
        return self.version.language

    @property
    def percent(self) -> float:
        return 100 * self.score / self.maximum if self.maximum else 0.0


class Regrade(models.Model):
    """An editor's explicit act: attempts of one version marked by the key of another, with a reason. Attempts stay as they were."""

    version = models.ForeignKey("quizzes.QuizVersion", models.PROTECT, related_name="regrades", verbose_name=_("version"))
    by_key_of = models.ForeignKey("quizzes.QuizVersion", models.PROTECT, related_name="+", verbose_name=_("marked by"))
    reason = models.TextField(_("reason"), max_length=500)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by whom"))
    made_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("marking again")
        verbose_name_plural = _("markings again")
        ordering = ["-made_at"]

    def __str__(self):
        return f"{self.version} ({self.made_at:%d/%m/%Y})"


class Remark(models.Model):
    """The result of one attempt after a regrade. The latest counts; the attempt's own stays readable beside it."""

    regrade = models.ForeignKey(Regrade, models.CASCADE, related_name="remarks")
    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="remarks")
    score = models.PositiveIntegerField(_("points"))
    maximum = models.PositiveIntegerField(_("of"))
    passed = models.BooleanField(_("passed"))

    class Meta:
        verbose_name = _("new mark")
        verbose_name_plural = _("new marks")
        constraints = [models.UniqueConstraint(fields=["regrade", "attempt"], name="one_remark_per_regrade")]

    def __str__(self):
        return f"{self.attempt_id}: {self.score}/{self.maximum}"
