"""The screens of a short form. They work without a script; with one, photos are sent as soon as they are taken."""

import uuid

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.models import Page

from editing.start.short import photos, registry
from editing.start.short.keeping import NotSent, keep_draft, run_hooks, send
from editing.start.short.models import ConsentPaper, WaitingPhoto, Writing
from editing.start.short.sheet import Sheet
from pages.storing import UNAVAILABLE

DRAFT, SEND = "draft", "send"


def kind_or_404(slug: str):
    kind = registry.by_slug(slug)
    if not kind:
        raise Http404
    return kind


@require_http_methods(["GET", "HEAD", "POST"])
def write(request, form: str):
    """A new one. Sent again after it has made its page, it is an edit of that page: a double press, or the back button."""
    kind = kind_or_404(form)
    if request.method == "POST" and (made := _made_before(request, kind)):
        return edit(request, form, made)
    sheet = Sheet(request, kind)
    if not sheet.parents:
        raise Http404
    return _answer(sheet)


def _made_before(request, kind) -> int | None:
    try:
        key = uuid.UUID(request.POST.get("token", ""))
    except ValueError:
        return None
    return Writing.objects.filter(pk=key, author=request.user, form=kind.slug).values_list("page_id", flat=True).first()


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, form: str, pk: int):
    kind = kind_or_404(form)
    page = page_or_404(request, kind, pk)
    if page.live:
        messages.info(request, _("“%(title)s” is on the site. It is changed here, in the large editor.") % {"title": page.draft_title})
        return redirect("wagtailadmin_pages:edit", page.pk)
    if page.permissions_for_user(request.user).page_locked():
        return _locked(request, kind, page)
    if not kind.holds(page.get_latest_revision_as_object()):
        messages.warning(request, _("“%(title)s” has parts that the short form cannot show. Go on in the large editor.") % {"title": page.draft_title})
        return redirect("wagtailadmin_pages:edit", page.pk)
    if answer := run_hooks("before_edit_page", request, page):
        return answer
    return _answer(Sheet(request, kind, page=page))


def _locked(request, kind, page: Page) -> HttpResponse:
    """It waits for approval; what was pressed twice is there already."""
    if request.method == "POST":
        return redirect("short_edit", kind.slug, page.pk)
    shown = {"kind": kind, "page": page, "state": page.current_workflow_state, "may_take_back": _may_take_back(request, page)}
    return render(request, "start/short/sent.html", shown)


def page_or_404(request, kind, pk: int) -> Page:
    page = get_object_or_404(kind.model, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise Http404
    return page


def _answer(sheet: Sheet) -> HttpResponse:
    request = sheet.request
    if request.method != "POST":
        sheet.open()
        return _show(sheet)
    if not sheet.receive():
        raise Http404
    action = request.POST.get("press")
    sheet.form = sheet.kind(request.POST, sending=action == SEND)
    if action not in {DRAFT, SEND}:  # photos have arrived, or a place is looked for
        sheet.form = sheet.kind(initial={name: request.POST.get(name, "") for name in sheet.form.fields})
        return _show(sheet)
    if action == SEND:
        sheet.describe_all()
    if _changed_meanwhile(sheet):
        sheet.problems.append(
            _("Somebody else has saved this in the meantime. Your words are still here; press the button again to put them in the place of hers.")
        )
    if not sheet.form.is_valid() or sheet.problems:
        return _show(sheet, status=422)
    return _keep(sheet, sending=action == SEND)


def _changed_meanwhile(sheet: Sheet) -> bool:
    """Since the form was opened, by another. Her own earlier presses do not count."""
    known = sheet.request.POST.get("revision", "")
    if not sheet.draft or not known.isdecimal() or int(known) in {0, sheet.revision}:
        return False
    return sheet.draft.latest_revision.user_id != sheet.member.pk


def _keep(sheet: Sheet, *, sending: bool) -> HttpResponse:
    data, request = sheet.form.cleaned_data, sheet.request
    if not sheet.page:
        parent = sheet.parent.specific
        if not (parent.permissions_for_user(sheet.member).can_add_subpage() and sheet.kind.model.can_create_at(parent)):
            raise Http404
        if answer := run_hooks("before_create_page", request, parent, sheet.kind.model):
            return answer
    else:
        parent = None
    try:
        shots = sheet.shots(data["title"])
    except OSError:
        sheet.problems.append(str(UNAVAILABLE))
        return _show(sheet, status=422)
    page, is_new = keep_draft(kind=sheet.kind, writing=sheet.writing, parent=parent, data=data, shots=shots, member=sheet.member)
    run_hooks("after_create_page" if is_new else "after_edit_page", request, page)
    if sending:
        _send(request, page)
    else:
        when = date_format(timezone.localtime(), "H:i")
        messages.success(request, _("Draft saved at %(when)s. Readers do not see it yet.") % {"when": when})
    return redirect("short_edit", sheet.kind.slug, page.pk)


def _send(request, page: Page) -> None:
    try:
        send(page=page, member=request.user)
    except NotSent as reasons:
        messages.success(request, _("The draft is saved."))
        for reason in reasons.args or [_("Nobody is named to approve pages here, so it cannot be sent. Tell the administrator.")]:
            messages.error(request, reason)
    else:
        messages.success(request, _("Sent for approval."))


def _show(sheet: Sheet, status: int = 200) -> HttpResponse:
    back = reverse("short_edit", args=[sheet.kind.slug, sheet.page.pk]) if sheet.page else reverse("short_write", args=[sheet.kind.slug])
    return render(
        sheet.request, "start/short/write.html", {"sheet": sheet, "form": sheet.form, "kind": sheet.kind, "page": sheet.page, "to": back}, status=status
    )


def _may_take_back(request, page: Page) -> bool:
    state = page.current_workflow_state
    return bool(state and state.user_can_cancel(request.user))


@require_POST
def take_back(request, form: str, pk: int):
    """Out of the workflow, to go on writing."""
    kind = kind_or_404(form)
    page = page_or_404(request, kind, pk)
    if _may_take_back(request, page):
        page.current_workflow_state.cancel(user=request.user)
        messages.success(request, _("It is a draft again."))
    return redirect("short_edit", kind.slug, page.pk)


@require_GET
def photo(request, pk: int):
    """A photo that waits in her own form, small."""
    waiting = get_object_or_404(WaitingPhoto.objects.select_related("picture"), pk=pk, writing__author=request.user)
    source = waiting.file or (waiting.picture and waiting.picture.file)
    if not source:
        raise Http404
    return HttpResponse(photos.thumbnail(source), content_type="image/jpeg")


@require_GET
def consent_paper(request, pk: int):
    """To whoever kept it, and to those who may change or approve the page."""
    paper = get_object_or_404(ConsentPaper.objects.select_related("page"), pk=pk)
    hers = paper.kept_by_id == request.user.pk
    if not hers and not (paper.page and _may_see(request, paper.page.specific)):
        raise Http404
    kind = "application/pdf" if paper.file.name.endswith(".pdf") else "image/jpeg"
    return FileResponse(paper.file.open(), content_type=kind, headers={"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"})


def _may_see(request, page: Page) -> bool:
    task = page.current_workflow_task
    return page.permissions_for_user(request.user).can_edit() or bool(task and task.get_actions(page, request.user))
