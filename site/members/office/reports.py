"""Lists in the editor's admin for officials, each within her own subtree; downloads that compute nothing and are logged."""

from collections.abc import Iterator

from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language, override
from wagtail.admin.views.reports.base import ReportView

from members.audit import AuditEntry, record
from pages import spreadsheets


class OfficialsReport(ReportView):
    """Subclasses name scoped(), columns, and headings() with cells() where the list may be downloaded."""

    exported_as = ""  # the file's name and what the log says; empty: no download

    def dispatch(self, request, *args, **kwargs):
        if not self.is_for(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def is_for(self, user) -> bool:
        return user.is_officer or user.is_superuser

    @property
    def list_export(self):
        """Wagtail shows its buttons where this is not empty."""
        return self.headings() if self.exported_as else []

    def headings(self) -> list[str]:
        return []

    def cells(self, item) -> list[spreadsheets.Cell]:
        raise NotImplementedError

    def scoped(self):
        """Everything that this official may see."""
        raise NotImplementedError

    def get_base_queryset(self):
        return self.scoped()

    def get_filtered_queryset(self):
        return self.get_queryset()  # searches and filters already

    def get(self, request, *args, **kwargs):
        if self.is_export and self.exported_as:
            return self.exported(self.get_queryset())
        self.is_export = False
        return super().get(request, *args, **kwargs)

    def exported(self, rows):
        """Streamed: Wagtail's own way holds a province in memory."""
        kind, user = self.request.GET["export"], self.request.user
        name = f"{self.exported_as}-{timezone.localdate():%Y-%m-%d}"
        if self.request.method == "HEAD":  # takes nothing away, so it is neither computed nor logged
            return spreadsheets.response(kind, name, self.headings(), iter(()))
        details = {**self.narrowed_by(), "what": self.exported_as, "count": rows.count(), "as": kind}
        record(AuditEntry.Action.EXPORT, actor=user, unit=user.unit, details=details)
        return spreadsheets.response(kind, name, self.headings(), self.lines(rows))

    def narrowed_by(self) -> dict:
        """The filters that were set, for the log. Not the words of a search, which may be a name."""
        ends = ("", "_from", "_to")  # of a span of days
        known = {f"{name}{end}" for name in self.filterset_class.base_filters for end in ends}
        asked = {name: [value for value in self.request.GET.getlist(name) if value] for name in known & self.request.GET.keys()}
        return {name: values if len(values) > 1 else values[0] for name, values in asked.items() if values}

    def lines(self, rows) -> Iterator[list[spreadsheets.Cell]]:
        """In the language of the page: a file is sent after Wagtail has gone back to another."""
        language = get_language()
        return (self.said(language, item) for item in rows.iterator(chunk_size=2000))

    def said(self, language: str, item) -> list[spreadsheets.Cell]:
        with override(language):
            return self.cells(item)
