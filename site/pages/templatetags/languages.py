from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from config.languages import BY_CODE, SOURCE

register = template.Library()


def here(context):
    """The language of what is shown: the page's own, else the one of the address."""
    page = context.get("page")
    return page.language if page is not None and getattr(page, "locale_id", None) else BY_CODE.get(get_language(), BY_CODE[SOURCE])


@register.simple_tag(takes_context=True)
def page_lang(context):
    """For <html lang>."""
    return here(context).bcp47


@register.simple_tag(takes_context=True)
def interface_lang(context):
    """Marks words of the interface as Vietnamese where the page's own language has no catalogue."""
    return "" if here(context).interface else format_html(' lang="{}"', BY_CODE[SOURCE].bcp47)


@register.simple_tag(takes_context=True)
def lang_of(context, item):
    """Marks what is in another language than the page around it."""
    if not item:
        return ""
    language = item.language if hasattr(item, "language") else BY_CODE[item.locale.language_code]
    return "" if language is here(context) else format_html(' lang="{}"', language.bcp47)
