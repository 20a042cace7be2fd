"""The title that a page has in /cms/ is its draft's for those whose page it is, and the published one for all others.

Wagtail asks the page alone, wherever it shows one: lists, choosers, breadcrumbs, fields that lead to it. Who asks is known here.
"""

from contextvars import ContextVar

from wagtail.models import Page

asking: ContextVar = ContextVar("asking", default=None)  # the member whose request in /cms/ is being answered


def install() -> None:
    own = Page.get_admin_display_title

    def get_admin_display_title(page):
        from editing.rights.seeing import holds  # models are loaded by now

        user = asking.get()
        if user is not None and page.live and page.draft_title != page.title and not holds(user, page):
            return page.title
        return own(page)

    Page.get_admin_display_title = get_admin_display_title
