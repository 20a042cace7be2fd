"""A branch's invitation: a link for one woman or for a few, and the requests that wait for the chairwoman's yes."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.cards import hashed


class InvitationQuerySet(models.QuerySet):
    def usable(self):
        return self.filter(revoked_at=None, valid_until__gt=timezone.now(), used__lt=F("seats"))

    def find_by_secret(self, secret: str):
        """Usable or not; the view says what is the matter."""
        return self.filter(secret_hash=hashed("invitation", secret)).select_related("unit").first()

    def for_officer(self, officer):
        """Those of the units that she answers for."""
        return self.filter(unit__path__startswith=officer.unit.path) if officer.is_officer else self.none()


class Invitation(models.Model):
    """The link's secret is shown once, when it is made; only its hash is stored."""

    unit = models.ForeignKey("members.Unit", models.CASCADE, related_name="invitations", verbose_name=_("union unit"))
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    valid_until = models.DateTimeField(_("valid until"))
    seats = models.PositiveSmallIntegerField(_("for how many"), default=1)
    used = models.PositiveSmallIntegerField(_("used"), default=0)
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-made_at"]
        constraints = [models.CheckConstraint(condition=models.Q(used__lte=models.F("seats")), name="no_more_than_its_seats")]

    def __str__(self):
        return f"{self.unit} ({self.used}/{self.seats})"

    @classmethod
    def fresh(cls, **fields) -> tuple["Invitation", str]:
        """A new invitation, not yet saved, and the secret of its link."""
        secret = secrets.token_urlsafe(16)
        return cls(secret_hash=hashed("invitation", secret), **fields), secret

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and timezone.now() < self.valid_until and self.used < self.seats


class JoinRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=JoinRequest.State.WAITING)

    def for_officer(self, officer):
        """Those that she decides about."""
        return self.filter(invitation__unit__path__startswith=officer.unit.path) if officer.is_officer else self.none()


class JoinRequest(models.Model):
    """She chooses her PIN when she asks; the yes makes her a member who can sign in on that phone at once."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="requests", verbose_name=_("invitation"))
    full_name = models.CharField(_("full name"), max_length=120)
    phone = models.CharField(_("phone"), max_length=16, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=10, default="vi")
    pin = models.CharField(max_length=128, editable=False)
    device = models.ForeignKey("members.Device", models.SET_NULL, null=True, editable=False, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="join_requests")
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to join")
        verbose_name_plural = _("requests to join")
        ordering = ["made_at"]

    def __str__(self):
        return self.full_name

    def get_short_name(self):
        """The word she is greeted by."""
        return self.full_name.split()[-1]
