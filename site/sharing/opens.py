"""How often a short link was opened, a day. No person, no address, no phone: there is no column that could hold one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.counting import CountingQuerySet


class LinkDay(models.Model):
    link = models.ForeignKey("sharing.ShortLink", models.CASCADE, related_name="days", verbose_name=_("short link"))
    day = models.DateField(_("day"))
    opens = models.PositiveIntegerField(_("opens"), default=0)

    objects = CountingQuerySet.as_manager()

    class Meta:
        verbose_name = _("day of a short link")
        verbose_name_plural = _("days of short links")
        constraints = [models.UniqueConstraint(fields=["link", "day"], name="one_row_per_link_and_day")]

    def __str__(self):
        return f"{self.link_id} {self.day}: {self.opens}"
