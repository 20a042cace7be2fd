"""/cms/thu-vien/nap/: many files and a sheet. Looked at first; made on a second press, some seconds a request."""

import io

from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from learning.library.models import UploadBatch
from learning.library.office.batch import making, template
from learning.library.office.batch.forms import BatchForm, MoreForm
from learning.library.office.batch.plan import address_of, lines_of
from learning.library.office.seen import policy

SECONDS = 5  # of work a request
RECENT = 10
State = UploadBatch.State
NOT_STORED = gettext_lazy("The files were not stored: their place is full or does not answer. Try again in a few minutes.")


def gate(request) -> None:
    if not policy().user_has_permission(request.user, "add"):
        raise PermissionDenied


def own_batch(request, pk) -> UploadBatch:
    gate(request)
    return get_object_or_404(UploadBatch.objects.of(request.user), pk=pk)


def shown(request, name: str, facts: dict, status: int = 200):
    title = _("Upload many with a sheet")
    context = {"page_title": title, "header_title": title, "header_icon": "upload", **facts}
    return render(request, f"learning/library/batch/{name}.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request):
    gate(request)
    posted = request.method == "POST"
    form = BatchForm(request.POST, request.FILES, user=request.user) if posted else BatchForm(user=request.user)
    if posted and form.is_valid():
        making.forget_old()
        try:
            return redirect("library_batch", pk=making.begin(**form.cleaned_data, by=request.user).pk)
        except OSError:
            form.add_error("files", NOT_STORED)
    recent = UploadBatch.objects.of(request.user).exclude(state=State.CANCELLED)[:RECENT]
    return shown(request, "start", {"form": form, "recent": recent}, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def batch(request, pk):
    """The dry run; more files or another sheet by POST."""
    found = own_batch(request, pk)
    posted = request.method == "POST" and found.state == State.CHECKED and not found.forgotten
    form = MoreForm(request.POST, request.FILES, user=request.user) if posted else MoreForm(user=request.user)
    if posted and form.is_valid():
        try:
            making.add(found, files=form.cleaned_data["files"], sheet=form.cleaned_data["sheet"], by=request.user)
            return redirect("library_batch", pk=found.pk)
        except OSError:
            form.add_error("files", NOT_STORED)
    lines = lines_of(found)
    made = [line for line in lines if line.made]
    facts = {
        "batch": found,
        "form": form,
        "lines": [{"line": line, "address": address_of(line.made) if line.made else ""} for line in lines],
        "good": [line for line in lines if line.is_good],
        "made": made,
        "bad": [line for line in lines if line.problems],
        "twins": [line for line in lines if line.twins and not line.problems],
        "percent": 100 * len(made) // max(1, len([line for line in lines if line.is_good])),
    }
    return shown(request, "batch", facts, 422 if form.errors else 200)


@require_POST
def make(request, pk):
    """What was looked at and is good; twins where she ticked them."""
    found = own_batch(request, pk)
    wanted = set(request.POST.getlist("again"))
    if found.state == State.CHECKED and not found.forgotten:
        for line in found.lines:
            line["again"] = line["again"] or str(line["row"]) in wanted
        found.state = State.MAKING
        found.save()
    return redirect("library_batch", pk=found.pk)


@require_POST
def proceed(request, pk):
    found = own_batch(request, pk)
    if found.state == State.MAKING:
        try:
            making.make_some(found, request.user, SECONDS)
        except OSError:
            messages.error(request, NOT_STORED)
            return redirect("library_batch", pk=found.pk)
        if found.state == State.DONE:
            made = len([line for line in found.lines if line["made"]])
            sentence = ngettext("%(count)s document is in the library.", "%(count)s documents are in the library.", made)
            messages.success(request, sentence % {"count": made})
    return redirect("library_batch", pk=found.pk)


@require_POST
def cancel(request, pk):
    """What is made already stays."""
    found = own_batch(request, pk)
    if found.state != State.DONE:
        found.forget_files()
        found.state = State.CANCELLED
        found.save()
        messages.success(request, _("Cancelled. The files that waited are deleted."))
    return redirect("library_batches")


@require_safe
def sheet(request):
    gate(request)
    out = io.BytesIO()
    template.write(out, request.user)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename="mau-nap-tai-lieu.xlsx")


urlpatterns = [
    path("thu-vien/nap/", start, name="library_batches"),
    path("thu-vien/nap/mau.xlsx", sheet, name="library_batch_sheet"),
    path("thu-vien/nap/<uuid:pk>/", batch, name="library_batch"),
    path("thu-vien/nap/<uuid:pk>/tao/", make, name="library_batch_make"),
    path("thu-vien/nap/<uuid:pk>/tiep/", proceed, name="library_batch_proceed"),
    path("thu-vien/nap/<uuid:pk>/huy/", cancel, name="library_batch_cancel"),
]
