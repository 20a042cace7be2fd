"""Proof of a finished course, that anybody can check by its code."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.models import Member


class Certificate(models.Model):
    """One a member and course. Title and name are kept as they were; a stranger reads the name in the form she chose."""

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

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [models.UniqueConstraint(fields=["member", "course_key"], name="one_certificate_per_course")]

    def __str__(self):
        return f"{self.code}: {self.course_title}"
