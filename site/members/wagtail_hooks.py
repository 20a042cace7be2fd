from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from members.choosers import UnitChooserViewSet
from members.importing import views as importing


@hooks.register("register_admin_viewset")
def unit_chooser():
    return UnitChooserViewSet("unit_chooser")


@hooks.register("register_account_menu_item")
def second_factor(request):
    return {"url": reverse("mfa_index"), "label": _("Second step of signing in"), "help_text": _("A code from your phone besides the password.")}


@hooks.register("register_admin_urls")
def import_addresses():
    return importing.urlpatterns


class OfficersItem(MenuItem):
    def is_shown(self, request):
        return request.user.is_officer


@hooks.register("register_admin_menu_item")
def import_menu_item():
    return OfficersItem(gettext_lazy("Import members"), reverse("member_imports"), icon_name="upload", order=700)
