from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from members.choosers import UnitChooserViewSet


@hooks.register("register_admin_viewset")
def unit_chooser():
    return UnitChooserViewSet("unit_chooser")


@hooks.register("register_account_menu_item")
def second_factor(request):
    return {"url": reverse("mfa_index"), "label": _("Second step of signing in"), "help_text": _("A code from your phone besides the password.")}
