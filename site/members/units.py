"""The union's tree: central > province > commune > branch, of any depth."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet

from pages.text import folded


class UnitQuerySet(MP_NodeQuerySet):
    def of_kind(self, kind):
        return self.filter(kind=kind)

    def called(self, words):
        """Units whose place holds the words, typed with tones or without."""
        return self.filter(place_folded__contains=folded(words))

    def within(self, unit):
        """The unit itself and all below it."""
        return self.filter(path__startswith=unit.path)

    def for_officer(self, officer):
        """Her own unit and all below it; none for anyone else."""
        return self.within(officer.unit) if officer.is_officer else self.none()


class UnitManager(MP_NodeManager.from_queryset(UnitQuerySet)):
    def get_queryset(self):
        """treebeard names its own query set here."""
        return UnitQuerySet(self.model, using=self._db).order_by("path")


class Unit(MP_Node):
    class Kind(models.TextChoices):
        CENTRAL = "central", _("central union")
        PROVINCE = "province", _("province")
        COMMUNE = "commune", _("commune")
        BRANCH = "branch", _("branch")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    code = models.CharField(_("official code"), max_length=20, blank=True)
    name = models.CharField(_("name"), max_length=120)
    # Kept beside the name: a card shows "Gia Phù, Sơn La" without asking for the province each time.
    place = models.CharField(_("place"), max_length=200, blank=True, editable=False)
    place_folded = models.CharField(max_length=200, blank=True, editable=False, db_index=True)  # typed without tones
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    successor = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, verbose_name=_("successor"), related_name="predecessors")

    node_order_by: list[str] = []
    objects = UnitManager()

    class Meta:
        verbose_name = _("union unit")
        verbose_name_plural = _("union units")
        ordering = ["path"]
        constraints = [models.UniqueConstraint(fields=["kind", "code"], condition=~models.Q(code=""), name="one_unit_per_code")]

    def __str__(self):
        return self.place or self.name

    def save(self, *args, **kwargs):
        self.place_folded = folded(self.place or self.name)
        super().save(*args, **kwargs)


class Headcount(models.Model):
    """How many women a unit declared, when, and where the figure comes from."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="headcounts", verbose_name=_("union unit"))
    declared_on = models.DateField(_("declared on"))
    source = models.CharField(_("source"), max_length=200)
    members = models.PositiveIntegerField(_("members"))
    adults = models.PositiveIntegerField(_("members over 18"), null=True, blank=True)
    officials = models.PositiveIntegerField(_("officials"), null=True, blank=True)

    class Meta:
        verbose_name = _("headcount")
        verbose_name_plural = _("headcounts")
        ordering = ["-declared_on"]
        constraints = [models.UniqueConstraint(fields=["unit", "declared_on"], name="one_headcount_per_day")]

    def __str__(self):
        return f"{self.unit}: {self.members} ({self.declared_on})"
