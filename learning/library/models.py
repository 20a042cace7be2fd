"""The shared digital document library: handbooks, forms, slides, clips, audio, laws and plans."""

import hashlib
import uuid
from pathlib import Path

from django.conf import settings
from django.db import models, transaction
from django.db.models import OuterRef, Subquery, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.search import index

from config.languages import BY_CODE, LANGUAGES, SOURCE
from learning.library import changes, finding, link_cards
from learning.library.audience import CollectionAudience, closed_to, closed_to_all
from learning.library.batches import UploadBatch
from learning.library.counts import DocumentDay
from learning.library.library_page import LibraryPage
from learning.library.readings import AROUND_A_PART, Reading, ReadingPart
from learning.library.versions import DocumentVersion
from pages.shareable import SHARE_TEXT
from pages.storing import store
from pages.text import ascii_slug, nfc, shorten
from search.models import Entry
from search.queries import Query
from sharing.link_cards import later
from sharing.links import general_link

__all__ = [
    "CollectionAudience",
    "DocumentDay",
    "DocumentVersion",
    "LibraryDocument",
    "LibraryPage",
    "Reading",
    "ReadingPart",
    "UploadBatch",
]


def language_choices() -> list[tuple[str, str]]:
    """A function, so that a new language needs no migration."""
    return [(language.code, language.own_name) for language in LANGUAGES]


