"""The shared digital document library: handbooks, forms, slides, clips, audio, laws and plans."""

import uuid

from django.db import models
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Length, Substr
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.models import CollectionViewRestriction
from wagtail.search import index

from config.languages import BY_CODE, LANGUAGES, SOURCE
from pages.text import ascii_slug, nfc


def language_choices() -> list[tuple[str, str]]:
    """A function, so that a new language needs no migration."""
    return [(language.code, language.own_name) for language in LANGUAGES]


class LibraryDocumentQuerySet(DocumentQuerySet):
    def public(self):
        """Those in collections without a restriction, on them or above them."""
        above = CollectionViewRestriction.objects.annotate(start=Substr(OuterRef("collection__path"), 1, Length("collection__path")))
        return self.exclude(Exists(above.filter(collection__path=F("start"))))


class LibraryDocument(AbstractDocument):
    """One language edition of one work; editions share a work_key. Its address never changes with its file."""

    class Kind(models.TextChoices):
        HANDBOOK = "handbook", _("handbook")
        FORM = "form", _("form")
        SLIDES = "slides", _("slides")
        CLIP = "clip", _("clip")
        AUDIO = "audio", _("audio")
        LAW = "law", _("law")
        PLAN = "plan", _("plan")

    language_code = models.CharField(_("language"), max_length=10, choices=language_choices, default=SOURCE)
    work_key = models.UUIDField(_("work"), default=uuid.uuid4, db_index=True, help_text=_("The same for all language editions of one work."))
    summary = models.CharField(_("summary"), max_length=200, blank=True)
    topic = models.ForeignKey("pages.Topic", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("topic"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.HANDBOOK)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True, help_text=_("For sound and clips."))
    transcript = models.TextField(_("transcript"), blank=True, help_text=_("What is said, for those who cannot hear it or save data."))
    subtitles = models.FileField(_("subtitles"), upload_to="subtitles", blank=True, help_text=_("A WebVTT file (.vtt)."))

    objects = LibraryDocumentQuerySet.as_manager()

    admin_form_fields = ("title", "file", "kind", "language_code", "work_key", "summary", "topic", "minutes", "transcript", "subtitles", "collection", "tags")
    search_fields = [*AbstractDocument.search_fields, index.SearchField("summary"), index.FilterField("kind"), index.FilterField("language_code")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_librarydocument", "Can choose document")]

    def save(self, *args, **kwargs):
        self.title, self.summary, self.transcript = nfc(self.title), nfc(self.summary), nfc(self.transcript)
        if self.file and (self.file_size is None or not self.file._committed):
            self._set_document_file_metadata()  # here, or Wagtail writes the size when a reader asks for it
        super().save(*args, **kwargs)

    @property
    def language(self):
        return BY_CODE[self.language_code]

    @property
    def slug(self) -> str:
        return ascii_slug(self.title)[:60].strip("-") or "tai-lieu"

    @property
    def address(self) -> str:
        """Its own page; the number decides, the words are for the reader."""
        return reverse("document", args=[self.pk, self.slug])

    @property
    def download_address(self) -> str:
        return reverse("document_download", args=[self.pk, self.slug])

    @property
    def url(self) -> str:
        """What Wagtail's choosers and rich text link to."""
        return self.download_address

    @property
    def size(self) -> int | None:
        """Bytes."""
        return self.file_size

    @property
    def editions(self):
        return type(self).objects.public().filter(work_key=self.work_key).exclude(pk=self.pk).order_by("language_code")
