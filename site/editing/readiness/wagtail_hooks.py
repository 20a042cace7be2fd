from django.contrib import messages
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from editing.readiness import reports, rules, views
from editing.readiness.panel import Pages
from pages.models import BasePage
from pages.permissions import writes_pages
from pages.readiness import Content


@hooks.register("register_admin_viewset")
def pages():
    return Pages()


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("truoc-khi-dang/<int:page_id>/", views.before_publishing, name="before_publishing"),
        path("truoc-khi-dang/<int:page_id>/dong-y/", views.vouch, name="vouch_for_page"),
        path("bao-cao/lien-ket-hong/", reports.BrokenLinks.as_view(), name="broken_links"),
        path("bao-cao/lien-ket-hong/ket-qua/", reports.BrokenLinks.as_view(results_only=True), name="broken_links_results"),
        path("bao-cao/anh-thieu-loi-ta/", reports.BarePictures.as_view(), name="bare_pictures"),
        path("bao-cao/anh-thieu-loi-ta/ket-qua/", reports.BarePictures.as_view(results_only=True), name="bare_pictures_results"),
        path("bao-cao/trang-nang/", reports.HeaviestPages.as_view(), name="heaviest_pages"),
        path("bao-cao/trang-nang/ket-qua/", reports.HeaviestPages.as_view(results_only=True), name="heaviest_pages_results"),
    ]


@hooks.register("register_page_header_buttons")
def header_button(page, user, view_name, next_url=None):
    if issubclass(page.specific_class or type(page), BasePage) and page.permissions_for_user(user).can_edit():
        yield Button(_("Before publishing"), reverse("before_publishing", args=[page.pk]), icon_name="clipboard-list", priority=32)


@hooks.register("after_edit_page")
def tell_what_is_left(request, page):
    """Who sends a page to moderation hears what the moderator will see; it is sent all the same."""
    if not any(name in request.POST for name in ("action-submit", "action-resubmit", "action-restart-workflow")):
        return
    left = len(rules.findings(Content.of(page.get_latest_revision_as_object())))
    if left:
        said = ngettext("There is %(count)s thing to look at before this goes out.", "There are %(count)s things to look at before this goes out.", left)
        address = reverse("before_publishing", args=[page.pk])
        messages.warning(request, format_html('{} <a href="{}">{}</a>', said % {"count": left}, address, _("See them")))


class EditorsItem(MenuItem):
    def is_shown(self, request):
        return writes_pages(request.user)


@hooks.register("register_reports_menu_item")
def links_item():
    return EditorsItem(gettext_lazy("Links that do not work"), reverse("broken_links"), name="broken-links", icon_name="link", order=830)


@hooks.register("register_reports_menu_item")
def pictures_item():
    return EditorsItem(gettext_lazy("Pictures without a description"), reverse("bare_pictures"), name="bare-pictures", icon_name="image", order=840)


@hooks.register("register_reports_menu_item")
def weights_item():
    return EditorsItem(gettext_lazy("Heaviest pages"), reverse("heaviest_pages"), name="heaviest-pages", icon_name="download", order=850)
