"""How a document looks in Zalo and Facebook."""

from django.conf import settings

from pages.shareable import SHARE_TEXT, SHARE_TITLE, house_picture, picture_tags
from pages.text import shorten


def opengraph_tags(document, address: str, *, public: bool) -> dict[str, str]:
    """As BasePage.opengraph_tags has it. A closed document has no picture: no chat app may fetch it."""
    tags = {
        "og:type": "article",
        "og:site_name": settings.WAGTAIL_SITE_NAME,
        "og:title": shorten(document.title, SHARE_TITLE),
        "og:description": shorten(document.summary, SHARE_TEXT),
        "og:url": address,
    }
    if document.language.open_graph:
        tags["og:locale"] = document.language.open_graph
    if not public:
        return tags
    return tags | (picture_tags(document.card_address, tags["og:title"]) if document.card else house_picture())
