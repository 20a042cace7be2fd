"""Links follow their pages: each published page has one, and remembers what stood above a page that goes.

Wagtail offers no call to override for these roads, as in search.following.
"""

from django.db.models.signals import pre_delete
from wagtail.models import Page
from wagtail.signals import page_published

from sharing import targets
from sharing.domain import remember_trail, short_link


def _published(sender, instance, **kwargs):
    if getattr(instance, "for_practice", False):
        return
    short_link(target=targets.of(instance), language=instance.locale.language_code)


def _going(sender, instance, **kwargs):
    remember_trail(targets.of(instance))


def connect() -> None:
    page_published.connect(_published, dispatch_uid="a short link for what is published")
    pre_delete.connect(_going, Page, dispatch_uid="remember what stood above it")
