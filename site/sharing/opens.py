"""How often a short link was opened, a day. No person, no address, no phone: there is no column that could hold one."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import models
from django.db.models import Sum
from django.db.models.functions import TruncWeek
from django.utils.translation import gettext_lazy as _

from pages.counting import CountingQuerySet

WEEK = timedelta(days=7)


class LinkDayQuerySet(CountingQuerySet):
    def since(self, day: date, before: date | None = None):
        days = self.filter(day__gte=day)
        return days.filter(day__lt=before) if before else days

    def by_link(self, links: Iterable) -> dict[int, int]:
        """Opens by the link's number; links that nobody opened are not in it."""
        of_links = self.filter(link__in=links).values_list("link")
        return dict(of_links.annotate(Sum("opens")).order_by())

    def by_link_and_week(self, links: Iterable) -> dict[tuple[int, date], int]:
        """Weeks by their Monday."""
        of_links = self.filter(link__in=links).annotate(week=TruncWeek("day")).values_list("link", "week")
        return {(link, week): opens for link, week, opens in of_links.annotate(Sum("opens")).order_by()}

    def by_unit(self, unit) -> dict[str, int]:
        """Opens by the path of each unit at and below this one, of all its links together."""
        of_units = self.filter(link__unit__path__startswith=unit.path).values_list("link__unit__path")
        return dict(of_units.annotate(Sum("opens")).order_by())


class LinkDay(models.Model):
    link = models.ForeignKey("sharing.ShortLink", models.CASCADE, related_name="days", verbose_name=_("short link"))
    day = models.DateField(_("day"))
    opens = models.PositiveIntegerField(_("opens"), default=0)

    objects = LinkDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("day of a short link")
        verbose_name_plural = _("days of short links")
        constraints = [models.UniqueConstraint(fields=["link", "day"], name="one_row_per_link_and_day")]

    def __str__(self):
        return f"{self.link_id} {self.day}: {self.opens}"


def weeks(today: date, count: int) -> list[date]:
    """The Mondays of so many weeks, this one first."""
    monday = today - timedelta(days=today.weekday())
    return [monday - WEEK * back for back in range(count)]


def months(today: date) -> tuple[date, date]:
    """The first days of this month and of the one before."""
    this = today.replace(day=1)
    return this, (this - timedelta(days=1)).replace(day=1)
