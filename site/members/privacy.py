"""What is kept about a member, wherever it is kept; and what stays of one who was deleted: that she must not come back by an import."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

# Columns that are keys to a door, or only the shape of one. They are deleted with their rows, but shown to nobody.
SECRETS = frozenset({"password", "pin", "nonce", "secret_hash", "code_hash", "name_folded"})
SECRET_MODELS = frozenset({"mfa.Authenticator", "wagtailcore.APIToken"})  # of these only that they exist


class Tombstone(models.Model):
    """The keyed hash of her member code (members.cards.hashed), no name."""

    code_hash = models.CharField(max_length=64, unique=True)
    erased_on = models.DateField(auto_now_add=True)

    class Meta:
        verbose_name = _("deleted member")
        verbose_name_plural = _("deleted members")

    def __str__(self):
        return f"{self.erased_on}"


@dataclass(frozen=True)
class TableAboutMember:
    """A column, in any app, that points at a member."""

    model: type[models.Model]
    field: models.Field

    @property
    def name(self) -> str:
        """For instance progress.Attempt.member."""
        return f"{self.model._meta.label}.{self.field.name}"

    @property
    def about_her(self) -> bool:
        """The row is hers. Otherwise she only made or decided it, and what else it says is about somebody else."""
        return self.field.remote_field.on_delete is models.CASCADE or self.field.name == "member"

    def rows(self, member) -> models.QuerySet:
        return self.model._base_manager.filter(**{self.field.name: member})


def tables_about_member() -> list[TableAboutMember]:
    """Read from the models, those of other packages and of many-to-many relations included, so that a new table cannot be forgotten."""
    member = apps.get_model("members.Member")
    models_here = apps.get_models(include_auto_created=True)
    return [
        TableAboutMember(model, field)
        for model in sorted(models_here, key=lambda model: model._meta.label)
        if not model._meta.proxy and model._meta.managed
        for field in model._meta.local_fields
        if field.remote_field and field.remote_field.model is member
    ]


@dataclass(frozen=True)
class TableByNumber:
    """A pair of columns, in any app, that can name a member by kind and number, without a foreign key."""

    model: type[models.Model]
    start: str  # "", "base_" or "to_": a row may name several

    @property
    def name(self) -> str:
        """For instance wagtailcore.ModelLogEntry.object_id."""
        return f"{self.model._meta.label}.{self.field.name}"

    @property
    def field(self) -> models.Field:
        return self.model._meta.get_field(f"{self.start}object_id")

    @property
    def about_her(self) -> bool:
        return not self.start

    def rows(self, member) -> models.QuerySet:
        kind = ContentType.objects.get_for_model(member)
        return self.model._base_manager.filter(**{f"{self.start}content_type": kind, self.field.name: str(member.pk)})


def tables_by_number() -> list[TableByNumber]:
    found = []
    for model in sorted(apps.get_models(), key=lambda model: model._meta.label):
        columns = {field.name for field in model._meta.concrete_fields}
        found += [TableByNumber(model, start) for start in ("", "base_", "to_") if {f"{start}content_type", f"{start}object_id"} <= columns]
    return found
