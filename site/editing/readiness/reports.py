"""Reports in /cms/bao-cao/ from the nightly look: dead links, pictures that say nothing, heavy pages. Each within the viewer's own pages."""

import django_filters
from django import forms
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import Locale

from editing.readiness.models import BarePicture, Link, LinkUse, PageLook
from editing.rights.holders import pages_of
from members.office.reports import OfficialsReport
from pages.permissions import writes_pages
from pages.templatetags.numbers import kb


class OwnPagesReport(OfficialsReport):
    """For whoever writes or publishes pages: rows have a page."""

    def is_for(self, user) -> bool:
        return writes_pages(user)

    def scoped(self):
        hers = pages_of(self.request.user).order_by().values("pk")
        return self.model.objects.filter(page__in=hers, page__live=True).select_related("page", "page__locale")


def editor(page, path: str = "") -> str:
    """Where it is mended."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk]) + (f"#:w:contentpath={path}" if path else "")


def title_column():
    return TitleColumn("page", label=_("Page"), sort_key="page__title", accessor="page.title", get_url=lambda row: editor(row.page, getattr(row, "path", "")))


def language(row) -> str:
    return str(row.page.locale.get_display_name())


def language_column():
    return Column("language", label=_("Language"), accessor=language)


class PageFilters(WagtailFilterSet):
    language = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Language"), field_name="page__locale", queryset=Locale.objects.all(), empty_label=gettext_lazy("All")
    )


class LinkFilters(PageFilters):
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Leads to"), field_name="link__kind", choices=Link.Kind.choices, empty_label=gettext_lazy("All"), widget=forms.RadioSelect
    )
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Status"),
        choices=[("failing", gettext_lazy("Has failed, but not yet on three days"))],
        method="in_state",
        empty_label=gettext_lazy("Broken"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = LinkUse
        fields: list[str] = []

    def in_state(self, queryset, _name, _state):
        return queryset.filter(link__is_broken=False)

    def filter_queryset(self, queryset):
        if not self.form.cleaned_data.get("state"):
            queryset = queryset.filter(link__is_broken=True)
        return super().filter_queryset(queryset)


class BrokenLinks(OwnPagesReport):
    model = LinkUse
    page_title = gettext_lazy("Links that do not work")
    header_icon = "link"
    index_url_name = "broken_links"
    index_results_url_name = "broken_links_results"
    filterset_class = LinkFilters
    default_ordering = "link__failing_since"
    exported_as = "lien-ket-hong"

    @property
    def no_results_message(self):
        return super().no_results_message if self.is_filtering else _("All links work, as far as they have been asked.")

    def scoped(self):
        return super().scoped().exclude(link__problem="").select_related("link")

    @property
    def columns(self):
        return [
            title_column(),
            Column("target", label=_("Leads to"), sort_key="link__target", accessor=target),
            Column("problem", label=_("Problem"), sort_key="link__problem", accessor=problem),
            DateColumn("since", label=_("Failing since"), sort_key="link__failing_since", accessor="link.failing_since"),
            DateColumn("checked", label=_("Checked"), sort_key="link__checked_at", accessor="link.checked_at"),
            Column("checks", label=_("How often checked"), sort_key="link__checks", accessor="link.checks"),
            language_column(),
        ]

    def headings(self):
        return [_("Page"), _("Leads to"), _("Problem"), _("Failing since"), _("Checked"), _("How often checked"), _("First seen"), _("Language"), _("Address")]

    def cells(self, use):
        link = use.link
        return [
            use.page.title,
            target(use),
            problem(use),
            link.failing_since,
            link.checked_at,
            link.checks,
            link.first_seen_at,
            language(use),
            use.page.full_url or "",
        ]


def target(use) -> str:
    """An address, or what the page or document was called."""
    link = use.link
    return link.target if link.kind == Link.Kind.OUTSIDE else f"{link.get_kind_display()}: {link.label or link.target}"


def problem(use) -> str:
    said = use.link.get_problem_display()
    return f"{said} ({use.link.status})" if use.link.status and use.link.status >= 400 else str(said)


class PictureFilters(PageFilters):
    class Meta:
        model = BarePicture
        fields: list[str] = []


class BarePictures(OwnPagesReport):
    model = BarePicture
    page_title = gettext_lazy("Pictures without a description")
    header_icon = "image"
    index_url_name = "bare_pictures"
    index_results_url_name = "bare_pictures_results"
    filterset_class = PictureFilters
    default_ordering = "page__title"
    exported_as = "anh-thieu-loi-ta"

    @property
    def no_results_message(self):
        return super().no_results_message if self.is_filtering else _("Every picture says what is on it.")

    def scoped(self):
        """Not those that were described in the library since."""
        return super().scoped().filter(picture__description="").select_related("picture")

    @property
    def columns(self):
        return [
            title_column(),
            TitleColumn(
                "picture",
                label=_("Picture"),
                sort_key="picture__title",
                accessor="picture.title",
                get_url=lambda row: reverse("wagtailimages:edit", args=[row.picture_id]),
            ),
            language_column(),
        ]

    def headings(self):
        return [_("Page"), _("Picture"), _("Language"), _("Address")]

    def cells(self, row):
        return [row.page.title, row.picture.title, language(row), row.page.full_url or ""]


class WeightFilters(PageFilters):
    over = django_filters.ChoiceFilter(
        label=gettext_lazy("Status"),
        choices=[("over", gettext_lazy("Heavier than allowed"))],
        method="only_over",
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = PageLook
        fields: list[str] = []

    def only_over(self, queryset, _name, _value):
        return queryset.filter(total__gt=F("budget"))


class HeaviestPages(OwnPagesReport):
    model = PageLook
    page_title = gettext_lazy("Heaviest pages")
    header_icon = "download"
    index_url_name = "heaviest_pages"
    index_results_url_name = "heaviest_pages_results"
    filterset_class = WeightFilters
    default_ordering = "-total"
    exported_as = "trang-nang-nhat"

    @property
    def columns(self):
        return [
            title_column(),
            Column("total", label=_("Before the first scroll"), sort_key="total", accessor=lambda look: kb(look.total)),
            Column("budget", label=_("At most"), sort_key="budget", accessor=lambda look: kb(look.budget)),
            Column("over", label=_("Too heavy by"), accessor=lambda look: kb(look.over) if look.over else ""),
            Column("html", label=_("Text"), sort_key="html", accessor=lambda look: kb(look.html)),
            Column("pictures", label=_("Pictures"), sort_key="pictures", accessor=lambda look: kb(look.pictures)),
            DateColumn("at", label=_("Measured"), sort_key="at"),
            language_column(),
        ]

    def headings(self):
        return [_("Page"), _("Bytes"), _("At most"), _("Too heavy by"), _("Text"), _("Script"), _("Pictures"), _("Measured"), _("Language"), _("Address")]

    def cells(self, look):
        return [look.page.title, look.total, look.budget, look.over, look.html, look.script, look.pictures, look.at, language(look), look.page.full_url or ""]
