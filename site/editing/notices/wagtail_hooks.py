from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from editing.notices import views
from editing.notices.choices import ChoicesPanel
from editing.notices.domain import unseen_for


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("thong-bao/", views.notices, name="notices"),
        path("thong-bao/<int:pk>/", views.open_notice, name="open_notice"),
        path("thong-bao/da-xem/", views.mark_all, name="mark_notices"),
    ]


@hooks.register("register_account_settings_panel")
def choices(request, user, profile):
    return ChoicesPanel(request, user, profile)


@hooks.register("register_icons")
def icons(icons):
    return [*icons, "editing/notices/icons/bell.svg"]


class BellItem(MenuItem):
    """With the number of those that she has not seen. A screen that has asked for them says it by request.unseen_notices."""

    def render_component(self, request):
        unseen = request.unseen_notices if hasattr(request, "unseen_notices") else unseen_for(request.user)
        label = _("Notices (%(count)s)") % {"count": unseen if unseen < 100 else "99+"} if unseen else _("Notices")
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name, classname=self.classname, attrs=self.attrs)


@hooks.register("register_admin_menu_item")
def bell():
    return BellItem(gettext_lazy("Notices"), reverse("notices"), name="notices", icon_name="bell", order=10)
