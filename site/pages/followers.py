"""Translations stand where their source stands: below the same pages, in the same order, under the same slug.

The way from a language that lacks a page, and a restriction above a page, both rest on that. Wagtail writes the
redirects from the old addresses, for each language its own.
"""

from wagtail.models import Page

from pages import translation_guard

HOME = 2  # depth; homes are siblings, so their slugs differ


def of(page) -> list:
    """The translations of a source; none where the page is itself a translation."""
    same = list(Page.objects.filter(translation_key=page.translation_key).select_related("locale").order_by("pk"))
    return [translation.specific for translation in same[1:]] if same and same[0].pk == page.pk else []


def take_slug(source) -> None:
    for page in of(source) if source.depth > HOME else ():
        if page.slug != source.slug and Page._slug_is_available(source.slug, page.get_parent(), page):
            page.slug = source.slug
            page.save(clean=False)
            if draft := page.latest_revision:
                draft.content["slug"] = source.slug
                draft.save(update_fields=["content"])


def take_sensitivity(source) -> None:
    """At once, not with the next translation: what may not be named in one language may not be named in another."""
    for page in of(source):
        if page.sensitive != source.sensitive:
            type(page).objects.filter(pk=page.pk).update(sensitive=source.sensitive)
            if draft := page.latest_revision:
                draft.content["sensitive"] = source.sensitive
                draft.save(update_fields=["content"])


def move_along(source) -> None:
    """Below the translation of the new parent, which is begun where it does not exist."""
    for page in of(source):
        translation_guard.begin_pages_above(source, page.locale, None)
        parent = source.get_parent().get_translation_or_none(page.locale)
        here = page.get_parent()
        if parent and here.pk != parent.pk and Page._slug_is_available(page.slug, parent, page):
            page.move(parent, pos="last-child")


def take_places(source) -> None:
    for page in of(source):
        take_place(page, source)


def take_place(page, source) -> None:
    """Among its siblings as the source among its own. Pages of one language alone stay where they are."""
    if source.depth <= HOME:
        return
    here = {sibling.translation_key: sibling for sibling in page.get_siblings().order_by("path")}
    theirs = source.get_siblings().order_by("path").values_list("translation_key", flat=True)
    wanted = [key for key in theirs if key in here]
    if page.translation_key not in wanted or wanted == [key for key in here if key in wanted]:
        return
    place = wanted.index(page.translation_key)
    target, pos = (here[wanted[place - 1]], "right") if place else (here[wanted[1]], "left")
    here[page.translation_key].move(target, pos=pos)
    page.path = Page.objects.values_list("path", flat=True).get(pk=page.pk)  # whoever holds it goes on to save it
