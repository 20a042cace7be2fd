"""Members of the union. Editors are members too, with rights given by groups."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.units import Headcount, Unit

__all__ = ["Headcount", "Member", "Unit"]


class Member(AbstractUser):
    """A member, with one name (greeted by its last word) and a phone that several may share.

    The language is a code, not a Locale: the first migration must not depend on Wagtail.
    No column for identity card, religion or ethnicity.
    """

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        MOVED = "moved", _("moved away")
        LEFT = "left", _("left the union")

    first_name = None
    last_name = None
    member_code = models.CharField(_("member code"), max_length=30, unique=True, null=True, blank=True)
    full_name = models.CharField(_("full name"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True, db_index=True, help_text=_("International form, for instance +84912345678."))
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="members", verbose_name=_("union unit"))
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    is_official = models.BooleanField(_("union official"), default=False)
    language = models.CharField(_("language"), max_length=10, default="vi")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.ACTIVE)

    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")

    def __str__(self):
        return self.full_name or self.username

    def get_full_name(self):
        return self.full_name or self.username

    def get_short_name(self):
        """The word she is greeted by: the last of a Vietnamese name."""
        return self.get_full_name().split()[-1]
