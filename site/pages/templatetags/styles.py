from django import template
from django.utils.safestring import mark_safe

from pages.styles import stylesheet

register = template.Library()


@register.simple_tag
def inline_css():
    """The whole stylesheet. It must be the very string whose hash the policy carries."""
    return mark_safe(f"<style>{stylesheet()}</style>")
