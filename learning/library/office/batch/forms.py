from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.collections import CollectionChoiceField
from wagtail.models import Collection

from learning.library.office.seen import policy
from members.importing.sheets import ACCEPTED

MOST_FILES = 100


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFiles(forms.FileField):
    """A list of uploads."""

    widget = SeveralFilesInput

    def clean(self, data, initial=None):
        files = [super(SeveralFiles, self).clean(each, initial) for each in data or []]
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(files) > MOST_FILES:
            raise ValidationError(_("At most %(count)s files at once. Upload the others afterwards.") % {"count": MOST_FILES})
        return files


class BatchForm(forms.Form):
    files = SeveralFiles(label=_("Files"), help_text=_("Choose all of them at once, up to 100."))
    sheet = forms.FileField(
        label=_("Sheet"),
        help_text=_("An xlsx or csv file with one row for each file."),
        widget=forms.FileInput(attrs={"accept": ",".join(ACCEPTED)}),
    )
    collection = CollectionChoiceField(
        label=_("Collection"), queryset=Collection.objects.none(), empty_label=None, help_text=_("For rows that name no other collection.")
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["collection"].queryset = policy().collections_user_has_permission_for(user, "add")


class MoreForm(BatchForm):
    """For a batch that is there: files that were missing, or the sheet put right."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["collection"]
        self.fields["files"].required = self.fields["sheet"].required = False
        self.fields["files"].help_text = _("A file of the same name takes the other's place.")

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("files") and not cleaned.get("sheet"):
            raise ValidationError(_("Choose files or a sheet."))
        return cleaned
