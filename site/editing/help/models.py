"""The practice room: pages of the staff's own, which no reader sees. What is done with them is in practice.py."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel

from pages.base import BasePage
from pages.blocks import BodyBlock
from pages.fields import StreamField
from pages.permissions import PublicationPermissionTester

NOTE = _("This is the practice room. Try whatever you like: no reader sees it, nobody else is told, and it empties itself after some days.")


class PracticePermissionTester(PublicationPermissionTester):
    def can_set_view_restrictions(self):
        """Whoever practises opens nothing to readers."""
        return False


class Practice(BasePage):
    for_practice = True

    class Meta:
        abstract = True

    @staticmethod
    def banner() -> HelpPanel:
        return HelpPanel(content=NOTE, template="editing/help/practice_note.html")

    @classmethod
    def tabs_of(cls, content_panels, *extra):
        """With the banner at the top of every tab."""
        for name in ("listen_panels", "around_panels", "promote_panels", "settings_panels"):
            if name not in cls.__dict__:
                setattr(cls, name, [cls.banner(), *getattr(BasePage, name)])
        return super().tabs_of([cls.banner(), *content_panels], *extra)

    def permissions_for_user(self, user):
        return PracticePermissionTester(user, self)


class PracticeIndexPage(Practice):
    """The room itself. No type of the site allows it below itself, so nobody makes a second one by hand."""

    template = "pages/standard_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["help.PracticePage"]
    max_count = 1

    class Meta:
        verbose_name = _("practice room")
        verbose_name_plural = _("practice rooms")


class PracticePage(Practice):
    template = "pages/standard_page.html"
    parent_page_types = ["help.PracticeIndexPage"]
    subpage_types: list[str] = []

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    class Meta:
        verbose_name = _("practice page")
        verbose_name_plural = _("practice pages")


PracticeIndexPage.edit_handler = PracticeIndexPage.tabs_of(BasePage.content_panels)
PracticePage.edit_handler = PracticePage.tabs_of([*BasePage.content_panels, FieldPanel("body", help_text=_("Write here as in a news item."))])
