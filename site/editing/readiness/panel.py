"""The side panel "Before publishing" in the page editor. Its content is fetched when it is opened, so that the editor opens no later."""

from django.forms import Media
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, WorkflowState

from pages.models import BasePage


class ReadinessSidePanel(BaseSidePanel):
    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Before publishing")
        icon_name = "clipboard-list"
        counter_classname = "w-bg-critical-200"

    name = "readiness"
    title = _("Before publishing")
    template_name = "editing/readiness/side_panel.html"
    order = 340

    def __init__(self, page, request, *, is_waiting: bool):
        super().__init__(page, request)
        self.is_waiting = is_waiting  # for approval: then it is looked at without being asked

    @property
    def media(self):
        return Media(js=["js/readiness.js"], css={"all": ["css/cms/readiness.css"]})

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {
            "address": reverse("before_publishing", args=[self.object.pk]),
            "is_waiting": self.is_waiting,
        }


class EditPage(EditView):
    """Wagtail's own, with one more side panel."""

    def get_side_panels(self):
        panels = list(super().get_side_panels())
        if isinstance(self.page, BasePage) and not self.expects_json_response and not self.hydrate_create_view:
            is_waiting = bool(self.workflow_state and self.workflow_state.status == WorkflowState.STATUS_IN_PROGRESS)
            panels.append(ReadinessSidePanel(self.page, self.request, is_waiting=is_waiting))
        return MediaContainer(sorted(panels, key=lambda panel: panel.order))


class Pages(PageViewSet):
    """In the place of Wagtail's own for every page type: its screens, but for the editor."""

    model = Page
    name = "site_pages"
    edit_view_class = EditPage
