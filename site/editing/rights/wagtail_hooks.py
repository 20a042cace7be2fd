from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.auth import permission_denied
from wagtail.admin.menu import MenuItem
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.views.report import TranslationsReportView

from editing.rights import choosing, domain, seeing
from editing.rights.holders import pages_of
from editing.rights.office import appointing
from editing.rights.office.report import StaffReport
from learning.library.models import LibraryDocument
from members.models import Member
from pages.models import Picture

choosing.install()


# Rights follow their member


@hooks.register("member_changed")
def rights_follow(member, before):
    domain.member_changed(member, before)


@hooks.register("after_bulk_action")
def rights_follow_several(request, action_type, members, action):
    """Wagtail switches accounts off, deletes them and puts them into groups without asking each."""
    if action.model is Member:
        domain.everybody_changed(members)
        domain.refresh_moderation()


@hooks.register("after_create_user")
@hooks.register("after_edit_user")
@hooks.register("after_delete_user")
def moderation_follows(request, member):
    domain.refresh_moderation()


# What others have not published is not shown


@hooks.register("construct_page_chooser_queryset")
def only_seen(pages, request):
    return seeing.seen_pages(request.user, pages)


@hooks.register("before_create_page")
def only_who_publishes(request, parent, model):
    """A new section takes pages out of the hands of those above, so who may publish there makes it."""
    if model._meta.label == "sections.SectionPage" and not parent.permissions_for_user(request.user).can_publish_subpage():
        return permission_denied(request)
    return None


class OwnTranslations:
    """The report of wagtail-localize names every page's title to anybody."""

    def get_queryset(self):
        found, user = super().get_queryset(), self.request.user
        if user.is_superuser:
            return found
        return found.filter(source__object_id__in=pages_of(user, "add", "change", "publish").values("translation_key"))


class TranslationsReport(OwnTranslations, TranslationsReportView):
    pass


@hooks.register("register_admin_urls", order=-1)
def own_translations():
    return [
        path("localize/reports/translations/", TranslationsReport.as_view()),
        path("localize/reports/translations/results/", TranslationsReport.as_view(results_only=True)),
    ]


class OwnPictures(ImagesAdminAPIViewSet):
    def get_queryset(self):
        return super().get_queryset().filter(pk__in=choosing.choosable(Picture, self.request.user))


class OwnDocuments(DocumentsAdminAPIViewSet):
    def get_queryset(self):
        return super().get_queryset().filter(pk__in=choosing.choosable(LibraryDocument, self.request.user))


@hooks.register("construct_admin_api", order=1000)
def only_choosable(router):
    """In the place of Wagtail's endpoints of the same names, which list everything."""
    router.register_endpoint("images", OwnPictures)
    router.register_endpoint("documents", OwnDocuments)


# Who may do what


@hooks.register("register_admin_urls")
def office():
    return [
        path("phan-cong/", StaffReport.as_view(), name="staff_roles"),
        path("phan-cong/ket-qua/", StaffReport.as_view(results_only=True), name="staff_roles_results"),
        path("phan-cong/them/", appointing.appoint, name="appoint"),
        path("phan-cong/<int:pk>/<int:member>/bo/", appointing.dismiss, name="dismiss"),
    ]


class AppointingItem(MenuItem):
    def is_shown(self, request):
        """Wagtail asks twice a screen; and every moderator publishes, so whoever does not is spared the query."""
        if not hasattr(request, "may_appoint"):
            publishes = PagePermissionPolicy().user_has_any_permission(request.user, {"publish"})
            request.may_appoint = publishes and appointing.may_appoint(request.user)
        return request.may_appoint


@hooks.register("register_members_menu_item")
def staff_menu_item():
    return AppointingItem(gettext_lazy("Who may do what"), reverse("staff_roles"), name="staff-roles", icon_name="key", order=150)
