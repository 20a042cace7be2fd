from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from editing.reviews import views
from editing.reviews.domain import CHECKED, take_over
from editing.reviews.reports import PagesToReview
from pages.models import BasePage
from pages.permissions import writes_pages


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("bao-cao/xem-lai/", PagesToReview.as_view(), name="pages_to_review"),
        path("bao-cao/xem-lai/ket-qua/", PagesToReview.as_view(results_only=True), name="pages_to_review_results"),
        path("xem-lai/<int:page_id>/", views.review_page, name="review_page"),
    ]


@hooks.register("insert_global_admin_css")
def lists_on_phones():
    return format_html('<link rel="stylesheet" href="{}">', static("css/cms/lists.css"))


class EditorsItem(MenuItem):
    def is_shown(self, request):
        return writes_pages(request.user)


@hooks.register("register_reports_menu_item")
def review_item():
    return EditorsItem(gettext_lazy("Pages to look at again"), reverse("pages_to_review"), name="pages-to-review", icon_name="date", order=800)


@hooks.register("register_page_header_buttons")
def header_button(page, user, view_name, next_url=None):
    if page.live and issubclass(page.specific_class or type(page), BasePage) and page.permissions_for_user(user).can_edit():
        yield Button(_("All is right"), reverse("review_page", args=[page.pk]), icon_name="check", priority=33)


@hooks.register("after_edit_page")
def answer_at_once(request, page):
    if isinstance(page, BasePage):
        take_over(page)


@hooks.register("register_log_actions")
def log_actions(actions):
    @actions.register_action(CHECKED)
    class Checked(LogFormatter):
        label = gettext_lazy("Looked at, all is right")

        def format_message(self, entry):
            return _("Looked at it and found all right; the next look is on %(day)s") % {"day": entry.data.get("again_on", "")}
