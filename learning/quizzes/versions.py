"""Frozen quizzes: what was shown, and what it is marked against, whatever happens to the page later."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class QuizVersions(models.QuerySet):
    def next_number(self, quiz_key, language: str) -> int:
        last = self.filter(quiz_key=quiz_key, language=language).aggregate(last=models.Max("number"))["last"]
        return (last or 0) + 1


class FrozenError(RuntimeError):
    """A version that was shown to anybody stays as it is."""


class QuizVersion(models.Model):
    """One published form of a quiz in one language; never changed, never deleted.

    The payload is described in learning.quizzes.payload. parent_key: the lesson's or course's translation key when it was
    frozen, so that an attempt finds what it completes without the page.
    """

    quiz_key = models.UUIDField(_("quiz"))
    language = models.CharField(_("language"), max_length=10)
    number = models.PositiveIntegerField(_("version"))
    sha256 = models.CharField(max_length=64, editable=False)  # of the payload and the parent
    key_sha256 = models.CharField(max_length=64, editable=False)  # of what decides the marks alone: the same in every language
    payload = models.JSONField(_("content"))
    parent_key = models.UUIDField()
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    objects = QuizVersions.as_manager()

    class Meta:
        verbose_name = _("quiz version")
        verbose_name_plural = _("quiz versions")
        constraints = [
            models.UniqueConstraint(fields=["quiz_key", "language", "number"], name="one_version_per_number"),
            models.UniqueConstraint(fields=["quiz_key", "language", "sha256"], name="one_version_per_content"),
        ]
        indexes = [models.Index(fields=["parent_key"], name="version_parent")]

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise FrozenError(f"{self} is frozen; publish the quiz to make another version")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise FrozenError(f"{self} is frozen; attempts are marked against it")

    def __str__(self):
        return f"{self.payload.get('title', '')} ({self.language}, {self.number})"
