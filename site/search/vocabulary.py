"""The site's own words, folded, and in how many things each stands: what a slip of the finger may have meant.

Only words of what was public when it was indexed. Whoever offers one looks first whether something public has it now.
"""

from collections import Counter
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from rapidfuzz import process
from rapidfuzz.distance import OSA

from search import folding

SHORTEST, LONGEST = 2, 30  # letters
NEAR = ((8, 2), (4, 1))  # from so many letters on, so many slips


class Known(dict[str, int]):
    """Words, and in how many things each stands."""

    def near(self, word: str, most: int = 3) -> list[str]:
        """Those that one or two slips lead from, the nearest and then the commonest first."""
        slips = next((slips for length, slips in NEAR if len(word) >= length), 0)
        found = process.extract(word, list(self), scorer=OSA.distance, score_cutoff=slips, limit=None) if slips else []
        return [near for near, *_ in sorted(found, key=lambda found: (found[1], -self[found[0]], found[0]))[:most]]


class WordQuerySet(models.QuerySet):
    def around(self, words: Iterable[str]) -> Known:
        """Those that begin as these do, or with the second letter, where two may have been swapped."""
        beginnings = sorted({letter for word in words for letter in word[:2]})
        like = reduce(or_, (Q(word__startswith=letter) for letter in beginnings), Q(pk__in=[]))
        return Known(self.filter(like, things__gt=0).values_list("word", "things"))


class Word(models.Model):
    word = models.CharField(_("word"), max_length=LONGEST, primary_key=True)
    things = models.PositiveIntegerField(default=0)

    objects = WordQuerySet.as_manager()

    class Meta:
        verbose_name = _("word of the site")
        verbose_name_plural = _("words of the site")

    def __str__(self):
        return self.word


def words_of(entry) -> set[str]:
    text = f"{entry.title}\n{entry.summary}\n{entry.keywords}\n{entry.text}"
    return {word.folded for word in folding.vocabulary(text) if word.folded.isalpha() and SHORTEST <= len(word.folded) <= LONGEST}


def change(come: Counter, gone: Counter) -> None:
    """Count those that came and those that went. Locked in one order, so that two who publish never wait for each other."""
    difference = {word: come[word] - gone[word] for word in sorted(come.keys() | gone.keys()) if come[word] != gone[word]}
    if not difference:
        return
    Word.objects.bulk_create([Word(word=word) for word, by in difference.items() if by > 0], ignore_conflicts=True)
    list(Word.objects.filter(word__in=difference).order_by("word").select_for_update().values_list("pk"))
    for by in set(difference.values()):
        changing = [word for word, change in difference.items() if change == by]
        Word.objects.filter(word__in=changing, **({"things__gte": -by} if by < 0 else {})).update(things=F("things") + by)
