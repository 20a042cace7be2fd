from django import template
from django.urls import reverse

from sharing import links

register = template.Library()


@register.filter
def short_address(thing) -> str:
    """{{ page|short_address }}: what is sent and printed instead of its own address."""
    return links.general_address(thing)


@register.filter
def paper_address(thing) -> str:
    """Where its QR code and sheets are; empty where it has no link yet."""
    code = links.code_of(thing)
    return reverse("link_paper", args=[code]) if code else ""
