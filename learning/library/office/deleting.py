"""Before a document goes: the pages that link to it, by name."""

from itertools import islice

from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.documents.views import documents
from wagtail.documents.views.bulk_actions import DeleteBulkAction
from wagtail.models import Page, ReferenceIndex

SHOWN = 20


def links_to(document, user) -> dict:
    """count, the first of those that she may open, and how many others there are."""
    found = ReferenceIndex.get_grouped_references_to(document)
    finder, links = AdminURLFinder(user), []
    for source, _references in islice(found, SHOWN):
        if address := finder.get_edit_url(source):
            links.append({"address": address, "title": source.get_admin_display_title() if isinstance(source, Page) else str(source)})
    return {"count": found.count(), "links": links, "others": found.count() - len(links), "address": f"{usage(document)}?describe_on_delete=1"}


def usage(document) -> str:
    return reverse("wagtaildocs:document_usage", args=[document.pk])


class DeleteDocument(documents.DeleteView):
    template_name = "learning/library/delete.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"usage": links_to(self.object, self.request.user), "document": self.object}


class DeleteDocuments(DeleteBulkAction):
    template_name = "learning/library/delete_several.html"

    def object_context(self, item):
        return super().object_context(item) | {"usage": links_to(item, self.request.user)}
