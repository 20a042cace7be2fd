from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from editing.start.creating import CreateItem
from home.guides.models import GuidePage


@hooks.register("register_create_item")
def create_item():
    return CreateItem(_("A guide to a model"), "list-ol", 40, GuidePage)
