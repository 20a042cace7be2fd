"""What stays of a member who was deleted: that she must not come back by an import, and nothing else."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tombstone(models.Model):
    """The keyed hash of her member code (members.cards.hashed), no name."""

    code_hash = models.CharField(max_length=64, unique=True)
    erased_on = models.DateField(auto_now_add=True)

    class Meta:
        verbose_name = _("deleted member")
        verbose_name_plural = _("deleted members")

    def __str__(self):
        return f"{self.erased_on}"
