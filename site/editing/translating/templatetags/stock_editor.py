import json

from django import template

register = template.Library()


@register.simple_tag
def without_alias(props: str) -> str:
    """What wagtail-localize's editor is given, less the offer to make the page an alias of its source."""
    given = json.loads(props)
    given["links"]["convertToAliasUrl"] = None
    return json.dumps(given)
