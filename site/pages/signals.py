"""Signals of the project, the only ones: a restriction on a page holds in every language at once, the publication of a
source marks its translations as outdated, page types do what follows their publication, and translations follow
their source's address, place and mark of being sensitive. Wagtail offers no call to override for these.
"""

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction, TranslatableMixin
from wagtail.signals import copy_for_translation_done, page_published, page_slug_changed, post_page_move, published

from pages import followers, translation_guard

_SHARED = ("restriction_type", "password")


def others(restriction: PageViewRestriction):
    page = restriction.page
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


def is_source(restriction: PageViewRestriction) -> bool:
    """Only the original page's restriction is mirrored: a stricter rule on one translation stays its own."""
    first = Page.objects.filter(translation_key=restriction.page.translation_key).order_by("pk").values_list("pk", flat=True).first()
    return first == restriction.page_id


@transaction.atomic
def mirror(restriction: PageViewRestriction) -> None:
    if not is_source(restriction):
        return
    groups = list(restriction.groups.values_list("pk", flat=True))
    for page in others(restriction):
        copy = page.view_restrictions.first() or PageViewRestriction(page=page)
        if copy.pk and all(getattr(copy, name) == getattr(restriction, name) for name in _SHARED) and list(copy.groups.values_list("pk", flat=True)) == groups:
            continue
        for name in _SHARED:
            setattr(copy, name, getattr(restriction, name))
        copy.save()
        copy.groups.set(groups)


def _saved(sender, instance, **kwargs):
    mirror(instance)


def _groups_changed(sender, instance, action, **kwargs):
    if action.startswith("post_") and isinstance(instance, PageViewRestriction):
        mirror(instance)


def _deleted(sender, instance, origin=None, **kwargs):
    """Not where the page itself is deleted: its translations stay, and stay closed."""
    lifted = getattr(origin, "model", type(origin)) is PageViewRestriction
    if lifted and is_source(instance):
        PageViewRestriction.objects.filter(page__in=others(instance)).delete()


def _published(sender, instance, **kwargs):
    if isinstance(instance, TranslatableMixin):
        translation_guard.mark_outdated(instance)


def _page_published(sender, instance, **kwargs):
    """Copies that are live at once come by here too, not by the signal above."""
    if hasattr(instance, "sensitive"):
        followers.take_sensitivity(instance)
    if hasattr(instance, "after_publication"):
        instance.after_publication()


def _slug_changed(sender, instance, **kwargs):
    followers.take_slug(instance)


def _moved(sender, instance, **kwargs):
    followers.move_along(instance)
    followers.take_places(instance)
    moved = instance.specific
    if hasattr(moved, "after_move"):
        moved.after_move()


def _copied(sender, source_obj, target_obj, **kwargs):
    if isinstance(target_obj, Page):
        followers.take_place(target_obj, source_obj)


def connect() -> None:
    post_save.connect(_saved, PageViewRestriction, dispatch_uid="mirror saved restriction")
    post_delete.connect(_deleted, PageViewRestriction, dispatch_uid="mirror deleted restriction")
    m2m_changed.connect(_groups_changed, PageViewRestriction.groups.through, dispatch_uid="mirror restriction groups")
    published.connect(_published, dispatch_uid="mark translations outdated")
    page_published.connect(_page_published, dispatch_uid="page types do what follows publication")
    page_slug_changed.connect(_slug_changed, dispatch_uid="translations take the slug")
    post_page_move.connect(_moved, dispatch_uid="translations move along")
    copy_for_translation_done.connect(_copied, dispatch_uid="translations take their place")
