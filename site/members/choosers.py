"""The editor's window for choosing a place among 3,356 units, typed with tones or without."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet


class UnitFilterForm(BaseFilterForm):
    q = forms.CharField(label=_("Name"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Name of a province or commune, tones not needed")}))

    def filter(self, objects):
        objects = super().filter(objects)
        if words := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, words
            objects = objects.called(words)
        return objects


class UnitColumns:
    filter_form_class = UnitFilterForm

    @property
    def columns(self):
        return [self.title_column, Column("kind", label=_("Kind"), accessor="get_kind_display")]


class ChooseUnit(UnitColumns, ChooseView):
    pass


class ChooseUnitResults(UnitColumns, ChooseResultsView):
    pass


class UnitChooserViewSet(ChooserViewSet):
    model = "members.Unit"
    icon = "site"
    choose_one_text = _("Choose a place")
    choose_another_text = _("Choose another place")
    choose_view_class = ChooseUnit
    choose_results_view_class = ChooseUnitResults
    per_page = 15


unit_chooser = UnitChooserViewSet("unit_chooser")
