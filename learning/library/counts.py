"""How often a document is opened to be read and downloaded, a day. No person, no address, no phone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.counting import CountingQuerySet


class DocumentDay(models.Model):
    document = models.ForeignKey("library.LibraryDocument", models.CASCADE, related_name="days", verbose_name=_("document"))
    day = models.DateField(_("day"))
    reads = models.PositiveIntegerField(_("reads"), default=0)
    downloads = models.PositiveIntegerField(_("downloads"), default=0)

    objects = CountingQuerySet.as_manager()

    class Meta:
        verbose_name = _("day of a document")
        verbose_name_plural = _("days of documents")
        constraints = [models.UniqueConstraint(fields=["document", "day"], name="one_row_per_document_and_day")]

    def __str__(self):
        return f"{self.document_id} {self.day}: {self.reads}, {self.downloads}"
