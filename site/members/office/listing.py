"""/cms/hoi-vien/: the members of an official's subtree, to find and to take away as a spreadsheet."""

import django_filters
from django import forms
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn

from members.importing.phones import as_written
from members.models import Card, Member, Unit
from members.office.reports import OfficialsReport

MOST_UNITS = 200  # that one filter may name


def members_for(user):
    """A superuser's scope is everybody."""
    return Member.objects.all() if user.is_superuser else Member.objects.for_officer(user)


class YesOrNo(django_filters.TypedChoiceFilter):
    """Wagtail's own filter for booleans names the choice that was made "True"."""

    def __init__(self, **kwargs):
        choices = [("true", gettext_lazy("yes")), ("false", gettext_lazy("no"))]
        super().__init__(choices=choices, coerce=lambda said: said == "true", widget=forms.RadioSelect, **kwargs)


class MemberFilters(WagtailFilterSet):
    place = django_filters.CharFilter(label=gettext_lazy("Union unit, tones not needed"), method="in_place")
    kind = django_filters.MultipleChoiceFilter(label=gettext_lazy("Kind of unit"), field_name="unit__kind", choices=Unit.Kind.choices)
    status = django_filters.MultipleChoiceFilter(label=gettext_lazy("Status"), choices=Member.Status.choices)
    is_official = YesOrNo(label=gettext_lazy("Union official"))
    has_card = YesOrNo(label=gettext_lazy("Has a card"))
    has_pin = YesOrNo(label=gettext_lazy("Has signed in"))

    class Meta:
        model = Member
        fields: list[str] = []

    def in_place(self, queryset, _name, words):
        """Of every unit whose place holds the words, and of all below it."""
        below = Q(pk__in=[])
        for path in Unit.objects.called(words).values_list("path", flat=True)[:MOST_UNITS]:
            below |= Q(unit__path__startswith=path)
        return queryset.filter(below)


class MembersReport(OfficialsReport):
    model = Member
    page_title = gettext_lazy("Members")
    header_icon = "group"
    index_url_name = "office_members"
    index_results_url_name = "office_members_results"
    filterset_class = MemberFilters
    is_searchable = True
    default_ordering = "name_folded"
    exported_as = "hoi-vien"

    def scoped(self):
        card = Card.objects.filter(member=OuterRef("pk"), revoked_at=None)
        chosen = ExpressionWrapper(~Q(pin=""), output_field=BooleanField())
        return members_for(self.request.user).select_related("unit").annotate(has_card=Exists(card), has_pin=chosen)

    def search_queryset(self, queryset):
        return queryset.called(self.search_query) if self.is_searching else queryset

    @property
    def columns(self):
        return [
            TitleColumn("full_name", label=_("Full name"), sort_key="name_folded", get_url=self.desk_of),
            Column("member_code", label=_("Member code"), sort_key="member_code"),
            Column("unit", label=_("Union unit"), sort_key="unit__path"),
            Column("birth_year", label=_("Year of birth"), sort_key="birth_year"),
            Column("status", label=_("Status"), accessor="get_status_display", sort_key="status"),
            BooleanColumn("has_card", label=_("Has a card")),
            BooleanColumn("has_pin", label=_("Has signed in")),
        ]

    def desk_of(self, member):
        """Where her card is printed and made again."""
        return reverse("desk_member", args=[member.pk]) if self.request.user.is_officer and member.unit_id else None

    def headings(self):
        return [
            _("Member code"),
            _("Full name"),
            _("Year of birth"),
            _("Telephone"),
            _("Union unit"),
            _("Kind of unit"),
            _("Code of the unit"),
            _("Status"),
            _("Union official"),
            _("Has a card"),
            _("Has signed in"),
            _("Language"),
        ]

    def cells(self, member):
        unit = member.unit
        return [
            member.member_code,
            member.full_name,
            member.birth_year,
            as_written(member.phone),
            str(unit) if unit else None,
            unit.get_kind_display() if unit else None,
            unit.code if unit else None,
            member.get_status_display(),
            *(_("yes") if fact else None for fact in (member.is_official, member.has_card, member.has_pin)),
            member.language,
        ]
