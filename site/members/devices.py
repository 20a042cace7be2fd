"""Phones that members have signed in on. A shared phone knows several, and offers their names."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


class Device(models.Model):
    """A browser on a phone, known by a random cookie of which only the hash is stored."""

    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, through="members.Enrolment", related_name="devices")

    class Meta:
        verbose_name = _("phone")
        verbose_name_plural = _("phones")

    def __str__(self):
        return f"{self.pk}"

    @classmethod
    def enrol(cls) -> tuple["Device", str]:
        """A new phone and the secret for its cookie."""
        secret = cls.new_secret()
        return cls.objects.create(secret_hash=hashed(secret)), secret

    @staticmethod
    def new_secret() -> str:
        return secrets.token_urlsafe(32)

    @classmethod
    def made_from(cls, secret: str) -> "Device":
        """The phone with this cookie, known from now on."""
        return cls.objects.get_or_create(secret_hash=hashed(secret))[0]

    @classmethod
    def known_by(cls, secret: str) -> "Device | None":
        return cls.objects.filter(secret_hash=hashed(secret)).first() if secret else None


class EnrolmentQuerySet(models.QuerySet):
    def usable(self):
        """Of members who may come in, and have a PIN to do it."""
        return self.filter(member__is_active=True, member__status="active").exclude(member__pin="")

    def on(self, device):
        """Those of one phone, the last user first. None for an unknown phone."""
        return self.usable().filter(device=device).select_related("member__unit").order_by("-last_used") if device else self.none()


class Enrolment(models.Model):
    """A member may sign in on this phone with her PIN alone. A new card ends it."""

    device = models.ForeignKey(Device, models.CASCADE, related_name="enrolments")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="enrolments")
    made_at = models.DateTimeField(auto_now_add=True)
    last_used = models.DateTimeField(auto_now_add=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("phone of a member")
        verbose_name_plural = _("phones of members")
        constraints = [models.UniqueConstraint(fields=["device", "member"], name="one_enrolment_per_phone")]

    def __str__(self):
        return str(self.member)
