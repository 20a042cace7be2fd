"""What is kept about a member, wherever it is kept; and what stays of one who was deleted: that she must not come back by an import."""

from dataclasses import dataclass

from django.apps import apps
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
