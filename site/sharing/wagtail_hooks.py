from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from sharing.office import link_card, views


@hooks.register("register_admin_urls")
def addresses():
    return [*views.urlpatterns, path("the-lien-ket/", link_card.preview_link_card, name="preview_link_card")]


def buttons(page, user):
    """In the menus of pages that she may edit and that readers can open."""
    if page.live and not page.is_root() and page.permissions_for_user(user).can_edit():
        yield Button(_("Link and QR"), reverse("short_links", args=["page", page.translation_key]), icon_name="link", priority=31)


@hooks.register("register_page_header_buttons")
def header_buttons(page, user, view_name, next_url=None):
    return buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page, user, next_url=None):
    return buttons(page, user)
