from django import template

from learning.progress.week import FULL

register = template.Library()


@register.inclusion_tag("components/sun.html")
def sun(minutes):
    """The week as a sun of fifteen rays, one lit for each minute: it rises, and stands whole when the week is full."""
    full = minutes >= FULL
    step, first = (360 / FULL, 0.0) if full else (180 / FULL, 90 / FULL)
    return {"full": full, "rays": [{"turn": f"{first + step * number:g}", "lit": number < minutes} for number in range(FULL)]}
