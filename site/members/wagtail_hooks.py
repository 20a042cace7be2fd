from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from members.choosers import unit_chooser
from members.importing import views as importing
from members.office import roles
from members.office.listing import MembersReport
from members.office.log import AuditLog


@hooks.register("register_admin_viewset")
def choosers():
    return unit_chooser


@hooks.register("register_account_menu_item")
def second_factor(request):
    return {"url": reverse("mfa_index"), "label": _("Second step of signing in"), "help_text": _("A code from your phone besides the password.")}


@hooks.register("register_admin_urls")
def import_addresses():
    return importing.urlpatterns


@hooks.register("register_admin_urls")
def office_addresses():
    return [
        path("hoi-vien/", MembersReport.as_view(), name="office_members"),
        path("hoi-vien/ket-qua/", MembersReport.as_view(results_only=True), name="office_members_results"),
        path("nhat-ky/", AuditLog.as_view(), name="office_log"),
        path("nhat-ky/ket-qua/", AuditLog.as_view(results_only=True), name="office_log_results"),
    ]


class OfficersItem(MenuItem):
    def is_shown(self, request):
        return request.user.is_officer


class OfficeItem(MenuItem):
    """For officials within their subtree, for superusers everywhere."""

    def is_shown(self, request):
        return request.user.is_officer or request.user.is_superuser


@hooks.register("register_admin_menu_item")
def members_menu():
    """Other apps add to it by the hook register_members_menu_item."""
    menu = Menu(register_hook_name="register_members_menu_item", construct_hook_name="construct_members_menu")
    return SubmenuMenuItem(gettext_lazy("Members"), menu, name="members", icon_name="group", order=700)


@hooks.register("register_members_menu_item")
def list_menu_item():
    return OfficeItem(gettext_lazy("List of members"), reverse("office_members"), name="office-members", icon_name="list-ul", order=100)


@hooks.register("register_members_menu_item")
def import_menu_item():
    return OfficersItem(gettext_lazy("Import members"), reverse("member_imports"), name="member-imports", icon_name="upload", order=200)


@hooks.register("register_members_menu_item")
def log_menu_item():
    return OfficeItem(gettext_lazy("Audit log"), reverse("office_log"), name="office-log", icon_name="history", order=900)


hooks.register("before_bulk_action", roles.delete_several)
hooks.register("after_bulk_action", roles.record_several)
