"""How a document looks in Zalo and Facebook."""

from django.conf import settings

from pages.shareable import SHARE_TEXT, SHARE_TITLE
from pages.text import shorten


def opengraph_tags(document, address: str) -> dict[str, str]:
    """As BasePage.opengraph_tags has it."""
    tags = {
        "og:type": "article",
        "og:site_name": settings.WAGTAIL_SITE_NAME,
        "og:title": shorten(document.title, SHARE_TITLE),
        "og:description": shorten(document.summary, SHARE_TEXT),
        "og:url": address,
    }
    return tags | ({"og:locale": document.language.open_graph} if document.language.open_graph else {})
