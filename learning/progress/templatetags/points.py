from django import template

register = template.Library()


@register.filter
def points(hundredths: int) -> float:
    """As stored, a right question is 100; as read, 1."""
    return hundredths / 100
