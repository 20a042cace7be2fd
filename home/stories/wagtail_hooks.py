from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from editing.start.creating import CreateItem
from home.stories.short_form import StoryShortForm


@hooks.register("register_short_form")
def short_form():
    return StoryShortForm


@hooks.register("register_create_item")
def create_item():
    return CreateItem(_("A woman’s story"), StoryShortForm.icon, 20, StoryShortForm.model, lambda parent: reverse("short_write", args=[StoryShortForm.slug]))
