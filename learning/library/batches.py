"""Many files and a sheet that says what each is: looked at first, made into documents on a second press."""

import datetime
import uuid

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT_HOURS = 24


class UploadBatchQuerySet(models.QuerySet):
    def of(self, member):
        """Her own; a colleague's waiting files are none of hers."""
        return self.filter(made_by=member)

    def old(self):
        """Those whose files must go."""
        return self.filter(made_at__lt=timezone.now() - datetime.timedelta(hours=KEPT_HOURS), forgotten=False)


class UploadBatch(models.Model):
    class State(models.TextChoices):
        CHECKED = "checked", _("checked, not yet made")
        MAKING = "making", _("being made")
        DONE = "done", _("in the library")
        CANCELLED = "cancelled", _("cancelled")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("when"), auto_now_add=True)
    collection = models.ForeignKey("wagtailcore.Collection", models.SET_NULL, null=True, related_name="+", verbose_name=_("collection"))
    sheet = models.CharField(_("sheet"), max_length=200, blank=True)  # the name of its file
    rows = models.JSONField(default=list, editable=False)  # [number, {field: text}], as the sheet has them
    headers = models.JSONField(default=dict, editable=False)  # field to the header that it was found under
    files = models.JSONField(default=list, editable=False)  # {name, key, size, sha256}; key: on the default storage, never served
    lines = models.JSONField(default=list, editable=False)  # what becomes of each row and file: office.batch.plan.Line
    notes = models.JSONField(default=list, editable=False)  # sentences about the whole
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CHECKED)
    forgotten = models.BooleanField(default=False, editable=False)

    objects = UploadBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("upload of many documents")
        verbose_name_plural = _("uploads of many documents")
        ordering = ["-made_at"]

    def __str__(self):
        return self.sheet or str(self.pk)

    @property
    def folder(self) -> str:
        return f"batches/{self.pk}"

    def forget_files(self) -> None:
        """Not forgotten where their store does not answer: then tidy_library comes back for them."""
        try:
            for file in self.files:
                default_storage.delete(file["key"])
        except OSError:
            return
        self.files, self.rows, self.forgotten = [], [], True
