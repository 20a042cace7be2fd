from django import template

from editing.help.screens import card_of

register = template.Library()


@register.simple_tag(takes_context=True)
def card_here(context):
    """For screens without Wagtail's menu, which have to show the way to their card themselves."""
    return card_of(context["request"])
