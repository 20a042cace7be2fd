"""What a phone says of a lesson, in the short names that travel."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from learning.progress.lessons import MOST_SHARED


class SharedField(forms.IntegerField):
    """To how many she passed the lesson on. Nothing said is nobody."""

    def __init__(self, **options):
        super().__init__(required=False, min_value=0, max_value=MOST_SHARED, **options)

    def clean(self, value):
        return super().clean(value) or 0


class VisitForm(forms.Form):
    """One message: the total of a visit so far."""

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


def sent(request) -> QueryDict:
    """A beacon of plain text holds the same pairs as a form."""
    return QueryDict(request.body) if request.content_type == "text/plain" else request.POST
