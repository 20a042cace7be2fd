from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class MembersConfig(AppConfig):
    default = True  # of the two in this file
    name = "members"
    verbose_name = _("members")

    def ready(self):
        from wagtail.admin.views import account  # all three need loaded models

        from members.forms import NameForm
        from members.signin.staff_forms import NewPasswordForm

        account.NameEmailSettingsPanel.form_class = NameForm  # Wagtail has no settings for them
        account.ChangePasswordPanel.form_class = NewPasswordForm


class StaffConfig(WagtailUsersAppConfig):
    """wagtail.users with forms that know our members."""

    user_viewset = "members.staff.MemberViewSet"
    group_viewset = "editing.rights.groups.RoleGroupViewSet"
