"""Rows that hold a number a day: one more, however many count at the same moment."""

from django.db import IntegrityError, models, transaction
from django.db.models import F


class CountingQuerySet(models.QuerySet):
    def count_one(self, column: str, **row) -> None:
        """One more in this column of the row, which is made where it is missing. row: all that makes it unique."""
        rows = self.filter(**row)
        if rows.update(**{column: F(column) + 1}):
            return
        try:
            with transaction.atomic():
                self.create(**row, **{column: 1})
        except IntegrityError:  # another was quicker to begin the day
            rows.update(**{column: F(column) + 1})
