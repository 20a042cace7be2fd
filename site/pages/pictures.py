"""Pictures, and the one table of the sizes that they are shown in.

Encoding is slow (an AVIF of a large picture takes 0.7 s), so every rendition is made when a picture is saved, and a
reader's request that would encode is refused.
"""

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache

from django.db import connection, models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image, SourceImageIOError

from pages import shelf
from pages.storing import store
from pages.text import nfc


@dataclass(frozen=True)
class Role:
    """Where a picture is shown: Wagtail's resize operation in device pixels, and the encoder qualities."""

    resize: str
    avif: int = 0  # 0: not made in this format
    webp: int = 0
    jpeg: int = 0

    @property
    def specs(self) -> dict[str, str]:
        """Mime type to filter spec, smallest format first."""
        made = (("avif", self.avif), ("webp", self.webp), ("jpeg", self.jpeg))
        return {f"image/{name}": f"{self.resize}|format-{name}|{name}quality-{quality}" for name, quality in made if quality}


ROLES = {
    "hero": Role("fill-720x500", avif=42, webp=58, jpeg=62),  # the top of a page on a phone, 360 px at twice the density
    "wide": Role("fill-1440x900", webp=58),  # the same on a desktop; its AVIF would take 1.8 s of CPU
    "step": Role("fill-640x400", avif=42, webp=55, jpeg=60),  # at most 12 KB, one a step
    "card": Role("fill-352x220", avif=22, webp=55, jpeg=58),  # at most 3.5 KB as AVIF: a screen shows six
    "share": Role("fill-1200x630", jpeg=72),  # for Zalo and Facebook, at most 120 KB
    "print": Role("max-1000x1000", jpeg=75),
}
SPECS = tuple(spec for role in ROLES.values() for spec in role.specs.values())


@cache
def parsed(spec: str) -> Filter:
    """Parsing a spec for each picture of a page costs more than rendering it."""
    return Filter(spec=spec)


class EncodingForReader(RuntimeError):
    """A reader's request asked for a rendition that does not exist."""


@contextmanager
def as_wagtail_expects():
    """Its screens show a grey square where a size cannot be made, if that is told by this error."""
    try:
        yield
    except OSError as error:
        raise SourceImageIOError(str(error)) from error


class Picture(AbstractImage):
    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_picture", "Can choose picture")]

    fresh = False  # its file is new, and measured

    def save(self, *args, **kwargs):
        """Raises OSError where the store takes the file or a size of it not; a picture that was new is gone again then."""
        self.title, self.description = nfc(self.title), nfc(self.description)
        adding = self._state.adding
        super().save(*args, **kwargs)
        self.fresh = False
        try:
            self.make_renditions()
        except OSError:
            if adding:
                self._take_back()
            raise

    def _take_back(self) -> None:
        """The row, where no transaction around takes it back anyway; and its file, where the store lets it go."""
        with suppress(OSError):
            self.file.storage.delete(self.file.name)
        if not connection.in_atomic_block:
            self.delete()

    def store_file(self) -> None:
        """Raises StorageUnavailable. A form asks for it as the last thing that it checks, when no transaction has begun yet."""
        if self.file and not self.file._committed:
            self._set_image_file_metadata()
            self.fresh = True
        store(self, "file")

    def _set_image_file_metadata(self):
        """Wagtail's forms ask again once the file is in the store; it has been read on its way there."""
        if not (self.fresh and self.file._committed):
            super()._set_image_file_metadata()

    def make_renditions(self) -> None:
        """Make what is missing for the present focal point, and drop what was made for another."""
        keys = {spec: parsed(spec).get_cache_key(self) for spec in SPECS}
        stale = models.Q()
        for spec, key in keys.items():
            stale |= models.Q(models.Q(filter_spec=spec), ~models.Q(focal_point_key=key))
        self.get_renditions(*(parsed(spec) for spec in SPECS))
        self.renditions.filter(stale).delete()

    def create_rendition(self, filter):
        self._refuse_for_readers(filter)
        with as_wagtail_expects():
            rendition = super().create_rendition(filter)
        rendition.weigh()
        return rendition

    def generate_rendition_instance(self, filter, source):
        rendition = super().generate_rendition_instance(filter, source)
        rendition.weight = rendition.file.size
        return rendition

    def create_renditions(self, *filters):
        if filters:
            self._refuse_for_readers(*filters)
        with as_wagtail_expects():
            return super().create_renditions(*filters)

    def _refuse_for_readers(self, *filters) -> None:
        if shelf.current() is not None:
            raise EncodingForReader(f"{self.title}: {', '.join(f.spec for f in filters)}")

    def made(self, role: str) -> dict[str, AbstractRendition]:
        """Mime type to rendition, of what exists: for this focal point, else for an older one."""
        wanted = {spec: mime for mime, spec in ROLES[role].specs.items()}
        found: dict[str, AbstractRendition] = {}
        prefetched = self._get_prefetched_renditions()
        for rendition in self.renditions.all() if prefetched is None else prefetched:
            mime = wanted.get(rendition.filter_spec)
            if mime and (mime not in found or rendition.focal_point_key == parsed(rendition.filter_spec).get_cache_key(self)):
                found[mime] = rendition
        return {mime: found[mime] for mime in ROLES[role].specs if mime in found}


class Rendition(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")
    weight = models.PositiveIntegerField(null=True, editable=False)  # bytes: feeds and download links tell it, and must not ask the store

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def weigh(self) -> None:
        """What was made before weights were kept, or one by one."""
        if self.weight is None:
            self.weight = self.file.size
            self.save(update_fields=["weight"])
