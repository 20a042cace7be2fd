from django import template
from django.utils.translation import get_language

from pages.pictures import ROLES

register = template.Library()

DESKTOP = "(min-width: 860px)"
WIDER = {"hero": "wide"}  # role to the role that a desktop gets instead


def source(mime, rendition, media=""):
    return {"type": mime, "srcset": rendition.url, "media": media}


@register.inclusion_tag("components/picture.html")
def picture(image, role, alt=None, eager=False, **attributes):
    """A picture in a role of pages.pictures.ROLES: what was made of it when it was saved, nothing encoded now.

    alt: the use's own words; where they are None or empty and the use is not decorative, the library's description,
    which is Vietnamese. Pass alt=False for a picture that only decorates.
    """
    made = image.made(role) if image else {}
    if not made:
        made = next((found for other in ROLES if image and (found := image.made(other))), {})
    if not made:
        return {"fallback": None}
    words, language = alternative(image, alt)
    *best, (_, last) = made.items()
    sources = [source(mime, rendition, DESKTOP) for mime, rendition in image.made(WIDER[role]).items()] if role in WIDER else []
    return {
        "sources": sources + [source(mime, rendition) for mime, rendition in best],
        "fallback": {"src": last.url, "width": last.width, "height": last.height},
        "alt": words,
        "alt_lang": language,
        "eager": eager,
        "classes": attributes.get("class", ""),
    }


def alternative(image, alt) -> tuple[str, str]:
    """The words and, where they are not in the page's language, their language."""
    if alt is False or getattr(image, "decorative", False):
        return "", ""
    if own := alt or getattr(image, "contextual_alt_text", None):
        return own, ""
    return (image.description, "" if get_language() == "vi" else "vi") if alt is None else ("", "")
