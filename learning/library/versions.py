"""Every file that a document has had. The newest is what readers get; any other can be brought back."""

import hashlib
from functools import partial

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from learning.library.readings import Reading
from learning.library.tasks import ask_for


class DocumentVersionQuerySet(models.QuerySet):
    def keep(self, document, *, by, restored_from=None):
        """The document's file of today as its next version. Call it in a transaction."""
        type(document).objects.select_for_update().get(pk=document.pk)  # two who replace it at once get two numbers
        last = self.filter(document=document).aggregate(last=models.Max("number"))["last"] or 0
        version = self.create(
            document=document,
            number=last + 1,
            file=document.file.name,
            filename=restored_from.filename if restored_from else getattr(document, "filename_uploaded", document.filename)[:200],
            size=document.file_size or 0,
            sha256=document.sha256,
            created_by=by,
            restored_from=restored_from,
            reading=Reading.objects.of_file(document.sha256, document.file_extension.lower()),
        )
        type(document).objects.filter(pk=document.pk).update(version=version)
        document.version = version
        if version.reading and version.reading.state == Reading.State.WAITING:
            transaction.on_commit(partial(ask_for, version.reading_id))
        return version

    def files(self) -> list[tuple]:
        """(storage, name) of each file, read now: the rows may be about to go."""
        return sorted({(version.file.storage, version.file.name) for version in self if version.file}, key=lambda file: file[1])

    def sweep(self, files: list[tuple]) -> None:
        """Delete those that no row names any more, once that is certain."""

        def delete():
            for storage, name in files:
                if not DocumentVersion.objects.filter(file=name).exists():
                    storage.delete(name)

        transaction.on_commit(delete, robust=True)  # the rows are gone: what a dead store keeps, check_library deletes


class DocumentVersion(models.Model):
    document = models.ForeignKey("library.LibraryDocument", models.CASCADE, related_name="versions", verbose_name=_("document"))
    number = models.PositiveSmallIntegerField(_("number"))
    file = models.FileField(_("file"), upload_to="documents")  # a name in the document's own storage, which a restored version shares
    filename = models.CharField(_("file name"), max_length=200)  # as it was uploaded
    size = models.PositiveBigIntegerField(_("size"))  # bytes
    sha256 = models.CharField(max_length=64, blank=True)
    reading = models.ForeignKey(Reading, models.SET_NULL, null=True, related_name="versions")
    created_at = models.DateTimeField(_("when"), auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("who"))
    restored_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")

    objects = DocumentVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a document")
        verbose_name_plural = _("versions of documents")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="one_document_version_per_number")]

    def __str__(self):
        return f"{self.document_id} / {self.number}"

    def identify(self) -> None:
        """For a file that came before its bytes were known by their sum: its sum, and its reading."""
        with self.file.storage.open(self.file.name, "rb") as file:
            self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        self.reading = Reading.objects.of_file(self.sha256, self.filename.rsplit(".", 1)[-1].lower())
        self.save(update_fields=["sha256", "reading"])
        type(self.document).objects.filter(pk=self.document_id, version=self).update(sha256=self.sha256)
