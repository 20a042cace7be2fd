"""Who answers for a page or document, and who is asked where nobody does."""

from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission
from wagtail.permissions import policy_registry

from editing.rights.holders import holders_of
from learning.library.models import LibraryDocument
from members.models import Member

RIGHTS = ("add", "change", "publish")


def eligible(place, owner_id: int | None) -> QuerySet[Member]:
    """Who may be named: whoever has a right at the place, a page or the one above a new page, and who is named already."""
    here = holders_of(place, *RIGHTS).values("pk")
    return Member.objects.filter(Q(pk__in=here) | Q(pk=owner_id)).select_related("unit").order_by("full_name", "pk")


def is_there(member) -> bool:
    return bool(member and member.is_active and member.status == Member.Status.ACTIVE)


class Answering:
    """Asked in one run: pages below the same rights have the same holders, who are looked up once."""

    def __init__(self):
        self._known: dict[tuple, dict[int, Member]] = {}
        self._ruled = set(GroupPagePermission.objects.values_list("page__path", flat=True))

    def holders(self, page, *rights: str) -> dict[int, Member]:
        key = (*sorted(path for path in self._ruled if page.path.startswith(path)), rights)
        if key not in self._known:
            self._known[key] = {member.pk: member for member in holders_of(page, *rights) if is_there(member)}
        return self._known[key]

    def owner_of_page(self, page) -> Member | None:
        """None where nobody is named, or she has left, or has no right here any more."""
        owner = page.owner
        if not is_there(owner):
            return None
        return owner if owner.is_superuser or owner.pk in self.holders(page, *RIGHTS) else None

    def overseers_of_page(self, page) -> list[Member]:
        """Who publishes there; where nobody is left, the technicians."""
        above = [member for pk, member in self.holders(page, "publish").items() if pk != page.owner_id]
        return above or technicians()

    def owner_of_document(self, document) -> Member | None:
        owner = document.owner or document.uploaded_by_user
        return owner if is_there(owner) and policy_registry.get_by_type(LibraryDocument).user_has_permission_for_instance(owner, "change", document) else None

    def overseers_of_document(self, document) -> list[Member]:
        policy = policy_registry.get_by_type(LibraryDocument)
        named = document.owner_id or document.uploaded_by_user_id
        found = [
            member
            for member in policy.users_with_permission_for_instance("change", document)
            if is_there(member) and not member.is_superuser and member.pk != named
        ]
        return found or technicians()


def technicians() -> list[Member]:
    return [member for member in Member.objects.filter(is_superuser=True) if is_there(member)]
