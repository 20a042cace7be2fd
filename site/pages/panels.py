"""Panels of the page editor."""

from wagtail.admin.panels import Panel


class LinkCardPanel(Panel):
    """How Zalo and Facebook will draw the page's link; sharing's tag fills it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/cms/link_card_panel.html"
