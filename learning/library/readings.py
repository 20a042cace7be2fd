"""What was taken out of a file, once for the same bytes: its text in parts, its pages, pictures of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

AROUND_A_PART = 10_000  # bytes on the wire of a page without the text of its part


class ReadingQuerySet(models.QuerySet):
    def of_file(self, sha256: str, extension: str):
        """The reading of these bytes under this ending, waiting if it is new; None for a file that cannot be named."""
        return self.get_or_create(sha256=sha256, extension=extension[:10])[0] if sha256 else None


class Reading(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("waiting to be read")
        READ = "read", _("read")
        NO_TEXT = "no_text", _("no readable text")
        FAILED = "failed", _("could not be read")

    class Problem(models.TextChoices):
        SCAN = "scan", _("scanned pages")
        OLD_FONT = "old_font", _("an old font (TCVN3 or VNI)")
        TOO_LONG = "too_long", _("too long")
        BROKEN = "broken", _("damaged")
        TIME = "time", _("took too long")
        MEMORY = "memory", _("needed too much memory")

    sha256 = models.CharField(max_length=64)
    extension = models.CharField(max_length=10)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    problem = models.CharField(_("problem"), max_length=10, choices=Problem, blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True)  # of slides and sheets too
    seconds = models.PositiveIntegerField(_("seconds"), null=True)  # of sound and clips
    cover = models.FileField(upload_to="readings", blank=True)  # the first page, a small WebP
    page_pictures = models.PositiveSmallIntegerField(default=0)  # how many first pages are kept as pictures
    finished_at = models.DateTimeField(null=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading of a file")
        verbose_name_plural = _("readings of files")
        constraints = [models.UniqueConstraint(fields=["sha256", "extension"], name="one_reading_per_file")]

    def __str__(self):
        return f"{self.sha256[:12]}.{self.extension}"

    @property
    def cover_name(self) -> str:
        return f"readings/{self.sha256}-{self.extension}/cover.webp"

    def page_picture_name(self, number: int) -> str:
        """In the same storage as the document: as closed as the file itself."""
        return f"readings/{self.sha256}-{self.extension}/{number}.webp"


class ReadingPart(models.Model):
    """A chapter, or as much of a long text as a weak phone opens at once."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200, blank=True)
    html = models.TextField()  # made by learning.library.extraction alone: a few tags, no attributes from outside
    text = models.TextField()
    weight = models.PositiveIntegerField()  # bytes of the html, compressed

    class Meta:
        verbose_name = _("part of a reading")
        verbose_name_plural = _("parts of readings")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["reading", "number"], name="one_reading_part_per_number")]

    def __str__(self):
        return self.title or str(self.number)

    @property
    def page_weight(self) -> int:
        """Bytes on the wire of the page that shows it."""
        return self.weight + AROUND_A_PART
