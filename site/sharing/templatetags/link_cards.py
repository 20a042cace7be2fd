"""The preview in the page editor."""

from urllib.parse import quote

from django import template

from pages.cards import accessor

register = template.Library()

DEBUGGERS = (
    ("Facebook", "https://developers.facebook.com/tools/debug/?q={}"),
    ("Zalo", "https://developers.zalo.me/tools/debug-sharing?q={}"),
)


@register.inclusion_tag("sharing/link_card_editor.html")
def link_card_preview(page):
    """page: as the form was opened with it. The card itself is fetched when its tab is opened: drawing it costs as much as half the form."""
    address = page.canonical if page.live and page.url_path else ""
    return {
        "kind": accessor(type(page)),
        "language": page.locale.language_code,
        "depth": page.depth or 0,
        "debuggers": [(name, way.format(quote(address, safe=""))) for name, way in DEBUGGERS] if address and not page.sensitive else [],
    }
