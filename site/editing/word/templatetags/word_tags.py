from django import template
from django.urls import reverse
from django.utils.safestring import mark_safe

from editing.word.places import models_below
from pages.tidying import is_ours

register = template.Library()


@register.filter
def ours(html: str) -> str:
    """Rich text of a document, which was looked at when it was read; anything else is shown as what it is."""
    return mark_safe(html) if is_ours(html) else html  # noqa: S308


@register.filter
def is_group(_value, label) -> bool:
    return isinstance(label, list)


@register.filter
def model_key(model) -> str:
    return model._meta.model_name


@register.filter
def model_name(model) -> str:
    return str(model._meta.verbose_name).capitalize()


@register.simple_tag
def word_address(parent) -> str:
    """Where a document becomes a page below this one; nothing where none may stand there."""
    models = models_below(parent)
    return f"{reverse('word_start')}?noi={models[0]._meta.label_lower}:{parent.pk}" if models else ""
