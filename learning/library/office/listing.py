"""/cms/documents/: the library as its editors see it, narrowed and sorted by what they look after."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column, DownloadColumn, UsageCountColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.documents.views import documents

from learning.library.office.filters import LibraryFilters
from learning.library.office.openness import Opennesses
from learning.library.office.seen import policy
from pages.templatetags.numbers import kb


def day(value) -> str:
    return f"{value:%d/%m/%Y}" if value else ""


class FileColumn(DownloadColumn):
    """From the editor's own address: readers' addresses are shut where readers are."""

    cell_template_name = "learning/library/file_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        context["download_url"] = reverse("library_version_file", args=[instance.version_id]) if instance.version_id else ""
        return context


class ListDocuments(documents.IndexView):
    filterset_class = LibraryFilters
    template_name = "learning/library/list.html"

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("collection", "version")

    @cached_property
    def opennesses(self):
        return Opennesses()

    @cached_property
    def columns(self):
        bulk, title = super().columns[:2]
        return [
            bulk,
            title,
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            Column("language", label=_("Language"), accessor="get_language_code_display"),
            FileColumn("file", label=_("File"), accessor=self.file_in_words),
            Column("version", label=_("Version"), accessor="version.number"),
            Column("collection", label=_("Collection"), accessor="collection.name"),
            Column("audience", label=_("Who may read"), accessor=lambda document: capfirst(self.opennesses.of(document.collection))),
            Column("review_on", label=_("Review again on"), accessor=lambda document: day(document.review_on)),
            UsageCountColumn("usage_count", label=_("Usage"), sort_key=None if self.is_searching else "usage_count"),
        ]

    @staticmethod
    def file_in_words(document) -> str:
        """PDF, 480 KB."""
        return ", ".join(filter(None, [document.file_extension.upper(), kb(document.file_size)]))

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if policy().user_has_permission(self.request.user, "add"):
            buttons = [*buttons, HeaderButton(_("Upload many with a sheet"), url=reverse("library_batches"), icon_name="upload")]
        return buttons
