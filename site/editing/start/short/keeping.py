"""From a filled-in form to a page: made once, saved as a draft, sent for approval."""

from django.db import transaction
from wagtail import hooks
from wagtail.models import Page, PageSubscription, WorkflowState

from editing.start.short.form import Shot
from editing.start.short.models import ConsentPaper, Writing


class NotSent(Exception):
    """The draft is kept, but it cannot be sent; args are sentences that say why."""


@transaction.atomic
def keep_draft(*, kind, writing: Writing, parent: Page | None, data: dict, shots: list[Shot], member) -> tuple[Page, bool]:
    """The page as it is saved now, and whether it is new. The writing's row is the lock: two presses make one page."""
    writing = Writing.objects.select_for_update().get(pk=writing.pk)
    if writing.page_id:
        page, is_new = writing.page.specific.get_latest_revision_as_object(), False
    else:
        page, is_new = kind.model(owner=member, locale=parent.locale, live=False), True
    page.title = page.draft_title = data["title"]
    kind.write(page, data, shots)
    if is_new:
        parent.add_child(instance=page)
        PageSubscription.objects.get_or_create(page=page, user=member, defaults={"comment_notifications": True})
        Writing.objects.filter(pk=writing.pk).update(page=page)
    page.save_revision(user=member, log_action=not is_new, clean=False)
    ConsentPaper.objects.filter(writing=writing, page=None).update(page=page)
    return Page.objects.get(pk=page.pk).specific, is_new


@transaction.atomic
def send(*, page: Page, member) -> None:
    """Into Wagtail's workflow, or back into it where it was returned. Raises NotSent."""
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    if page.workflow_in_progress:
        return
    draft = page.get_latest_revision_as_object()
    if reasons := draft.obstacles_to_publication():
        raise NotSent(*reasons)
    workflow = page.get_workflow()
    if not workflow:
        raise NotSent()
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(member)
    else:
        workflow.start(page, member)


def run_hooks(name: str, request, *args):
    """As Wagtail's own screens do; the first answer that a hook gives."""
    for fn in hooks.get_hooks(name):
        if hasattr(answer := fn(request, *args), "status_code"):
            return answer
    return None


def forget_abandoned() -> int:
    """Photos and papers of forms that nobody came back for; how many forms they were."""
    writings = list(Writing.objects.abandoned().prefetch_related("photos", "papers"))
    for writing in writings:
        for row in (*writing.photos.all(), *writing.papers.filter(page=None)):
            if row.file:
                row.file.delete(save=False)
        writing.papers.filter(page=None).delete()
        writing.delete()
    return len(writings)
