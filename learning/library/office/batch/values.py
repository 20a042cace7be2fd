"""What a cell of the sheet means: the choices of the form by the words that people use for them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext, override
from wagtail.models import Collection

from config.languages import LANGUAGES, SOURCE
from learning.library.models import LibraryDocument
from learning.library.office.seen import policy, seen_by
from pages.models import Topic
from pages.text import folded

IN_LIBRARY = re.compile(r"(?:.*/thu-vien/|#)(\d{1,9})(?:-.*)?", re.DOTALL)
EXAMPLES = 12  # that one sentence names


class Unknown(ValueError):
    """A cell that names nothing, with a sentence that says what could stand there."""


@dataclass
class Values:
    """What this editor may write, read once for the whole sheet."""

    user: object

    @cached_property
    def kinds(self) -> dict[str, str]:
        found = {}
        for language in ("vi", "en", "fr"):
            with override(language):
                found |= {folded(str(label)): value for value, label in LibraryDocument.Kind.choices}
        return found | {value: value for value in LibraryDocument.Kind.values}

    @cached_property
    def languages(self) -> dict[str, str]:
        found = {}
        for language in LANGUAGES:
            said = folded(language.in_vietnamese)
            names = (language.code, folded(language.own_name), folded(language.name), said, said.removeprefix("tieng "))
            found |= dict.fromkeys(names, language.code)
        return found

    @cached_property
    def topics(self) -> dict[str, int]:
        return {folded(topic.name): topic.pk for topic in Topic.objects.filter(locale__language_code=SOURCE)}

    @cached_property
    def collections(self) -> dict[str, int]:
        hers = policy().collections_user_has_permission_for(self.user, "add").order_by("-depth")
        return {folded(collection.name): collection.pk for collection in hers}

    def kind(self, words: str) -> str:
        return self._one(
            self.kinds, words, [str(label) for label in LibraryDocument.Kind.labels], gettext("There is no kind “%(words)s”. Write one of: %(names)s.")
        )

    def language(self, words: str) -> str:
        names = [language.in_vietnamese for language in LANGUAGES]
        return self._one(self.languages, words, names, gettext("There is no language “%(words)s”. Write one of: %(names)s."))

    def topic(self, words: str) -> int:
        names = Topic.objects.filter(locale__language_code=SOURCE).values_list("name", flat=True)
        return self._one(self.topics, words, names, gettext("There is no topic “%(words)s”. Write one of: %(names)s."))

    def collection(self, words: str) -> int:
        names = Collection.objects.filter(pk__in=self.collections.values()).exclude(depth=1).values_list("name", flat=True)
        return self._one(self.collections, words, names, gettext("You may not upload to a collection “%(words)s”. Write one of: %(names)s."))

    def work(self, words: str) -> int | None:
        """A document that is there already, named by its address or as #12; None for a name that rows of the sheet share."""
        named = IN_LIBRARY.fullmatch(words)
        if not named:
            return None
        if not seen_by(self.user).filter(pk=int(named[1])).exists():
            raise Unknown(gettext("There is no document at “%(words)s”. Copy the address of its page.") % {"words": words})
        return int(named[1])

    @staticmethod
    def _one(known: dict, words: str, names: Iterable[str], sentence: str):
        found = known.get(folded(words))
        if found is None:
            raise Unknown(sentence % {"words": words, "names": ", ".join([*names][:EXAMPLES])})
        return found
