"""What was searched for and not found, for editors: folded, a day, how often. No person, no address, no phone."""

import re
from datetime import timedelta

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from search.folding import words

LONGEST = 80  # characters
MOST_A_DAY = 500  # rows, whoever sends what
DAYS = 180  # that are kept
SECRET = re.compile(r"\d{4}")  # telephone numbers, codes, numbers of cards and accounts


class MissedSearchQuerySet(models.QuerySet):
    def count_one(self, text: str, language: str) -> None:
        said = " ".join(word.folded for word in words(text))
        if not said or len(said) > LONGEST or SECRET.search(said.replace(" ", "")):
            return
        today = timezone.localdate()
        row = self.filter(day=today, language=language, words=said)
        if row.update(times=F("times") + 1) or self.filter(day=today).count() >= MOST_A_DAY:
            return
        self.filter(day__lt=today - timedelta(days=DAYS)).delete()
        try:
            with transaction.atomic():
                self.create(day=today, language=language, words=said, times=1)
        except IntegrityError:  # another was quicker
            row.update(times=F("times") + 1)


class MissedSearch(models.Model):
    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    words = models.CharField(_("words"), max_length=LONGEST)
    times = models.PositiveIntegerField(_("times"), default=0)

    objects = MissedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("search without a result")
        verbose_name_plural = _("searches without a result")
        constraints = [models.UniqueConstraint(fields=["day", "language", "words"], name="one_row_per_day_and_missed_search")]

    def __str__(self):
        return self.words
