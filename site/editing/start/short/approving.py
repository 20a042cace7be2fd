"""Approving what came from a short form, on a phone. The deed is Wagtail's own workflow action, so that every guard holds."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.models import Page, TaskState

APPROVE, REJECT = "approve", "reject"


def hers_or_404(request, pk: int) -> tuple[TaskState, Page]:
    """A task that she may decide, and its page."""
    state = get_object_or_404(TaskState.objects.select_related("revision", "task", "workflow_state__requested_by"), pk=pk)
    page = state.revision.content_object
    if not isinstance(page, Page):
        raise Http404
    actions = {action for action, *_rest in state.task.specific.get_actions(page.specific, request.user)}
    if not {APPROVE, REJECT} <= actions:
        raise Http404
    return state, page.specific


@require_GET
def shown(request, pk: int):
    """The page as readers will see it, in the frame of the screen below. Wagtail's own preview refuses to be framed."""
    state, _page = hers_or_404(request, pk)
    draft = state.revision.as_object()
    response = draft.make_preview_request(request, draft.default_preview_mode, extra_request_attrs={"revision_id": state.revision_id})
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def approve(request, pk: int):
    """What waits for her, whole: the text as readers will see it, what keeps it from being published, two buttons."""
    state, page = hers_or_404(request, pk)
    if state.status != TaskState.STATUS_IN_PROGRESS:
        return _already(request, state, page)
    draft = state.revision.as_object()
    obstacles = [str(reason) for reason in draft.obstacles_to_publication()]
    problem = _act(request, state, obstacles) if request.method == "POST" else ""
    if request.method == "POST" and not problem:
        return redirect("wagtailadmin_home")
    context = {
        "state": state, "page": page, "draft": draft, "obstacles": obstacles, "problem": problem,
        "comment": request.POST.get("comment", ""), "papers": page.consent_papers.all(),
        "may_edit": page.permissions_for_user(request.user).can_edit(),
    }  # fmt: skip
    return render(request, "start/short/approve.html", context, status=422 if problem else 200)


def _act(request, state: TaskState, obstacles: list[str]) -> str:
    """Do it; a sentence where it cannot be done."""
    action, comment = request.POST.get("action"), request.POST.get("comment", "").strip()
    if request.POST.get("revision") != str(state.revision_id):
        return _("The text has changed since you opened it. Read it again, then decide.")
    if action == APPROVE and obstacles:
        return _("It cannot be published yet. What is missing stands above the text; return it with a word about it.")
    if action == REJECT and not comment:
        return _("Write in a sentence what she should change.")
    if action not in {APPROVE, REJECT}:
        return _("Press one of the two buttons.")
    title = state.revision.object_str
    state.task.specific.on_action(state, request.user, action, comment=comment)
    said = _("“%(title)s” is approved.") if action == APPROVE else _("“%(title)s” is returned.")
    messages.success(request, said % {"title": title})
    return ""


def _already(request, state: TaskState, page: Page):
    """Somebody was quicker, or pressed twice."""
    return render(request, "start/short/done.html", {"state": state, "page": page})
