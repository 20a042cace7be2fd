"""Members of the union. Editors are members too, with rights given by groups."""

import re

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from members.audit import AuditEntry
from members.cards import Card
from members.devices import Device, Enrolment
from members.imports import ImportProblem, ImportRun
from members.invitations import Invitation, JoinRequest
from members.limits import Tries
from members.privacy import Tombstone
from members.requests import MemberRequest
from members.units import Headcount, Unit
from pages.text import folded

__all__ = [
    "AuditEntry",
    "Card",
    "Device",
    "Enrolment",
    "Headcount",
    "ImportProblem",
    "ImportRun",
    "Invitation",
    "JoinRequest",
    "Member",
    "MemberRequest",
    "Tombstone",
    "Tries",
    "Unit",
]


class MemberQuerySet(models.QuerySet):
    def active(self):
        return self.filter(status=Member.Status.ACTIVE, is_active=True)

    def within(self, unit):
        """Of the unit itself and of all below it."""
        return self.filter(unit__path__startswith=unit.path)

    def for_officer(self, officer):
        """Those whom this officer answers for: her unit's subtree. Nobody, for anyone else."""
        if not officer.is_officer:
            return self.none()
        return self.within(officer.unit)

    def called(self, words):
        """Members whose name or code holds the words, typed with tones or without."""
        return self.filter(models.Q(name_folded__contains=folded(words)) | models.Q(member_code__iexact=words.strip()))


class MemberManager(UserManager.from_queryset(MemberQuerySet)):
    pass


class Member(AbstractUser):
    """A member, with one name (greeted by its last word) and a phone that several may share.

    password belongs to staff alone; members have a PIN, that opens nothing under /cms/ (members.signin.gate).
    The language is a code, not a Locale: the first migration must not depend on Wagtail.
    No column for identity card, religion or ethnicity.
    """

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        MOVED = "moved", _("moved away")
        LEFT = "left", _("left the union")

    class NameForm(models.TextChoices):
        """How much of her name strangers read on a certificate."""

        FULL = "full", _("full name")
        SHORT = "short", _("last word and initials")
        LAST = "last", _("last word only")

    first_name = None
    last_name = None
    member_code = models.CharField(_("member code"), max_length=30, unique=True, null=True, blank=True)
    full_name = models.CharField(_("full name"), max_length=120, blank=True)
    name_folded = models.CharField(max_length=120, blank=True, editable=False, db_index=True)  # typed without tones
    phone = models.CharField(_("phone"), max_length=16, blank=True, db_index=True, help_text=_("International form, for instance +84912345678."))
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="members", verbose_name=_("union unit"))
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    is_official = models.BooleanField(_("union official"), default=False)
    language = models.CharField(_("language"), max_length=10, default="vi")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.ACTIVE)
    pin = models.CharField(max_length=128, blank=True, editable=False)  # hashed; empty until she chooses one
    listen_first = models.BooleanField(_("listen first"), default=False)
    name_form = models.CharField(_("name on certificates"), max_length=10, choices=NameForm, default=NameForm.SHORT)

    REQUIRED_FIELDS: list[str] = []

    objects = MemberManager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")

    def __str__(self):
        return self.full_name or self.username

    @classmethod
    def from_db(cls, db, field_names, values):
        member = super().from_db(db, field_names, values)
        member.place_before = member.place_now()
        return member

    def save(self, *args, **kwargs):
        self.name_folded = folded(self.full_name)
        if (changed := kwargs.get("update_fields")) is not None and "full_name" in changed:
            kwargs["update_fields"] = {*changed, "name_folded"}
        super().save(*args, **kwargs)
        before, self.place_before = getattr(self, "place_before", None), self.place_now()
        if before and before != self.place_before:
            self.tell_changed(before)

    def place_now(self) -> dict:
        """What her rights rest on, without a query for what was not loaded."""
        return {name: self.__dict__.get(name) for name in ("unit_id", "status", "is_active")}

    def tell_changed(self, before: dict) -> None:
        """Who gives rights by unit and status hears of the change at once, whoever made it (Wagtail's hook member_changed)."""
        for hear in hooks.get_hooks("member_changed"):
            hear(self, before)

    def get_full_name(self):
        return self.full_name or self.username

    def get_short_name(self):
        """The word she is greeted by: the last of a Vietnamese name."""
        return self.name_words[-1]

    @property
    def name_words(self) -> list[str]:
        """Without a remark in brackets, as lists have it where two women share a name: "Lò Thị Mai (bản Nà)"."""
        return re.sub(r"\([^()]*\)", " ", self.get_full_name()).split() or self.get_full_name().split()

    def name_as(self, form: str) -> str:
        """Her name in the form that she lets strangers read: "Lò Thị Mai", "L. T. Mai" or "Mai"."""
        if form == self.NameForm.FULL:
            return self.get_full_name()
        *before, last = self.name_words
        return " ".join((*(f"{word[0]}." for word in before), last)) if form == self.NameForm.SHORT else last

    @property
    def has_password(self) -> bool:
        """She belongs to the staff and may sign in at /cms/. Django calls an empty password usable."""
        return bool(self.password) and self.has_usable_password()

    @property
    def is_officer(self) -> bool:
        """An official of a unit, who answers for the members below it."""
        return bool(self.is_official and self.unit_id and self.is_active and self.status == self.Status.ACTIVE)

    def _get_session_auth_hash(self, secret=None):
        """A new PIN ends every session, as a new password does."""
        from django.utils.crypto import salted_hmac  # beside its only use

        return salted_hmac("members.Member.session", f"{self.password}:{self.pin}:{self.status}", secret=secret, algorithm="sha256").hexdigest()