class LibraryDocumentQuerySet(DocumentQuerySet):
    def readable_by(self, member):
        """What this member may read; None is a stranger. One rule for lists and for one document (rules.can_read)."""
        return self.exclude(collection__in=closed_to(member))

    def public(self):
        """What a stranger may read."""
        return self.readable_by(None)

    def open_to_some(self):
        """What at least some member may read: a stranger is asked to sign in for it."""
        return self.exclude(collection__in=closed_to_all())

    def for_members(self, member):
        """What she may read and a stranger may not."""
        return self.readable_by(member).filter(collection__in=closed_to(None))

    def with_readings(self):
        """With what was taken out of their files. text_weight: bytes of the page that shows its text, None where there is no text."""
        first = ReadingPart.objects.filter(reading=OuterRef("version__reading")).order_by("number")
        weight = Subquery(first.values("weight")[:1])
        return self.select_related("version__reading").annotate(text_weight=weight + Value(AROUND_A_PART))

    def matching(self, words: str):
        """Those that hold all the words, typed with tones or without; where none does, the last may be the beginning of a word."""
        query = Query.of(words)
        found = self.filter(pk__in=Entry.objects.holding(query).values("document"))
        if (beginning := query.as_beginning) and not found.exists():
            return self.filter(pk__in=Entry.objects.holding(beginning).values("document"))
        return found

    def delete(self):
        """With their subtitles and the files of all their versions: Wagtail's signal knows only the file of today."""
        changes.changed(self.values_list("pk", flat=True))
        files = DocumentVersion.objects.filter(document__in=self.values("pk")).files() + [file for document in self for file in document.own_files]
        deleted = super().delete()
        DocumentVersion.objects.sweep(files)
        return deleted


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
    issuing_body = models.CharField(_("issued by"), max_length=160, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True, help_text=_("For sound and clips."))
    transcript = models.TextField(_("transcript"), blank=True, help_text=_("What is said, for those who cannot hear it or save data."))
    subtitles = models.FileField(_("subtitles"), upload_to="subtitles", blank=True, help_text=_("A WebVTT file (.vtt)."))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who answers for it"),
        help_text=_("She is asked when it must be looked at again. Left empty, whoever uploaded it."),
    )
    owner.wagtail_reference_index_ignore = True
    review_on = models.DateField(_("review again on"), null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)  # of the file of today
    card = models.FileField(max_length=80, blank=True, editable=False)  # for chat apps; as closed as the file itself
    version = models.ForeignKey(DocumentVersion, models.SET_NULL, null=True, editable=False, related_name="+")
    version.wagtail_reference_index_ignore = True

    objects = LibraryDocumentQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "kind",
        "language_code",
        "topic",
        "summary",
        "issuing_body",
        "year",
        "minutes",
        "transcript",
        "subtitles",
        "owner",
        "review_on",
        "collection",
        "tags",
    )
    search_fields = [*AbstractDocument.search_fields, index.SearchField("summary"), index.FilterField("kind"), index.FilterField("language_code")]

    fresh = False  # its file is new, and no version holds it yet
    is_public = False  # known where one is opened (opening.for_readers)
    changed_by = None  # the member who is replacing the file; else whoever uploaded it counts

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_librarydocument", "Can choose document")]
        # Lists are ordered and counted from these alone: the rows with their transcripts are many times as large.
        indexes = [
            models.Index(fields=["-created_at", "-id", "language_code", "collection", "kind", "topic"], name="newest_documents"),
            models.Index(fields=["language_code", "-created_at", "-id", "collection", "kind", "topic"], name="newest_in_a_language"),
        ]

    def clean(self):
        """What a file must be is said in learning.library.uploads, by the form."""

    def save(self, *args, **kwargs):
        """A new file, whichever road it came by, is kept as a version, beside the ones before."""
        self.title, self.summary, self.transcript, self.issuing_body = (nfc(text) for text in (self.title, self.summary, self.transcript, self.issuing_body))
        self.store_files()
        if self.file and self.file_size is None:
            self._set_document_file_metadata()  # here, or Wagtail writes the size when a reader asks for it
        with transaction.atomic():
            super().save(*args, **kwargs)
            if self.fresh or (self.file and not self.version_id):
                DocumentVersion.objects.keep(self, by=self.changed_by or self.uploaded_by_user)
            finding.put([self])
            general_link(self)
            changes.changed([self.pk])
            later(link_cards.bring_up_to_date, self.pk)
        self.fresh = False

    def store_files(self):
        """Raises StorageUnavailable. A form asks for it as the last thing that it checks; save() does what is left."""
        if self.file and not self.file._committed:
            self.filename_uploaded = nfc(self.file.name).replace("\\", "/").rsplit("/", 1)[-1]
            self._set_document_file_metadata()
            self.fresh = True
        store(self, "file", "subtitles")

    def delete(self, *args, **kwargs):
        changes.changed([self.pk])  # while pages still name it
        files = self.versions.all().files() + self.own_files
        deleted = super().delete(*args, **kwargs)
        DocumentVersion.objects.sweep(files)
        return deleted

    def _set_document_file_metadata(self):
        """Wagtail's views ask again once the file is in the store; it has been read on its way there."""
        if self.fresh and self.file._committed:
            return
        super()._set_document_file_metadata()
        with self.open_file() as file:
            self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)

    @property
    def own_files(self) -> list[tuple]:
        """Beside those of its versions."""
        return [(file.storage, file.name) for file in (self.subtitles, self.card) if file]

    @property
    def twins(self):
        """Others that hold the same bytes."""
        same = type(self).objects.exclude(sha256="").filter(sha256=self.sha256)
        return same.exclude(pk=self.pk)

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
    def text_address(self) -> str:
        """Where it is read on the site."""
        return reverse("document_text", args=[self.pk, self.slug])

    @property
    def card_address(self) -> str:
        """Another one when it shows something else: chat apps keep what they once fetched. Empty where there is none."""
        return reverse("document_card", args=[self.pk, self.slug, Path(self.card.name).stem.rsplit("-", 1)[-1]]) if self.card else ""

    @property
    def url(self) -> str:
        """What Wagtail's choosers and rich text link to."""
        return self.download_address

    @property
    def ready_message(self) -> str:
        """What she sends to her group, before the address."""
        return f"{self.title}\n{shorten(self.summary, SHARE_TEXT)}".strip()

    @property
    def size(self) -> int | None:
        """Bytes."""
        return self.file_size

    @property
    def is_played(self) -> bool:
        """A sound or a clip."""
        return self.kind in {self.Kind.AUDIO, self.Kind.CLIP}

    @property
    def has_length(self) -> bool:
        """In minutes or in pages."""
        return bool(self.minutes if self.is_played else self.reading and self.reading.pages)

    @property
    def reading(self) -> Reading | None:
        """What was taken out of the file of today: text, pages, pictures."""
        return self.version.reading if self.version else None

    @property
    def editions(self):
        """Public ones: what a page that is the same for everybody may name."""
        return type(self).objects.public().filter(work_key=self.work_key).exclude(pk=self.pk).order_by("language_code")
