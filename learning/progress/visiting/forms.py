"""What a phone says of a lesson, in the short names that travel."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from learning.progress.lessons import MOST_SHARED

MOST_VISITS = 60  # in one message, the newest: what a phone gathers in weeks without signal


class SharedField(forms.IntegerField):
    """To how many she passed the lesson on. Nothing said is nobody."""

    def __init__(self, **options):
        super().__init__(required=False, min_value=0, max_value=MOST_SHARED, **options)

    def clean(self, value):
        return super().clean(value) or 0


class VisitForm(forms.Form):
    """One visit with its total so far."""

    bai = forms.UUIDField()
    lan = forms.UUIDField()
    giay = forms.IntegerField(min_value=0, max_value=10**6)
    hoc = forms.BooleanField(required=False)
    lam = forms.BooleanField(required=False)
    chia = SharedField()

    def message(self) -> dict:
        """For completion.record_visit."""
        names = {"bai": "lesson_key", "lan": "visit_id", "giay": "seconds", "hoc": "learned", "lam": "practised", "chia": "shared"}
        return {name: self.cleaned_data[short] for short, name in names.items()}


class FinishForm(forms.Form):
    bai = forms.UUIDField(widget=forms.HiddenInput)
    chia = SharedField(label=_("How many women have you shared it with?"))


def visits_sent(request) -> list[VisitForm]:
    """A form is one visit. A beacon's plain text has a line for each time that a page went out of sight: the last of a visit says all."""
    if request.content_type != "text/plain":
        return [VisitForm(request.POST)]
    lines = [QueryDict(line) for line in request.body.splitlines() if line.strip()]
    return [VisitForm(line) for line in list({line.get("lan"): line for line in lines}.values())[-MOST_VISITS:]]
