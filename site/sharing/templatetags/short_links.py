from django import template

from sharing import links

register = template.Library()


@register.filter
def short_address(thing) -> str:
    """{{ page|short_address }}: what is sent and printed instead of its own address."""
    return links.general_address(thing)
