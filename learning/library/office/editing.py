"""Wagtail's screens for one document, with the fields in groups, the twins of a file and its history."""

from django.utils.functional import cached_property
from wagtail.documents.views import documents

from learning.library.office.openness import Opennesses
from learning.library.office.reading_words import words_of


class FileIsKept:
    """A form with a mistake keeps the file that came with it."""

    def form_invalid(self, form):
        form.keep_file()
        return super().form_invalid(form)


class CreateDocument(FileIsKept, documents.CreateView):
    template_name = "learning/library/add.html"


class EditDocument(FileIsKept, documents.EditView):
    template_name = "learning/library/edit.html"

    @cached_property
    def versions(self):
        return self.object.versions.select_related("created_by", "restored_from")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        collection = context["form"].instance.collection
        return context | {
            "versions": self.versions,
            "reading": words_of(self.object.reading),
            "openness": Opennesses().of(collection),
        }
