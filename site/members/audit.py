"""Who did what to whose data, and when. Kept for the union's own control; no PIN, no secret, no telephone number."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    class Action(models.TextChoices):
        SIGN_IN = "sign-in", _("signed in")
        SIGN_OUT = "sign-out", _("signed out")
        LOCKED = "locked", _("locked after wrong tries")
        PIN_SET = "pin-set", _("chose a PIN")
        CARD_MADE = "card-made", _("card made")
        RECOVERY = "recovery", _("card made again")
        INVITATION = "invitation", _("invitation made")
        JOINED = "joined", _("joined by invitation")
        ROLE = "role", _("role changed")
        IMPORT = "import", _("members imported")
        EXPORT = "export", _("list exported")
        REGRADE = "regrade", _("marked again")
        CERTIFICATE = "certificate", _("certificate withdrawn or restored")
        CORRECTION = "correction", _("data corrected")
        DELETION = "deletion", _("member deleted")

    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    action = models.CharField(_("action"), max_length=12, choices=Action)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who"))
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("about whom"))
    unit = models.ForeignKey("members.Unit", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("union unit"))
    details = models.JSONField(_("details"), default=dict, blank=True)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.at:%d/%m/%Y %H:%M} {self.get_action_display()}"


def record(action: str, *, actor=None, member=None, unit=None, details: dict | None = None) -> None:
    """One row. unit: where it happened; the member's own when it is not named."""
    unit_id = unit.pk if unit else getattr(member, "unit_id", None) or getattr(actor, "unit_id", None)
    AuditEntry.objects.create(action=action, actor=actor, member=member, unit_id=unit_id, details=details or {})
