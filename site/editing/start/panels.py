"""The panels of the start page. One that has nothing to say is not there.

An app adds one by the hook register_start_panel, whose function takes a Start and returns a StartPanel or None.
"""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from editing.start import creating, tasks, week
from editing.start.beginning import Start
from learning.library.models import LibraryDocument


class StartPanel(Component):
    """name: for styles and tests. content: what it says; empty, it is not shown. is_work: it waits for her or tells her something."""

    name = ""
    heading = ""
    order = 500
    is_work = False

    def __init__(self, start: Start):
        self.start = start

    @cached_property
    def content(self) -> list:
        return []

    def get_context_data(self, parent_context):
        return {"panel": self, "content": self.content, "request": parent_context["request"], "csrf_token": parent_context.get("csrf_token")}


class Tasks(StartPanel):
    name, heading, order, is_work = "tasks", _("What waits for you"), 100, True
    template_name = "start/tasks.html"

    @cached_property
    def content(self):
        return tasks.groups(self.start)


class Notices(StartPanel):
    name, heading, order, is_work = "notices", _("Notices"), 200, True
    template_name = "start/notices.html"

    @cached_property
    def content(self):
        return self.start.notices


class Create(StartPanel):
    name, heading, order = "create", _("Write something new"), 300
    template_name = "start/create.html"

    @cached_property
    def content(self):
        return creating.offers(self.start)


class Week(StartPanel):
    name, heading, order, is_work = "week", _("This week"), 400, True
    template_name = "start/week.html"

    @cached_property
    def content(self):
        return week.happenings(self.start)


class First(StartPanel):
    """For her first day: nothing waits and nothing has happened yet."""

    name, heading, order = "first", _("Where to begin"), 50
    template_name = "start/first.html"

    @cached_property
    def content(self):
        hers = self.start.abilities
        said = [
            (hers.writes, _("Press one of the buttons below and write. Nobody sees it before it is approved.")),
            (hers.languages, _("Open “Translate”, choose a page and begin. It stays a draft until you publish it.")),
            (hers.has(LibraryDocument, "add"), _("Upload a document for the library. Its address stays the same when you replace the file.")),
            (hers.in_source("publish"), _("What others send for approval will stand here.")),
            (hers.member.is_officer, _("Find the members of your unit under “Members”.")),
            (hers.is_technician, _("Under “Members”, “Who may do what”, you give people their rights.")),
        ]
        return [sentence for holds, sentence in said if holds] or [_("You have no rights here yet. Ask whoever gave you the password.")]


def panels(start: Start) -> list[StartPanel]:
    made = [make(start) for make in hooks.get_hooks("register_start_panel")]
    shown = [panel for panel in made if panel and panel.content]
    if not any(panel.is_work for panel in shown):
        shown.append(First(start))
    return sorted(shown, key=lambda panel: panel.order)
