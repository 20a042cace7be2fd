"""What a page's way through approval and publication tells, and to whom.

Signals, because Wagtail calls nothing else there: its workflows offer no method that a project may override. They are
connected here and nowhere else. Wagtail's own mails for the same events are switched off: they go out at once, one for
each event, also to superusers, and speak of an approval where publication was refused.
"""

from wagtail import signals
from wagtail.admin import signal_handlers
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views import account
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, TaskState, WorkflowState

from editing.notices.domain import settle, tell
from editing.notices.models import Notice
from members.models import Member

Kind = Notice.Kind


def title_of(thing) -> str:
    return thing.get_admin_display_title() if isinstance(thing, Page) else str(thing)


def address_of(thing) -> str:
    return AdminURLFinder().get_edit_url(thing) or ""


def is_for_practice(thing) -> bool:
    """Whoever practises disturbs nobody (BasePage.for_practice)."""
    return bool(getattr(thing.specific_class if isinstance(thing, Page) else thing, "for_practice", False))


def task_submitted(sender, instance, user=None, **kwargs):
    """Those who may approve hear of it. Superusers do not: they are there for the machine."""
    groups = getattr(instance.task.specific, "groups", None)
    thing = instance.workflow_state.content_object
    if groups is None or thing is None or is_for_practice(thing):
        return
    moderators = Member.objects.filter(groups__in=groups.all(), is_active=True).distinct()
    tell(moderators, Kind.TO_MODERATE, title=title_of(thing), address=address_of(thing), key=str(instance.pk), by=user)


def task_settled(sender, instance, **kwargs):
    """Approved, returned or taken back by one: the others need not look any more."""
    settle(Kind.TO_MODERATE, key=str(instance.pk))


def workflow_rejected(sender, instance, user=None, **kwargs):
    tell_returned(instance, user)


def workflow_approved(sender, instance, user=None, **kwargs):
    """Wagtail sends this too where publication was refused after the last approval (pages.workflows.finish)."""
    if instance.status == WorkflowState.STATUS_NEEDS_CHANGES:
        tell_returned(instance, None)  # the reasons are the site's, and the moderator may have sent it in herself


def tell_returned(workflow_state, by) -> None:
    thing, state = workflow_state.content_object, workflow_state.current_task_state
    if thing is None:
        return
    words = state.comment or (state.specific.get_comment() if hasattr(state.specific, "get_comment") else "")
    tell([workflow_state.requested_by], Kind.RETURNED, title=title_of(thing), address=address_of(thing), key=str(state.pk), by=by, words=words)


def page_published(sender, instance, revision=None, **kwargs):
    """Whose page it is, who wrote this version and who sent it in; by whatever road: editor, approval, several at once, the clock."""
    if revision is None or instance.live_revision_id != revision.pk or is_for_practice(instance):  # scheduled, it is not there yet
        return
    by = get_active_log_context().user
    whom = {instance.owner_id, revision.user_id, *submitters(revision)} - {None, by.pk if by else None}
    if not whom:
        return
    members = Member.objects.filter(pk__in=whom, is_active=True)
    tell(members, Kind.PUBLISHED, title=title_of(instance), address=address_of(instance), key=f"{instance.pk}:{revision.pk}", by=by)


def submitters(revision) -> set[int]:
    """Who asked for the approval of this version."""
    return set(TaskState.objects.filter(revision=revision).values_list("workflow_state__requested_by", flat=True))


def silence_wagtail() -> None:
    """Before wagtail.admin connects its mails; it stands behind this app in INSTALLED_APPS."""
    signal_handlers.register_signal_handlers = lambda: None
    account.NotificationsSettingsPanel.is_active = lambda self: False  # editing.notices.choices has the choice


def connect() -> None:
    silence_wagtail()
    signals.task_submitted.connect(task_submitted, dispatch_uid="tell moderators")
    for name in ("approved", "rejected", "cancelled"):
        getattr(signals, f"task_{name}").connect(task_settled, dispatch_uid="nothing to moderate any more")
    signals.workflow_rejected.connect(workflow_rejected, dispatch_uid="tell what came back")
    signals.workflow_approved.connect(workflow_approved, dispatch_uid="tell what approval was refused")
    signals.page_published.connect(page_published, dispatch_uid="tell what is published")
