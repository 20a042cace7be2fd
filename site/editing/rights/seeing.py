"""Which pages, pictures and documents somebody of the staff may see in /cms/: hers whole, of others what any reader sees."""

from django.db.models import Q, QuerySet
from wagtail.models import Collection, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from editing.rights.models import Section
from learning.library.models import LibraryDocument
from pages.models import Picture

ANY = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}


def holds(user, page: Page) -> bool:
    """She has a right on the page; asks the database nothing that this request has not asked already."""
    return PagePermissionPolicy().user_has_any_permission_for_instance(user, ANY, page)


def leads_to_hers(user, page: Page) -> bool:
    """Something below it is hers."""
    return user.is_superuser or any(perm.page.path.startswith(page.path) for perm in PagePermissionPolicy().get_cached_permissions_for_user(user))


def sees(user, page: Page) -> bool:
    return page.live or holds(user, page) or leads_to_hers(user, page)


def seen_pages(user, pages: QuerySet) -> QuerySet:
    """Of these, what is live, what is hers, and what leads to hers."""
    if user.is_superuser:
        return pages
    seen = Q(live=True)
    for path in {perm.page.path for perm in PagePermissionPolicy().get_cached_permissions_for_user(user)}:
        above = [path[:end] for end in range(Page.steplen, len(path), Page.steplen)]
        seen |= Q(path__startswith=path) | Q(path__in=above)
    return pages.filter(seen)


def changed_by(user, page: Page) -> bool:
    return page.permissions_for_user(user).can_edit()


# Pictures and documents that she may put on a page although they are not her unit's


def shared_pictures(user) -> QuerySet:
    """In no unit's collection, or in that of a unit above hers: those of another unit may show what is not yet public."""
    return Picture.objects.exclude(collection__in=closed_collections(user))


def shared_documents(user) -> QuerySet:
    """What any reader may open."""
    return LibraryDocument.objects.readable_by(None)


def closed_collections(user):
    """Of units, with all below: but for those that stand right above a collection of hers."""
    hers = set(Collection.objects.filter(group_permissions__group__user=user).values_list("path", flat=True)) if user.is_authenticated else set()
    above = {path[:end] for path in hers for end in range(Collection.steplen, len(path), Collection.steplen)}
    closed = Q(pk__in=[])
    for path in Section.objects.filter(collection__depth__gt=1).values_list("collection__path", flat=True):
        closed |= Q(path__startswith=path)
    return Collection.objects.filter(closed).exclude(path__in=above)
