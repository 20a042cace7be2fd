"""/cms/thu-vien/xem-lai/: documents that must be looked at again, with who answers for each."""

import django_filters
from django import forms
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from learning.library.models import LibraryDocument
from learning.library.office.filters import SOON, owners
from learning.library.office.listing import day
from learning.library.office.seen import edited_by, policy
from members.office.reports import OfficialsReport


class EditorsReport(OfficialsReport):
    """Of the documents that she may edit."""

    def is_for(self, user) -> bool:
        return policy().user_has_any_permission(user, ["add", "change", "delete"])


class ReviewFilters(WagtailFilterSet):
    owner = django_filters.ModelChoiceFilter(label=gettext_lazy("Who answers for it"), queryset=owners, method="of_owner")
    kind = django_filters.MultipleChoiceFilter(label=gettext_lazy("Kind"), choices=LibraryDocument.Kind.choices, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = LibraryDocument
        fields: list[str] = []

    def of_owner(self, queryset, _name, member):
        return queryset.filter(answering=member.pk)


class ReviewDue(EditorsReport):
    model = LibraryDocument
    page_title = gettext_lazy("Documents to review")
    header_icon = "date"
    index_url_name = "library_review"
    index_results_url_name = "library_review_results"
    filterset_class = ReviewFilters
    default_ordering = "review_on"
    exported_as = "tai-lieu-can-xem-lai"

    @property
    def no_results_message(self):
        return super().no_results_message if self.is_filtering else _("No document has to be looked at again within 30 days.")

    def scoped(self):
        documents = edited_by(self.request.user).filter(review_on__lte=localdate() + SOON)
        names = Coalesce("owner__full_name", "uploaded_by_user__full_name")
        return documents.annotate(answering=Coalesce("owner_id", "uploaded_by_user_id"), answering_name=names).select_related("collection")

    @property
    def columns(self):
        return [
            TitleColumn("title", label=_("Title"), sort_key="title", get_url=lambda document: reverse("wagtaildocs:edit", args=[document.pk])),
            Column("review_on", label=_("Review again on"), sort_key="review_on", accessor=lambda document: day(document.review_on)),
            Column("state", label=_("Status"), accessor=state),
            Column("answering_name", label=_("Who answers for it"), sort_key="answering_name"),
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            Column("language", label=_("Language"), accessor="get_language_code_display"),
            Column("collection", label=_("Collection"), accessor="collection.name"),
        ]

    def headings(self):
        return [_("Title"), _("Review again on"), _("Status"), _("Who answers for it"), _("Kind"), _("Language"), _("Collection"), _("Address")]

    def cells(self, document):
        return [
            document.title,
            document.review_on,
            state(document),
            document.answering_name,
            document.get_kind_display(),
            document.get_language_code_display(),
            document.collection.name,
            document.address,
        ]


def state(document) -> str:
    return _("Due now") if document.review_on <= localdate() else _("Due within 30 days")
