"""Which kinds of page a document may become, and below which pages she may put it."""

from dataclasses import dataclass

from django.apps import apps
from wagtail.models import Collection, Page
from wagtail.permissions import policy_registry

from pages.base import BasePage
from pages.models import Picture


@dataclass(frozen=True)
class Place:
    """A page of this type below that parent; key: as forms send it."""

    model: type[BasePage]
    parent: Page

    @property
    def key(self) -> str:
        return f"{self.model._meta.label_lower}:{self.parent.pk}"

    @property
    def label(self) -> str:
        return self.parent.get_admin_display_title()


def page_models() -> list[type[BasePage]]:
    """That say how they take a document's parts, in the order of a topic's page."""
    models = [model for model in apps.get_models() if issubclass(model, BasePage) and model.part_kinds]
    return sorted(models, key=lambda model: model.rank_in_topic)


def places(member) -> list[Place]:
    """Where she may add, by type and then by the tree."""
    found = []
    for model in page_models():
        for parent_model in model.allowed_parent_page_models():
            parents = parent_model.objects.select_related("locale", "content_type").order_by("path")
            found += [Place(model, parent) for parent in parents if parent.permissions_for_user(member).can_add_subpage() and model.can_create_at(parent)]
    return found


def place_at(member, key: str) -> Place | None:
    """The one that this key names, where she may add; asked again when a draft is made."""
    label, _colon, number = key.partition(":")
    model = next((model for model in page_models() if model._meta.label_lower == label), None)
    parent = Page.objects.filter(pk=int(number)).first() if model and number.isascii() and number.isdigit() and len(number) < 10 else None
    if model is None or parent is None or parent.specific_class not in model.allowed_parent_page_models():
        return None
    allowed = parent.specific.permissions_for_user(member).can_add_subpage() and model.can_create_at(parent)
    return Place(model, parent.specific) if allowed else None


def models_below(parent: Page) -> list[type[BasePage]]:
    """Of the kinds that a document may become, those that may stand below this page."""
    return [model for model in page_models() if parent.specific_class in model.allowed_parent_page_models()]


def collections(member):
    """Of pictures, that she may add to: her unit's own before the root of all."""
    return policy_registry.get_by_type(Picture).collections_user_has_permission_for(member, "add").order_by("-depth", "path")


def collection_of(member) -> Collection | None:
    return collections(member).first()
