"""A document that somebody brought in and has not made a page of yet: kept some days, so that no error and no back button loses it."""

import datetime
import uuid
from dataclasses import asdict
from pathlib import PurePath

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.parts import Part

KEPT_DAYS = 14
CLAIMED_SECONDS = 90  # a request that has not ended by then was stopped


class WordImportQuerySet(models.QuerySet):
    def of(self, member):
        """Her own; a colleague's are none of hers."""
        return self.filter(made_by=member)

    def old(self):
        return self.filter(made_at__lt=timezone.now() - datetime.timedelta(days=KEPT_DAYS))


class WordImport(models.Model):
    class State(models.TextChoices):
        READ = "read", _("waits for you to look through it")
        MAKING = "making", _("is becoming a draft")
        MADE = "made", _("is a draft")
        FAILED = "failed", _("could not be read")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("brought in by"))
    made_at = models.DateTimeField(_("when"), auto_now_add=True)
    name = models.CharField(_("file"), max_length=255)
    page_type = models.CharField(max_length=100)  # app.model
    parent = models.ForeignKey("wagtailcore.Page", models.SET_NULL, null=True, related_name="+", verbose_name=_("below"))
    collection = models.ForeignKey("wagtailcore.Collection", models.SET_NULL, null=True, related_name="+", verbose_name=_("collection of the pictures"))
    title = models.CharField(_("title"), max_length=255, blank=True)
    summary = models.CharField(_("summary"), max_length=160, blank=True)
    parts = models.JSONField(default=list, editable=False)  # of pages.parts.Part; what the editor says of each is noted in it
    left = models.JSONField(default=list, editable=False)  # [what was left out, how much of it]
    problem = models.CharField(max_length=12, blank=True)  # why it could not be read, a key of editing.word.sentences
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.READ)
    page = models.ForeignKey("wagtailcore.Page", models.SET_NULL, null=True, related_name="+", verbose_name=_("draft"))
    claimed_at = models.DateTimeField(null=True, editable=False)  # by the request that makes pictures of it now

    objects = WordImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("document that becomes a page")
        verbose_name_plural = _("documents that become pages")
        ordering = ["-made_at"]
        indexes = [models.Index(fields=["made_by", "-made_at"], name="word_import_own")]

    def __str__(self):
        return self.name

    @property
    def page_model(self):
        return apps.get_model(self.page_type)

    @property
    def found(self) -> list[Part]:
        return [Part(**row) for row in self.parts]

    def note(self, parts: list[Part]) -> None:
        self.parts = [asdict(part) for part in parts]

    @property
    def address(self) -> str:
        """Where the work goes on: the preview, or the draft itself."""
        if self.state == self.State.MADE and self.page_id:
            return reverse("wagtailadmin_pages:edit", args=[self.page_id])
        return reverse("word_review", args=[self.pk]) if self.state in {self.State.READ, self.State.MAKING} else ""

    def claim(self) -> bool:
        """False where another request is at work on it."""
        free = Q(claimed_at=None) | Q(claimed_at__lt=timezone.now() - datetime.timedelta(seconds=CLAIMED_SECONDS))
        return bool(WordImport.objects.filter(free, pk=self.pk).update(claimed_at=timezone.now()))

    def release(self) -> None:
        WordImport.objects.filter(pk=self.pk).update(claimed_at=None)

    def forget(self) -> None:
        """The row with its pictures; files go even where the store lets only some go."""
        self.forget_pictures()
        self.delete()

    def forget_pictures(self) -> None:
        for picture in self.pictures.all():
            for file in (picture.file, picture.small):
                if file:
                    file.storage.delete(file.name)
            picture.delete()


def kept_at(picture: "WordPicture", name: str) -> str:
    return f"word/{picture.document_id}/{PurePath(name).name}"


class WordPicture(models.Model):
    """A picture of such a document, as it stood in it; it joins the library when the draft is made."""

    document = models.ForeignKey(WordImport, models.CASCADE, related_name="pictures", verbose_name=_("document"))
    number = models.PositiveSmallIntegerField()
    file = models.FileField(_("file"), upload_to=kept_at)
    small = models.FileField(upload_to=kept_at)
    picture = models.ForeignKey("pages.Picture", models.SET_NULL, null=True, related_name="+", verbose_name=_("picture"))

    class Meta:
        verbose_name = _("picture of a document")
        verbose_name_plural = _("pictures of documents")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="one_picture_per_number")]

    def __str__(self):
        return self.file.name
