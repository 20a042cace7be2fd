"""Which card belongs to the screen that somebody looks at."""

from django.urls import reverse
from wagtail.models import Page

from editing.help.cards import Card, card_for


def card_of(request) -> Card | None:
    below = request.path.removeprefix(reverse("wagtailadmin_home"))
    return card_for(below, page_type_of(request.resolver_match))


def page_type_of(match) -> str:
    """The model's name of the page that is being edited, added, or whose children are listed; one query at most."""
    if match is None or match.namespace != "wagtailadmin_pages" and not match.view_name.startswith("wagtailadmin_explore"):
        return ""
    values = [str(value) for value in (*match.args, *match.kwargs.values())]
    if match.url_name == "add" and len(values) == 3:
        return values[1]
    numbers = [value for value in values if value.isdigit()]
    found = Page.objects.filter(pk=numbers[-1]).values_list("content_type__model", flat=True).first() if numbers else None
    return found or ""
