"""/cms/nhat-ky/: who did what, within an official's subtree. To read only."""

import django_filters
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column

from members.audit import AuditEntry
from members.models import Member, Unit
from members.office.reports import OfficialsReport
from pages.text import folded

# What the keys and the values in an entry's details mean.
KEYS = {
    "way": gettext_lazy("with"),
    "what": gettext_lazy("what"),
    "count": gettext_lazy("how many"),
    "as": gettext_lazy("file"),
    "file": gettext_lazy("file"),
    "seats": gettext_lazy("for how many"),
    "days": gettext_lazy("days"),
    "fields": gettext_lazy("fields"),
    "reason": gettext_lazy("reason"),
    "code": gettext_lazy("code"),
    "deed": gettext_lazy("deed"),
    "version": gettext_lazy("version"),
    "key": gettext_lazy("key of version"),
    "gained": gettext_lazy("newly passed"),
    "lost": gettext_lazy("not passed any more"),
    "added": gettext_lazy("added"),
    "updated": gettext_lazy("changed"),
    "unchanged": gettext_lazy("unchanged"),
    "bad": gettext_lazy("with mistakes"),
    "skipped": gettext_lazy("deleted at her own wish"),
    "branches": gettext_lazy("new branches"),
    "sha256": gettext_lazy("fingerprint of the file"),
    "is_official": gettext_lazy("union official"),
    "is_superuser": gettext_lazy("administrator"),
    "is_active": gettext_lazy("may sign in"),
    "groups": gettext_lazy("groups"),
    "unit": gettext_lazy("union unit"),
    # Of a download: by what its list was narrowed.
    "place": gettext_lazy("Union unit"),
    "kind": gettext_lazy("Kind of unit"),
    "status": gettext_lazy("Status"),
    "has_card": gettext_lazy("Has a card"),
    "has_pin": gettext_lazy("Has signed in"),
    "quiz_key": gettext_lazy("Quiz"),
    "counts_as_passed": gettext_lazy("Passed"),
    "source": gettext_lazy("How"),
    "submitted_from": gettext_lazy("When, from"),
    "submitted_to": gettext_lazy("When, to"),
    "course_title": gettext_lazy("Course"),
    "issued_on_from": gettext_lazy("Issued from"),
    "issued_on_to": gettext_lazy("Issued to"),
    "withdrawn": gettext_lazy("Withdrawn"),
    "role": gettext_lazy("Role"),
    "language": gettext_lazy("Language"),
}
VALUES = {
    **dict(Unit.Kind.choices),
    **dict(Member.Status.choices),
    "true": gettext_lazy("yes"),
    "false": gettext_lazy("no"),
    "card": gettext_lazy("card"),
    "cards": gettext_lazy("cards"),
    "code": gettext_lazy("code"),
    "phone": gettext_lazy("phone"),
    "password": gettext_lazy("password"),
    "member": gettext_lazy("account"),
    "account": gettext_lazy("account"),
    "name": gettext_lazy("a name that no account has"),
    "second factor": gettext_lazy("second step"),
    "hoi-vien": gettext_lazy("list of members"),
    "bai-lam": gettext_lazy("attempts"),
    "giay-chung-nhan": gettext_lazy("certificates"),
    "phan-cong": gettext_lazy("who may do what"),
    "tai-lieu-can-xem-lai": gettext_lazy("documents to review"),
    "luot-tai": gettext_lazy("downloads of documents"),
    "full_name": gettext_lazy("full name"),
    "birth_year": gettext_lazy("year of birth"),
    "unit": gettext_lazy("union unit"),
    "withdrawn": gettext_lazy("withdrawn"),
    "restored": gettext_lazy("restored"),
    "invitation": gettext_lazy("invitation"),
    "request to join": gettext_lazy("request to join"),
    "correction": gettext_lazy("correct my data"),
    "deletion": gettext_lazy("delete my data"),
    "refused": gettext_lazy("refused"),
    "switched on": gettext_lazy("switched on"),
    "switched off": gettext_lazy("switched off"),
}


def in_words(details: dict) -> str:
    """For instance "for how many: 20; days: 14". A change shows both its ends."""
    return "; ".join(f"{KEYS.get(key, key)}: {value_in_words(value)}" for key, value in details.items())


def value_in_words(value) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dict):
        return f"{value_in_words(value.get('from'))} → {value_in_words(value.get('to'))}"
    if isinstance(value, list):
        return ", ".join(map(value_in_words, value)) or "–"
    return str(VALUES.get(value, value)) if value not in (None, "") else "–"


class LogFilters(WagtailFilterSet):
    action = django_filters.MultipleChoiceFilter(label=gettext_lazy("Action"), choices=AuditEntry.Action.choices)
    at = django_filters.DateFromToRangeFilter(label=gettext_lazy("When"), widget=DateRangePickerWidget)
    actor = django_filters.CharFilter(label=gettext_lazy("Who, tones not needed"), method="by")
    member = django_filters.CharFilter(label=gettext_lazy("About whom, tones not needed"), method="about")

    class Meta:
        model = AuditEntry
        fields: list[str] = []

    def by(self, queryset, _name, words):
        return queryset.filter(actor__name_folded__contains=folded(words))

    def about(self, queryset, _name, words):
        return queryset.filter(member__name_folded__contains=folded(words))


class AuditLog(OfficialsReport):
    model = AuditEntry
    page_title = gettext_lazy("Audit log")
    header_icon = "history"
    index_url_name = "office_log"
    index_results_url_name = "office_log_results"
    filterset_class = LogFilters
    default_ordering = "-at"
    columns = [
        Column("at", label=gettext_lazy("When"), sort_key="at", accessor=lambda entry: date_format(timezone.localtime(entry.at), "SHORT_DATETIME_FORMAT")),
        Column("action", label=gettext_lazy("Action"), accessor="get_action_display"),
        Column("actor", label=gettext_lazy("Who")),
        Column("member", label=gettext_lazy("About whom")),
        Column("unit", label=gettext_lazy("Union unit")),
        Column("details", label=gettext_lazy("Details"), accessor=lambda entry: in_words(entry.details)),
    ]

    def scoped(self):
        """What happened in her units. What belongs to no unit only a superuser sees."""
        user, entries = self.request.user, AuditEntry.objects.select_related("actor", "member", "unit")
        return entries if user.is_superuser else entries.filter(unit__path__startswith=user.unit.path)

    def order_queryset(self, queryset):
        return super().order_queryset(queryset).order_by(self.ordering, "-pk" if self.ordering == "-at" else "pk")
