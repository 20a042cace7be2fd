"""A short link: /Q/CODE, for good. It knows its target by what stays when that is moved, renamed or translated."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from config.languages import BY_CODE
from sharing import codes
from sharing.targets import KINDS, Target


class ShortLinkQuerySet(models.QuerySet):
    def general(self):
        """Of nobody in particular: what a page's own share button sends."""
        return self.filter(unit=None, campaign="")

    def to(self, *targets: Target):
        to_any = Q(pk=None)
        for target in targets:
            to_any |= Q(kind=target.kind, key=target.key)
        return self.filter(to_any)

    def within(self, unit):
        """Of the unit itself and of all below it."""
        return self.filter(unit__path__startswith=unit.path)


class ShortLink(models.Model):
    code = models.CharField(_("code"), max_length=codes.LONG, unique=True)
    kind = models.CharField(_("kind"), max_length=10)  # a name of sharing.targets
    key = models.UUIDField(_("target"))  # its translation_key or work_key
    language = models.CharField(_("language"), max_length=10)  # of the group that gets it
    unit = models.ForeignKey("members.Unit", models.PROTECT, null=True, blank=True, related_name="short_links", verbose_name=_("union unit"))
    campaign = models.CharField(_("what it is for"), max_length=60, blank=True)
    trail = models.JSONField(default=list, blank=True, editable=False)  # sharing.targets.Kind.trail
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("made by"))
    made_on = models.DateField(_("made on"), auto_now_add=True)

    objects = ShortLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("short link")
        verbose_name_plural = _("short links")
        indexes = [models.Index(fields=["key"], name="links_of_a_target")]  # the partial ones below serve no search over all units
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "language", "campaign"], condition=Q(unit=None), name="one_link_of_no_unit"),
            models.UniqueConstraint(fields=["kind", "key", "language", "campaign", "unit"], condition=Q(unit__isnull=False), name="one_link_of_a_unit"),
        ]

    def __str__(self):
        return self.code

    @property
    def target(self) -> Target:
        return Target(self.kind, self.key)

    @property
    def path(self) -> str:
        return reverse("short_link", args=[self.code])

    @property
    def address(self) -> str:
        """As it is sent."""
        return settings.SITE_URL + self.path

    @property
    def printed(self) -> str:
        """As a QR code carries it: in capitals its symbol is smaller."""
        return self.address.upper()

    @property
    def language_name(self) -> str:
        return BY_CODE[self.language].own_name

    @property
    def leads_to(self) -> str:
        """The living target in this language, or what is nearest to it, with the code for whoever counts."""
        way, mark, fragment = KINDS[self.kind].way(self).partition("#")
        return f"{way}?k={self.code}{mark}{fragment}"
