"""Whose a page is, asked in both directions: the pages of one member, the members of one page.

Rights are Wagtail's own, given to groups on a page and all below it.
"""

from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from members.models import Member


def pages_of(member, *rights: str) -> QuerySet[Page]:
    """Pages, of any language, on which she has one of these rights ("add", "change", "publish"); of "add" alone only those that she began."""
    return PagePermissionPolicy().instances_user_has_any_permission_for(member, rights or ("change", "publish"))


def holders_of(page: Page, *rights: str) -> QuerySet[Member]:
    """Active members who hold one of these rights on the page through a group; superusers are not asked."""
    paths = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    codenames = [f"{right}_page" for right in rights]
    groups = GroupPagePermission.objects.filter(page__path__in=paths, permission__codename__in=codenames).values("group")
    return Member.objects.filter(Q(groups__in=groups), is_active=True).distinct()
