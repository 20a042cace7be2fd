"""Who a collection of documents is for. What is below a collection is at most as open as the collection."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, CollectionViewRestriction


class CollectionAudience(models.Model):
    class Audience(models.TextChoices):
        PUBLIC = "public", _("everybody")
        MEMBERS = "members", _("members")
        OFFICIALS = "officials", _("union officials")

    collection = models.OneToOneField(Collection, models.CASCADE, related_name="audience", verbose_name=_("collection"))
    audience = models.CharField(_("who may read"), max_length=10, choices=Audience, default=Audience.PUBLIC)
    unit = models.ForeignKey(
        "members.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only in this unit"),
        help_text=_("With all units below it. Left empty, in the whole union."),
    )

    class Meta:
        verbose_name = _("audience of a collection")
        verbose_name_plural = _("audiences of collections")

    def __str__(self):
        return f"{self.collection}: {self.get_audience_display()}"


def closed_to(member):
    """Collections whose documents this member may not read; None is a stranger.

    A collection is closed by itself or by any above it. Wagtail's own restrictions on collections close them to all readers.
    """
    refusing = CollectionAudience.objects.exclude(_open_to(member))
    return Collection.objects.filter(_at_or_above(CollectionViewRestriction.objects.all()) | _at_or_above(refusing)).values("pk")


def closed_to_all():
    """Collections that Wagtail's own restrictions close."""
    return Collection.objects.filter(_at_or_above(CollectionViewRestriction.objects.all())).values("pk")


def _at_or_above(rows) -> Exists:
    """One of these rows is about the collection, or about one above it."""
    return Exists(rows.annotate(start=Substr(OuterRef("path"), 1, Length("collection__path"))).filter(collection__path=models.F("start")))


def _open_to(member) -> Q:
    """The audiences that she belongs to: by role, and by the units at and above her own."""
    Audience = CollectionAudience.Audience
    open_to = Q(audience=Audience.PUBLIC)
    if member is None or not member.is_authenticated or not member.is_active or member.status != member.Status.ACTIVE:
        return open_to
    unit = member.unit
    paths = [unit.path[:end] for end in range(unit.steplen, len(unit.path) + 1, unit.steplen)] if unit else []
    roles = [Audience.MEMBERS, Audience.OFFICIALS] if member.is_officer else [Audience.MEMBERS]
    return open_to | Q(audience__in=roles) & (Q(unit=None) | Q(unit__path__in=paths))
