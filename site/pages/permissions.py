"""Who may do what with a page: Wagtail's rules, and nobody publishes what is not complete."""

from wagtail.models import PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy


def rights_at_work(user) -> list:
    """Her groups' rights on pages, but for those where the staff practises: those are everybody's and lead to no work.

    Wagtail keeps them on the user, so that every menu entry may ask.
    """
    return [right for right in PagePermissionPolicy().get_cached_permissions_for_user(user) if not getattr(right.page.specific_class, "for_practice", False)]


def writes_pages(user, *rights: str) -> bool:
    """Has some right on some page of the site; one of these, if they are named."""
    wanted = {f"{right}_page" for right in rights or ("add", "change", "publish")}
    return user.is_superuser or any(right.permission.codename in wanted for right in rights_at_work(user))


class PublicationPermissionTester(PagePermissionTester):
    def can_publish(self):
        return super().can_publish() and not self._has_obstacles()

    def can_set_view_restrictions(self):
        """An incomplete translation may still be closed to strangers."""
        return super().can_publish() and not self.page_is_root

    def can_unschedule(self):
        return super().can_publish()

    def _has_obstacles(self) -> bool:
        """A translation with strings missing; asked only for pages that come from a source language."""
        from pages import translation_guard  # base imports this module, the guard imports wagtail_localize's models

        page = self.page
        if getattr(page, "refuses_by_itself", False):  # localize_views.refuse_incomplete answers for it
            return False
        return bool(page.pk and translation_guard.missing_strings(page))
