from django import template

register = template.Library()


@register.inclusion_tag("components/cloth.html")
def cloth(done, of):
    """A strip of cloth: `done` motifs are woven, the rest is bare warp."""
    return {"motifs": [number <= (done or 0) for number in range(1, (of or 0) + 1)]}
