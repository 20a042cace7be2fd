"""/cms/thu-vien/luot-tai/: how often each document was read and downloaded, a month. Whole figures, no persons."""

from datetime import date

import django_filters
from django import forms
from django.db.models import F, Sum
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn

from config.languages import BY_CODE
from learning.library.models import DocumentDay, LibraryDocument
from learning.library.office.reports import EditorsReport
from learning.library.office.seen import edited_by

MONTHS = 24  # that can be chosen


def months() -> list[tuple[str, str]]:
    """The last two years, newest first: ("2026-11", "11/2026")."""
    today = localdate()
    firsts = [date(today.year + (today.month - 1 - back) // 12, (today.month - 1 - back) % 12 + 1, 1) for back in range(MONTHS)]
    return [(f"{first:%Y-%m}", f"{first:%m/%Y}") for first in firsts]


class MonthFilters(WagtailFilterSet):
    month = django_filters.ChoiceFilter(label=gettext_lazy("Month"), choices=months, method="in_month", empty_label=gettext_lazy("All months"))
    kind = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Kind"), field_name="document__kind", choices=LibraryDocument.Kind.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = DocumentDay
        fields: list[str] = []

    def in_month(self, queryset, _name, month):
        year, number = map(int, month.split("-"))
        following = date(year + number // 12, number % 12 + 1, 1)
        return queryset.filter(day__gte=date(year, number, 1), day__lt=following)


class DownloadsPerMonth(EditorsReport):
    model = DocumentDay
    verbose_name_plural = gettext_lazy("documents")
    page_title = gettext_lazy("Downloads per month")
    header_icon = "download"
    index_url_name = "library_months"
    index_results_url_name = "library_months_results"
    filterset_class = MonthFilters
    default_ordering = "-month"
    exported_as = "luot-tai"

    def get_filterset_kwargs(self):
        """Without a choice, this month: a library's whole life is asked for by name."""
        kwargs = super().get_filterset_kwargs()
        if "month" not in kwargs["data"]:
            kwargs["data"] = kwargs["data"].copy()
            kwargs["data"]["month"] = months()[0][0]
        return kwargs

    def scoped(self):
        return DocumentDay.objects.filter(document__in=edited_by(self.request.user).order_by().values("pk"))

    def filter_queryset(self, queryset):
        """First the days, then their sums."""
        days = super().filter_queryset(queryset.order_by())
        sums = days.annotate(month=TruncMonth("day")).values("month", "document_id").annotate(read=Sum("reads"), downloaded=Sum("downloads"))
        sums = sums.annotate(title=F("document__title"), kind=F("document__kind"), language=F("document__language_code"))
        return sums.order_by(
            self.ordering, *(name for name in ("-month", "-downloaded", "-read", "document_id") if name.lstrip("-") != self.ordering.lstrip("-"))
        )

    def order_queryset(self, queryset):
        return queryset  # the sums are not there yet

    @property
    def columns(self):
        return [
            TitleColumn("title", label=_("Title"), sort_key="title", accessor=lambda row: row["title"], get_url=address),
            Column("month", label=_("Month"), sort_key="month", accessor=lambda row: f"{row['month']:%m/%Y}"),
            Column("kind", label=_("Kind"), accessor=kind),
            Column("language", label=_("Language"), accessor=language),
            NumberColumn("read", label=_("Times read"), sort_key="read", accessor=lambda row: row["read"]),
            NumberColumn("downloaded", label=_("Times downloaded"), sort_key="downloaded", accessor=lambda row: row["downloaded"]),
        ]

    def headings(self):
        return [_("Month"), _("Title"), _("Kind"), _("Language"), _("Times read"), _("Times downloaded"), _("Number of the document")]

    def cells(self, row):
        return [f"{row['month']:%m/%Y}", row["title"], kind(row), language(row), row["read"], row["downloaded"], row["document_id"]]


def address(row) -> str:
    return reverse("wagtaildocs:edit", args=[row["document_id"]])


def kind(row) -> str:
    return str(LibraryDocument.Kind(row["kind"]).label)


def language(row) -> str:
    return BY_CODE[row["language"]].own_name
