from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from editing.reviews.rules import NEXT

LONGEST = timedelta(days=3 * 366)


class FoundInOrderForm(forms.Form):
    again_on = forms.DateField(label=_("Look again on"), widget=AdminDateInput(format="%d/%m/%Y"), initial=lambda: timezone.localdate() + NEXT)

    def clean_again_on(self):
        again_on, today = self.cleaned_data["again_on"], timezone.localdate()
        if again_on <= today:
            raise ValidationError(_("Choose a day that is still to come."))
        if again_on > today + LONGEST:
            raise ValidationError(_("Choose a day within three years."))
        return again_on
