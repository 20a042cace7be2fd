"""Wagtail's upload of several files at once: each is shown its twin before it becomes a document."""

from functools import partial
from pathlib import PurePath

from wagtail.documents.views import multiple

from learning.library.models import LibraryDocument
from pages.unstored import KeepsUnstored, TellsUnstored

Kind = LibraryDocument.Kind
LIKELY = {"mp3": Kind.AUDIO, "m4a": Kind.AUDIO, "ogg": Kind.AUDIO, "mp4": Kind.CLIP, "webm": Kind.CLIP, "pptx": Kind.SLIDES, "docx": Kind.FORM}


def likely_kind(name: str) -> str:
    return LIKELY.get(PurePath(name).suffix.lower().lstrip("."), Kind.HANDBOOK)


class UploadSeveral(TellsUnstored, multiple.AddView):
    def get_edit_upload_form_context_data(self):
        """The form of what was not made yet knows the file that waits for it."""
        self.object.kind = likely_kind(self.upload_object.file.name)
        self.object.title = self.request.POST.get("title") or PurePath(self.object.title).stem
        return super().get_edit_upload_form_context_data()

    def get_edit_form_class(self):
        return partial(super().get_edit_form_class(), waiting=getattr(self, "upload_object", None))


class MakeUploaded(KeepsUnstored, multiple.CreateFromUploadedDocumentView):
    def get_edit_form_class(self):
        form_class = super().get_edit_form_class()
        return lambda *args, **kwargs: form_class(*args, waiting=self.upload, **kwargs)
