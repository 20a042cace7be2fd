from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from editing.word import views
from editing.word.places import models_below
from pages.permissions import writes_pages


@hooks.register("register_admin_urls")
def addresses():
    return views.urlpatterns


class ThoseWhoAdd(MenuItem):
    def is_shown(self, request):
        return writes_pages(request.user, "add")


@hooks.register("register_admin_menu_item")
def menu_item():
    return ThoseWhoAdd(gettext_lazy("From Word"), reverse("word_start"), name="from-word", icon_name="doc-full", order=110)


def below(page, user):
    """Beside "add child page": a document that becomes one."""
    if page.is_root() or not page.permissions_for_user(user).can_add_subpage():
        return
    for model in models_below(page)[:1]:
        address = f"{reverse('word_start')}?noi={model._meta.label_lower}:{page.pk}"
        yield Button(_("From a Word file"), address, icon_name="doc-full", priority=12)


@hooks.register("register_page_header_buttons")
def header_buttons(page, user, view_name, next_url=None):
    return below(page, user) if view_name == "index" else ()


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page, user, next_url=None):
    return below(page, user)
