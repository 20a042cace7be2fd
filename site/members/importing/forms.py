"""The officer's upload, and her say in which column holds what."""

from pathlib import PurePath

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members.importing.columns import MEMBER_FIELDS, wrong_mapping
from members.importing.sheets import ACCEPTED
from members.models import ImportRun

LARGEST_MB = 20


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File"), help_text=_("An xlsx or csv file of the membership software."), widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"})
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        ending = PurePath(upload.name).suffix.lower()
        if ending not in ACCEPTED:
            raise ValidationError(gettext("%(ending)s files are not accepted. Choose an xlsx or csv file.") % {"ending": ending or "?"})
        if upload.size > LARGEST_MB << 20:
            raise ValidationError(
                gettext("The file has %(size)s MB, at most %(limit)s MB are accepted. Make it smaller or divide it into several files, then upload it.")
                % {"size": -(-upload.size >> 20), "limit": LARGEST_MB}
            )
        return upload


class ColumnsForm(forms.ModelForm):
    """One choice a field; what no field names is dropped."""

    class Meta:
        model = ImportRun
        fields = ["create_branches", "with_officials"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", "–"), *((str(place), header) for place, header in enumerate(self.instance.headers))]
        for field in MEMBER_FIELDS:
            chosen = self.instance.mapping.get(field.key)
            self.fields[field.key] = forms.ChoiceField(label=field.label, choices=choices, required=False, initial="" if chosen is None else str(chosen))
        self.order_fields([field.key for field in MEMBER_FIELDS])

    def clean(self):
        cleaned = super().clean()
        self.instance.mapping = {field.key: int(cleaned[field.key]) for field in MEMBER_FIELDS if cleaned.get(field.key)}
        if wrong := wrong_mapping(self.instance.mapping, len(self.instance.headers), needs_place=self.instance.needs_place):
            raise ValidationError(wrong)
        return cleaned
