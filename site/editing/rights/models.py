"""Which pages a unit of the union writes, and the groups through which its people may."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from config.languages import BY_CODE
from members.models import Unit


class Role(models.TextChoices):
    EDITOR = "editor", _("editor")
    MODERATOR = "moderator", _("moderator")
    TRANSLATOR = "translator", _("translator")
    KEEPER = "keeper", _("keeper of the library")


class SectionQuerySet(models.QuerySet):
    def within(self, unit):
        """Of the unit and of all below it."""
        return self.filter(unit__path__startswith=unit.path)

    def above(self, unit):
        """Of the units above, the nearest first."""
        paths = [unit.path[:end] for end in range(Unit.steplen, len(unit.path), Unit.steplen)]
        return self.filter(unit__path__in=paths).order_by("-unit__path")


class Section(models.Model):
    """A page, in every language, that a unit writes with all below it. What a unit without one writes, the unit above does."""

    unit = models.OneToOneField("members.Unit", models.CASCADE, related_name="section", verbose_name=_("union unit"))
    key = models.UUIDField(_("key of its page"), unique=True)  # translation_key
    collection = models.OneToOneField("wagtailcore.Collection", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("collection"))
    workflow = models.OneToOneField("wagtailcore.Workflow", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("workflow"))

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self):
        return str(self.unit)

    @property
    def pages(self):
        """Its page in every language that has it."""
        return Page.objects.filter(translation_key=self.key).select_related("locale")


class RoleGroupQuerySet(models.QuerySet):
    def of(self, member):
        return self.filter(group__user=member)

    def within(self, unit):
        return self.filter(section__unit__path__startswith=unit.path)


class RoleGroup(models.Model):
    """One role in one section, and for translators in one language: a group of Wagtail's that nobody edits by hand."""

    group = models.OneToOneField(Group, models.CASCADE, related_name="role", verbose_name=_("group"))
    section = models.ForeignKey(Section, models.CASCADE, related_name="roles", verbose_name=_("section"))
    role = models.CharField(_("role"), max_length=10, choices=Role)
    language = models.CharField(_("language"), max_length=10, blank=True)  # of translators

    objects = RoleGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [models.UniqueConstraint(fields=["section", "role", "language"], name="one_group_per_role")]

    def __str__(self):
        return self.group.name

    @property
    def title(self) -> str:
        """As people call it: "translator, Hmoob"."""
        return f"{self.get_role_display()}, {BY_CODE[self.language].own_name}" if self.language in BY_CODE else str(self.get_role_display())
