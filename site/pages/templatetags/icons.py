"""Icons: each use is a reference, and only the shapes that a page used are written at its end."""

from django import template
from django.template.loader import select_template
from django.utils.safestring import mark_safe

from pages.icons import ICONS, symbol

register = template.Library()

KEY = "used_icons"


def used_icons(context):
    """One record a page. Includes share the render context, stream blocks only a copy of the variables: keep it in both."""
    shared = context.render_context.dicts[0]
    if KEY not in shared:
        shared[KEY] = context.get(KEY) or {}
    context.dicts[0][KEY] = shared[KEY]
    return shared[KEY]


@register.simple_tag(takes_context=True)
def icon(context, name):
    if name not in ICONS:
        return ""
    used_icons(context)[name] = True
    return mark_safe(f'<svg class="i" aria-hidden="true"><use href="#i-{name}"/></svg>')


@register.simple_tag(takes_context=True)
def sprite(context):
    shapes = "".join(symbol(name) for name in sorted(used_icons(context)))
    return mark_safe(f'<svg class="sprite" width="0" height="0" aria-hidden="true">{shapes}</svg>')


@register.simple_tag
def topic_picture(name):
    """The coloured picture of a topic, or the open book where there is none."""
    folder = "components/topic_icon"
    return select_template([f"{folder}/{name}.svg", f"{folder}/book.svg"]).render()
