"""lang= where words are in another language than those around them.

Two voices speak on a page: its own, and that of the interface, which is Vietnamese where a language has no catalogue.
`inside` names what the words stand in, if that is in a language of its own: a card, a document, or "interface".
"""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from config.languages import BY_CODE, SOURCE

register = template.Library()

INTERFACE = "interface"


def here(context):
    """The language of what is shown: the page's own, else the one of the address."""
    page = context.get("page")
    return page.language if page is not None and getattr(page, "locale_id", None) else BY_CODE.get(get_language(), BY_CODE[SOURCE])


def language_of(context, item):
    if not item:
        return here(context)
    if item == INTERFACE:
        return here(context) if here(context).interface else BY_CODE[SOURCE]
    return item.language if hasattr(item, "language") else BY_CODE[item.locale.language_code]


def attribute(language, around) -> str:
    return "" if language is around else format_html(' lang="{}"', language.bcp47)


@register.simple_tag(takes_context=True)
def page_lang(context):
    """For <html lang>."""
    return here(context).bcp47


@register.simple_tag(takes_context=True)
def interface_lang(context, inside=None):
    """Marks words of the interface."""
    return attribute(language_of(context, INTERFACE), language_of(context, inside))


@register.simple_tag(takes_context=True)
def lang_of(context, item, inside=None):
    """Marks what is in another language than the page, or than what it stands in."""
    return attribute(language_of(context, item), language_of(context, inside)) if item else ""


@register.simple_tag(takes_context=True)
def title_of(context, item, inside=None):
    """A title within a sentence, in a span of its own where it is in another language."""
    if not item:
        return ""
    mark = lang_of(context, item, inside)
    return format_html("<span{}>{}</span>", mark, item.title) if mark else item.title
