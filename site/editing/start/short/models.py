"""A short form while it is filled in: photos are kept as soon as they arrive, and however often it is sent it makes one page."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=7)  # what nobody came back for


def photo_path(photo, name: str) -> str:
    return f"short_photos/{photo.writing_id}/{name}"


def paper_path(paper, name: str) -> str:
    """Nobody guesses it, and no address of the site leads to it but the view that asks for rights."""
    return f"consent_papers/{uuid.uuid4()}/{name}"


class WritingQuerySet(models.QuerySet):
    def abandoned(self):
        return self.filter(page=None, begun_at__lt=timezone.now() - KEPT)


class Writing(models.Model):
    """One form, from the first press to the page that it made. The id is made with the form: sent again, it is the same."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("written by"))
    form = models.CharField(max_length=20)  # the slug of a ShortForm
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, null=True, blank=True, related_name="writings", verbose_name=_("page"))
    begun_at = models.DateTimeField(_("begun"), auto_now_add=True)

    page.wagtail_reference_index_ignore = True
    objects = WritingQuerySet.as_manager()

    class Meta:
        verbose_name = _("short form")
        verbose_name_plural = _("short forms")

    def __str__(self):
        return str(self.pk)


class WaitingPhoto(models.Model):
    """A photo that has arrived, upright and made smaller. Once the page is kept, it is a picture of the library."""

    writing = models.ForeignKey(Writing, models.CASCADE, related_name="photos", verbose_name=_("short form"))
    file = models.FileField(_("file"), upload_to=photo_path, max_length=200, blank=True)
    name = models.CharField(_("name"), max_length=200)
    picture = models.ForeignKey("pages.Picture", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("picture"))

    picture.wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("photo of a short form")
        verbose_name_plural = _("photos of short forms")
        ordering = ["pk"]

    def __str__(self):
        return self.name


class ConsentPaper(models.Model):
    """What a woman signed, photographed or scanned. Only those who may change the page see it; it is never in the library."""

    writing = models.ForeignKey(Writing, models.SET_NULL, null=True, blank=True, related_name="papers", verbose_name=_("short form"))
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, null=True, blank=True, related_name="consent_papers", verbose_name=_("page"))
    file = models.FileField(_("file"), upload_to=paper_path, max_length=200)
    name = models.CharField(_("name"), max_length=200)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("kept by"))
    kept_at = models.DateTimeField(_("kept"), auto_now_add=True)

    page.wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("consent on paper")
        verbose_name_plural = _("consents on paper")
        ordering = ["pk"]

    def __str__(self):
        return self.name
