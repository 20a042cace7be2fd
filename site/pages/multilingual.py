"""What a page knows of its language, its address and the same page in other languages."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.functional import cached_property

from config.languages import LANGUAGES, SOURCE
from pages import shelf
from pages.signposts import Addressed


def language_links(live: Mapping[str, str], here: str, rest: str) -> list[dict]:
    """The language menu, and hreflang. live: language code to address, where there is a translation. rest: the address below
    the language's prefix, which leads from any other language to the Vietnamese translation and its notice. Without that one
    it would lead nowhere, so only live languages are named. What has no translations at all names every home page.
    """
    named = [language for language in LANGUAGES if not live or SOURCE in live or language.code in live]
    urls = {language.code: live.get(language.code, language.prefix + rest) for language in named}
    return [
        {
            "code": language.code,
            "own_name": language.own_name,
            "in_vietnamese": language.in_vietnamese,
            "bcp47": language.bcp47,
            "url": urls[language.code],
            "absolute": settings.SITE_URL + urls[language.code],
            "live": language.code in live,
            "current": language.code == here,
        }
        for language in named
    ]


class InLanguages(Addressed):
    """Mixed into a page, which may exist in other languages."""

    @cached_property
    def alternates(self) -> list[dict]:
        """This page in each language."""
        opened = shelf.current()
        translations = opened.translations if opened else {self.locale_id: self}
        live = {page.locale.language_code: page.address for page in translations.values()}
        return language_links(live, self.locale.language_code, self.path_below_home)

    @property
    def untranslated_notices(self) -> list[dict]:
        """One hidden notice per language on each Vietnamese page, shown by :target, so that its bytes are the same for all."""
        if self.locale.language_code != SOURCE:
            return []
        return [{"code": language.code, "in_vietnamese": language.in_vietnamese} for language in LANGUAGES if language.code != SOURCE]
