"""Which documents an editor may see: those that she edits or chooses for pages, and those that she may read as anybody else does."""

from django.db.models import Q, QuerySet
from wagtail.permissions import policy_registry

from learning.library.models import LibraryDocument


def policy():
    return policy_registry.get_by_type(LibraryDocument)


def seen_by(user) -> QuerySet:
    """user: None where no person asks, as in a command: everything."""
    if user is None:
        return LibraryDocument.objects.all()
    hers = policy().instances_user_has_any_permission_for(user, ["change", "choose"])
    readable = LibraryDocument.objects.readable_by(user)
    return LibraryDocument.objects.filter(Q(pk__in=hers.values("pk")) | Q(pk__in=readable.values("pk")))


def edited_by(user) -> QuerySet:
    return policy().instances_user_has_any_permission_for(user, ["change", "delete"])


def may_change(user, document) -> bool:
    return policy().user_has_permission_for_instance(user, "change", document)
