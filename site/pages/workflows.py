"""What happens when the last moderator has approved."""

from django.db import transaction
from wagtail.workflows import publish_workflow_state


@transaction.atomic
def finish(workflow_state, user=None) -> None:
    """Publish; what must not be published goes back to its editor with the reasons (WAGTAIL_FINISH_WORKFLOW_ACTION)."""
    latest = workflow_state.content_object.get_latest_revision().as_object()
    reasons = latest.obstacles_to_publication() if hasattr(latest, "obstacles_to_publication") else []
    if not reasons:
        publish_workflow_state(workflow_state, user=user)
        return
    task = workflow_state.current_task_state
    task.status, task.comment = task.STATUS_REJECTED, " ".join(str(reason) for reason in reasons)
    task.save()
    workflow_state.status = workflow_state.STATUS_NEEDS_CHANGES
    workflow_state.save()
