"""/cms/truoc-khi-dang/<page>/: what to look at before a page goes out, as a screen of its own and in the editor's side panel."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from editing.readiness.domain import assure, look_at
from editing.readiness.models import Assurance
from pages.models import BasePage

PART = "manh"  # asked for by the side panel: the list alone


def draft_for(user, page_id: int):
    """The newest draft, for those who may edit or publish it, and for the moderator whose turn it is."""
    page = get_object_or_404(Page, pk=page_id).get_latest_revision_as_object()
    if not isinstance(page, BasePage):
        raise Http404
    rights = page.permissions_for_user(user)
    if not (rights.can_edit() or rights.can_publish() or is_her_turn(user, page)):
        raise PermissionDenied
    return page


def is_her_turn(user, page) -> bool:
    task = page.current_workflow_task
    return bool(task and task.get_actions(page, user))


@require_safe
def before_publishing(request, page_id):
    page = draft_for(request.user, page_id)
    context = {
        "look": look_at(page),
        "page": page,
        "editor": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "saved_at": page.latest_revision_created_at,
    }
    if PART in request.GET:
        return TemplateResponse(request, "editing/readiness/findings.html", context)
    context |= {"page_title": _("Before publishing"), "page_subtitle": page.get_admin_display_title(), "header_icon": "clipboard-list"}
    return TemplateResponse(request, "editing/readiness/before_publishing.html", context)


@require_POST
def vouch(request, page_id):
    """She says that the people shown, or the parents, have agreed."""
    page = draft_for(request.user, page_id)
    kind = request.POST.get("kind", "")
    if kind not in Assurance.Kind.values:
        raise Http404
    assure(page=page, kind=kind, by=request.user)
    if PART not in request.POST:
        messages.success(request, _("Noted, with your name and the day."))
    address = reverse("before_publishing", args=[page.pk])
    return redirect(f"{address}?{PART}=1" if PART in request.POST else address)
