"""What somebody of the staff is told: on her first screen in /cms/, and in one e-mail a day."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """One thing told to one person. The title is what the page was called then; the address leads to the work."""

    class Kind(models.TextChoices):
        TO_MODERATE = "to-moderate", _("waits for your approval")
        RETURNED = "returned", _("came back to you")
        PUBLISHED = "published", _("is published")
        TO_TRANSLATE = "to-translate", _("waits for translation")
        TRANSLATED = "translated", _("is translated")
        COMMENT = "comment", _("has a comment for you")
        REVIEW_DUE = "review-due", _("is due for review")
        ORPHANED = "orphaned", _("has nobody who answers for it")

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", verbose_name=_("for whom"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    title = models.CharField(_("title"), max_length=255)
    address = models.CharField(_("address"), max_length=300)  # below /cms/
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by whom"))
    at = models.DateTimeField(_("when"), auto_now_add=True)
    key = models.CharField(max_length=120)  # the event: told once to each
    seen_at = models.DateTimeField(_("seen"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["recipient", "key"], name="one_notice_per_event")]
        indexes = [models.Index(fields=["recipient", "seen_at"], name="notices_unseen")]

    def __str__(self):
        return f"{self.title} {self.get_kind_display()}"
