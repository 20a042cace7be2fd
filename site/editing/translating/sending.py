"""Beginning translations: as drafts, with rights asked page by page, and the translators told."""

from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page

from config.languages import BY_CODE, SOURCE
from editing.notices.domain import tell
from editing.notices.models import Notice
from editing.rights.holders import holders_of
from editing.translating.rights import may_send
from pages.cards import met_by_readers


class Refused(Exception):
    """A page that cannot be sent into a language; its text says why."""


def send_page(*, page: Page, locale: Locale, user) -> bool:
    """True when it was begun, False when it was there. Raises Refused, or ValidationError from the page itself."""
    from wagtail_localize.models import Translation, TranslationSource  # its models need ours to be loaded
    from wagtail_localize.operations import TranslationCreator

    if page.is_root() or page.locale.language_code != SOURCE or locale.language_code == SOURCE:
        raise Refused(gettext("Only Vietnamese pages are sent to translation."))
    if not user or not may_send(user, page, locale.language_code):
        raise Refused(gettext("You may not send this page into this language."))
    known = Translation.objects.filter(source__object_id=page.translation_key, target_locale=locale).first()
    there = page.has_translation(locale)
    if there and (known is None or not known.enabled):
        raise Refused(gettext("There is a page in this language that is kept by hand."))
    if there:
        return False
    source, _created = TranslationSource.get_or_create_from_instance(page.specific)
    related = TranslationCreator(user, [locale])
    for segment in source.relatedobjectsegment_set.select_related("object"):
        if (instance := segment.get_source_instance()) and not isinstance(instance, Page):
            related.create_translations(instance, include_related_objects=False)
    translation, _created = Translation.objects.update_or_create(source=source, target_locale=locale, defaults={"enabled": True})
    translation.save_target(user=user, publish=False)
    return True


def with_subtree(page: Page) -> list[Page]:
    """Itself and all below, parents first; nobody translates what is for practice."""
    return list(met_by_readers(Page.objects.descendant_of(page, inclusive=True)).order_by("path"))


def tell_translators(run) -> None:
    """One notice for each language and translator, however many pages were sent."""
    tell_sent(pages=run.pages[: run.done_pages], codes=run.languages, key=str(run.pk), by=run.made_by)


def tell_sent(*, pages: list[int], codes: list[str], key: str, by) -> None:
    sources = Page.objects.filter(pk__in=pages)
    targets = Page.objects.filter(translation_key__in=sources.values("translation_key"), locale__language_code__in=codes).select_related("locale")
    for code, found in groupby(sorted(targets, key=lambda page: (page.locale.language_code, page.path)), key=lambda page: page.locale.language_code):
        group = list(found)
        title = group[0].get_admin_display_title()
        with override(SOURCE):
            if len(group) > 1:
                title = gettext("%(title)s and %(count)s more") % {"title": title, "count": len(group) - 1}
        address = reverse("translation_board") + f"?ngon-ngu={code}"
        if len(group) == 1 and (standing := standing_of(group[0])):
            address = reverse("translation_screen", args=[standing.translation_id])
        tell(
            holders_of(group[0], "change", "publish"),
            Notice.Kind.TO_TRANSLATE,
            title=f"{title} ({BY_CODE[code].own_name})",
            address=address,
            key=f"{key}:{code}",
            by=by,
        )


def standing_of(target: Page):
    from editing.translating.standings import Standing  # models that import this module

    return Standing.objects.filter(key=target.translation_key, locale=target.locale_id).first()


def editors_of(source: Page) -> set:
    """Who last edited it and whose it is."""
    last = source.latest_revision.user if source.latest_revision else None
    return {member for member in (last, source.owner) if member and member.is_active}


def tell_editors(*, target: Page, source: Page, translation, key: str, by) -> None:
    """That it is ready, or live."""
    title = f"{source.get_admin_display_title()} ({BY_CODE[target.locale.language_code].own_name})"
    tell(editors_of(source), Notice.Kind.TRANSLATED, title=title, address=reverse("translation_screen", args=[translation.pk]), key=key, by=by)
