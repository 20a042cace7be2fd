"""What an editor fills in to get a link of a page or document, or one for each branch of a commune."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from config.languages import LANGUAGES, SOURCE
from members.choosers import unit_chooser
from members.models import Unit
from pages.text import nfc
from sharing.models import ShortLink

MOST_BRANCHES = 3000  # in one file


class UnitChooser(unit_chooser.widget_class):
    def get_value_data(self, value):
        """What is no number, in a forged form, is shown as nothing chosen: Wagtail would look it up."""
        return super().get_value_data(value if str(value).isdecimal() else None)


class LinkForm(forms.Form):
    unit = forms.ModelChoiceField(
        label=_("For which unit"),
        queryset=Unit.objects.all(),
        required=False,
        widget=UnitChooser,
        help_text=_("Left empty, the link is of no unit."),
    )
    language = forms.ChoiceField(
        label=_("Language of the group"),
        initial=SOURCE,
        choices=lambda: [(language.code, language.own_name) for language in LANGUAGES],
        help_text=_("Where the page is not in this language yet, the link leads to the Vietnamese one until it is."),
    )
    campaign = forms.CharField(
        label=_("What it is for"),
        required=False,
        max_length=ShortLink._meta.get_field("campaign").max_length,
        help_text=_("For instance: a fair, a leaflet. Left empty for everyday use."),
    )

    def clean_campaign(self) -> str:
        return " ".join(nfc(self.cleaned_data["campaign"]).split())


class BranchesForm(LinkForm):
    prefix = "cac"
    unit = forms.ModelChoiceField(
        label=_("Commune"),
        queryset=Unit.objects.all(),
        widget=UnitChooser,
        help_text=_("Each branch below it gets a link of its own."),
    )

    def clean_unit(self) -> Unit:
        unit = self.cleaned_data["unit"]
        self.branches = list(Unit.objects.within(unit).of_kind(Unit.Kind.BRANCH).order_by("path")[: MOST_BRANCHES + 1])
        if not self.branches:
            raise ValidationError(_("No branch stands below this unit. Choose a commune that has branches."), code="no-branches")
        if len(self.branches) > MOST_BRANCHES:
            raise ValidationError(_("There are more than 3,000 branches below this unit. Choose a smaller one."), code="too-many")
        return unit
