"""Proof of a finished course, that anybody can check by its code."""

import secrets
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from config.languages import SOURCE
from members import audit
from members.cards import ALPHABET, tidy
from members.models import Member
from pages.text import folded

CODE_LENGTH = 12  # 59 bits: nobody finds a certificate by trying


class CertificateQuerySet(models.QuerySet):
    def with_code(self, typed: str):
        """By its code as it is typed: any case, with or without the hyphens."""
        return self.filter(code=tidy(typed))

    def valid(self):
        return self.filter(revoked_at=None)

    def found_by(self, words):
        """By its code, or by the name or code of its member, typed with tones or without."""
        return self.filter(
            models.Q(code=tidy(words)) | models.Q(member__name_folded__contains=folded(words)) | models.Q(member__member_code__iexact=words.strip())
        )

    def for_officer(self, officer):
        """Those of the members whom this officer answers for."""
        return self.filter(member__unit__path__startswith=officer.unit.path) if officer.is_officer else self.none()


class Certificate(models.Model):
    """One a member and course. The title is kept as it was; a stranger reads the name in the form she chose."""

    code = models.CharField(_("code"), max_length=12, unique=True)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="certificates", verbose_name=_("member"))
    course_key = models.UUIDField(_("course"))  # the translation key of the page
    course_title = models.CharField(_("title of the course"), max_length=255)
    language = models.CharField(_("language"), max_length=10)
    issued_on = models.DateField(_("issued on"))
    name_form = models.CharField(_("name shown to strangers"), max_length=10, choices=Member.NameForm)
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("withdrawn by"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [models.UniqueConstraint(fields=["member", "course_key"], name="one_certificate_per_course")]

    def __str__(self):
        return f"{self.printed_code}: {self.course_title}"

    @property
    def printed_code(self) -> str:
        """In groups that are easy to read aloud: H7K2-MX4P-9QRT."""
        return "-".join(self.code[start : start + 4] for start in range(0, len(self.code), 4))

    @property
    def public_name(self) -> str:
        return self.member.name_as(self.name_form)

    @property
    def public_address(self) -> str:
        """Where anybody verifies it; what its QR opens."""
        return settings.SITE_URL + reverse("verify_certificate", args=[self.code])


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(CODE_LENGTH))


def issue(*, member, course_key: UUID, on: date) -> None:
    """Once a course, however often it is asked for; a withdrawn one stays withdrawn. The course must be live."""
    titles = dict(Page.objects.filter(translation_key=course_key, live=True).values_list("locale__language_code", "title"))
    language = next(code for code in (member.language, SOURCE, *titles) if code in titles)
    made = Certificate(member=member, course_key=course_key, course_title=titles[language], language=language, issued_on=on)
    made.code, made.name_form = new_code(), member.name_form
    Certificate.objects.bulk_create([made], ignore_conflicts=True)


@transaction.atomic
def revoke(*, certificate: Certificate, by, reason: str) -> None:
    certificate.revoked_at, certificate.revoked_by, certificate.reason = timezone.now(), by, reason
    certificate.save(update_fields=["revoked_at", "revoked_by", "reason"])
    _record(certificate, by, "withdrawn", reason)


@transaction.atomic
def restore(*, certificate: Certificate, by, reason: str = "") -> None:
    """Why is written in the log alone: the certificate counts as if nothing had been."""
    certificate.revoked_at, certificate.revoked_by, certificate.reason = None, None, ""
    certificate.save(update_fields=["revoked_at", "revoked_by", "reason"])
    _record(certificate, by, "restored", reason)


def _record(certificate: Certificate, by, deed: str, reason: str) -> None:
    details = {"code": certificate.code, "deed": deed, "reason": reason}
    audit.record(audit.AuditEntry.Action.CERTIFICATE, actor=by, member=certificate.member, details=details)
