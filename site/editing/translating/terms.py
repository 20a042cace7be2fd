"""Words that are always translated the same way, and names that stay as they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from config.languages import LANGUAGES, SOURCE
from pages.text import nfc

EVERY = ""  # language of a name that is kept in all of them


def languages() -> list[tuple[str, str]]:
    """A function, so that a new language needs no migration."""
    return [(EVERY, _("all languages")), *((language.code, language.own_name) for language in LANGUAGES if language.code != SOURCE)]


class TermQuerySet(models.QuerySet):
    def into(self, code: str):
        """For one language: its own before those of all languages."""
        return self.filter(language__in=[code, EVERY]).order_by("-language", "term")


class Term(models.Model):
    term = models.CharField(_("Vietnamese term"), max_length=120, help_text=_("As it stands in Vietnamese sentences, without capitals unless it is a name."))
    language = models.CharField(_("language"), max_length=10, choices=languages, blank=True)
    translation = models.CharField(_("translation"), max_length=200, blank=True, help_text=_("Left empty, the term stays as it is: a name."))
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["term", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "language"], name="one_translation_per_term", violation_error_message=_("This term is there already in this language.")
            )
        ]

    def __str__(self):
        return f"{self.term} → {self.translation or self.term}"

    def clean(self):
        self.term, self.translation, self.note = (nfc(" ".join(text.split())) for text in (self.term, self.translation, self.note))
        if not self.term:
            raise ValidationError({"term": gettext("Write the term.")})
        if self.language == EVERY and self.translation:
            raise ValidationError({"language": gettext("A translation belongs to one language: choose which.")})

    @property
    def wanted(self) -> str:
        return self.translation or self.term


@dataclass(frozen=True)
class Hit:
    """A term that stands in a sentence, and whether the translation has its word."""

    term: Term
    kept: bool | None  # None while nothing is translated

    @property
    def is_name(self) -> bool:
        return not self.term.translation


def hits(source: str, translation: str, terms: Iterable[Term]) -> list[Hit]:
    """In a sentence as HTML, the longest terms first; a term within another one found ("chi hội" in "chi hội trưởng") is left out."""
    left, words = plain(source), plain(translation)
    found: list[Hit] = []
    for term in sorted(terms, key=lambda term: (-len(term.term), term.language == EVERY)):
        shape = pattern(term.term)
        if any(term.term == hit.term.term for hit in found) or not shape.search(left):
            continue
        left = shape.sub("\x00", left)
        found.append(Hit(term, bool(loosely(term.wanted).search(words)) if words else None))
    return found


def plain(html: str) -> str:
    return nfc(strip_tags(html.replace("<br", " <br")))


def pattern(term: str) -> re.Pattern:
    """Whole words; the case matters only for names, which have capitals."""
    flags = 0 if any(letter.isupper() for letter in term) else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", flags)


def loosely(word: str) -> re.Pattern:
    """At the beginning of a word, so that plurals and endings count; capitals never matter."""
    return re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE)
