"""/cms/bo-cau-hoi/bai-lam/: what the members of an official's subtree handed in, to find, to read and to take away."""

import django_filters
from django import forms
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect

from learning.progress.attempts import Attempt
from learning.progress.cms.scope import in_places, quiz_titles, seen_by, version_names
from learning.progress.domain import payload_now, result_of
from learning.progress.taking.review import review
from members.office.reports import OfficialsReport
from pages.templatetags.numbers import number


def quiz_choices() -> list[tuple[str, str]]:
    return [(str(key), title) for key, title in quiz_titles(version_names()).items()]


class AttemptFilters(WagtailFilterSet):
    quiz_key = django_filters.ChoiceFilter(label=gettext_lazy("Quiz"), choices=quiz_choices, widget=forms.Select)
    place = django_filters.CharFilter(label=gettext_lazy("Union unit, tones not needed"), method="in_place")
    submitted = django_filters.DateFromToRangeFilter(label=gettext_lazy("When"), widget=DateRangePickerWidget)
    counts_as_passed = django_filters.BooleanFilter(label=gettext_lazy("Passed"), widget=BooleanRadioSelect)
    source = django_filters.MultipleChoiceFilter(label=gettext_lazy("How"), choices=Attempt.Source.choices, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Attempt
        fields: list[str] = []

    def in_place(self, queryset, _name, words):
        return queryset.filter(in_places(words))


def minutes(attempt) -> float:
    return round((attempt.submitted - attempt.started).total_seconds() / 60, 1)


def result(attempt) -> str:
    """4 / 5, as it counts now."""
    return f"{number(attempt.counted_score / 100)} / {number(attempt.counted_maximum // 100)}"


class AttemptsReport(OfficialsReport):
    model = Attempt
    page_title = gettext_lazy("Attempts")
    header_icon = "form"
    index_url_name = "attempts_report"
    index_results_url_name = "attempts_report_results"
    filterset_class = AttemptFilters
    is_searchable = True
    default_ordering = "-submitted"
    exported_as = "bai-lam"

    def scoped(self):
        return seen_by(self.request.user, Attempt.objects).with_result().select_related("member", "unit")

    def search_queryset(self, queryset):
        return queryset.by_members_called(self.search_query) if self.is_searching else queryset

    @cached_property
    def versions(self):
        return version_names()

    @property
    def columns(self):
        return [
            TitleColumn("member", label=_("Member"), url_name="attempt_report"),
            Column("unit", label=_("Union unit"), sort_key="unit__path"),
            Column("quiz", label=_("Quiz"), accessor=lambda attempt: self.versions[attempt.version_id].title),
            Column("version", label=_("Version"), accessor=self.version),
            Column("result", label=_("Result"), accessor=result),
            BooleanColumn("counts_as_passed", label=_("Passed")),
            Column("minutes", label=_("Minutes"), accessor=lambda attempt: number(minutes(attempt))),
            DateColumn("submitted", label=_("When"), sort_key="submitted"),
            Column("source", label=_("How"), accessor="get_source_display"),
        ]

    def version(self, attempt) -> str:
        name = self.versions[attempt.version_id]
        return f"{name.number} ({name.language})"

    def headings(self):
        return [
            _("Member code"),
            _("Full name"),
            _("Union unit"),
            _("Quiz"),
            _("Language"),
            _("Version"),
            _("Points"),
            _("of"),
            _("Per cent"),
            _("Passed"),
            _("Marked again"),
            _("Minutes"),
            _("When"),
            _("How"),
        ]

    def cells(self, attempt):
        name = self.versions[attempt.version_id]
        return [
            attempt.member.member_code,
            attempt.member.full_name,
            str(attempt.unit) if attempt.unit else None,
            name.title,
            name.language,
            name.number,
            attempt.counted_score / 100,
            attempt.counted_maximum // 100,
            round(100 * attempt.counted_score / (attempt.counted_maximum or 1), 1),
            _("yes") if attempt.counts_as_passed else _("no"),
            _("yes") if attempt.is_remarked else None,
            minutes(attempt),
            attempt.submitted,
            attempt.get_source_display(),
        ]


@require_safe
def attempt(request, pk):
    """Each answer of one attempt, what was right, and every time that it was marked."""
    item = get_object_or_404(seen_by(request.user, Attempt.objects).select_related("member", "unit", "version"), pk=pk)
    now = result_of(item)
    context = {
        "page_title": _("Attempt"),
        "page_subtitle": item.version.payload["title"],
        "header_title": _("Attempt"),
        "header_icon": "form",
        "attempt": item,
        "minutes": minutes(item),
        "now": now,
        "rows": review(payload_now(item), item.answers, reveal=True),
        "remarks": item.remarks.select_related("regrade__by_key_of", "regrade__made_by").order_by("regrade__made_at", "pk"),
    }
    return render(request, "learning/cms/attempt.html", context)
