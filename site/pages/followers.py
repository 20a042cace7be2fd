"""Translations stand where their source stands: below the same pages, under the same slug.

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


def move_along(source) -> None:
    """Below the translation of the new parent, which is begun where it does not exist."""
    for page in of(source):
        translation_guard.begin_pages_above(source, page.locale, None)
        parent = source.get_parent().get_translation_or_none(page.locale)
        here = page.get_parent()
        if parent and here.pk != parent.pk and Page._slug_is_available(page.slug, parent, page):
            page.move(parent, pos="last-child")
