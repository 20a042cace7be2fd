"""The review dates of pages, whatever their type, in one query."""

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from wagtail.models import Page

from config.languages import SOURCE
from pages import cards


def with_review() -> QuerySet[Page]:
    """Pages that answer for themselves, with reviewed_on and review_date: a translation follows its source, whose date is its own."""
    names = [cards.accessor(model) for model in cards.kinds() if hasattr(model, "review_on")]

    def either(field: str):
        return Coalesce(*(f"{name}__{field}" for name in names), output_field=DateField())

    source = Page.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code=SOURCE).exclude(pk=OuterRef("pk"))
    own = Q(locale__language_code=SOURCE) | ~Q(Exists(source))
    return Page.objects.filter(own, depth__gt=1).annotate(review_date=either("review_on"), reviewed_on=either("checked_on"))
