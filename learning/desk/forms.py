"""What an officer fills in at the desk."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from config.languages import BY_CODE, LANGUAGES, SOURCE
from members.importing.phones import InvalidPhone, as_written, normalise
from members.models import Member, Unit
from members.signin.forms import OLDEST, YOUNGEST
from pages.text import nfc
from sharing.pasted import LONGEST, Unusable, found_at
from sharing.targets import Target


class CorrectionForm(forms.Form):
    """A member's data as they should be. A plain form: what stands in the member must stay to be compared with."""

    full_name = forms.CharField(label=_("Full name"), max_length=120)
    phone = forms.CharField(label=_("Telephone"), max_length=30, required=False, widget=forms.TextInput({"inputmode": "tel"}))
    birth_year = forms.IntegerField(label=_("Year of birth"), required=False, widget=forms.TextInput({"inputmode": "numeric"}))
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Branch"), empty_label=None)
    answer = forms.CharField(label=_("Answer to her"), max_length=500, required=False)

    def __init__(self, data=None, *, member: Member, officer: Member, asked=None):
        initial = {"full_name": member.full_name, "phone": as_written(member.phone), "birth_year": member.birth_year, "unit": member.unit}
        super().__init__(data, initial=initial)
        self.member = member
        self.fields["unit"].queryset = self.units(officer)
        if member.is_official or len(self.fields["unit"].queryset) < 2:
            del self.fields["unit"]  # an official's unit is what she answers for: a role, not a slip of the pen
        if asked is None:
            del self.fields["answer"]

    def units(self, officer: Member):
        """The neighbours: what is below the unit above hers, as far as the officer's own scope reaches."""
        parent = self.member.unit.get_parent()
        return Unit.objects.for_officer(officer).filter(path__startswith=parent.path if parent else self.member.unit.path)

    def clean_full_name(self) -> str:
        name = " ".join(nfc(self.cleaned_data["full_name"]).split())
        if not any(letter.isalpha() for letter in name):
            raise ValidationError(_("Write her name."), code="no-name")
        return name

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"]
        try:
            return normalise(typed) if typed else ""
        except InvalidPhone as invalid:
            raise ValidationError(gettext("Look at the telephone number again: %(reason)s.") % {"reason": invalid.reason}, code="phone") from invalid

    def clean_birth_year(self) -> int | None:
        year, now = self.cleaned_data["birth_year"], timezone.localdate().year
        if year is not None and not now - OLDEST <= year <= now - YOUNGEST:
            raise ValidationError(_("Write the year of her birth with four digits, like 1985."), code="year")
        return year

    def fields_of_member(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("full_name", "phone", "birth_year", "unit") if name in self.cleaned_data}


class InvitationForm(forms.Form):
    seats = forms.IntegerField(label=_("For how many women?"), min_value=1, max_value=500, initial=20, widget=forms.TextInput({"inputmode": "numeric"}))
    days = forms.TypedChoiceField(label=_("Valid for"), coerce=int, choices=[(7, _("one week")), (14, _("two weeks")), (30, _("one month"))], initial=14)


class AnswerForm(forms.Form):
    """She must be told why."""

    answer = forms.CharField(label=_("Answer to her"), max_length=500, error_messages={"required": _("Write why, so that she knows.")})


class LinkForm(forms.Form):
    """A page or document by its address, or this week's lesson, for a group that speaks this language."""

    WEEKLY = "bai-tuan"  # the button that asks for this week's lesson

    address = forms.CharField(
        label=_("Address of a page or document of this site"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput({"inputmode": "url", "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    language = forms.ChoiceField(label=_("Language of your group"), choices=lambda: [(each.code, each.own_name) for each in LANGUAGES])

    def __init__(self, data=None, *, officer: Member, week: Target | None):
        super().__init__(data, initial={"language": officer.language if officer.language in BY_CODE else SOURCE})
        self.officer, self.week = officer, week

    @property
    def asks_for_the_week(self) -> bool:
        return self.WEEKLY in self.data

    def clean_address(self) -> str:
        pasted = self.cleaned_data["address"].strip()
        if not pasted and not self.asks_for_the_week:
            raise ValidationError(_("Paste the address of the page first."), code="empty")
        return pasted

    def clean(self) -> dict:
        """What short_link() wants."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if self.asks_for_the_week:
            if self.week is None:
                raise ValidationError(_("There is no lesson of this week yet. Paste the address of another one."), code="no-week")
            return {"target": self.week, "language": cleaned["language"]}
        try:
            target = found_at(cleaned["address"], self.officer)
        except Unusable as unusable:
            self.add_error("address", str(unusable))
            return cleaned
        return {"target": target, "language": cleaned["language"]}
