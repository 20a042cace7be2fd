"""/cms/tim-kiem-khong-thay/: what readers looked for and did not find, for whoever may write it."""

import django_filters
from django.db.models import Max, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from config.languages import BY_CODE
from members.office.reports import OfficialsReport
from search.missed import MissedSearch

FEWEST = 3  # times: what was asked less often may be about one person


def language_of(row: dict) -> str:
    language = BY_CODE.get(row["language"])
    return language.own_name if language else row["language"]


class LanguageFilter(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"), choices=[(code, each.own_name) for code, each in BY_CODE.items()], empty_label=_("All"))

    class Meta:
        model = MissedSearch
        fields: list[str] = []


class MissedSearches(OfficialsReport):
    model = MissedSearch
    page_title = _("Searches without a result")
    header_icon = "search"
    index_url_name = "missed_searches"
    index_results_url_name = "missed_searches_results"
    default_ordering = "-times"
    filterset_class = LanguageFilter
    exported_as = "tim-khong-thay"
    columns = [
        Column("words", label=_("Words, without tones")),
        Column("language", label=_("Language"), accessor=language_of),
        Column("times", label=_("How often"), sort_key="times"),
        Column("last", label=_("Last on"), sort_key="last", accessor=lambda row: date_format(row["last"], "SHORT_DATE_FORMAT")),
    ]

    def is_for(self, user) -> bool:
        """Whoever works in /cms/, which the gate has asked already: any editor may write what was looked for."""
        return user.is_active

    def scoped(self):
        rows = MissedSearch.objects.values("words", "language").annotate(times=Sum("times"), last=Max("day"))
        return rows.filter(times__gte=FEWEST)

    def headings(self):
        return [str(column.label) for column in self.columns]

    def cells(self, row):
        return [row["words"], language_of(row), row["times"], row["last"]]

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "words", "language")
