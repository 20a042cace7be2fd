"""Nothing half translated reaches a reader.

wagtail-localize fills what is not translated with the source text, and writes the live row before any draft. So its one
choke, TranslationSource.create_or_update_translation, is wrapped here; Wagtail's own roads meet the same rule in
BasePage.publish() and in the permission tester.
"""

from django.core.exceptions import NON_FIELD_ERRORS, ObjectDoesNotExist, ValidationError
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin, Page


def untranslated(source, locale):
    """String segments of the source without a translation into the locale."""
    return source.stringsegment_set.annotate_translation(locale).filter(translation__isnull=True)


def missing_strings(instance) -> int:
    """How many strings the translation lacks; 0 for a source, and for a page that is kept by hand."""
    from wagtail_localize.models import Translation  # its models need ours to be loaded

    if not instance.pk or instance.locale_id is None:
        return 0
    translation = (
        Translation.objects.filter(source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True)
        .select_related("source")
        .first()
    )
    return untranslated(translation.source, instance.locale_id).count() if translation else 0


def sentence(missing: int) -> str:
    return ngettext(
        "%(count)s part is not translated yet, so this cannot be published. Translate it, or save a draft.",
        "%(count)s parts are not translated yet, so this cannot be published. Translate them, or save a draft.",
        missing,
    ) % {"count": missing}


def begin_pages_above(instance, locale, user) -> None:
    """As drafts with strings to translate; left alone, wagtail-localize puts live copies of them there, in Vietnamese."""
    from wagtail_localize.models import Translation, TranslationSource  # its models need ours to be loaded

    parent = instance.get_parent() if isinstance(instance, Page) else None
    if parent is None or parent.is_root() or parent.has_translation(locale):
        return
    source, _ = TranslationSource.get_or_create_from_instance(parent.specific)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    translation.save_target(user=user, publish=False)


def install() -> None:
    from wagtail_localize.models import TranslationSource  # its models need ours to be loaded

    original = TranslationSource.create_or_update_translation

    def create_or_update_translation(self, locale, user=None, publish=True, **options):
        try:
            target = self.get_translated_instance(locale)
        except ObjectDoesNotExist:
            target = None
        would_show = publish if target is None or isinstance(target, DraftStateMixin) else True
        if target is None:
            begin_pages_above(self.get_source_instance(), locale, user)
        if would_show or getattr(target, "live", False):
            missing = untranslated(self, locale).count()
            if missing:
                raise ValidationError({NON_FIELD_ERRORS: [sentence(missing)]})
        return original(self, locale, user=user, publish=publish, **options)

    TranslationSource.create_or_update_translation = create_or_update_translation


def mark_outdated(instance) -> None:
    """After a source is published: its new strings are missing in every translation, whose live text stays as it is."""
    from wagtail_localize.models import TranslationSource  # its models need ours to be loaded

    if source := TranslationSource.objects.get_for_instance_or_none(instance):
        source.update_from_db()
