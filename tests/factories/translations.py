"""Translations as a translator makes them: every string through wagtail-localize."""

from collections.abc import Mapping

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.factories.tree import locale


def begin_translation(instance, code: str) -> Translation:
    """What "translate this page" does, before anything is translated: a Translation with the strings as they are now."""
    source, _ = TranslationSource.update_or_create_from_instance(instance)
    return Translation.objects.update_or_create(source=source, target_locale=locale(code), defaults={"enabled": True})[0]


def translate_strings(translation: Translation, texts: Mapping[str, str] | None = None) -> None:
    """Every string: as given in texts, by its source, else the source with the language's code before it."""
    target = translation.target_locale
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        words = (texts or {}).get(segment.string.data, f"[{target.language_code}] {segment.string.data}")
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=target,
            context=segment.context,
            defaults={"data": words, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
        )


def translate(instance, code: str, texts: Mapping[str, str] | None = None, live: bool = True):
    """A complete translation of a page or topic, published unless told otherwise; pages above it first."""
    if isinstance(instance, Page):
        instance = instance.specific
        parent = instance.get_parent()
        if parent.depth > 1 and not parent.has_translation(locale(code)):
            translate(parent, code)
    translation = begin_translation(instance, code)
    translate_strings(translation, texts)
    translation.save_target(publish=False)
    target = translation.get_target_instance()
    if live:
        target.latest_revision.publish()  # save_target leaves it to the commit, which a test never reaches
        target = type(target).objects.get(pk=target.pk)
    return target
