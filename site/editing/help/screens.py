"""Which card belongs to the screen that somebody looks at."""

from wagtail.models import Page

from editing.help.cards import Card, card_at, card_for


def card_of(request) -> Card | None:
    """That of the page's type, else that of the address."""
    match = request.resolver_match
    if match is None:
        return None
    values = tuple(str(value) for value in (*match.args, *match.kwargs.values()))
    return card_for(page_type_of(match, values)) or card_at(match.view_name, values)


def page_type_of(match, values: tuple[str, ...]) -> str:
    """The model's name of the page that is being edited, added, or whose children are listed; one query at most."""
    if match.namespace != "wagtailadmin_pages" and not match.view_name.startswith("wagtailadmin_explore"):
        return ""
    if match.url_name == "add" and len(values) == 3:
        return values[1]
    numbers = [value for value in values if value.isdigit()]
    found = Page.objects.filter(pk=numbers[-1]).values_list("content_type__model", flat=True).first() if numbers else None
    return found or ""
