from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.widgets.button import Button

from editing.help import views
from editing.help.cards import card_for
from editing.help.screens import card_of


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("huong-dan/", views.guide, name="guide"),
        path("huong-dan/in/", views.all_cards, name="guide_sheets"),
        path("huong-dan/<slug:slug>/", views.card, name="guide_card"),
    ]


class GuideItem(MenuItem):
    """Leads straight to the card of the screen that she looks at; from there it is one step to the others."""

    def render_component(self, request):
        card = card_of(request)
        url = reverse("guide_card", args=[card.slug]) if card else self.url
        return LinkMenuItem(self.name, self.label, url, icon_name=self.icon_name, classname=self.classname, attrs=self.attrs)


@hooks.register("register_admin_menu_item")
def guide_item():
    return GuideItem(gettext_lazy("Guide"), reverse("guide"), name="guide", icon_name="help", order=20)


@hooks.register("register_page_header_buttons")
def header_buttons(page, user, view_name, next_url=None):
    """In the menu of a page too, where those look who want to do something with it."""
    if card := card_for((page.specific_class or type(page))._meta.model_name):
        yield Button(_("Guide: %(title)s") % {"title": card.title}, reverse("guide_card", args=[card.slug]), icon_name="help", priority=90)


@hooks.register("construct_main_menu")
def own_guide_alone(request, menu_items):
    """Wagtail's menu of help leads to pages in English, on other hosts; it is left to the technician."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name != "help"]
