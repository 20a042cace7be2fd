"""The demonstration in other languages, through wagtail-localize as a translator would: string by string, then published."""

import json
from html import unescape

from wagtail.models import Locale, Page
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringTranslation, Translation, TranslationSource

from home.demo import quizzes, reading
from learning.library.models import LibraryDocument
from learning.quizzes.models import QuizPage
from pages.models import Topic
from pages.translation_guard import untranslated


class Translator:
    def __init__(self, language: str, gallery):
        self.language, self.locale = language, Locale.objects.get(language_code=language)
        alternatives = (reading.read(language, "pictures.toml") or {}).items()
        self.pictures = {gallery.alt(name): words for name, words in alternatives if name in gallery.scenes}

    def translate(self, instance, source_text: dict, text: dict) -> None:
        """Publish the translation. A Vietnamese string that the texts lack raises LookupError with the string."""
        if Translation.objects.filter(source__object_id=instance.translation_key, target_locale=self.locale).exists():
            return
        words = self.pictures | reading.pairs(source_text, text)
        source, _ = TranslationSource.update_or_create_from_instance(instance)
        translation = Translation.objects.create(source=source, target_locale=self.locale)
        for segment in untranslated(source, self.locale).select_related("string"):
            original = segment.string.data
            target = words.get(original) or words.get(unescape(original)) or self._same(original)
            if target is None:
                raise LookupError(f"{self.language}: {instance} ({segment.context.path}): {original}")
            StringTranslation.objects.create(
                translation_of=segment.string,
                locale=self.locale,
                context=segment.context,
                data=target,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
        self._own_editions(source)
        translation.save_target(publish=True)
        self._finish(instance)

    def _own_editions(self, source: TranslationSource) -> None:
        """Documents in this language, where there are, in the place of the Vietnamese ones."""
        for segment in OverridableSegment.objects.filter(source=source, context__path__regex="^(narration|related_documents)"):
            key = LibraryDocument.objects.filter(pk=json.loads(segment.data_json)).values("work_key")
            if edition := LibraryDocument.objects.filter(work_key__in=key, language_code=self.language).first():
                SegmentOverride.objects.create(locale=self.locale, context=segment.context, data_json=json.dumps(edition.pk))

    def _same(self, original: str) -> str | None:
        """Numbers and signs are the same in every language."""
        return original if not any(letter.isalpha() for letter in unescape(original)) else None

    def _finish(self, instance) -> None:
        """The day of the original, so that lists keep their order."""
        if isinstance(instance, Page):
            dates = {name: getattr(instance, name) for name in ("first_published_at", "last_published_at")}
            Page.objects.filter(translation_key=instance.translation_key, locale=self.locale).update(**dates)
        if isinstance(instance, QuizPage):
            quizzes.age(instance, self.language, instance.first_published_at)

    def topics(self) -> None:
        texts = {
            language: {row["slug"]: row for row in (reading.read(language, "topics.toml") or {"topics": []})["topics"]} for language in ("vi", self.language)
        }
        for topic in Topic.objects.filter(locale__language_code="vi", slug__in=texts[self.language]):
            self.translate(topic, texts["vi"][topic.slug], texts[self.language][topic.slug])

    def pages(self, texts: dict[int, str]) -> None:
        """texts: page id to the path of its text. Parents first, as the tree needs them."""
        for page in Page.objects.filter(pk__in=texts).order_by("path").specific():
            path = texts[page.pk]
            source, text = reading.page("vi", path), reading.page(self.language, path)
            if path == "indexes.toml" and text:
                source, text = next((source[name], text[name]) for name in source if source[name]["slug"] == page.slug)
            if text:
                self.translate(page, source, text)
