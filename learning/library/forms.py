"""The library's form in the editor's admin."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from learning.library import finding
from learning.library.storing import UNAVAILABLE, StorageUnavailable

AUDIO, CLIP = {"mp3", "m4a", "ogg"}, {"mp4", "webm"}


class LibraryDocumentForm(BaseDocumentForm):
    def clean_subtitles(self):
        upload = self.cleaned_data.get("subtitles")
        if upload and "subtitles" in self.changed_data:
            start = upload.read(20)
            upload.seek(0)
            if not start.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
                raise ValidationError(_("This is not a WebVTT file: its first line must be WEBVTT. Export the subtitles as .vtt and upload them again."))
        return upload

    def clean(self):
        cleaned = super().clean()
        upload, kind = cleaned.get("file"), cleaned.get("kind")
        extension = upload.name.rsplit(".", 1)[-1].lower() if upload else ""
        if kind == "audio" and extension not in AUDIO:
            self.add_error("kind", _("A sound needs an mp3, m4a or ogg file. Choose another kind or another file."))
        if kind == "clip" and extension not in CLIP:
            self.add_error("kind", _("A clip needs an mp4 or webm file. Choose another kind or another file."))
        return cleaned

    def _post_clean(self):
        """Last, when all else is right: a file that cannot be stored is an error of the form, so that nothing typed is lost."""
        super()._post_clean()
        if not self.errors:
            try:
                self.instance.store_files()
            except StorageUnavailable:
                self.add_error("file" if "file" in self.changed_data else "subtitles", UNAVAILABLE)

    def _save_m2m(self):
        """Its tags are found too, and were not there yet when the document was saved."""
        super()._save_m2m()
        finding.put([self.instance])
