"""A meeting kit in one file: what is known of it."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class KitPackageQuerySet(models.QuerySet):
    def of(self, page):
        return self.filter(page_key=page.translation_key, language=page.locale.language_code)


class KitPackage(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("being put together")
        READY = "ready", _("ready")
        FAILED = "failed", _("could not be put together")

    page_key = models.UUIDField()
    language = models.CharField(max_length=10)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    file = models.FileField(upload_to="kits", blank=True)  # private, like the documents in it
    size = models.PositiveBigIntegerField(null=True)  # bytes
    sha256 = models.CharField(max_length=64, blank=True)
    documents = models.JSONField(default=dict)  # primary key to sha256 of the file of each that is inside
    poster = models.FileField(upload_to="kits", blank=True)
    poster_size = models.PositiveIntegerField(null=True)
    built_at = models.DateTimeField(null=True)

    objects = KitPackageQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting kit in one file")
        verbose_name_plural = _("meeting kits in one file")
        constraints = [models.UniqueConstraint(fields=["page_key", "language"], name="one_package_per_kit_and_language")]

    def __str__(self):
        return f"{self.page_key} {self.language}"

    def holds(self, documents: Iterable) -> bool:
        """Ready, with exactly these documents as they are now. What was closed or replaced since then is not handed out."""
        return self.state == self.State.READY and self.documents == inside(documents)


def inside(documents: Iterable) -> dict[str, str]:
    return {str(document.pk): document.sha256 for document in documents}
