"""/cms/phan-cong/: who may do what, where, and when she signed in last. For superusers all; for moderators of a province what is below it."""

import django_filters
from django import forms
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from config.languages import BY_CODE, LANGUAGES
from editing.rights import domain
from editing.rights.models import Role
from members.models import Member
from members.office.reports import OfficialsReport
from pages.text import folded


class StaffFilters(WagtailFilterSet):
    role = django_filters.MultipleChoiceFilter(label=gettext_lazy("Role"), field_name="role", choices=Role.choices, widget=forms.CheckboxSelectMultiple)
    place = django_filters.CharFilter(label=gettext_lazy("Section, tones not needed"), method="in_section")
    language = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"), field_name="role_language", choices=[(each.code, each.own_name) for each in LANGUAGES]
    )

    class Meta:
        model = Member
        fields: list[str] = []

    def in_section(self, queryset, _name, words):
        return queryset.filter(role_folded__contains=folded(words))


class TakeBackColumn(Column):
    """The role, with the way to take it back where she may."""

    cell_template_name = "editing/rights/role_cell.html"

    def __init__(self, *args, paths: set[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.paths = paths  # of units

    def get_cell_context_data(self, row, parent_context):
        context = super().get_cell_context_data(row, parent_context)
        may = row.role_id and row.role_path in self.paths
        return context | {"address": reverse("dismiss", args=[row.role_id, row.pk]) if may else None}


class StaffReport(OfficialsReport):
    """One row a member and role: the same member stands in several."""

    model = Member
    page_title = gettext_lazy("Who may do what")
    header_icon = "key"
    index_url_name = "staff_roles"
    index_results_url_name = "staff_roles_results"
    filterset_class = StaffFilters
    is_searchable = True
    default_ordering = "name_folded"
    exported_as = "phan-cong"

    def is_for(self, user):
        return user.is_superuser or bool(domain.appointing_units(user))

    @cached_property
    def header_buttons(self):
        return [HeaderButton(_("Appoint"), url=reverse("appoint"), icon_name="plus")]

    def scoped(self):
        """Each row of groups that she is in, and superusers, who need none."""
        user = self.request.user
        rows = Member.objects.select_related("unit").annotate(  # conditions on these names: each on groups would be a join of its own
            group_name=F("groups__name"),
            role_id=F("groups__role"),
            role=F("groups__role__role"),
            role_language=F("groups__role__language"),
            role_place=F("groups__role__section__unit__place"),
            role_folded=F("groups__role__section__unit__place_folded"),
            role_path=F("groups__role__section__unit__path"),
        )
        if user.is_superuser:
            return rows.filter(Q(group_name__isnull=False) | Q(is_superuser=True))
        hers = Q(pk__in=[])
        for unit in domain.appointing_units(user):
            hers |= Q(role_path__startswith=unit.path)
        return rows.filter(hers)

    @cached_property
    def takes_back_in(self) -> set[str]:
        """Paths of units: her own unit's roles are the affair of those above."""
        return set(domain.units_to_appoint_in(self.request.user).values_list("path", flat=True))

    def search_queryset(self, queryset):
        words = self.search_query
        return queryset.filter(Q(name_folded__contains=folded(words)) | Q(username__icontains=words)) if self.is_searching else queryset

    def order_queryset(self, queryset):
        return super().order_queryset(queryset).order_by(self.ordering, "pk", "group_name")

    @property
    def columns(self):
        return [
            Column("full_name", label=_("Full name"), sort_key="name_folded", accessor="get_full_name"),
            TakeBackColumn("role", label=_("Role"), accessor=role_of, paths=self.takes_back_in),
            Column("section", label=_("Section"), accessor="role_place"),
            Column("language", label=_("Language"), accessor=language_of),
            Column("username", label=_("Sign-in name"), sort_key="username"),
            Column("unit", label=_("Union unit"), sort_key="unit__path"),
            Column("may_enter", label=_("Can sign in"), accessor=may_enter),
            Column("last_login", label=_("Last sign-in"), sort_key="last_login", accessor=last_seen),
        ]

    def headings(self):
        return [
            _("Full name"),
            _("Sign-in name"),
            _("Union unit"),
            _("Role"),
            _("Language"),
            _("Section"),
            _("Can sign in"),
            _("Last sign-in"),
        ]

    def cells(self, row):
        unit = str(row.unit) if row.unit else None
        return [row.get_full_name(), row.username, unit, role_of(row), language_of(row), row.role_place, may_enter(row), row.last_login]


def role_of(row) -> str:
    if row.role:
        return capfirst(str(Role(row.role).label))
    return row.group_name or capfirst(_("administrator"))


def language_of(row) -> str | None:
    return BY_CODE[row.role_language].own_name if row.role_language in BY_CODE else None


def may_enter(row) -> str:
    return _("yes") if row.is_active and row.status == Member.Status.ACTIVE and row.has_password else _("no")


def last_seen(row) -> str:
    return date_format(timezone.localtime(row.last_login), "SHORT_DATETIME_FORMAT") if row.last_login else _("has not signed in yet")
