"""Wrong tries at the door, counted in the database so that they hold over several workers and after a restart."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tries(models.Model):
    """Wrong tries of one account, one phone or one address. A right one deletes the row."""

    key = models.CharField(max_length=80, unique=True)  # "member:12", "phone:7", "address:…"
    failures = models.PositiveSmallIntegerField(default=0)
    first_at = models.DateTimeField(auto_now_add=True)
    locked_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("wrong tries")
        verbose_name_plural = _("wrong tries")

    def __str__(self):
        return self.key
