"""/cms/bo-cau-hoi/giay-chung-nhan/: certificates of an official's subtree, to withdraw with a reason and to restore."""

import django_filters
from django import forms
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect

from learning.progress.certificates import Certificate, restore, revoke
from learning.progress.cms.scope import in_places, seen_by
from members.office.reports import OfficialsReport


class CertificateFilters(WagtailFilterSet):
    course_title = django_filters.CharFilter(label=gettext_lazy("Course"), lookup_expr="icontains")
    place = django_filters.CharFilter(label=gettext_lazy("Union unit, tones not needed"), method="in_place")
    issued_on = django_filters.DateFromToRangeFilter(label=gettext_lazy("Issued on"), widget=DateRangePickerWidget)
    withdrawn = django_filters.BooleanFilter(
        label=gettext_lazy("Withdrawn"), field_name="revoked_at", lookup_expr="isnull", exclude=True, widget=BooleanRadioSelect
    )

    class Meta:
        model = Certificate
        fields: list[str] = []

    def in_place(self, queryset, _name, words):
        return queryset.filter(in_places(words, "member__unit__path"))


class CertificatesReport(OfficialsReport):
    model = Certificate
    page_title = gettext_lazy("Certificates")
    header_icon = "success"
    index_url_name = "certificates_report"
    index_results_url_name = "certificates_report_results"
    filterset_class = CertificateFilters
    is_searchable = True
    default_ordering = "-issued_on"
    exported_as = "giay-chung-nhan"

    def scoped(self):
        return seen_by(self.request.user, Certificate.objects).select_related("member__unit")

    def search_queryset(self, queryset):
        return queryset.found_by(self.search_query) if self.is_searching else queryset

    @property
    def columns(self):
        return [
            TitleColumn("member", label=_("Member"), url_name="certificate_report"),
            Column("unit", label=_("Union unit"), accessor="member.unit"),
            Column("course_title", label=_("Course")),
            DateColumn("issued_on", label=_("Issued on"), sort_key="issued_on"),
            Column("code", label=_("Code"), accessor="printed_code"),
            Column("state", label=_("Status"), accessor=state),
        ]

    def headings(self):
        return [_("Member code"), _("Full name"), _("Union unit"), _("Course"), _("Language"), _("Issued on"), _("Code"), _("Status"), _("Reason")]

    def cells(self, certificate):
        member = certificate.member
        return [
            member.member_code,
            member.full_name,
            str(member.unit) if member.unit else None,
            certificate.course_title,
            certificate.language,
            certificate.issued_on,
            certificate.printed_code,
            state(certificate),
            certificate.reason,
        ]


def state(certificate) -> str:
    return _("withdrawn") if certificate.revoked_at else _("valid")


class ReasonForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


@require_http_methods(["GET", "HEAD", "POST"])
def certificate(request, pk):
    """One certificate, and the deed that its state allows."""
    item = get_object_or_404(seen_by(request.user, Certificate.objects).select_related("member__unit", "revoked_by"), pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        change(request, item, form.cleaned_data["reason"])
        return redirect("certificate_report", pk=item.pk)
    context = {
        "page_title": _("Certificate"),
        "page_subtitle": item.course_title,
        "header_title": _("Certificate"),
        "header_icon": "success",
        "certificate": item,
        "form": form,
    }
    return render(request, "learning/cms/certificate.html", context, status=422 if form.errors else 200)


def change(request, item: Certificate, reason: str) -> None:
    """What the button said: another official may have been faster."""
    if "withdraw" in request.POST and item.revoked_at is None:
        revoke(certificate=item, by=request.user, reason=reason)
        messages.success(request, _("Withdrawn. Whoever checks its code now reads that it does not count."))
    elif "restore" in request.POST and item.revoked_at is not None:
        restore(certificate=item, by=request.user, reason=reason)
        messages.success(request, _("Restored. The certificate counts again."))
