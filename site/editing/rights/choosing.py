"""Wagtail's rights on pictures and documents, and that what is shared may be chosen by whoever may choose at all."""

from collections.abc import Callable

from django.db.models import QuerySet
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import policy_registry

from editing.rights import seeing
from learning.library.models import LibraryDocument
from pages.models import Picture


class SharedPolicy(CollectionOwnershipPermissionPolicy):
    def __init__(self, *args, shared: Callable[..., QuerySet], **kwargs):
        super().__init__(*args, **kwargs)
        self.shared = shared

    def _chooses(self, user, actions) -> bool:
        return set(actions) == {"choose"} and user.is_active and not user.is_superuser and self.user_has_permission(user, "choose")

    def instances_user_has_any_permission_for(self, user, actions):
        hers = super().instances_user_has_any_permission_for(user, actions)
        if not self._chooses(user, actions):
            return hers
        return self.model._default_manager.filter(pk__in=hers.values("pk")) | self.model._default_manager.filter(pk__in=self.shared(user).values("pk"))

    def user_has_any_permission_for_instance(self, user, actions, instance):
        if super().user_has_any_permission_for_instance(user, actions, instance):
            return True
        return self._chooses(user, actions) and self.shared(user).filter(pk=instance.pk).exists()

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_any_permission_for_instance(user, [action], instance)


def install() -> None:
    """In the place of Wagtail's own (wagtail.images.permissions and of documents), whose rows of rights it asks."""
    for model, named, shared in ((Picture, Image, seeing.shared_pictures), (LibraryDocument, Document, seeing.shared_documents)):
        policy_registry.register(model, SharedPolicy(model, auth_model=named, owner_field_name="uploaded_by_user", shared=shared), exact_class=True)


def choosable(model, user) -> QuerySet:
    """Keys of what she may choose."""
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ["choose"]).values("pk")
