"""What a frozen version points to, taken from the shelf."""

from django import template
from django.apps import apps

from pages import shelf
from pages.templatetags.pictures import picture

register = template.Library()


def on_shelf(model: str, pk):
    opened = shelf.current()
    return opened.get(apps.get_model(model), pk) if opened and pk else None


@register.inclusion_tag("components/picture.html")
def frozen_picture(thing, role):
    """thing: a question or an option, with picture and alt. Nothing where the picture is gone."""
    return picture(on_shelf("pages.Picture", thing.picture), role, alt=thing.alt or None)


@register.simple_tag
def frozen_sound(thing):
    return on_shelf("library.LibraryDocument", thing.audio)


@register.filter
def at(things, number):
    """The entry for a question's number, counted from 1; None where there is none."""
    return things[number - 1] if 0 < number <= len(things) else None
