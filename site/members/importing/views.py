"""/cms/hoi-vien/nhap/: an officer brings in her members' list. Only below her own unit, and only her own uploads.

No worker is needed and no server's time limit is met: the page itself asks for the next seconds of work, by a form that a
script sends, or that she presses. A closed tab or a restarted server loses nothing; opened again, it goes on.
"""

import io

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from members.importing import handback, waiting
from members.importing.columns import wrong_mapping
from members.importing.forms import ColumnsForm, UploadForm
from members.importing.run import advance
from members.importing.unreadable import Unreadable
from members.models import ImportRun
from members.rules import officer_required

SECONDS = 5  # of work a request
SHOWN = 20  # problems on the page; all of them are in the file handed back
RECENT = 10
State = ImportRun.State


def own_run(request, pk) -> ImportRun:
    return get_object_or_404(ImportRun.objects.for_officer(request.user).select_related("unit"), pk=pk)


def shown(request, template: str, title: str, facts: dict, status: int = 200):
    context = {"page_title": title, "header_title": title, "header_icon": "upload", **facts}
    return render(request, f"members/importing/{template}.html", context, status=status)


@officer_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request):
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        waiting.forget_old()
        upload = form.cleaned_data["file"]
        try:
            run = waiting.begin(upload.file, upload.name, made_by=request.user, unit=request.user.unit)
        except Unreadable as unreadable:
            form.add_error("file", str(unreadable))
        else:
            return redirect("member_import", pk=run.pk)
    recent = ImportRun.objects.for_officer(request.user).exclude(state=State.CANCELLED)[:RECENT]
    return shown(request, "start", _("Import members"), {"form": form, "recent": recent, "unit": request.user.unit}, 422 if form.errors else 200)


@officer_required
@require_GET
def show(request, pk):
    return shown_run(request, own_run(request, pk))


def shown_run(request, run: ImportRun, form: ColumnsForm | None = None):
    wrong = wrong_mapping(run.mapping, len(run.headers), needs_place=run.needs_place)
    facts = {
        "run": run,
        "form": form or ColumnsForm(instance=run),
        "wrong": wrong,
        "at_work": run.state in {State.CHECKING, State.RUNNING} and not wrong and not form,
        "problems": list(handback.sentences(run, SHOWN)),
        "to_import": run.added + run.updated,
    }
    return shown(request, "run", run.name, facts, 422 if form and form.errors else 200)


@officer_required
@require_POST
def columns(request, pk):
    """Other columns or choices: checked again from the first row."""
    run = own_run(request, pk)
    if run.state not in {State.CHECKING, State.CHECKED}:
        return redirect("member_import", pk=run.pk)
    form = ColumnsForm(request.POST, instance=run)
    if not form.is_valid():
        return shown_run(request, run, form)
    form.save(commit=False)
    run.restart(State.CHECKING, since={State.CHECKING, State.CHECKED})
    return redirect("member_import", pk=run.pk)


@officer_required
@require_POST
def proceed(request, pk):
    """The next seconds of checking or importing."""
    run = own_run(request, pk)
    if run.state in {State.CHECKING, State.RUNNING} and not wrong_mapping(run.mapping, len(run.headers), needs_place=run.needs_place):
        try:
            with waiting.opened(run) as kept:
                advance(run, kept, seconds=SECONDS)
        except FileNotFoundError:
            waiting.forget(run)
        if run.state == State.DONE:
            waiting.drop_file(run)
    return redirect("member_import", pk=run.pk)


@officer_required
@require_POST
def bring_in(request, pk):
    """What was checked is now written, from the first row."""
    run = own_run(request, pk)
    run.restart(State.RUNNING, since={State.CHECKED})
    return redirect("member_import", pk=run.pk)


@officer_required
@require_POST
def cancel(request, pk):
    """What a started import has already written stays: its file brings in the rest another time."""
    run = own_run(request, pk)
    if run.state != State.DONE:
        written = run.done_rows if run.state == State.RUNNING else 0
        waiting.forget(run)
        said = ngettext("Cancelled after %(count)s row.", "Cancelled after %(count)s rows.", written) % {"count": written}
        messages.success(request, said if written else _("Cancelled. Nothing was imported."))
    return redirect("member_imports")


@officer_required
@require_GET
def mistakes(request, pk, kind):
    run = own_run(request, pk)
    if kind not in handback.WRITERS or not run.problems.exists():
        raise Http404
    out = io.BytesIO()
    handback.WRITERS[kind](run, out)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"{run.name.rsplit('.', 1)[0]}-loi.{kind}")


urlpatterns = [
    path("hoi-vien/nhap/", start, name="member_imports"),
    path("hoi-vien/nhap/<uuid:pk>/", show, name="member_import"),
    path("hoi-vien/nhap/<uuid:pk>/cot/", columns, name="member_import_columns"),
    path("hoi-vien/nhap/<uuid:pk>/tiep/", proceed, name="member_import_proceed"),
    path("hoi-vien/nhap/<uuid:pk>/nhap/", bring_in, name="member_import_bring_in"),
    path("hoi-vien/nhap/<uuid:pk>/huy/", cancel, name="member_import_cancel"),
    path("hoi-vien/nhap/<uuid:pk>/loi.<str:kind>", mistakes, name="member_import_mistakes"),
]
