"""Members in the editor's admin, where Wagtail expects a first and a last name."""

from django import forms
from django.contrib.auth import get_user_model
from wagtail.users.forms import UserCreationForm, UserEditForm

from members.choosers import unit_chooser

FIELDS = ["username", "full_name", "email", "phone", "unit", "is_official", "is_superuser", "groups"]
ROLES = {"is_superuser", "groups"}  # on the second tab


class NameForm(forms.ModelForm):
    """On her own account screen. Many members have no e-mail address."""

    class Meta:
        model = get_user_model()
        fields = ["full_name", "email"]


class OneName:
    """Takes Wagtail's own fields away, so that the model's take their place."""

    first_name = last_name = email = None

    @property
    def account_fields(self):
        return [field for field in self.visible_fields() if field.name not in ROLES]


class MemberCreationForm(OneName, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = FIELDS
        widgets = {"unit": unit_chooser.widget_class}


class MemberEditForm(OneName, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = [*FIELDS, "is_active"]
        widgets = {"unit": unit_chooser.widget_class}
