from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from editing.start.creating import CreateItem
from home.news.short_form import NewsShortForm


@hooks.register("register_short_form")
def short_form():
    return NewsShortForm


@hooks.register("register_create_item")
def create_item():
    return CreateItem(_("A news item"), NewsShortForm.icon, 10, NewsShortForm.model, lambda parent: reverse("short_write", args=[NewsShortForm.slug]))
