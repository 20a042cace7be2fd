"""/cms/tim-kiem-khong-thay/: what readers looked for and did not find, for whoever may write it."""

from django.db.models import Max, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports.base import ReportView

from config.languages import BY_CODE
from search.missed import MissedSearch


def language_of(row: dict) -> str:
    language = BY_CODE.get(row["language"])
    return language.own_name if language else row["language"]


class MissedSearches(ReportView):
    model = MissedSearch
    page_title = _("Searches without a result")
    header_icon = "search"
    index_url_name = "missed_searches"
    index_results_url_name = "missed_searches_results"
    default_ordering = "-times"
    list_export: list[str] = []
    columns = [
        Column("words", label=_("Words, without tones")),
        Column("language", label=_("Language"), accessor=language_of),
        Column("times", label=_("How often"), sort_key="times"),
        Column("last", label=_("Last on"), sort_key="last", accessor=lambda row: date_format(row["last"], "SHORT_DATE_FORMAT")),
    ]

    def get_base_queryset(self):
        return MissedSearch.objects.values("words", "language").annotate(times=Sum("times"), last=Max("day"))

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "words", "language")
