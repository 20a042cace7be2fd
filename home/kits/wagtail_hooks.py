from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from editing.start.creating import CreateItem
from home.kits.models import MeetingKitPage


@hooks.register("register_create_item")
def create_item():
    return CreateItem(_("A meeting kit"), "folder-open-inverse", 45, MeetingKitPage)
