"""What the list of documents can be narrowed to."""

from datetime import timedelta

import django_filters
from django import forms
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.documents.views.documents import DocumentsFilterSet

from config.languages import SOURCE
from learning.library.models import LibraryDocument, Reading, language_choices
from learning.library.office.openness import AUDIENCES, Opennesses
from members.models import Member
from pages.models import Topic

SOON = timedelta(days=30)


def source_topics(_request):
    return Topic.objects.filter(locale__language_code=SOURCE)


def owners(_request):
    """Who answers for a document, by name or because she uploaded it."""
    answering = LibraryDocument.objects.annotate(answering=Coalesce("owner_id", "uploaded_by_user_id")).values("answering")
    return Member.objects.filter(pk__in=answering).order_by("full_name")


class LibraryFilters(DocumentsFilterSet):
    kind = django_filters.MultipleChoiceFilter(label=_("Kind"), choices=LibraryDocument.Kind.choices, widget=forms.CheckboxSelectMultiple)
    language_code = django_filters.MultipleChoiceFilter(label=_("Language"), choices=language_choices, widget=forms.CheckboxSelectMultiple)
    topic = django_filters.ModelChoiceFilter(label=_("Topic"), queryset=source_topics)
    audience = django_filters.ChoiceFilter(label=_("Who may read"), choices=AUDIENCES, method="for_audience", empty_label=_("All"), widget=forms.RadioSelect)
    review = django_filters.ChoiceFilter(
        label=_("Review"),
        choices=[("due", _("Due now")), ("soon", _("Due within 30 days")), ("none", _("No date"))],
        method="to_review",
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    text = django_filters.ChoiceFilter(
        label=_("Text for readers"),
        choices=[("without", capfirst(_("no readable text")))],
        method="without_text",
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    owner = django_filters.ModelChoiceFilter(label=_("Who answers for it"), queryset=owners, method="of_owner")

    class Meta(DocumentsFilterSet.Meta):
        pass

    def filter_queryset(self, queryset):
        """As numbers, since the search that may follow knows few of these columns."""
        if not self.form.has_changed():
            return super().filter_queryset(queryset)
        found = super().filter_queryset(queryset)
        return queryset.filter(pk__in=found.order_by().values("pk"))

    def for_audience(self, queryset, _name, audience):
        return queryset.filter(collection__in=Opennesses().collections(audience))

    def to_review(self, queryset, _name, when):
        until = localdate() + (SOON if when == "soon" else timedelta())
        return queryset.filter(review_on=None) if when == "none" else queryset.filter(review_on__lte=until)

    def without_text(self, queryset, _name, _value):
        State = Reading.State
        return queryset.filter(version__reading__state__in=[State.NO_TEXT, State.FAILED])

    def of_owner(self, queryset, _name, member):
        return queryset.filter(Q(owner=member) | Q(owner=None, uploaded_by_user=member))
