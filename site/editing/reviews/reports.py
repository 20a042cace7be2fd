"""/cms/bao-cao/xem-lai/: pages that must be looked at again, and those for which nobody is named or no date is set."""

import django_filters
from django import forms
from django.db.models import F, Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page

from editing.reviews.owners import is_there
from editing.reviews.pages import with_review
from editing.reviews.rules import AHEAD, latest
from editing.rights.holders import pages_of
from members.models import Member
from members.office.reports import OfficialsReport
from pages.permissions import writes_pages

STATES = [
    ("due", gettext_lazy("Due now")),
    ("soon", gettext_lazy("Due within two weeks")),
    ("undated", gettext_lazy("No date")),
    ("unowned", gettext_lazy("Nobody answers for it")),
    ("unchecked", gettext_lazy("Never checked")),
    ("all", gettext_lazy("All")),
]


def owners(_request):
    return Member.objects.filter(pk__in=Page.objects.values("owner")).order_by("full_name")


def gone() -> Q:
    """Nobody is named, or she has left."""
    return Q(owner=None) | Q(owner__is_active=False) | ~Q(owner__status=Member.Status.ACTIVE)


def to_do() -> Q:
    return Q(review_date=None) | Q(review_date__lte=latest(localdate())) | gone()


class ReviewFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("What is missing"),
        choices=STATES,
        method="in_state",
        empty_label=gettext_lazy("All that wants something"),
        widget=forms.RadioSelect,
    )
    owner = django_filters.ModelChoiceFilter(label=gettext_lazy("Who answers for it"), queryset=owners)

    class Meta:
        model = Page
        fields: list[str] = []

    def in_state(self, queryset, _name, state):
        today = localdate()
        return queryset.filter(
            {
                "due": Q(review_date__lte=today),
                "soon": Q(review_date__gt=today, review_date__lte=latest(today)),
                "undated": Q(review_date=None),
                "unowned": gone(),
                "unchecked": Q(reviewed_on=None),
                "all": Q(),
            }[state]
        )

    def filter_queryset(self, queryset):
        if not self.form.cleaned_data.get("state"):
            queryset = queryset.filter(to_do())
        return super().filter_queryset(queryset)


class PagesToReview(OfficialsReport):
    model = Page
    page_title = gettext_lazy("Pages to look at again")
    header_icon = "date"
    index_url_name = "pages_to_review"
    index_results_url_name = "pages_to_review_results"
    filterset_class = ReviewFilters
    default_ordering = "review_date"
    exported_as = "trang-can-xem-lai"

    def is_for(self, user) -> bool:
        return writes_pages(user)

    @property
    def no_results_message(self):
        return super().no_results_message if self.is_filtering else _("No page wants looking at within two weeks.")

    def scoped(self):
        hers = pages_of(self.request.user).order_by().values("pk")
        return with_review().filter(live=True, pk__in=hers).select_related("owner", "content_type")

    def order_queryset(self, queryset):
        """Pages without a date come last, on both databases."""
        field = F(self.ordering.lstrip("-"))
        ordered = field.desc(nulls_last=True) if self.ordering.startswith("-") else field.asc(nulls_last=True)
        return queryset.order_by(ordered, "pk")

    @property
    def columns(self):
        return [
            TitleColumn("title", label=_("Title"), sort_key="title", get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk])),
            Column("review_date", label=_("Review again on"), sort_key="review_date", accessor=lambda page: day(page.review_date)),
            Column("state", label=_("Status"), accessor=state),
            Column("owner", label=_("Who answers for it"), sort_key="owner__full_name", accessor=named),
            Column("reviewed_on", label=_("Checked on"), sort_key="reviewed_on", accessor=lambda page: day(page.reviewed_on)),
            Column("kind", label=_("Kind"), accessor=kind),
            TitleColumn("look", label=_("All is right?"), accessor=lambda page: _("Look at it"), get_url=self.look_address),
        ]

    def look_address(self, page) -> str:
        return f"{reverse('review_page', args=[page.pk])}?{urlencode({'next': self.request.get_full_path()})}"

    def headings(self):
        return [_("Title"), _("Review again on"), _("Status"), _("Who answers for it"), _("Checked on"), _("Kind"), _("Address")]

    def cells(self, page):
        return [page.title, page.review_date, state(page), named(page), page.reviewed_on, kind(page), page.full_url or ""]


def day(value) -> str:
    return f"{value:%d/%m/%Y}" if value else ""


def named(page) -> str:
    if page.owner is None:
        return _("Nobody")
    name = page.owner.full_name or page.owner.username
    return name if is_there(page.owner) else _("%(name)s (has left)") % {"name": name}


def kind(page) -> str:
    return str(page.content_type.name)


def state(page) -> str:
    if page.review_date is None:
        return _("No date")
    left = (page.review_date - localdate()).days
    if left <= 0:
        return _("Due now")
    return _("Due within two weeks") if left <= AHEAD else _("In time")
