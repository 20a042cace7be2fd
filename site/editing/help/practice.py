"""The practice room in order: it exists, every member of the staff may use it, no reader gets in, and it empties itself."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    PageViewRestriction,
    ReferenceIndex,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from config.languages import SOURCE
from editing.help.models import PracticeIndexPage, PracticePage
from learning.library.models import LibraryDocument

NAME, SLUG = "Tập làm", "tap-lam"
SUMMARY = "Nơi cán bộ tập viết, tập gửi duyệt, tập đăng. Người đọc không thấy."
PAGE_RIGHTS = ("add_page", "change_page", "publish_page")
FILE_RIGHTS = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


@dataclass
class Emptied:
    pages: int = 0
    pictures: int = 0
    documents: int = 0


def room() -> PracticeIndexPage | None:
    return PracticeIndexPage.objects.filter(locale__language_code=SOURCE).first()


def staff():
    """Groups whose members get into /cms/."""
    return Group.objects.filter(permissions__codename="access_admin", permissions__content_type__app_label="wagtailadmin")


@transaction.atomic
def open_room() -> PracticeIndexPage:
    """Made where it is missing, and put right where somebody has changed it: closed to readers, open to all of the staff."""
    place = room() or make_room()
    groups = list(staff())
    close(place, groups)
    if not place.live or place.has_unpublished_changes:
        place.title, place.slug = NAME, SLUG
        place.save_revision(clean=False).publish()
    collection = Collection.objects.filter(depth=2, name=NAME).first() or Collection.get_first_root_node().add_child(name=NAME)
    give(GroupPagePermission, {"page": place.page_ptr}, groups, PAGE_RIGHTS, "wagtailcore")
    give(GroupCollectionPermission, {"collection": collection}, groups, FILE_RIGHTS, "wagtailimages", "wagtaildocs")
    approve_yourselves(place, groups)
    return place


def make_room() -> PracticeIndexPage:
    """Closed before anything of it is live."""
    home = Site.objects.get(is_default_site=True).root_page
    place = PracticeIndexPage(title=NAME, slug=SLUG, summary=SUMMARY, locale=Locale.objects.get(language_code=SOURCE), live=False)
    Page.objects.get(pk=home.pk).add_child(instance=place)
    return place


def close(place: PracticeIndexPage, groups: list[Group]) -> None:
    restriction, _created = PageViewRestriction.objects.get_or_create(page=place.page_ptr, defaults={"restriction_type": PageViewRestriction.GROUPS})
    if restriction.restriction_type != PageViewRestriction.GROUPS:
        restriction.restriction_type = PageViewRestriction.GROUPS
        restriction.save()
    restriction.groups.set(groups)


def give(model, place: dict, groups: list[Group], codenames: tuple[str, ...], *apps: str) -> None:
    """These rights there to exactly these groups."""
    permissions = list(Permission.objects.filter(codename__in=codenames, content_type__app_label__in=apps))
    model.objects.filter(**place).exclude(group__in=groups, permission__in=permissions).delete()
    known = set(model.objects.filter(**place).values_list("group", "permission"))
    model.objects.bulk_create([model(group=group, permission=right, **place) for group in groups for right in permissions if (group.pk, right.pk) not in known])


def approve_yourselves(place: PracticeIndexPage, groups: list[Group]) -> None:
    """An approval of its own, in which each plays both parts; the real moderators hear nothing of it."""
    task = GroupApprovalTask.objects.filter(name=NAME).first() or GroupApprovalTask.objects.create(name=NAME)
    task.groups.set(groups)
    workflow, _created = Workflow.objects.get_or_create(name=NAME)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page=place.page_ptr, defaults={"workflow": workflow})


def empty(*, days: int) -> Emptied:
    """What nobody has touched for so many days goes, with its versions; so do files of the room's own that no page shows."""
    before, outcome = timezone.now() - timedelta(days=days), Emptied()
    for page in PracticePage.objects.filter(latest_revision_created_at__lt=before) | PracticePage.objects.filter(
        latest_revision_created_at=None, first_published_at__lt=before
    ):
        page.delete()
        outcome.pages += 1
    for name, model in (("pictures", get_image_model()), ("documents", LibraryDocument)):
        for file in model.objects.filter(collection__name=NAME, collection__depth=2, created_at__lt=before):
            if not ReferenceIndex.get_references_to(file).exists() and deleted(file):
                setattr(outcome, name, getattr(outcome, name) + 1)
    return outcome


def deleted(file) -> bool:
    """Not where something of the site stands on it."""
    try:
        file.delete()
    except ProtectedError:
        return False
    return True
