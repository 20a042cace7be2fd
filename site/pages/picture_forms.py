"""What happens to a picture on its way in: decoded whole, turned upright, made smaller, stripped of place and camera."""

import io
from functools import partial
from pathlib import Path

import pillow_heif
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from pages.storing import UNAVAILABLE, StorageUnavailable

pillow_heif.register_heif_opener()

DAMAGED = _("This picture is damaged or was not sent completely. Open it on the machine that it comes from, save it as JPG and upload it again.")
LONGEST = 2400  # px: enough for a poster; a phone's 30 megapixels only cost disk and time


def clean_picture(upload) -> SimpleUploadedFile:
    """The upload as a fresh file without metadata: JPEG, or PNG where it has transparency.

    Raises ValidationError for what cannot be decoded to its last row.
    """
    try:
        upload.seek(0)
        with Image.open(upload) as source:
            source.draft("RGB", (LONGEST, LONGEST))
            source.load()
            picture = ImageOps.exif_transpose(source)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as broken:
        raise ValidationError(DAMAGED, code="damaged") from broken
    transparent = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    picture = picture.convert("RGBA" if transparent else "RGB")
    picture.thumbnail((LONGEST, LONGEST), Image.LANCZOS)
    picture.info = {}
    made = io.BytesIO()
    if transparent:
        picture.save(made, "PNG", optimize=True)
    else:
        picture.save(made, "JPEG", quality=90, progressive=True, subsampling=0)
    stem = Path(upload.name).stem[:80] or "anh"
    name, mime = (f"{stem}.png", "image/png") if transparent else (f"{stem}.jpg", "image/jpeg")
    return SimpleUploadedFile(name, made.getvalue(), mime)


class PictureField(WagtailImageField):
    """Says what is wrong in words that help. A picture under another picture's ending is taken: Zalo saves WebP as .jpg."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages |= {
            "invalid_image": _("This file is not a picture that can be read, or it is damaged. Choose a JPG, PNG, WebP, AVIF or HEIC file."),
            "invalid_image_extension": _("This kind of file is not taken. Choose a JPG, PNG, WebP, AVIF or HEIC file."),
            "invalid_extension": _("This kind of file is not taken. Choose a JPG, PNG, WebP, AVIF or HEIC file."),
            "file_too_large": _("This picture is too large (%(file_size)s; at most %(max_filesize)s). Make it smaller and upload it again."),
            "file_too_many_pixels": _("This picture has too many pixels (%(num_pixels)s; at most %(max_pixels_count)s). Make it smaller and upload it again."),
        }

    def to_python(self, data):
        try:
            return super().to_python(data)
        except ValidationError:
            raise
        except Exception as broken:  # decoders fail on broken files in any way they like
            raise ValidationError(DAMAGED, code="damaged") from broken

    def check_image_file_format(self, f):
        if {Path(f.name).suffix.lower()[1:], f.image.format_name} - set(self.allowed_image_extensions):
            raise ValidationError(self.error_messages["invalid_image_extension"], code="invalid_image_extension")


class PictureForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(label=field.label, required=field.required, widget=field.widget)
        if field := self.fields.get("description"):
            field.help_text = _("What the picture shows, for women who listen to the page. One sentence in Vietnamese.")

    def clean_file(self):
        upload = self.cleaned_data["file"]
        return clean_picture(upload) if "file" in self.changed_data else upload

    def _post_clean(self):
        """Last, when all else is right: a picture that cannot be stored is an error of the form, so that nothing typed is lost."""
        super()._post_clean()
        if not self.errors:
            try:
                self.instance.store_file()
            except StorageUnavailable:
                self.add_error("file", UNAVAILABLE)

    def save(self, commit=True):
        """Wagtail deletes the file of before at once; here it goes when the new one has all its sizes."""
        before, self.original_file = self.original_file, None
        picture = super().save(commit)
        if commit and before and "file" in self.changed_data:
            picture.renditions.all().delete()
            picture.make_renditions()
            transaction.on_commit(partial(before.storage.delete, before.name), robust=True)
        return picture
